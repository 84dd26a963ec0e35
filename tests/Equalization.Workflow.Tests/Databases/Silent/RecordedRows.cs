using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>One result as plain values, with the names of its columns.</summary>
public sealed record RecordedRows(IReadOnlyList<string> Names, IReadOnlyList<object[]> Rows)
{
    public static async Task<RecordedRows> Read(DbDataReader reader, CancellationToken ct)
    {
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<object[]>();
        while (await reader.ReadAsync(ct))
        {
            var row = new object[names.Count];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new RecordedRows(names, rows);
    }

    /// <summary>What a server answers to so many changed rows that are each asked for.</summary>
    public static IReadOnlyList<RecordedRows> Changed(int times) => [.. Enumerable.Repeat(new RecordedRows([""], [[1L]]), times)];
}

/// <summary>
/// Hands recorded rows to EF as a provider's reader would. SQLite keeps ids, days and instants as text; they are given as the type that is
/// asked for, so the reader serves both providers.
/// </summary>
public sealed class RecordedReader(IReadOnlyList<RecordedRows> results) : DbDataReader
{
    private int result;
    private int row = -1;

    public override int FieldCount => Result?.Names.Count ?? 0;

    public override bool HasRows => Result is { Rows.Count: > 0 };

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override int Depth => 0;

    private RecordedRows? Result => result < results.Count ? results[result] : null;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => Result is { } rows && ++row < rows.Rows.Count;

    public override bool NextResult()
    {
        row = -1;
        return ++result < results.Count;
    }

    public override object GetValue(int ordinal) => Result!.Rows[row][ordinal];

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override T GetFieldValue<T>(int ordinal) => (T)Convert(GetValue(ordinal), typeof(T));

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override string GetName(int ordinal) => Result!.Names[ordinal];

    public override int GetOrdinal(string name) => Result!.Names.ToList().IndexOf(name);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    // Asked before the first row is read, where rows are buffered.
    public override Type GetFieldType(int ordinal) =>
        Result!.Rows.Select(r => r[ordinal]).FirstOrDefault(v => v is not DBNull)?.GetType() ?? typeof(object);

    public override int GetValues(object[] values)
    {
        Result!.Rows[row].CopyTo(values, 0);
        return FieldCount;
    }

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("Read whole values.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("Read whole values.");

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    private static object Convert(object value, Type target)
    {
        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        var invariant = CultureInfo.InvariantCulture;
        var text = value as string;
        return Nullable.GetUnderlyingType(target) is { } inner ? Convert(value, inner)
            : target == typeof(Guid) && text is not null ? Guid.Parse(text)
            : target == typeof(DateTime) && text is not null ? DateTime.Parse(text, invariant, DateTimeStyles.None)
            : target == typeof(DateTimeOffset) && text is not null ? DateTimeOffset.Parse(text, invariant)
            : target == typeof(DateOnly) && text is not null ? DateOnly.Parse(text, invariant)
            : target == typeof(TimeOnly) && text is not null ? TimeOnly.Parse(text, invariant)
            : target == typeof(decimal) && text is not null ? decimal.Parse(text, NumberStyles.Float, invariant)
            : System.Convert.ChangeType(value, target, invariant);
    }
}
