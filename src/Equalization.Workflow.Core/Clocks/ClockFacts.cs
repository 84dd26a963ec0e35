using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>Something lay with somebody from the day it came until the day it was dealt with; null: it lies there still.</summary>
public sealed record Stay(DateOnly From, DateOnly? Until)
{
    /// <summary>The day of coming is not the holder's, the day of dealing with it is.</summary>
    public bool Holds(DateOnly day) => day > From && !(day > Until);
}

/// <summary>A matter to coordinate, from one unit to another or (null) to the office.</summary>
public sealed record HelpStay(Guid AskingUnitId, Guid? OwnerUnitId, Stay Stay)
{
    /// <summary>What is awaited is the decision of a duty dispute.</summary>
    public bool IsDispute { get; init; }
}

/// <summary>A report as booked on the day it was approved.</summary>
public sealed record BookedReport(DateOnly On, DateOnly PeriodLastDay, Percent Percent)
{
    public OwnWord OwnWord { get; init; }
}

/// <summary>From that day's end on the task was due on another day.</summary>
public sealed record MovedDue(DateOnly On, DateOnly ToDueOn);

/// <summary>One unit's part as far as the clock asks. OwnDueOn is the part's day where it is earlier than the task's.</summary>
public sealed record ClockPart(
    Guid Id, Guid UnitId, UnitRole Role, DateOnly? OwnDueOn, DateOnly SignDueOn, DateOnly? SignedOn, DateOnly? ReleasedOn, IReadOnlyList<Stay> Declines,
    IReadOnlyList<BookedReport> Reports)
{
    /// <summary>What stood booked when the day began: the report on the latest period, as a report on an older one changes nothing.</summary>
    public Percent ReportedBefore(DateOnly day) =>
        Reports.Where(r => r.On < day).OrderBy(r => r.PeriodLastDay).LastOrDefault()?.Percent ?? Percent.Zero;

    /// <summary>The day on which the complete report that stood when <paramref name="day"/> began was booked; null when it was not complete.</summary>
    public DateOnly? CompleteSince(DateOnly day) =>
        Reports.Where(r => r.On < day).OrderBy(r => r.PeriodLastDay).LastOrDefault() is { } last && last.Percent == Percent.Full ? last.On : null;
}

/// <summary>All recorded facts from which a task's clock is told, as days in China; nothing later than <paramref name="Today"/> is in them.</summary>
/// <param name="Closures">Days off the ledger: from the write-off until it was reopened.</param>
public sealed record ClockFacts(
    Guid TaskId, DateOnly IssuedOn, DateOnly Today, DateOnly FirstDueOn, IReadOnlyList<MovedDue> Moves, IReadOnlyList<Stay> Closures, IReadOnlyList<ClockPart> Parts,
    IReadOnlyList<Stay> Completions, IReadOnlyList<Stay> Extensions, IReadOnlyList<HelpStay> Helps)
{
    /// <summary>Days on which the clock stood still by decision, the first and the last included.</summary>
    public IReadOnlyList<Stay> Holds { get; init; } = [];

    /// <summary>Units that led before, each with the last day it did, included; in order. After the last one the part in the role of lead leads.</summary>
    public IReadOnlyList<(DateOnly Until, Guid UnitId)> FormerLeads { get; init; } = [];

    /// <summary>The part that led on a day.</summary>
    public ClockPart LeadOn(DateOnly day) =>
        FormerLeads.Where(l => day <= l.Until).Select(l => Parts.Single(p => p.UnitId == l.UnitId)).FirstOrDefault() ?? Parts.Single(p => p.Role == UnitRole.Lead);

    /// <summary>The same up to today, one that goes on included.</summary>
    public HeldDays Held => HeldOf(Holds);

    /// <summary>Those from which the task had been resumed by the end of a day.</summary>
    public HeldDays HeldBefore(DateOnly day) => HeldOf(Holds.Where(h => h.Until <= day));

    private HeldDays HeldOf(IEnumerable<Stay> holds) => HeldDays.Of(holds.Select(h => new HoldSpan(h.From.AddDays(1), h.Until ?? Today)));

    /// <summary>The last day the clock runs to, included: today, or the day it was closed for good.</summary>
    public DateOnly EndsOn => Closures.FirstOrDefault(c => c.Until is null) is { } closed && closed.From < Today ? closed.From : Today;

    /// <summary>The due day that held when the day began.</summary>
    public DateOnly DueOn(DateOnly day) => Moves.LastOrDefault(m => m.On < day)?.ToDueOn ?? FirstDueOn;

    /// <summary>The due day as it stands when today ends.</summary>
    public DateOnly CurrentDueOn => Moves.LastOrDefault()?.ToDueOn ?? FirstDueOn;
}
