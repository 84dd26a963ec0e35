using System.Text.Json.Serialization;
using Equalization.Workflow.Core.Plans.Reading.Bodies;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>A stretch of a plan's source text, in UTF-16 positions; the end is not part of it.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>What the reader found in a plan document. Nothing in it is stored or issued; a person checks it first.</summary>
/// <param name="Text">The text that every span counts in: line ends normalised to \n, nothing else changed.</param>
/// <param name="PeriodFrom">First year of the plan's period; null when the text names none.</param>
/// <param name="Overall">Targets of the plan as a whole, outside any measure.</param>
/// <param name="Skipped">Stretches that are neither measure nor target nor heading, each with the reason.</param>
public sealed record PlanDraft(
    string Text,
    string? Title,
    string? DocumentNumber,
    string? Issuer,
    DateOnly? IssuedOn,
    int? PeriodFrom,
    int? PeriodTo,
    IReadOnlyList<DraftTarget> Overall,
    IReadOnlyList<DraftMeasure> Measures,
    IReadOnlyList<SkippedText> Skipped)
{
    /// <summary>What a person should look at in the document as a whole, one Chinese sentence each.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>Where the title stands; null when there is none. The same holds for the three below.</summary>
    public SourceSpan? TitleSpan { get; init; }

    public SourceSpan? DocumentNumberSpan { get; init; }

    public SourceSpan? IssuerSpan { get; init; }

    public SourceSpan? IssuedOnSpan { get; init; }

    /// <summary>The phases of the work, in order.</summary>
    public IReadOnlyList<DraftPhase> Phases { get; init; } = [];

    /// <summary>The schedule of accreditation by county; null when the plan has none.</summary>
    public DraftAccreditation? Accreditation { get; init; }

    public DraftLeadingGroup? LeadingGroup { get; init; }

    /// <summary>By when the work as a whole is done (到2019年底); null when the introduction and the goals name no day.</summary>
    public DraftDeadline? OverallDeadline { get; init; }

    /// <summary>The unit that stands for all counties (各区县(市)政府) and how else the plan writes it; the first is the usual one.</summary>
    public IReadOnlyList<string> CountyGroup { get; init; } = [];

    /// <summary>How often the rules looked at a character while reading this text; in proportion to its length.</summary>
    public long Looks { get; init; }
}

/// <summary>One numbered measure (主要措施) of the draft.</summary>
/// <param name="Number">As written, without its closing mark; null if the text lost it.</param>
/// <param name="Title">The heading or first clause, without number and closing mark.</param>
/// <param name="Section">Headings above it, outermost first, joined by "/"; "" if none.</param>
/// <param name="Body">The text after the title, unit statement left out.</param>
/// <param name="Span">The whole measure with number and unit statement.</param>
/// <param name="Mechanisms">Named working methods, such as 一校一策.</param>
/// <param name="Exceptions">Who is left out, as written.</param>
/// <param name="Doubts">What a person should look at first, one Chinese sentence each; empty when nothing is doubtful.</param>
public sealed record DraftMeasure(
    string? Number,
    string? Title,
    string Section,
    string Body,
    SourceSpan Span,
    SourceSpan TitleSpan,
    IReadOnlyList<DraftUnit> Units,
    IReadOnlyList<DraftDeadline> Deadlines,
    IReadOnlyList<DraftTarget> Targets,
    IReadOnlyList<string> Mechanisms,
    IReadOnlyList<string> Exceptions,
    IReadOnlyList<string> Doubts)
{
    /// <summary>The list of units ends in 等 or 等有关部门: more units are meant than are named.</summary>
    public bool ListIsOpen { get; init; }

    /// <summary>The duties of the unit, where the measure is a unit's paragraph in a chapter by unit.</summary>
    public IReadOnlyList<DraftDuty> Duties { get; init; } = [];

    public ReadingRule Rule { get; init; } = ReadingRules.None;

    public Confidence Confidence => Title is null ? Confidence.Doubtful : Rule.Confidence;

    /// <summary>The row of a table file it stands in; null for a measure of a document.</summary>
    public DraftPlace? Place { get; init; }

    /// <summary>Which counties are due in which year, where the measure says so.</summary>
    public IReadOnlyList<DraftScheduleYear> Schedule { get; init; } = [];
}

/// <summary>A row of a table file, by the sheet's name and the number that the spreadsheet program shows beside it.</summary>
public sealed record DraftPlace(string Sheet, int Row);

