using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>Reads for the report form, the report itself and a task's reports.</summary>
public sealed class ReportQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    private const int TableLimit = 200;

    /// <summary>
    /// The form of the acting unit's own part: the period's draft where there is one, else the last report's values. Refuses: no part of the unit
    /// in the task (not-allowed), closed (task-closed), not signed for (not-signed), not begun (report-not-begun), a closed period (report-period).
    /// </summary>
    public async Task<ReportForm> Form(Actor actor, Guid taskId, string? period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = Permission.Found(
            await db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Targets).Include(t => t.Required).AsSplitQuery()
                .SingleOrDefaultAsync(t => t.Id == taskId && t.JurisdictionId == actor.JurisdictionId, ct),
            t => TaskPermissions.MaySee(actor, t));
        var part = task.Units.SingleOrDefault(u => ReportPermissions.MayWrite(actor, u)) ?? throw RuleBroken.Forbidden();
        task.MustBeOpen();
        part.MustBeSigned();
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var calendar = await calendars.Current(ct);
        var periods = ReportPeriods.On(actor.Day, part.Facts, set.ReportCycle);
        var reports = await db.ProgressReports.AsNoTracking().Include(r => r.Metrics).Include(r => r.Evidence).AsSplitQuery()
            .Where(r => r.TaskUnitId == part.Id).OrderByDescending(r => r.PeriodLastDay).Take(3).ToListAsync(ct);

        // One that was begun or came back is gone on with first, whatever the period proposed.
        var begun = reports.Find(r => r.State is ReportState.Draft or ReportState.Returned && periods.Open.Any(p => p.Code == r.PeriodCode));
        var chosen = periods.Choose(period ?? begun?.PeriodCode, part.StartOn);
        var report = reports.Find(r => r.PeriodLastDay == chosen.LastDay);
        var last = reports.Find(r => r.State == ReportState.Approved && r.PeriodLastDay < chosen.LastDay);
        var source = report ?? last;
        var dueOn = ReportPeriods.DueOn(chosen, part.Facts, set, calendar, actor.Day);
        var help = report is null ? null : await HelpOf(db, report.Id, calendar, actor.Day, ct);
        var owners = await db.Units.Where(u => u.JurisdictionId == task.JurisdictionId && u.EndedOn == null && u.Id != part.UnitId)
            .OrderBy(u => u.SortKey).Select(u => new UnitChoice(u.Id, u.Name)).ToListAsync(ct);
        var inputs = part.Role == UnitRole.Lead ? await Rows(db, task.Id, r => r.State == ReportState.Approved && r.PeriodLastDay == chosen.LastDay && r.UnitId != actor.UnitId, ct) : [];
        return new ReportForm(
            task.Id, task.Number, task.Title, part.Id, part.Role, [.. periods.Open.Select(p => p.Code)], chosen.Code, dueOn,
            calendar.WorkingDaysBetween(actor.Day, dueOn), report?.Id, report?.State, report?.ReturnReason, report?.Version,
            report is null ? last?.PeriodCode : null, source?.Percent ?? Percent.Zero, LightRule.Expected(part.Facts, actor.Day),
            source?.OwnWord ?? OwnWord.OnSchedule, report?.Narrative ?? last?.Narrative ?? "", source?.Problem, source?.NextStep,
            part.Role == UnitRole.Lead ? Fields(task.Targets, source) : [], help, [.. report?.Evidence.Select(e => e.EvidenceVersionId) ?? []], inputs, owners,
            [.. task.Required.Select(r => r.Kind)]);
    }

    /// <summary>A report with all it says. Refuses with not-found what the person may not see (a draft of another unit among it).</summary>
    public async Task<ReportView> One(Actor actor, Guid reportId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var report = await db.ProgressReports.AsNoTracking().Include(r => r.Metrics)
            .SingleOrDefaultAsync(r => r.Id == reportId && r.JurisdictionId == actor.JurisdictionId, ct) ?? throw RuleBroken.Missing();
        var task = await db.AnnualTasks.AsNoTracking().Include(t => t.Units).Include(t => t.Targets).AsSplitQuery().SingleAsync(t => t.Id == report.TaskId, ct);
        Permission.Found(report, r => ReportPermissions.MaySee(actor, task, r));
        var part = task.Units.Single(u => u.Id == report.TaskUnitId);
        var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
        var calendar = await calendars.Current(ct);
        var facts = await db.Units.Where(u => u.Id == report.UnitId).Select(u => new
        {
            u.Name,
            Before = db.ProgressReports.Where(r => r.TaskUnitId == report.TaskUnitId && r.State == ReportState.Approved && r.PeriodLastDay < report.PeriodLastDay)
                .OrderByDescending(r => r.PeriodLastDay).Select(r => (Percent?)r.Percent).FirstOrDefault(),
        }).SingleAsync(ct);
        var evidence = await EvidenceQueries.Rows(db, from c in db.EvidenceCitations
                                                      join v in db.EvidenceVersions on c.EvidenceVersionId equals v.Id
                                                      where c.ReportId == reportId
                                                      select v).ToListAsync(ct);
        var inputs = part.Role == UnitRole.Lead
            ? await Rows(db, task.Id, r => db.ReportInputs.Any(i => i.LeadReportId == reportId && i.CooperatingReportId == r.Id), ct)
            : [];
        var help = await HelpOf(db, reportId, calendar, actor.Day, ct);
        var judgedOn = report.SubmittedAt is { } at ? ChinaTime.DayOf(at) : actor.Day;
        return new ReportView(
            report.Id, task.Id, task.Number, task.Title, part.Id, facts.Name, part.Role, report.PeriodCode, ReportPeriods.DueOn(report.Period, part.Facts, set, calendar, judgedOn),
            report.State, report.Percent, LightRule.Expected(part.Facts, judgedOn), facts.Before, report.OwnWord, report.Narrative, report.Problem,
            report.NextStep, report.NoChange, report.Late, report.WrittenBy, report.SubmittedAt, report.ApprovedBy, report.ApprovedAt, report.ReturnReason,
            report.Version, [.. Fields(task.Targets, report).Where(f => f.Value is not null && report.Metrics.Any(m => m.TargetId == f.TargetId))], help,
            evidence, inputs, report.State == ReportState.WithHead && task.IsOpen && ReportPermissions.MayApprove(actor, report),
            report.State is ReportState.Draft or ReportState.Returned && task.IsOpen && ReportPermissions.MayWrite(actor, part));
    }

    /// <summary>The task's approved reports and the acting unit's own, newest period first. Refuses with not-found a task the person does not see.</summary>
    public async Task<(IReadOnlyList<TargetRow> Targets, IReadOnlyList<ReportRow> Reports)> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct))
        {
            throw RuleBroken.Missing();
        }

        var targets = await db.TaskTargets.AsNoTracking().Where(t => t.TaskId == taskId).OrderBy(t => t.Position).ToListAsync(ct);
        var own = actor.WorksFor(actor.UnitId) ? actor.UnitId : Guid.Empty;
        var reports = await Rows(db, taskId, r => r.State == ReportState.Approved || r.UnitId == own, ct);
        return ([.. targets.Select(t => new TargetRow(t.Id, t.AsWritten, t.Metric, t.Value, t.Unit, t.Aspirational, t.Reported, t.IsMet))], reports);
    }

    private static List<MetricField> Fields(IReadOnlyList<TaskTarget> targets, ProgressReport? source) =>
    [
        .. targets.OrderBy(t => t.Position).Where(t => t.Value is not null).Select(t => new MetricField(
            t.Id, t.AsWritten, t.Metric, t.Unit, source?.Metrics.FirstOrDefault(m => m.TargetId == t.Id)?.Value ?? t.Reported)),
    ];

    private static async Task<HelpRow?> HelpOf(WorkflowDb db, Guid reportId, WorkingCalendar calendar, DateOnly day, CancellationToken ct)
    {
        var found = await (from h in db.HelpRequests.AsNoTracking()
                           join owner in db.Units on h.OwnerUnitId equals owner.Id
                           join asking in db.Units on h.AskingUnitId equals asking.Id
                           where h.ReportId == reportId
                           select new { Help = h, Owner = owner.ShortName, Asking = asking.ShortName }).SingleOrDefaultAsync(ct);
        return found is null ? null : HelpQueries.Row(found.Help, found.Owner, found.Asking, calendar, day);
    }

    private static async Task<List<ReportRow>> Rows(
        WorkflowDb db, Guid taskId, System.Linq.Expressions.Expression<Func<ProgressReport, bool>> which, CancellationToken ct) =>
        await (from r in db.ProgressReports.Where(r => r.TaskId == taskId).Where(which)
               join u in db.Units on r.UnitId equals u.Id
               join p in db.TaskUnits on r.TaskUnitId equals p.Id
               orderby r.PeriodLastDay descending, p.Id
               select new ReportRow(
                   r.Id, r.UnitId, u.ShortName, p.Role, r.PeriodCode, r.PeriodLastDay, r.State, r.Percent, r.Narrative, r.NoChange, r.Late, r.WrittenBy,
                   r.SubmittedAt, r.ApprovedAt)).Take(TableLimit).ToListAsync(ct);
}
