using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>What a part's light is decided from as it stood at the end of a past day, told from recorded facts alone.</summary>
public static class LightHistory
{
    /// <summary>Yellow months are counted by judging each month's last day since issue, as the nightly sweep does.</summary>
    public static LightFacts On(ClockFacts facts, ClockPart part, DateOnly startOn, RuleSet rules, WorkingCalendar calendar, DateOnly day)
    {
        var (yellow, month) = (0, new DateOnly(facts.IssuedOn.Year, facts.IssuedOn.Month, 1));
        for (var next = month.AddMonths(1); next <= day; next = next.AddMonths(1))
        {
            if (facts.Holds.Any(h => h.Holds(next.AddDays(-1))))
            {
                continue;
            }

            var light = LightRule.Judge(At(facts, part, startOn, next.AddDays(-1), yellow, calendar), rules, calendar, next.AddDays(-1)).Light;
            yellow = light == Light.Yellow || (light == Light.Red && yellow >= rules.RedAfterYellowMonths) ? yellow + 1 : 0;
        }

        return At(facts, part, startOn, day, yellow, calendar);
    }

    private static LightFacts At(ClockFacts facts, ClockPart part, DateOnly startOn, DateOnly day, int yellowMonths, WorkingCalendar calendar)
    {
        var report = part.Reports.Where(r => r.On <= day).OrderBy(r => r.PeriodLastDay).ThenBy(r => r.On).LastOrDefault();
        var due = facts.DueOn(day.AddDays(1));
        due = part.OwnDueOn is { } own && own < due ? own : due;
        var closed = facts.Closures.FirstOrDefault(c => c.Holds(day.AddDays(1)));
        return new LightFacts(
            part.SignedOn <= day, startOn, due, part.SignDueOn, report?.Percent, report?.PeriodLastDay,
            part.SignedOn <= day ? part.SignedOn : null, report?.OwnWord ?? OwnWord.OnSchedule, yellowMonths, closed?.From)
        {
            // A day on which it was resumed is judged as the act itself judged it.
            HeldSince = facts.Holds.FirstOrDefault(h => h.Holds(day) && h.Until != day)?.From.AddDays(1),
            Held = facts.HeldBefore(day),
            HeldLateDays = facts.Holds.Where(h => h.From >= due && h.Until <= day).Sum(h => calendar.WorkingDaysBetween(h.From, h.Until!.Value)),
        };
    }
}
