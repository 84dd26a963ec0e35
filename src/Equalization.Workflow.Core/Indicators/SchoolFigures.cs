namespace Equalization.Workflow.Core.Indicators;

/// <summary>What belongs to one level of a school alone. Null is not known, never zero.</summary>
public sealed record LevelFigures(decimal? Pupils, decimal? QualifiedTeachers, decimal? KeyTeachers, decimal? SportsAndArtsTeachers)
{
    public static LevelFigures None { get; } = new(null, null, null, null);
}

/// <summary>
/// What is known of one school in one school year. Areas are in ㎡, equipment is in 元 (data in 万元 is turned into 元 where it is read). Null is not known,
/// never zero.
/// </summary>
public sealed record SchoolFigures(string Code, string Name, SchoolType Type)
{
    /// <summary>The largest figure that is believed; the sums of a county of such figures stay exact.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    public LevelFigures Primary { get; init; } = LevelFigures.None;

    public LevelFigures Junior { get; init; } = LevelFigures.None;

    public decimal? SeniorPupils { get; init; }

    /// <summary>教学及辅助用房, indoor sports rooms included.</summary>
    public decimal? TeachingArea { get; init; }

    /// <summary>The data tells indoor sports rooms apart, so they are deducted; otherwise the area of teaching rooms is taken as it is.</summary>
    public bool TellsIndoorSports { get; init; }

    public decimal? IndoorSportsArea { get; init; }

    /// <summary>体育馆 and 运动场.</summary>
    public decimal? SportsArea { get; init; }

    public decimal? Equipment { get; init; }

    public decimal? MultimediaRooms { get; init; }

    /// <summary>交流、兼职、走教 teachers of sports and arts, where a person let them count for this school; with the reason.</summary>
    public Allowance? MoreSportsAndArtsTeachers { get; init; }

    /// <summary>Converted or leased sports area in ㎡, where a person let it count for this school; with the reason.</summary>
    public Allowance? MoreSportsArea { get; init; }

    public LevelFigures Of(Level level) => level switch
    {
        Level.Primary => Primary,
        Level.Junior => Junior,
        Level.Senior => LevelFigures.None with { Pupils = SeniorPupils },
    };
}

/// <summary>What a special counting rule adds, and why a person switched it on for this school.</summary>
public sealed record Allowance(decimal Amount, string Reason);
