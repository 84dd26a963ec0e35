using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Lights;

/// <summary>A period with the last day, included, on which its report is in time.</summary>
public readonly record struct OwedReport(ReportPeriod Period, DateOnly DueOn);

/// <summary>
/// Which periods a part reports on: from the one in which its work began (signed for, or the start if that is later) to the last that begins no later than the due day. A hold stops
/// a report's clock like every other: no day held counts in its term, so that what was owed or running before the hold goes on where it stood. A period whose last day was held is
/// not asked for at all: what was done in it is told with the first period that ends after the resumption.
/// </summary>
public static class OwedReports
{
    /// <summary>The latest period whose term ended before a day; null when none has.</summary>
    public static OwedReport? Last(LightFacts facts, RuleSet rules, WorkingCalendar calendar, DateOnly day)
    {
        var begin = facts.SignedOn is { } signed && signed > facts.StartOn ? signed : facts.StartOn;
        for (var period = Before(day, facts.Held, rules.ReportCycle); period.LastDay >= begin; period = Before(period.FirstDay, facts.Held, rules.ReportCycle))
        {
            if (DueOn(period, facts.Held, rules, calendar) is var due && due < day)
            {
                return new OwedReport(period, due);
            }
        }

        return null;
    }

    /// <summary>The latest period asked for of those that ended before the one a day lies in.</summary>
    public static ReportPeriod Before(DateOnly day, HeldDays held, ReportCycle cycle)
    {
        var period = ReportPeriod.Containing(day, cycle).Previous(cycle);
        while (held.Covers(period.LastDay))
        {
            period = period.Previous(cycle);
        }

        return period;
    }

    /// <summary>The last day, included, on which a period's report is in time.</summary>
    public static DateOnly DueOn(ReportPeriod period, HeldDays held, RuleSet rules, WorkingCalendar calendar) =>
        calendar.Without(held).AddWorkingDays(period.LastDay, rules.ReportGraceWorkingDays);
}
