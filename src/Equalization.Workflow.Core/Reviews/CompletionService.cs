using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Reviews;

/// <summary>What the lead unit states when it holds the task done, and the evidence versions it rests on.</summary>
public sealed record CompletionAsk(string? Statement, IReadOnlyCollection<Guid> Evidence);

/// <summary>
/// Completion (办结申请), review (审核) and write-off (销账). What a head asks goes to the office at once. Versions are the task's for asking and
/// the request's afterwards.
/// </summary>
public sealed class CompletionService(Transact transact, RuleBook rules, WorkingCalendars calendars)
{
    public const int LongestOpinion = 2000;

    /// <summary>
    /// Refuses as <see cref="CompletionRequest"/> does (completion-statement, evidence-missing, task states), a second request while one is
    /// open (completion-open), and evidence the unit may not cite (evidence-not-yours).
    /// </summary>
    public Task<Guid> Ask(Actor actor, Guid taskId, int version, CompletionAsk ask, CancellationToken ct) =>
        transact.Run(actor, "申请办结", async (db, act) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(CompletionPermissions.MayAsk(actor, task));
            task.MustBeUnderWay();
            db.Expect(task, version);
            if (await db.CompletionRequests.AnyAsync(c => c.TaskId == taskId && (c.State == CompletionState.WithHead || c.State == CompletionState.WithOffice), ct))
            {
                throw new RuleBroken("completion-open", "该任务已有一份办结申请在办理，请等待答复。");
            }

            var cited = await Citations.Check(db, taskId, task.LeadUnitId, ask.Evidence, ct);
            var request = new CompletionRequest(
                task, ask.Statement, [.. cited.Select(c => c.Kind)], actor.PersonId, actor.Signature(), act.At);
            db.Add(request);
            db.AddRange(cited.Select(c => new EvidenceCitation
            {
                JurisdictionId = task.JurisdictionId,
                TaskId = task.Id,
                CompletionRequestId = request.Id,
                EvidenceVersionId = c.VersionId,
            }));
            // Two people of one unit asking at once: both raise the task's version, so one of them runs again and finds the other's request.
            db.Entry(task).Property(t => t.State).IsModified = true;
            db.Tell(task.Id, ActKind.Completion, request.Id, request.Statement, "申请办结，引用佐证 {0} 项", cited.Count);
            if (CompletionPermissions.MayPassOn(actor, request))
            {
                PassOn(db, act, task, request);
            }
            else
            {
                await TellHeads(db, act, task, ct);
            }

            return request.Id;
        }, ct);

    /// <summary>The head's word: the task goes under review. Refuses all but the unit's head, and a request no longer with the head (completion-decided).</summary>
    public Task HeadApprove(Actor actor, Guid requestId, int version, CancellationToken ct) =>
        transact.Run(actor, "审签办结申请", async (db, act) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(CompletionPermissions.MayPassOn(actor, request));
            PassOn(db, act, task, request);
            db.Expect(request, version);
            db.Tell(task.Id, ActKind.Completion, request.Id, null, "审签办结申请，报领导小组办公室审核");
        }, ct);

    /// <summary>Refuses without a reason (return-reason).</summary>
    public Task HeadReturn(Actor actor, Guid requestId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "退回办结申请", async (db, _) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(CompletionPermissions.MayPassOn(actor, request));
            request.HeadReturn(reason);
            db.Expect(request, version);
            db.Tell(task.Id, ActKind.Return, request.Id, request.ReturnReason, "单位负责人退回办结申请");
            db.Notify([request.AskedById], NoticeKind.CompletionReturned, nameof(AnnualTask), task.Id, null,
                "任务 {0}“{1}”的办结申请被本单位负责人退回，请修改后再次申请。", task.Number, task.Title);
        }, ct);

    /// <summary>
    /// The office accepts and writes the task off; answers with the write-off's number. Refuses who asked or approved (own-review), a second decision
    /// (completion-decided), and no opinion while the number of a tied gap did not get better (gap-unmoved).
    /// </summary>
    public Task<string> Accept(Actor actor, Guid requestId, int version, string? opinion, CancellationToken ct) =>
        transact.Run(actor, "审核通过并销账", async (db, act) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(CompletionPermissions.MayReview(actor, request));
            request.Accept(actor.PersonId);
            db.Expect(request, version);
            var unmoved = await UnmovedGaps.Of(db, task.JurisdictionId, task.Id, ct);
            RequireWord(unmoved, opinion);
            var review = Reviewed(act, task, request, accepted: true, opinion.Within(LongestOpinion, "审核意见", "Opinion") ?? "同意销账", null);
            db.Add(review);

            var counter = await IssueService.Counter(db, task.JurisdictionId, task.Year, ct);
            var writeOff = new WriteOff
            {
                JurisdictionId = task.JurisdictionId,
                TaskId = task.Id,
                Number = "销" + counter.NextWriteOff(),
                On = actor.Day,
                Signers = string.Join("；", new[] { request.AskedBy, request.HeadApprovedBy, actor.Signature() }.OfType<string>().Distinct()),
            };
            db.Add(writeOff);
            task.WriteOff(actor.Day);
            LightBook.Rejudge(task, await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), actor.Day);
            foreach (var open in await db.ExtensionRequests
                .Where(e => e.TaskId == task.Id && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice)).ToListAsync(ct))
            {
                open.Lapse();
                db.RaiseEvent("extension-over", open.Id);
            }

            await OpenAsks.End(db, act, task, "任务已销账，不再办理", ct);
            db.RaiseEvent("completion-reviewed", task.Id);
            db.RaiseEvent("task-closed", task.Id);

            if (unmoved.Count > 0)
            {
                db.Tell(task.Id, ActKind.GapTie, review.Id, review.Opinion, "销账时 {0} 项关联差距的数值没有改善或未知：{1}", unmoved.Count, string.Join('、', unmoved));
            }

            db.Tell(task.Id, ActKind.WriteOff, writeOff.Id, review.Opinion, "审核通过，销账编号 {0}", writeOff.Number);
            await TellUnits(db, act, [.. task.Units.Where(u => u.TakesPart).Select(u => u.UnitId)], NoticeKind.WrittenOff, task.Id, ct,
                "任务 {0}“{1}”已销账，编号 {2}。", task.Number, task.Title, writeOff.Number);
            return writeOff.Number;
        }, ct);

    /// <summary>
    /// The office sends it back with a reason and the day by which to come again. Refuses who asked or approved (own-review), a second decision
    /// (completion-decided), no reason (return-reason), a day before today (due-in-past).
    /// </summary>
    public Task Return(Actor actor, Guid requestId, int version, string? reason, DateOnly newDueOn, CancellationToken ct) =>
        transact.Run(actor, "退回办结申请", async (db, act) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(CompletionPermissions.MayReview(actor, request));
            request.Return(reason, actor.PersonId);
            db.Expect(request, version);
            var review = Reviewed(act, task, request, accepted: false, request.ReturnReason!, newDueOn);
            db.Add(review);

            var from = task.CurrentDueOn;
            task.Return(newDueOn, actor.Day);
            if (from != newDueOn)
            {
                db.Add(new DueMove
                {
                    JurisdictionId = task.JurisdictionId,
                    TaskId = task.Id,
                    FromDueOn = from,
                    ToDueOn = newDueOn,
                    Reason = request.ReturnReason!,
                    DecidedBy = actor.Signature(),
                    At = act.At,
                    DecisionId = review.Id,
                });
            }

            LightBook.Rejudge(task, await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), actor.Day);
            db.RaiseEvent("completion-reviewed", task.Id);
            if (from != newDueOn)
            {
                db.RaiseEvent("deadline-moved", task.Id);
            }

            db.Tell(task.Id, ActKind.Return, review.Id, review.Opinion, "退回办结申请，请在 {0} 前重新申请", newDueOn);
            await TellUnits(db, act, [request.UnitId], NoticeKind.CompletionReturned, task.Id, ct,
                "任务 {0}“{1}”的办结申请被退回，请在 {2} 前修改后重新申请。", task.Number, task.Title, newDueOn);
        }, ct);

    /// <summary>A task is done when the number moved; where it did not, or nobody knows, the office says why it is held done all the same.</summary>
    private static void RequireWord(IReadOnlyList<string> unmoved, string? opinion)
    {
        if (unmoved.Count > 0 && string.IsNullOrWhiteSpace(opinion))
        {
            throw new RuleBroken("gap-unmoved", "关联差距 {0} 的数值没有改善，或者还没有新的数据。请在审核意见中写明同意销账的理由，或者退回重办。", string.Join('、', unmoved)) { Field = "Opinion" };
        }
    }

    private static Review Reviewed(CurrentAct act, AnnualTask task, CompletionRequest request, bool accepted, string opinion, DateOnly? newDueOn) => new()
    {
        JurisdictionId = task.JurisdictionId,
        TaskId = task.Id,
        CompletionRequestId = request.Id,
        Accepted = accepted,
        Opinion = opinion,
        NewDueOn = newDueOn,
        ReviewerId = act.Actor.PersonId,
        Reviewer = act.Actor.Signature(),
        At = act.At,
    };

    private static async Task<(CompletionRequest Request, AnnualTask Task)> Find(WorkflowDb db, Actor actor, Guid requestId, CancellationToken ct)
    {
        var request = Permission.Found(
            await db.CompletionRequests.SingleOrDefaultAsync(c => c.Id == requestId, ct),
            c => CompletionPermissions.MaySee(actor, c.JurisdictionId, c.UnitId));
        return (request, await db.TakeTask(actor, request.TaskId, ct));
    }

    private static void PassOn(WorkflowDb db, CurrentAct act, AnnualTask task, CompletionRequest request)
    {
        request.HeadApprove(act.Actor.PersonId, act.Actor.Signature(), act.At);
        task.EnterReview(act.Actor.Day);
        db.RaiseEvent("completion-submitted", task.Id);
    }

    private static async Task TellHeads(WorkflowDb db, CurrentAct act, AnnualTask task, CancellationToken ct)
    {
        var heads = await Recipients.Of(db, task.LeadUnitId, Role.UnitHead, act.Actor.Day, ct);
        if (heads.Count == 0)
        {
            throw new RuleBroken("no-head", "本单位没有登记在岗的负责人，申请无人审签。请联系管理员登记单位负责人后再提交。");
        }

        db.Notify(heads, NoticeKind.CompletionAsked, nameof(AnnualTask), task.Id, null,
            "任务 {0}“{1}”的办结申请待您审签。", task.Number, task.Title);
    }

    private static async Task TellUnits(
        WorkflowDb db, CurrentAct act, IReadOnlyCollection<Guid> unitIds, NoticeKind kind, Guid taskId, CancellationToken ct, string format,
        params object[] arguments)
    {
        var people = await Recipients.Of(db, unitIds, [Role.Contact, Role.UnitHead], act.Actor.Day, ct);
        db.Notify(people.Select(p => p.PersonId), kind, nameof(AnnualTask), taskId, null, format, arguments);
    }
}
