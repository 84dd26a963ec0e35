using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>
/// Everything a report is written with: the task with its parts, the unit's part, the rules, the period, and the period's report if there is one. The
/// task's targets are loaded by who books figures: most reports have none.
/// </summary>
internal sealed record ReportDesk(
    AnnualTask Task, TaskUnit Part, RuleSet Rules, WorkingCalendar Calendar, ReportPeriod Period, ProgressReport? Report)
{
    private static readonly DailyQuery<Func<WorkflowDb, Guid, DateOnly, CancellationToken, Task<ProgressReport?>>> OfPeriod = new(() => EF.CompileAsyncQuery(
        (WorkflowDb db, Guid taskUnitId, DateOnly lastDay, CancellationToken ct) => db.ProgressReports.Include(r => r.Metrics).Include(r => r.Evidence).AsSplitQuery()
            .SingleOrDefault(r => r.TaskUnitId == taskUnitId && r.PeriodLastDay == lastDay)));

    /// <summary>
    /// Refuses: not the unit's person (not-allowed), a closed task (task-closed), a part not signed for (not-signed), a report that was
    /// changed since the form was opened (stale).
    /// </summary>
    public static async Task<ReportDesk> Open(
        WorkflowDb db, Actor actor, Guid taskUnitId, int? version, string? period, RuleBook rules, WorkingCalendars calendars, CancellationToken ct)
    {
        var task = await db.TakeTaskOfPart(actor, taskUnitId, ct);
        var part = task.Units.Single(u => u.Id == taskUnitId);
        Permission.Require(ReportPermissions.MayWrite(actor, part));
        task.MustBeOpen();
        part.MustBeSigned();

        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var chosen = ReportPeriods.On(actor.Day, part.Facts, set.ReportCycle).Choose(period, part.StartOn);
        var report = await OfPeriod.In(db)(db, part.Id, chosen.LastDay, ct);
        if (report is not null && version is { } posted)
        {
            db.Expect(report, posted);
        }
        else if (report is null != version is null)
        {
            throw RuleBroken.Changed();
        }

        return new ReportDesk(task, part, set, await calendars.Current(ct), chosen, report);
    }

    /// <summary>The desk of a report that lies with the head. Refuses with not-found what the person may not see.</summary>
    public static async Task<ReportDesk> Find(
        WorkflowDb db, Actor actor, Guid reportId, RuleBook rules, WorkingCalendars calendars, CancellationToken ct)
    {
        var report = await db.ProgressReports.Include(r => r.Metrics).Include(r => r.Evidence).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Id == reportId && r.JurisdictionId == actor.JurisdictionId, ct)
            ?? throw RuleBroken.Missing();
        var task = await db.TakeParts(actor, report.TaskId, ct);
        Permission.Found(report, r => ReportPermissions.MaySee(actor, task, r));
        var part = task.Units.Single(u => u.Id == report.TaskUnitId);
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        return new ReportDesk(task, part, set, await calendars.Current(ct), report.Period, report);
    }
}
