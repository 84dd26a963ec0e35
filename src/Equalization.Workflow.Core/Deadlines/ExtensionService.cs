using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines;

/// <summary>What the lead unit writes when it asks for a later day.</summary>
public sealed record ExtensionAsk(DateOnly NewDueOn, string? Reason, string? ProgressSoFar, string? Measures);

/// <summary>
/// Extensions (延期申请): the lead unit asks before the day, its head passes it on, the office grants or refuses. What a head asks goes to the
/// office at once. Versions are the task's for asking and the request's afterwards.
/// </summary>
public sealed class ExtensionService(Transact transact, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>Refuses as <see cref="ExtensionRequest"/> does, and a second request while one is open (extension-open).</summary>
    public Task<Guid> Ask(Actor actor, Guid taskId, int version, ExtensionAsk ask, CancellationToken ct) =>
        transact.Run(actor, "申请延期", async (db, act) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(ExtensionPermissions.MayAsk(actor, task));
            task.MustBeUnderWay();
            db.Expect(task, version);
            if (await db.ExtensionRequests.AnyAsync(e => e.TaskId == taskId && (e.State == ExtensionState.WithHead || e.State == ExtensionState.WithOffice), ct))
            {
                throw new RuleBroken("extension-open", "该任务已有一份延期申请在办理，请等待答复后再申请。");
            }

            var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
            var request = new ExtensionRequest(
                task, set, ask.Reason, ask.ProgressSoFar, ask.Measures, ask.NewDueOn, actor.PersonId, actor.Signature(), act.At);
            db.Add(request);
            // Two people of one unit asking at once: both raise the task's version, so one of them runs again and finds the other's request.
            db.Entry(task).Property(t => t.CurrentDueOn).IsModified = true;
            db.Tell(task.Id, ActKind.Extension, request.Id, request.Reason, "申请延期，由 {0} 至 {1}", task.CurrentDueOn, request.NewDueOn);
            if (ExtensionPermissions.MayPassOn(actor, request))
            {
                request.HeadApprove(actor.Signature(), act.At);
            }
            else
            {
                await NeedHead(db, act, task, ct);
            }

            db.StartProcess("extension-request", request.Id, ("taskId", task.Id), ("requestId", request.Id));
            return request.Id;
        }, ct);

    /// <summary>Refuses all but the unit's head (not-allowed) and a request that is no longer with the head (extension-decided); a task that is closed (task-closed) or held (task-held).</summary>
    public Task HeadApprove(Actor actor, Guid requestId, int version, CancellationToken ct) =>
        transact.Run(actor, "审签延期申请", async (db, act) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(ExtensionPermissions.MayPassOn(actor, request));
            task.MustBeOpen();
            task.MustNotBeHeld();
            request.HeadApprove(actor.Signature(), act.At);
            db.Expect(request, version);
            db.RaiseEvent("extension-passed-on", request.Id);
            db.Tell(task.Id, ActKind.Extension, request.Id, null, "审签延期申请，报领导小组办公室");
        }, ct);

    /// <summary>Refuses without a reason (return-reason).</summary>
    public Task HeadReturn(Actor actor, Guid requestId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "退回延期申请", async (db, _) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(ExtensionPermissions.MayPassOn(actor, request));
            request.HeadReturn(reason);
            db.Expect(request, version);
            db.Tell(task.Id, ActKind.ExtensionDecision, request.Id, request.Decision, "单位负责人退回延期申请");
            db.RaiseEvent("extension-over", request.Id);
        }, ct);

    /// <summary>
    /// The office grants a day, the one asked for or another. Refuses the asker (own-request), a second decision (extension-decided), a day
    /// not after the current one (extension-day), a closed task (task-closed).
    /// </summary>
    public Task Grant(Actor actor, Guid requestId, int version, DateOnly dueOn, string? decision, CancellationToken ct) =>
        transact.Run(actor, "同意延期", async (db, act) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(ExtensionPermissions.MayDecide(actor, request));
            request.Grant(dueOn, decision, actor.PersonId, actor.Signature(), act.At);
            db.Expect(request, version);
            if (dueOn <= task.CurrentDueOn)
            {
                // The day may have moved otherwise since the request was made.
                throw new RuleBroken("extension-day", "申请的新期限应晚于现期限 {0}，请改填。", task.CurrentDueOn) { Field = "NewDueOn" };
            }

            var from = task.CurrentDueOn;
            task.Extend(dueOn, actor.Day);
            db.Add(new DueMove
            {
                JurisdictionId = task.JurisdictionId,
                TaskId = task.Id,
                FromDueOn = from,
                ToDueOn = dueOn,
                Reason = request.Reason.Cut(1000),
                DecidedBy = actor.Signature(),
                At = act.At,
                DecisionId = request.Id,
            });
            LightBook.Rejudge(task, await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct), await calendars.Current(ct), actor.Day);
            db.Tell(task.Id, ActKind.ExtensionDecision, request.Id, request.Decision, "同意延期，期限由 {0} 改为 {1}", from, dueOn);
            db.RaiseEvent("extension-decided", request.Id);
            db.RaiseEvent("deadline-moved", task.Id);
        }, ct);

    /// <summary>Refuses the asker (own-request), a second decision (extension-decided), an empty reason (return-reason).</summary>
    public Task Refuse(Actor actor, Guid requestId, int version, string? decision, CancellationToken ct) =>
        transact.Run(actor, "不同意延期", async (db, act) =>
        {
            var (request, task) = await Find(db, actor, requestId, ct);
            Permission.Require(ExtensionPermissions.MayDecide(actor, request));
            request.Refuse(decision, actor.PersonId, actor.Signature(), act.At);
            db.Expect(request, version);
            db.Tell(task.Id, ActKind.ExtensionDecision, request.Id, request.Decision, "不同意延期，期限仍为 {0}", task.CurrentDueOn);
            db.RaiseEvent("extension-decided", request.Id);
        }, ct);

    private static async Task<(ExtensionRequest Request, AnnualTask Task)> Find(WorkflowDb db, Actor actor, Guid requestId, CancellationToken ct)
    {
        var request = Permission.Found(
            await db.ExtensionRequests.SingleOrDefaultAsync(e => e.Id == requestId, ct),
            e => ExtensionPermissions.MaySee(actor, e.JurisdictionId, e.UnitId));
        return (request, await db.TakeTask(actor, request.TaskId, ct));
    }

    private static async Task NeedHead(WorkflowDb db, CurrentAct act, AnnualTask task, CancellationToken ct)
    {
        if ((await Recipients.Of(db, task.LeadUnitId, Role.UnitHead, act.Actor.Day, ct)).Count == 0)
        {
            throw new RuleBroken("no-head", "本单位没有登记在岗的负责人，申请无人审签。请联系管理员登记单位负责人后再提交。");
        }
    }
}