/// <summary>The counties a measure names for one year.</summary>
public sealed record DraftScheduleYear(int Year, IReadOnlyList<string> Counties);

/// <summary>How the document ties a unit to a measure. Responsible: named without a lead beside it (责任单位, 负责单位 alone).</summary>
public enum DraftUnitRole
{
    Lead,
    Cooperating,
    Responsible,
}

/// <summary>A unit as a measure names it.</summary>
/// <param name="Name">As written, white space removed.</param>
/// <param name="ResolvedName">With a dropped level sign put back (市编办、人社局 → 市人社局); equals Name otherwise.</param>
/// <param name="IsCollective">Stands for several units (各区县(市)政府); a person expands it.</param>
/// <param name="Label">The word used in the text, such as 牵头单位 or 负责单位.</param>
public sealed record DraftUnit(DraftUnitRole Role, string Name, string ResolvedName, bool IsCollective, string Label, SourceSpan Span)
{
    public ReadingRule Rule { get; init; } = ReadingRules.None;

    public Confidence Confidence => !UnitNames.EndsLikeUnit(Name) ? Confidence.Doubtful
        : Name != ResolvedName && Rule.Confidence == Confidence.Certain ? Confidence.Likely
        : Rule.Confidence;
}

/// <summary>By: due on that day. Start: runs from it. Recurring: each period. Ongoing: no end.</summary>
public enum DeadlineKind
{
    By,
    Start,
    Recurring,
    Ongoing,
}

/// <summary>A date the text names for a measure.</summary>
/// <param name="Day">The last day (By) or first day (Start); null where there is none.</param>
/// <param name="StartOn">First day of a recurring one, if named.</param>
public sealed record DraftDeadline(string AsWritten, DateOnly? Day, DeadlineKind Kind, DateOnly? StartOn, SourceSpan Span)
{
    /// <summary>What must have happened by the day (动工, 投入使用); null when it is the measure itself.</summary>
    public string? Milestone { get; init; }

    /// <summary>Why a year was supplied that the phrase does not name; null when it is written.</summary>
    public string? Inferred { get; init; }

    /// <summary>In what other way the phrase may be meant; null when it is plain.</summary>
    public string? Doubt { get; init; }

    /// <summary>"year", "quarter", "month" or "term" when it recurs.</summary>
    public string? Period { get; init; }

    public ReadingRule Rule { get; init; } = ReadingRules.None;

    public Confidence Confidence => Doubt is not null || (Kind == DeadlineKind.By && Day is null) ? Confidence.Doubtful : Rule.Confidence;
}

/// <summary>How a measured value is held against its target. Between has both ends included.</summary>
public enum Comparator
{
    AtMost,
    AtLeast,
    Equal,
    Between,
}

/// <summary>A target as numbers. A target without a number keeps its words, with Comparator and Value null.</summary>
/// <param name="Metric">What is measured, in the words of the text as far as they can be cut out.</param>
/// <param name="Upper">The upper end when the comparator is Between.</param>
/// <param name="Basis">How a number was inferred (全面消除 = 0); null when it is written.</param>
/// <param name="Aspirational">争取, 力争, 努力, 逐步.</param>
/// <param name="RecursYearly">Holds for each year (每年, 逐年) from Year on.</param>
/// <param name="PerUnit">"区县(市)" in 每个区县(市); null when it is one figure for all.</param>
public sealed record DraftTarget(
    int? Year,
    string AsWritten,
    string Metric,
    Comparator? Comparator,
    decimal? Value,
    decimal? Upper,
    string? Unit,
    string? Basis,
    bool Aspirational,
    bool RecursYearly,
    string? PerUnit,
    SourceSpan Span)
{
    /// <summary>States what exists already (在…的基础上); not a target to be reached.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>What a person should look at in this target, a Chinese sentence; null when nothing is doubtful.</summary>
    [JsonIgnore]
    public string? Doubt { get; init; }

    // Kept targets of a plan are packed as JSON; how they were read is asked of a fresh reading.
    [JsonIgnore]
    public ReadingRule Rule { get; init; } = ReadingRules.None;

    [JsonIgnore]
    public Confidence Confidence => Doubt is null ? Rule.Confidence : Confidence.Doubtful;
}

/// <summary>Source text that became nothing, and why (a Chinese sentence).</summary>
public sealed record SkippedText(SourceSpan Span, string Reason);
