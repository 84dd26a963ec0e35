namespace Equalization.Workflow.Web.Replay;

/// <summary>
/// How a unit treats a task. OnTime: signs, reports and completes within its terms. Late: everything some days after them. Silent: signs, never reports,
/// completes only once supervised. Extending: on time, but asks for two more months before its day.
/// </summary>
internal enum Manner
{
    OnTime,
    Late,
    Silent,
    Extending,
}

/// <summary>Draws the manner of each task from a seed, so that a replay can be repeated: of ten, six are on time, two late, one silent, one extends.</summary>
internal static class Manners
{
    /// <summary>A number drawn for a task; keys and ledger numbers will not do, since they differ from run to run.</summary>
    public static uint Draw(int seed, int year, int measure, string leadUnit) =>
        $"{year} {measure} {leadUnit}".Aggregate(unchecked((uint)seed * 2654435761), (h, c) => unchecked((h ^ c) * 16777619)) >> 8;

    public static Manner Of(uint drawn) => (drawn % 10) switch
    {
        < 6 => Manner.OnTime,
        < 8 => Manner.Late,
        8 => Manner.Silent,
        _ => Manner.Extending,
    };
}
