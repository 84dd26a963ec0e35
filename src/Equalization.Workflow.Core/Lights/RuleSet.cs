using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Lights;

/// <summary>How often a unit reports.</summary>
public enum ReportCycle
{
    Month,
    Quarter,
    HalfYear,
}

/// <summary>
/// The rules a task is judged by, as versioned data: a task keeps the number it was issued under. Defaults are ESCALATION.md §2's default
/// set; both bounds of yellow belong to yellow (10.0 and 30.0 points behind are yellow, 30.01 is red).
/// </summary>
public sealed class RuleSet
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    /// <summary>1 for the first; the highest is in force.</summary>
    public int Number { get; init; }

    /// <summary>Blue from this many working days before the due day on.</summary>
    public WorkingDays BlueWorkingDays { get; init; } = 3;

    /// <summary>Yellow from this many points behind schedule on.</summary>
    public int YellowFromPoints { get; init; } = 10;

    /// <summary>Red when more than this many points behind.</summary>
    public int RedOverPoints { get; init; } = 30;

    /// <summary>Red when this many months in a row closed yellow.</summary>
    public int RedAfterYellowMonths { get; init; } = 3;

    /// <summary>Working days after issue within which a unit signs.</summary>
    public WorkingDays SignTermWorkingDays { get; init; } = 5;

    public ReportCycle ReportCycle { get; init; } = ReportCycle.Quarter;

    /// <summary>Working days after a period's end until its report is due; after that the unit is silent.</summary>
    public WorkingDays ReportGraceWorkingDays { get; init; } = 5;

    /// <summary>An extension is asked at least this many days before the due day; 0 accepts the due day itself.</summary>
    public int ExtensionDaysBefore { get; init; }

    /// <summary>Working days in which the office answers an extension request.</summary>
    public WorkingDays ExtensionReplyWorkingDays { get; init; } = 5;

    /// <summary>Working days in which a help request must be answered unless it names a day.</summary>
    public WorkingDays HelpAnswerWorkingDays { get; init; } = 10;

    /// <summary>Working days in which the office reviews a completion request.</summary>
    public int ReviewWorkingDays { get; init; } = 10;

    /// <summary>Working days a unit has to answer an urge; then supervision is proposed (ESCALATION.md §1, rung 2).</summary>
    public int UrgeTermWorkingDays { get; init; } = 5;

    /// <summary>Whether an overdue task is urged by the program itself; else the office signs that too.</summary>
    public bool UrgeByItself { get; init; } = true;

    /// <summary>Working days a unit has to answer a supervision notice (督办通知单).</summary>
    public int SupervisionTermWorkingDays { get; init; } = 10;

    /// <summary>Working days in which a unit confirms or objects to what a bulletin (通报) says of it.</summary>
    public int FactCheckWorkingDays { get; init; } = 3;

    /// <summary>Whether a bulletin may carry a ranking at all.</summary>
    public bool BulletinRanking { get; init; } = true;

    /// <summary>The ladder of escalation, as LadderRules packs it; empty in sets from before it was data, which have the default.</summary>
    public string Ladder { get; init; } = "";

    public DateTime CreatedAt { get; init; }

    public string Note { get; init; } = "";

    public string By { get; init; } = "系统";

    /// <summary>The next set: these rules with another ladder.</summary>
    public RuleSet WithLadder(string ladder, string note, string by, DateTime now) => Next(ladder, FactCheckWorkingDays, BulletinRanking, note, by, now);

    /// <summary>The next set: these rules with other terms of bulletins.</summary>
    public RuleSet WithBulletins(int factCheckWorkingDays, bool ranking, string note, string by, DateTime now) =>
        Next(Ladder, factCheckWorkingDays, ranking, note, by, now);

    private RuleSet Next(string ladder, int factCheckWorkingDays, bool ranking, string note, string by, DateTime now) => new()
    {
        JurisdictionId = JurisdictionId,
        Number = Number + 1,
        BlueWorkingDays = BlueWorkingDays,
        YellowFromPoints = YellowFromPoints,
        RedOverPoints = RedOverPoints,
        RedAfterYellowMonths = RedAfterYellowMonths,
        SignTermWorkingDays = SignTermWorkingDays,
        ReportCycle = ReportCycle,
        ReportGraceWorkingDays = ReportGraceWorkingDays,
        ExtensionDaysBefore = ExtensionDaysBefore,
        ExtensionReplyWorkingDays = ExtensionReplyWorkingDays,
        HelpAnswerWorkingDays = HelpAnswerWorkingDays,
        ReviewWorkingDays = ReviewWorkingDays,
        UrgeTermWorkingDays = UrgeTermWorkingDays,
        UrgeByItself = UrgeByItself,
        SupervisionTermWorkingDays = SupervisionTermWorkingDays,
        FactCheckWorkingDays = factCheckWorkingDays,
        BulletinRanking = ranking,
        Ladder = ladder,
        CreatedAt = now,
        Note = note,
        By = by,
    };
}
