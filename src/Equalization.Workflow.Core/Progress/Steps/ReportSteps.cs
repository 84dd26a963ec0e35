using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Steps;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Core.Progress.Steps;

/// <param name="Period">Code of the period to report on, such as 2018Q1; null when no more reports are asked for.</param>
/// <param name="ReportEndsAt">End of the last day on which its report is in time.</param>
public sealed record ReportTerm(string? Period, DateTimeOffset? ReportEndsAt);

/// <summary>
/// Next: the period whose report falls due next. Past: the last period of the work has been asked for; nothing is asked unless the due day moves.
/// Closed: the task is written off or withdrawn.
/// </summary>
public sealed class NextReport(RuleBook rules, WorkingCalendars calendars) : TaskStep<ReportTerm>("Equalization.NextReport", "Next", "Past", "Closed")
{
    protected override async Task<Answer<ReportTerm>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (!task.IsOpen)
        {
            return new("Closed", new ReportTerm(null, null));
        }

        var (set, calendar) = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct));
        var first = ReportPeriod.Containing(task.StartOn, set.ReportCycle);
        var current = ReportPeriod.Containing(ChinaTime.DayOf(now), set.ReportCycle);
        var next = current.FirstDay < first.FirstDay ? first : current;
        foreach (var period in new[] { OwedReports.Before(ChinaTime.DayOf(now), task.Held, set.ReportCycle), next, next.Next(set.ReportCycle) })
        {
            var endsAt = ChinaTime.EndOf(OwedReports.DueOn(period, task.Held, set, calendar));
            if (period.FirstDay >= first.FirstDay && period.FirstDay <= task.CurrentDueOn && !task.Held.Covers(period.LastDay) && endsAt > now)
            {
                return new("Next", new ReportTerm(period.Code, endsAt));
            }
        }

        return new("Past", new ReportTerm(null, null));
    }
}

/// <summary>Units without the period's report when its term ended, by short name; empty when all had reported.</summary>
public sealed record Silence(string Units);

/// <summary>The term of a report has ended: books the flag “no word” (未反馈) on the parts without one, and tells them in the story.</summary>
public sealed class BookSilence(RuleBook rules, WorkingCalendars calendars) : TaskStep<Silence>("Equalization.BookSilence")
{
    protected override async Task<Answer<Silence>> Run(AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (!task.IsOpen || task.HeldSince is not null)
        {
            return new("Done", new Silence(""));
        }

        var (set, calendar, day) = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), ChinaTime.DayOf(now));
        db.TellLights(task, LightBook.Rejudge(task, set, calendar, day));
        var silent = task.Units.Where(u => u.TakesPart && u.Silent).ToList();
        if (silent.Count == 0)
        {
            return new("Done", new Silence(""));
        }

        var names = await Names(db, silent, ct);
        var owed = OwedReports.Last(silent[0].Facts, set, calendar, day)!.Value;
        db.Tell(task.Id, ActKind.LightChange, null, null, "{0} 进展报告期限已过，未反馈：{1}", owed.Period.Code, names);
        return new("Done", new Silence(names));
    }
}
