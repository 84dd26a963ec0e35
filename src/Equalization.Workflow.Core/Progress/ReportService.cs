using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>
/// Progress reports (进展报告): one a period of each part. The contact writes and submits, the unit head approves; what a head submits is the
/// unit's word at once. A version is the report's own, null while there is none.
/// </summary>
public sealed class ReportService(Transact transact, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>Keeps what was written so far. Refuses as <see cref="ReportDesk.Open"/> does, and a report the head has or has approved.</summary>
    public Task<Guid> Save(Actor actor, Guid taskUnitId, int? version, ReportDraft draft, CancellationToken ct) =>
        transact.Run(actor, "保存进展草稿", async (db, act) =>
        {
            var desk = await ReportDesk.Open(db, actor, taskUnitId, version, draft.Period, rules, calendars, ct);
            return (await Write(db, act, desk, draft, noChange: false, ct)).Id;
        }, ct);

    /// <summary>Writes and submits in one act. Refuses also without a narrative (report-narrative) and a unit without a head (no-head).</summary>
    public Task<Guid> Submit(Actor actor, Guid taskUnitId, int? version, ReportDraft draft, CancellationToken ct) =>
        transact.Run(actor, "提交进展", async (db, act) =>
        {
            var desk = await ReportDesk.Open(db, actor, taskUnitId, version, draft.Period, rules, calendars, ct);
            var report = await Write(db, act, desk, draft, noChange: false, ct);
            await Send(db, act, desk, report, ct);
            return report.Id;
        }, ct);

    /// <summary>Reports the last figures again in one step (无变化). Refuses where there is no approved report to repeat (no-last-report).</summary>
    public Task<Guid> NoChange(Actor actor, Guid taskUnitId, string? period, int? version, CancellationToken ct) =>
        transact.Run(actor, "报告无变化", async (db, act) =>
        {
            var desk = await ReportDesk.Open(db, actor, taskUnitId, version, period, rules, calendars, ct);
            var last = await db.ProgressReports.AsNoTracking().Include(r => r.Metrics)
                .Where(r => r.TaskUnitId == taskUnitId && r.State == ReportState.Approved && r.PeriodLastDay < desk.Period.LastDay)
                .OrderByDescending(r => r.PeriodLastDay).FirstOrDefaultAsync(ct)
                ?? throw new RuleBroken("no-last-report", "还没有可以沿用的报告，请先填写一次进展。");
            var draft = new ReportDraft(
                desk.Period.Code, last.Percent.Value, last.OwnWord, "无变化", last.Problem, last.NextStep,
                [.. last.Metrics.Select(m => new MetricValue(m.TargetId, m.Value))], null, []);
            var report = await Write(db, act, desk, draft, noChange: true, ct);
            await Send(db, act, desk, report, ct);
            return report.Id;
        }, ct);

    /// <summary>The unit head makes the report the unit's word. Refuses another unit's head (not-allowed) and a second decision (report-not-with-head).</summary>
    public Task Approve(Actor actor, Guid reportId, int version, CancellationToken ct) =>
        transact.Run(actor, "审签进展", async (db, act) =>
        {
            var desk = await ReportDesk.Find(db, actor, reportId, rules, calendars, ct);
            var report = desk.Report!;
            Permission.Require(ReportPermissions.MayApprove(actor, report));
            desk.Task.MustBeOpen();
            desk.Part.MustTakePart();
            report.Approve(actor.Signature(), act.At);
            db.Expect(report, version);
            db.Tell(desk.Task.Id, ActKind.ReportApproval, report.Id, report.Narrative, "审签 {0} 进展报告，完成 {1}", report.PeriodCode, report.Percent);
            await Book(db, act, desk, report, ct);
        }, ct);

    /// <summary>The unit head sends it back to who wrote it. Refuses without a reason (return-reason).</summary>
    public Task Return(Actor actor, Guid reportId, int version, string reason, CancellationToken ct) =>
        transact.Run(actor, "退回进展", async (db, _) =>
        {
            var desk = await ReportDesk.Find(db, actor, reportId, rules, calendars, ct);
            var report = desk.Report!;
            Permission.Require(ReportPermissions.MayApprove(actor, report));
            desk.Task.MustBeOpen();
            report.Return(reason);
            db.Expect(report, version);
            db.Tell(desk.Task.Id, ActKind.ReportReturn, report.Id, report.ReturnReason, "退回 {0} 进展报告", report.PeriodCode);
            db.Notify([report.WrittenById], NoticeKind.ReportReturned, nameof(AnnualTask), desk.Task.Id, null,
                "任务 {0}“{1}”的 {2} 进展报告被退回，请修改后再次提交。", desk.Task.Number, desk.Task.Title, report.PeriodCode);
        }, ct);

    private static async Task<ProgressReport> Write(
        WorkflowDb db, CurrentAct act, ReportDesk desk, ReportDraft draft, bool noChange, CancellationToken ct)
    {
        var report = desk.Report;
        if (report is null)
        {
            report = new ProgressReport(desk.Part, desk.Period);
            db.Add(report);
        }

        report.Write(
            Percent.Of(draft.Percent), draft.OwnWord, draft.Narrative ?? "", draft.Problem, draft.NextStep, noChange, act.Actor.PersonId,
            act.Actor.Signature());
        if (desk.Report is not null)
        {
            // Figures and evidence hang on rows of their own: the report itself is raised, so that a second form made from it is told.
            db.Entry(report).Property(r => r.Narrative).IsModified = true;
        }

        if (draft.Metrics.Count > 0)
        {
            await db.LoadTargets(desk.Task, ct);
        }

        foreach (var metric in draft.Metrics)
        {
            if (desk.Task.Targets.All(t => t.Id != metric.TargetId))
            {
                throw RuleBroken.Missing();
            }

            report.SetMetric(metric.TargetId, metric.Value);
        }

        var cited = await Citations.Check(db, desk.Task.Id, desk.Part.UnitId, draft.Evidence, ct);
        db.RemoveRange(report.KeepOnly(draft.Evidence));
        foreach (var version in cited)
        {
            report.Cite(version.VersionId);
        }

        await AskForHelp(db, act, desk, report, draft.Help, ct);
        return report;
    }

    private static async Task AskForHelp(
        WorkflowDb db, CurrentAct act, ReportDesk desk, ProgressReport report, HelpDraft? draft, CancellationToken ct)
    {
        var help = desk.Report is null ? null : await db.HelpRequests.SingleOrDefaultAsync(h => h.ReportId == report.Id, ct);
        if (draft is null)
        {
            if (help is not null)
            {
                db.Remove(help);
            }

            return;
        }

        var today = act.Actor.Day;
        var dueOn = draft.AnswerDueOn ?? desk.Calendar.AddWorkingDays(today, desk.Rules.HelpAnswerWorkingDays);
        if (dueOn < today)
        {
            throw new RuleBroken("help-day", "答复期限 {0} 早于今天，请改填。", dueOn) { Field = "HelpDueOn" };
        }

        var ownerStands = await db.Units.AnyAsync(
            u => u.Id == draft.OwnerUnitId && u.JurisdictionId == report.JurisdictionId && u.EndedOn == null && u.Id != report.UnitId, ct);
        if (!ownerStands)
        {
            throw new RuleBroken("help-owner", "请选择由哪个单位答复，不能选择本单位。") { Field = "HelpOwnerId" };
        }

        if (help is null)
        {
            db.Add(new HelpRequest(report, draft.Text, draft.OwnerUnitId, dueOn));
        }
        else
        {
            help.Reword(draft.Text, draft.OwnerUnitId, dueOn);
        }
    }

    /// <summary>Submits; a head's own report is approved in the same act.</summary>
    private static async Task Send(WorkflowDb db, CurrentAct act, ReportDesk desk, ProgressReport report, CancellationToken ct)
    {
        report.Submit(act.At, ReportPeriods.DueOn(report.Period, desk.Part.Facts, desk.Rules, desk.Calendar, act.Actor.Day), desk.Part.DueOn);
        await SumUp(db, desk, report, ct);
        if (ReportPermissions.MayApprove(act.Actor, report))
        {
            report.Approve(act.Actor.Signature(), act.At);
            db.Tell(desk.Task.Id, ActKind.Report, report.Id, report.Narrative, "提交并审签 {0} 进展报告，完成 {1}", report.PeriodCode, report.Percent);
            await Book(db, act, desk, report, ct);
            return;
        }

        var heads = await Recipients.Of(db, report.UnitId, Role.UnitHead, act.Actor.Day, ct);
        if (heads.Count == 0)
        {
            throw new RuleBroken("no-head", "本单位没有登记在岗的负责人，报告无人审签。请联系管理员登记单位负责人后再提交，内容可先存为草稿。");
        }

        // What it says is the unit's own until the head has approved it, so the story tells only that it was sent.
        db.Tell(desk.Task.Id, ActKind.Report, report.Id, null, "提交 {0} 进展报告，待单位负责人审签", report.PeriodCode);
        db.Notify(heads, NoticeKind.ReportToApprove, nameof(AnnualTask), desk.Task.Id, null,
            "任务 {0}“{1}”的 {2} 进展报告待您审签。", desk.Task.Number, desk.Task.Title, report.PeriodCode);
    }

    /// <summary>The lead's report names the cooperating units' approved reports of the period that it rests on.</summary>
    private static async Task SumUp(WorkflowDb db, ReportDesk desk, ProgressReport report, CancellationToken ct)
    {
        if (desk.Part.Role != UnitRole.Lead)
        {
            return;
        }

        var named = desk.Report is null ? [] : await db.ReportInputs.Where(i => i.LeadReportId == report.Id).Select(i => i.CooperatingReportId).ToListAsync(ct);
        var approved = await db.ProgressReports
            .Where(r => r.TaskId == desk.Task.Id && r.Id != report.Id && r.State == ReportState.Approved && r.PeriodLastDay == report.PeriodLastDay)
            .Select(r => r.Id).ToListAsync(ct);
        db.AddRange(approved.Except(named).Select(id => new ReportInput
        {
            LeadReportId = report.Id,
            CooperatingReportId = id,
            JurisdictionId = report.JurisdictionId,
        }));
    }

    /// <summary>What follows from approval: the part's figures, the lead's metrics, the light, the help request, and who is told.</summary>
    private static async Task Book(WorkflowDb db, CurrentAct act, ReportDesk desk, ProgressReport report, CancellationToken ct)
    {
        var (task, part) = (desk.Task, desk.Part);
        var newest = part.BookReport(report.Period, report.Percent, report.OwnWord);
        if (part.Role == UnitRole.Lead)
        {
            if (newest && report.Metrics.Count > 0)
            {
                await db.LoadTargets(task, ct);
            }

            foreach (var metric in newest ? report.Metrics : [])
            {
                task.Targets.Single(t => t.Id == metric.TargetId).Report(metric.Value);
            }
        }
        else
        {
            var lead = await Recipients.Of(db, task.LeadUnitId, Role.Contact, act.Actor.Day, ct);
            db.Notify(lead, NoticeKind.ReportApproved, nameof(AnnualTask), task.Id, null,
                "{0} 已报送任务 {1}“{2}”的 {3} 进展，可以汇总。", act.Actor.UnitName, task.Number, task.Title, report.PeriodCode);
        }

        db.Notify([report.WrittenById], NoticeKind.ReportApproved, nameof(AnnualTask), task.Id, null,
            "任务 {0}“{1}”的 {2} 进展报告已审签。", task.Number, task.Title, report.PeriodCode);
        LightBook.Rejudge(task, desk.Rules, desk.Calendar, act.Actor.Day);
        await OpenHelp(db, task, report, ct);
    }

    private static async Task OpenHelp(WorkflowDb db, AnnualTask task, ProgressReport report, CancellationToken ct)
    {
        // One made in this very act is not yet in the database.
        var help = db.AsTracked(() => db.HelpRequests.Local.FirstOrDefault(h => h.ReportId == report.Id && db.Entry(h).State != EntityState.Deleted))
            ?? (db.Entry(report).State == EntityState.Added ? null : await db.HelpRequests.SingleOrDefaultAsync(h => h.ReportId == report.Id, ct));
        if (help is null || db.Entry(help).State == EntityState.Deleted)
        {
            return;
        }

        help.Open();
        db.Tell(task.Id, ActKind.HelpRequest, help.Id, help.Text, "提出需协调事项，请在 {0} 前答复", help.AnswerDueOn);
        db.StartProcess("help-request", help.Id, ("taskId", task.Id), ("helpId", help.Id));
    }
}
