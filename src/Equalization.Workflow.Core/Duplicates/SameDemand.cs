namespace Equalization.Workflow.Core.Duplicates;

/// <summary>
/// Whether two demands ask for the same thing, as far as their words say: the shorter title's pairs of neighbouring characters are found in the other's, at least
/// three of four and no fewer than three, or both name the same metric. A person decides; this only says where to look.
/// </summary>
public static class SameDemand
{
    private const int FewestPairs = 3;
    private const int SharePercent = 75;

    public static bool Looks(string oneTitle, IReadOnlyCollection<string> oneMetrics, string otherTitle, IReadOnlyCollection<string> otherMetrics) =>
        oneMetrics.Any(m => m.Length > 1 && otherMetrics.Contains(m)) || Looks(Pairs(oneTitle), Pairs(otherTitle));

    internal static HashSet<(char, char)> Pairs(string text)
    {
        // What stands in brackets names a period or a place, not the matter.
        var end = text.IndexOf('（', StringComparison.Ordinal);
        var letters = (end > 0 ? text[..end] : text).Where(char.IsLetter).ToArray();
        return [.. letters.Zip(letters.Skip(1))];
    }

    private static bool Looks(HashSet<(char, char)> one, HashSet<(char, char)> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var shared = few.Count(many.Contains);
        return shared >= FewestPairs && shared * 100 >= few.Count * SharePercent;
    }
}
