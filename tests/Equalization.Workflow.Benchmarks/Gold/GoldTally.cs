namespace Equalization.Workflow.Benchmarks.Gold;

/// <summary>What the gold answers and the reader are compared in. Head: title, number, issuer, date, period, leading group, deadline of the whole.</summary>
public enum GoldField
{
    Head,
    Measures,
    Lead,
    Cooperating,
    Responsible,
    Deadlines,
    Targets,
    Phases,
    Units,
    Schedule,
}

/// <summary>How many answers were expected, said and right. Both ratios are 1 where there was nothing to say and nothing was said.</summary>
public readonly record struct GoldTally(int Expected, int Said, int Right)
{
    public double Precision => Said == 0 ? 1 : (double)Right / Said;

    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    public static GoldTally operator +(GoldTally one, GoldTally other) => new(one.Expected + other.Expected, one.Said + other.Said, one.Right + other.Right);
}

/// <summary>One plan against its gold answer.</summary>
/// <param name="WrongLeads">Measures whose lead units are not exactly those of the answer.</param>
/// <param name="Differences">Each answer that is missing or was not asked for, as a line.</param>
public sealed record GoldResult(string Name, IReadOnlyDictionary<GoldField, GoldTally> Tallies, int WrongLeads, IReadOnlyList<string> Differences);
