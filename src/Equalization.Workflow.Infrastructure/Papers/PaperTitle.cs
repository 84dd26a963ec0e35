namespace Equalization.Workflow.Infrastructure.Papers;

/// <summary>
/// Parts a title that is longer than a line into lines of about equal length, so that no single character hangs over and no name, figure or mark is torn from
/// what it belongs to (GB/T 9704: 词意完整).
/// </summary>
public static class PaperTitle
{
    /// <summary>Characters of size 二号 in a line; one less, since figures are wider than half a character in some fonts.</summary>
    private const double Longest = 19;

    private const int Near = 4;
    private const string Ends = "年月度的、，》”）育展";
    private const string NeverFirst = "、，。：；》”）的年月日号度";
    private const string NeverLast = "《“（第";

    /// <param name="names">Kept whole, as far as one line holds them.</param>
    public static IEnumerable<string> Lines(string title, IReadOnlyCollection<string> names)
    {
        for (var lines = Least(title); lines > 1; lines = Math.Max(lines - 1, Least(title)))
        {
            var at = Break(title, title.Length / lines, names);
            yield return title[..at];
            title = title[at..];
        }

        yield return title;
    }

    private static int Least(string title) => (int)Math.Ceiling(PaperPage.Characters(title) / Longest);

    /// <summary>Nearest to the middle: after what ends something if that is near, else wherever nothing is torn, else in the middle.</summary>
    private static int Break(string title, int middle, IReadOnlyCollection<string> names)
    {
        var whole = names.SelectMany(n => Places(title, n)).ToList();
        var places = Enumerable.Range(1, title.Length - 1).OrderBy(i => Math.Abs(i - middle)).ThenByDescending(i => i)
            .Where(i => PaperPage.Characters(title[..i]) <= Longest && !Tears(title, i) && !whole.Exists(w => w.From < i && i < w.To)).ToList();
        return places.Find(i => Math.Abs(i - middle) <= Near && Ends.Contains(title[i - 1])) is > 0 and var end ? end
            : places.Count > 0 ? places[0]
            : char.IsLowSurrogate(title[middle]) ? middle + 1 : middle;
    }

    private static bool Tears(string title, int at) =>
        char.IsLowSurrogate(title[at]) || NeverFirst.Contains(title[at]) || NeverLast.Contains(title[at - 1]) || (char.IsAsciiDigit(title[at - 1]) && char.IsAsciiDigit(title[at]));

    private static IEnumerable<(int From, int To)> Places(string title, string name)
    {
        for (var at = title.IndexOf(name, StringComparison.Ordinal); at >= 0; at = title.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            yield return (at, at + name.Length);
        }
    }
}
