using System.Reflection;

namespace Equalization.Workflow.Core.Indicators.Standards;

/// <summary>The standards that the program carries inside (db/standards), and which of them judges a school year.</summary>
public static class StandardBook
{
    private const string Prefix = "Standards.";

    private static readonly Lazy<IReadOnlyList<StandardSet>> Sets = new(() => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Load)]);

    public static IReadOnlyList<StandardSet> All => Sets.Value;

    /// <summary>The newest set of school indicators that holds for a school year; without a year the newest of all. A year before the first set has the first.</summary>
    public static StandardSet For(int? year) => For(All, year);

    /// <summary>The same among given sets.</summary>
    public static StandardSet For(IReadOnlyList<StandardSet> all, int? year)
    {
        var sets = all.Where(s => s.Indicators.Count > 0).OrderBy(s => s.FromYear).ToList();
        return sets.LastOrDefault(s => year is null || s.FromYear <= year) ?? sets[0];
    }

    /// <summary>A set by its code. Refuses one that is not carried inside (standard-set).</summary>
    public static StandardSet Of(string code) =>
        All.FirstOrDefault(s => s.Code == code) ?? throw new RuleBroken("standard-set", "没有代码为“{0}”的标准。现有：{1}。", code, string.Join("、", All.Select(s => s.Code)));

    private static StandardSet Load(string name)
    {
        using var lines = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return StandardFile.Read(lines);
    }
}
