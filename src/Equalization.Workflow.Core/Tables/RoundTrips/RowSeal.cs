using System.Security.Cryptography;
using System.Text;

namespace Equalization.Workflow.Core.Tables.RoundTrips;

/// <summary>
/// What a row carries in its last column (校验码): whose row it is, and of each cell six signs of the hash of what it said when it went out. So a file tells by
/// itself which cells a person changed and which the ledger changed meanwhile, wherever the row stands; nothing about it is kept here.
/// </summary>
public sealed class RowSeal
{
    public const string Column = "校验码";

    private const int IdSigns = 22;
    private const int CellSigns = 6;
    private const int CheckSigns = 4;

    private readonly string cells;

    private RowSeal(Guid id, string cells)
    {
        Id = id;
        this.cells = cells;
    }

    public Guid Id { get; }

    /// <summary>How many cells it speaks of.</summary>
    public int Count => cells.Length / CellSigns;

    public static string Of(char letter, Guid id, IEnumerable<string> said)
    {
        var body = letter + Signs(id.ToByteArray(), IdSigns) + string.Concat(said.Select(Sign));
        return body + Sign(body)[..CheckSigns];
    }

    /// <summary>Null for what is no seal of this table: another table's, or one that was typed over.</summary>
    public static RowSeal? Read(char letter, string written)
    {
        var at = written.Length - CheckSigns;
        if (at < 1 + IdSigns || written[0] != letter || (at - 1 - IdSigns) % CellSigns != 0 || Sign(written[..at])[..CheckSigns] != written[at..])
        {
            return null;
        }

        var id = new byte[18];
        return Convert.TryFromBase64String(Plain(written[1..(1 + IdSigns)]) + "==", id, out var count) && count == 16
            ? new RowSeal(new Guid(id.AsSpan(0, 16)), written[(1 + IdSigns)..at])
            : null;
    }

    /// <summary>Whether a cell said this when the row went out.</summary>
    public bool Said(int cell, string said) => cell < Count && cells.AsSpan(cell * CellSigns, CellSigns).SequenceEqual(Sign(said));

    private static string Sign(string said)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(said), hash);
        return Signs(hash[..6], CellSigns);
    }

    // Letters, digits, dot and tilde: nothing that a spreadsheet program takes for a formula, a number or an escape.
    private static string Signs(ReadOnlySpan<byte> bytes, int count) => Convert.ToBase64String(bytes)[..count].Replace('+', '.').Replace('/', '~');

    private static string Plain(string signs) => signs.Replace('.', '+').Replace('~', '/');
}
