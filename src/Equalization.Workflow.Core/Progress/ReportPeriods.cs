using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Progress;

/// <summary>
/// The periods a unit may report on a day: the one under way, the one before it and, where that one is not asked for, the latest that is (<see cref="OwedReports"/>); none earlier
/// than the period in which its work began.
/// </summary>
/// <param name="Open">Newest first; empty when the work has not begun.</param>
/// <param name="Proposed">The latest asked for of those before while it has no approved report, else the one under way.</param>
public sealed record ReportPeriods(IReadOnlyList<ReportPeriod> Open, ReportPeriod? Proposed)
{
    public static ReportPeriods On(DateOnly day, LightFacts facts, ReportCycle cycle)
    {
        var begin = facts.SignedOn > facts.StartOn ? facts.SignedOn.Value : facts.StartOn;
        var first = ReportPeriod.Containing(begin, cycle);
        var current = ReportPeriod.Containing(day, cycle);
        var owed = OwedReports.Before(day, facts.Held, cycle);
        var open = new[] { current, current.Previous(cycle), owed }.Distinct().Where(p => p.FirstDay >= first.FirstDay).ToList();
        var proposed = open.Contains(owed) && !(facts.ReportedThrough >= owed.LastDay) ? owed : current;
        return new ReportPeriods(open, open.Count == 0 ? null : proposed);
    }

    /// <summary>The named period, or the proposed one. Refuses before the work begins (report-not-begun) and one that is closed (report-period).</summary>
    public ReportPeriod Choose(string? code, DateOnly startOn)
    {
        if (Proposed is not { } proposed)
        {
            throw new RuleBroken("report-not-begun", "任务 {0} 起实施，开始之后再报告进展。", startOn);
        }

        if (string.IsNullOrEmpty(code))
        {
            return proposed;
        }

        var named = Open.FirstOrDefault(p => p.Code == code);
        return named.Code is not null
            ? named
            : throw new RuleBroken("report-period", "现在不能报告 {0}，可以报告的是 {1}。请改选报告期。", code, string.Join("、", Open.Select(p => p.Code)))
            {
                Field = "Period",
            };
    }

    /// <summary>The last day, included, on which a period's report is in time; a hold that goes on counts up to the day on which it is asked.</summary>
    public static DateOnly DueOn(ReportPeriod period, LightFacts facts, RuleSet rules, WorkingCalendar calendar, DateOnly day) =>
        OwedReports.DueOn(period, facts.HeldSince is { } since && since <= day ? facts.Held.With(since, day) : facts.Held, rules, calendar);
}
