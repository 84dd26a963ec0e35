using System.Text;

namespace Equalization.Workflow.Web.Processes;

/// <summary>
/// How much room words take, and where their lines break. Widths are of the widest common font and a little more, since the reader's font is
/// not known where the picture is made.
/// </summary>
public static class Lettering
{
    public const double Size = 14;
    public const double LineHeight = 20;
    public const double SmallSize = 12;

    private const double Slack = 1.06;
    private const string NeverFirst = "，。、；：？！）》”’】";
    private const string NeverLast = "（《“‘【";

    public static double Width(string text, double size) => text.Sum(Em) * size * Slack;

    /// <summary>The text in lines of at most so many pixels. Chinese breaks anywhere but before a closing or after an opening sign; a Latin word breaks only when it is longer than a line.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(text).SelectMany(p => Cut(p, width, size)))
        {
            if (line.Length > 0 && Width(line.ToString() + piece.TrimEnd(), size) > width)
            {
                lines.Add(line.ToString().Trim());
                line.Clear();
            }

            line.Append(piece);
        }

        if (line.ToString().Trim() is { Length: > 0 } last)
        {
            lines.Add(last);
        }

        return lines;
    }

    /// <summary>What must not be torn apart: a Latin word with the space after it, a sign with the character it belongs to.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        foreach (var sign in text)
        {
            var joins = pieces.Count > 0 && (
                NeverFirst.Contains(sign, StringComparison.Ordinal)
                || NeverLast.Contains(pieces[^1][^1], StringComparison.Ordinal)
                || (IsNarrow(sign) && IsNarrow(pieces[^1][^1]) && (sign == ' ' || pieces[^1][^1] != ' ')));
            if (joins)
            {
                pieces[^1] += sign;
            }
            else
            {
                pieces.Add(sign.ToString());
            }
        }

        return pieces;
    }

    private static IEnumerable<string> Cut(string piece, double width, double size)
    {
        while (piece.Length > 1 && Width(piece.TrimEnd(), size) > width)
        {
            var fits = Enumerable.Range(1, piece.Length - 1).TakeWhile(n => n == 1 || Width(piece[..n], size) <= width).Last();
            yield return piece[..fits];
            piece = piece[fits..];
        }

        yield return piece;
    }

    private static bool IsNarrow(char sign) => sign < 0x2e80;

    private static double Em(char sign) => sign switch
    {
        >= (char)0x2e80 => 1,
        ' ' or '.' or ',' or ':' or ';' or '\'' or '!' or '|' or 'i' or 'l' or 'j' or 'I' => 0.34,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '—' or '…' => 0.95,
        >= 'A' and <= 'Z' => 0.72,
        _ => 0.6,
    };
}
