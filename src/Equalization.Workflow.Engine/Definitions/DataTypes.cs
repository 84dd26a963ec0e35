using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>
/// The value types a definition may name, by Elsa's aliases, and the conversions between them. Instants without an offset are refused:
/// what they mean would depend on the machine.
/// </summary>
public static class DataTypes
{
    private static readonly FrozenDictionary<string, Type> Aliases = new Dictionary<string, Type>
    {
        ["Object"] = typeof(object),
        ["String"] = typeof(string),
        ["Boolean"] = typeof(bool),
        ["Int16"] = typeof(short),
        ["Int32"] = typeof(int),
        ["Int64"] = typeof(long),
        ["Long"] = typeof(long),
        ["Single"] = typeof(float),
        ["Double"] = typeof(double),
        ["Decimal"] = typeof(decimal),
        ["Guid"] = typeof(Guid),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["TimeSpan"] = typeof(TimeSpan),
        ["JSON"] = typeof(JsonElement),
        ["StringDictionary"] = typeof(JsonElement),
        ["ObjectDictionary"] = typeof(JsonElement),
        ["StringMap"] = typeof(JsonElement),
        ["ObjectMap"] = typeof(JsonElement),
    }.ToFrozenDictionary();

    /// <summary>The CLR type of an alias, <c>X[]</c> or <c>List&lt;X&gt;</c>; null for any other name.</summary>
    public static Type? Find(string alias, bool isArray = false)
    {
        if (alias.EndsWith("[]", StringComparison.Ordinal))
        {
            return Find(alias[..^2], isArray: true);
        }

        if (alias.StartsWith("List<", StringComparison.Ordinal) && alias.EndsWith('>'))
        {
            return Find(alias[5..^1], isArray: true);
        }

        return !Aliases.TryGetValue(alias, out var type) ? null : isArray ? type.MakeArrayType() : type;
    }

    /// <summary>The name people see for a type in a message.</summary>
    public static string NameOf(Type type) =>
        type.IsArray ? NameOf(type.GetElementType()!) + "[]" : type == typeof(JsonElement) ? "JSON" : type.Name;

    public static object? Convert(object? value, Type target) => TryConvert(value, target, out var result)
        ? result
        : throw new InvalidCastException($"值“{Text(value)}”不能作为 {NameOf(target)} 使用。");

    public static bool TryConvert(object? value, Type target, out object? result)
    {
        target = Nullable.GetUnderlyingType(target) ?? target;
        if (value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
        {
            result = null;
            return true;
        }

        if (target == typeof(JsonElement))
        {
            return ToJson(value, out result);
        }

        if (value is JsonElement json)
        {
            return FromJson(json, target, out result);
        }

        if (target.IsInstanceOfType(value))
        {
            result = value;
            return true;
        }

        return target == typeof(string) ? Accept(Text(value), out result)
            : target.IsArray ? FromArray(value, target, out result)
            : target.IsEnum ? FromEnum(value, target, out result)
            : FromScalar(value, target, out result);
    }

    /// <summary>Culture-free text of a value: instants and durations in round-trip form.</summary>
    public static string? Text(object? value) => value switch
    {
        null => null,
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        Array array => JsonSerializer.Serialize(array, array.GetType(), Json.Options),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static bool ToJson(object value, out object? result)
    {
        try
        {
            result = value switch
            {
                JsonElement json => json,
                string text => JsonElement.Parse(text),
                _ => JsonSerializer.SerializeToElement(value, value.GetType(), Json.Options),
            };
            return true;
        }
        catch (JsonException)
        {
            result = null;
            return false;
        }
    }

    private static bool FromJson(JsonElement json, Type target, out object? result)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return TryConvert(json.GetString(), target, out result);
            case JsonValueKind.True or JsonValueKind.False:
                return TryConvert(json.GetBoolean(), target, out result);
            case JsonValueKind.Number when target == typeof(object):
                return Accept(json.TryGetInt64(out var whole) ? whole : json.TryGetDecimal(out var exact) ? exact : json, out result);
            case JsonValueKind.Number:
                return TryConvert(json.GetRawText(), target, out result);
            case JsonValueKind.Array when target.IsArray:
                return FromItems([.. json.EnumerateArray()], target, out result);
            default:
                result = target == typeof(string) ? json.GetRawText() : json;
                return target == typeof(object) || target == typeof(string);
        }
    }

    private static bool FromArray(object value, Type target, out object? result)
    {
        if (value is string text)
        {
            if (ToJson(text, out var parsed) && parsed is JsonElement { ValueKind: JsonValueKind.Array } json)
            {
                return FromJson(json, target, out result);
            }

            result = null;
            return false;
        }

        return value is Array array ? FromItems([.. array.Cast<object?>()], target, out result) : FromItems([value], target, out result);
    }

    private static bool FromItems<T>(IReadOnlyList<T> items, Type target, out object? result)
    {
        var element = target.GetElementType()!;
        var array = Array.CreateInstance(element, items.Count);
        result = array;
        for (var i = 0; i < items.Count; i++)
        {
            if (!TryConvert(items[i], element, out var item))
            {
                result = null;
                return false;
            }

            array.SetValue(item, i);
        }

        return true;
    }

    private static bool FromEnum(object value, Type target, out object? result) =>
        Enum.TryParse(target, Text(value), ignoreCase: false, out result) && Enum.IsDefined(target, result!);

    private static bool FromScalar(object value, Type target, out object? result)
    {
        var text = Text(value);
        var invariant = CultureInfo.InvariantCulture;
        result = null;
        if (target == typeof(object))
        {
            return Accept(value, out result);
        }

        if (target == typeof(bool))
        {
            return bool.TryParse(text, out var truth) && Accept(truth, out result);
        }

        if (target == typeof(Guid))
        {
            return Guid.TryParse(text, out var guid) && Accept(guid, out result);
        }

        if (target == typeof(TimeSpan))
        {
            return TimeSpan.TryParse(text, invariant, out var span) && Accept(span, out result);
        }

        if (target == typeof(DateTimeOffset) || target == typeof(DateTime))
        {
            return Instant(value, text) is { } instant && Accept(target == typeof(DateTime) ? (object)instant.UtcDateTime : instant, out result);
        }

        return target.IsPrimitive || target == typeof(decimal)
            ? decimal.TryParse(text, NumberStyles.Float, invariant, out var number) && Number(number, target, out result)
            : false;
    }

    private static DateTimeOffset? Instant(object value, string? text) => value switch
    {
        DateTimeOffset instant => instant,
        DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, instant.Kind == DateTimeKind.Unspecified ? DateTimeKind.Utc : instant.Kind)),
        _ => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var read) && read.Kind != DateTimeKind.Unspecified
            ? DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture)
            : null,
    };

    private static bool Number(decimal number, Type target, out object? result)
    {
        result = null;
        var whole = target != typeof(decimal) && target != typeof(double) && target != typeof(float);
        if (whole && number != decimal.Truncate(number))
        {
            return false;
        }

        try
        {
            return Accept(System.Convert.ChangeType(number, target, CultureInfo.InvariantCulture), out result);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool Accept(object? value, out object? result)
    {
        result = value;
        return true;
    }
}
