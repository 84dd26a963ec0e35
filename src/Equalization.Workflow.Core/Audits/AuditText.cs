using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Equalization.Workflow.Core.Audits;

/// <summary>
/// What an audit row says, as text: the key, the values before and after as one JSON object in the order of their names, and the hash. Written by hand, since
/// every changed row of every act passes here.
/// </summary>
public static class AuditText
{
    private const int LongestValue = 2000;
    private const string LayoutName = "Equalization:AuditLayout";

    /// <summary>How the words of a row kept to a case's list stand in Values. No typed text looks like it: its quotation marks are escaped.</summary>
    internal const string KeptWords = ",\"" + KeptPrefix;

    private const string KeptPrefix = "kept-sha256:";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The hash of a row: SHA-256 over the previous hash and every field, as one JSON array.</summary>
    public static string HashOf(AuditEntry e)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(text, Json))
        {
            json.WriteStartArray();
            json.WriteStringValue(e.PreviousHash);
            json.WriteStringValue(e.JurisdictionId);
            json.WriteNumberValue(e.Sequence);
            json.WriteNumberValue(e.At.Ticks);
            json.WriteStringValue(e.Act);
            json.WriteStringValue(e.PersonId);
            json.WriteStringValue(e.PersonName);
            json.WriteStringValue(e.Post);
            json.WriteStringValue(e.UnitName);
            json.WriteStringValue(e.EntityKind);
            json.WriteStringValue(e.EntityId);
            json.WriteStringValue(e.Change);
            json.WriteStringValue(e.Values);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }

    internal static string Key(EntityEntry entry) => Key(entry, Layout.Of(entry.Metadata));

    /// <summary>The values that changed, each as [before, after]; of a row kept to a case list, its words as hashes.</summary>
    internal static string Values(EntityEntry entry)
    {
        var layout = Layout.Of(entry.Metadata);
        var (before, after) = (entry.State == EntityState.Added ? null : entry.OriginalValues, entry.State == EntityState.Deleted ? null : entry.CurrentValues);
        var isKept = layout.Kept is { } kept && (kept.When is null || entry.Property(kept.When).CurrentValue is not null);
        var key = isKept ? Key(entry, layout) : "";
        return Written(json =>
        {
            foreach (var property in layout.Properties)
            {
                var (old, now) = (Text(before?[property]), Text(after?[property]));
                if (old != now)
                {
                    var isText = isKept && property.ClrType == typeof(string);
                    Pair(json, property.Name, isText ? Hashed(key, old) : old, isText ? Hashed(key, now) : now);
                }
            }
        });
    }

    /// <summary>Values that came from no row of the ledger, in the same form.</summary>
    internal static string Values(IReadOnlyDictionary<string, string> values) => Written(json =>
    {
        foreach (var (name, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            Pair(json, name, null, value);
        }
    });

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(text, Json))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void Pair(Utf8JsonWriter json, string name, string? before, string? after)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(before);
        json.WriteStringValue(after);
        json.WriteEndArray();
    }

    private static string Key(EntityEntry entry, Layout layout) => string.Join(",", layout.Key.Select(p => Text(entry.Property(p).CurrentValue)));

    /// <summary>With the row's key, so that equal words of two rows do not look alike and short ones are not guessed from a list.</summary>
    private static string? Hashed(string key, string? text) => text is null ? null : KeptPrefix + Sha256(key + "\n" + text);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Text(object? value)
    {
        var text = value switch
        {
            null => null,
            DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        return text is { Length: > LongestValue } ? "sha256:" + Sha256(text) : text;
    }

    /// <summary>How rows of one type are written: asked of the model once, not for every row.</summary>
    private sealed record Layout(IReadOnlyList<IProperty> Properties, IReadOnlyList<IProperty> Key, KeptToCaseAttribute? Kept)
    {
        public static Layout Of(IEntityType type) => type.GetOrAddRuntimeAnnotationValue(LayoutName, static t => Read(t!), type);

        private static Layout Read(IEntityType type) => new(
            [.. type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)], type.FindPrimaryKey()!.Properties, type.ClrType.GetCustomAttribute<KeptToCaseAttribute>());
    }
}
