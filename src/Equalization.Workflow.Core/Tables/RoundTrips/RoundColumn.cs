using System.Buffers;
using System.Globalization;
using System.Text;

namespace Equalization.Workflow.Core.Tables.RoundTrips;

/// <summary>What a column holds, so that what a spreadsheet program made of it reads as what it was.</summary>
public enum RoundKind
{
    Text,
    Number,

    /// <summary>A share, kept out of 1.</summary>
    Percent,
    Day,

    /// <summary>是, or empty.</summary>
    Flag,
}

/// <summary>A column of a table that goes out and comes back. FixedBecause: why it cannot be changed in the table, and where it can; null where it can.</summary>
public sealed record RoundColumn(string Name, double Width, RoundKind Kind = RoundKind.Text, string? FixedBecause = null)
{
    public const string Yes = "是";

    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x22)).Concat(Enumerable.Range(0xD800, 0x800)).Append(0xFFFE).Append(0xFFFF).Select(i => (char)i)]);

    private static readonly HashSet<string> YesWords = ["是", "√", "✓", "Y", "y", "1"];
    private static readonly HashSet<string> NoWords = ["否", "×", "N", "n", "0"];

    public bool IsFixed => FixedBecause is not null;

    /// <summary>Says how things stood on the day of the export, such as a light; that it would say something else today is no news.</summary>
    public bool IsOfTheDay { get; init; }

    /// <summary>
    /// What a cell says in this column: one spelling for each value, whatever format, type or line end a spreadsheet program gave it. What is no value of the
    /// column's kind is left as it is written.
    /// </summary>
    public string Said(TableCell cell) => Kind switch
    {
        RoundKind.Text => Words(cell.Text),
        RoundKind.Number => cell.Number is { } number ? Written(number) : cell.Text,
        RoundKind.Percent => cell.Kind == CellKind.Number ? Written(cell.Number!.Value) : cell.Number is { } written ? Written(cell.Text.EndsWith('%') ? written / 100m : written) : cell.Text,
        RoundKind.Day => cell.Day is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.Text,
        RoundKind.Flag => YesWords.Contains(cell.Text) ? Yes : NoWords.Contains(cell.Text) ? "" : cell.Text,
    };

    /// <summary>A text as a cell can carry it: line ends alike, no control characters, no blanks around a line.</summary>
    public static string Words(string text)
    {
        if (!text.AsSpan().ContainsAny(Odd))
        {
            return text.Trim();
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)))
            {
                plain.Append(rune.Value == '\u00a0' ? " " : rune.ToString());
            }
            else if (rune.Value == '\t')
            {
                plain.Append(' ');
            }
        }

        return string.Join('\n', plain.ToString().Split('\n').Select(line => line.Trim())).Trim();
    }

    private static string Written(decimal number) => Math.Round(number, 8).ToString("0.########", CultureInfo.InvariantCulture);
}
