namespace Equalization.Workflow.Core.Indicators;

/// <summary>A level of schooling (学段). Primary and junior are judged, each against its own thresholds; senior pupils only share a school's resources.</summary>
public enum Level
{
    Primary,
    Junior,
    Senior,
}

/// <summary>How levels are called: as data files write them, and as people do.</summary>
public static class Levels
{
    /// <summary>The two that are judged.</summary>
    public static IReadOnlyList<Level> Judged { get; } = [Level.Primary, Level.Junior];

    public static string CodeOf(Level level) => level switch
    {
        Level.Primary => "primary",
        Level.Junior => "junior",
        Level.Senior => "senior",
    };

    public static string WordOf(Level level) => level switch
    {
        Level.Primary => "小学",
        Level.Junior => "初中",
        Level.Senior => "高中",
    };

    /// <summary>The level of a code; null for anything else.</summary>
    public static Level? Of(string code) => Enum.GetValues<Level>().Where(l => CodeOf(l) == code).Select(l => (Level?)l).FirstOrDefault();
}
