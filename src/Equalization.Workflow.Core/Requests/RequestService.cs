using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Requests;

/// <summary>Help asked for (协助请求) and duty disputes (职责争议): raised, answered or decided, closed and withdrawn. Every act is refused on a closed task (task-closed). Versions are the request's.</summary>
public sealed class RequestService(Transact transact, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>
    /// Owner null: the office. Refuses whoever has no part in the task (not-allowed), a closed task (task-closed), a unit that is not there or has ended
    /// (request-unit), and as <see cref="UnitRequest.ForHelp"/>.
    /// </summary>
    public Task<Guid> AskHelp(Actor actor, Guid taskId, Guid? ownerUnitId, string? text, DateOnly? answerDueOn, CancellationToken ct) =>
        transact.Run(actor, "请求协助", async (db, act) =>
        {
            var task = await Task(db, actor, taskId, ct);
            if (ownerUnitId is { } asked)
            {
                await MustStand(db, actor, asked, "OwnerUnitId", ct);
            }

            var request = UnitRequest.ForHelp(task.JurisdictionId, task.Id, actor.UnitId, ownerUnitId, text, answerDueOn, actor.Signature(), act.At);
            db.Add(request);
            var owner = ownerUnitId is { } id ? await db.Units.Where(u => u.Id == id).Select(u => u.Name).SingleAsync(ct) : OfficeName;
            db.Tell(task.Id, ActKind.HelpRequest, request.Id, request.Text, "请 {0} 协助，请在 {1} 前答复", owner, request.AnswerDueOn);
            db.StartProcess("unit-request", request.Id, ("unitRequestId", request.Id));
            return request.Id;
        }, ct);

    /// <summary>
    /// The unit holds that the duty is not its own; the office decides within the term in which a task is signed for. Refuses whoever has no part in the task
    /// (not-allowed), a closed task (task-closed), one the unit has not signed for, which is declined instead (request-unsigned), a second dispute while one is
    /// open (request-disputed), and no reason (request-text).
    /// </summary>
    public Task<Guid> RaiseDispute(Actor actor, Guid taskId, string? reason, CancellationToken ct) =>
        transact.Run(actor, "提出职责争议", async (db, act) =>
        {
            var task = await Task(db, actor, taskId, ct);
            if (task.Units.Single(u => u.UnitId == actor.UnitId).State != TaskUnitState.Signed)
            {
                throw new RuleBroken("request-unsigned", "本单位尚未签收或已不承办该任务。尚未签收的，请在任务页退回任务并写明理由。");
            }

            if (await db.UnitRequests.AnyAsync(r => r.TaskId == taskId && r.AskingUnitId == actor.UnitId && r.Kind == RequestKind.Dispute && r.State == RequestState.Open, ct))
            {
                throw new RuleBroken("request-disputed", "本单位已就该任务提出职责争议，正在等待裁定。请查看已提出的争议。");
            }

            var term = (await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct)).SignTermWorkingDays;
            var decideBy = (await calendars.Current(ct)).AddWorkingDays(actor.Day, term);
            var request = UnitRequest.ForDecision(task.JurisdictionId, task.Id, actor.UnitId, reason, decideBy, actor.Signature(), act.At);
            db.Add(request);
            db.Tell(task.Id, ActKind.DutyDispute, request.Id, request.Text, "提出职责争议，请在 {0} 前裁定", request.AnswerDueOn);
            db.StartProcess("unit-request", request.Id, ("unitRequestId", request.Id));
            return request.Id;
        }, ct);

    /// <summary>Refuses all but the unit asked and the office (not-allowed), and as <see cref="UnitRequest.GiveAnswer"/>.</summary>
    public Task Answer(Actor actor, Guid requestId, int version, string? answer, CancellationToken ct) =>
        Act(actor, "答复协助请求", requestId, version, RequestPermissions.MayAnswer, async (db, act, request, task) =>
        {
            request.GiveAnswer(answer, actor.Signature(), act.At);
            db.Tell(request.TaskId, ActKind.HelpAnswer, request.Id, request.Answer, "答复协助请求");
            db.Notify(await Askers(db, request, actor.Day, ct), NoticeKind.RequestAnswered, nameof(UnitRequest), request.Id, null,
                "{0} 已答复任务 {1}“{2}”的协助请求，请确认。", actor.UnitName, task.Number, task.Title);
        }, ct);

    /// <summary>Refuses all but the office (not-allowed), a unit that is not there or has ended (request-unit), and as <see cref="UnitRequest.Decide"/>.</summary>
    public Task Decide(Actor actor, Guid requestId, int version, DisputeDecision decision, CancellationToken ct) =>
        Act(actor, "裁定职责争议", requestId, version, RequestPermissions.MayDecide, async (db, act, request, task) =>
        {
            if (decision is { Outcome: DisputeOutcome.Changed, NewUnitId: { } unit })
            {
                await MustStand(db, actor, unit, "NewUnitId", ct);
            }

            request.Decide(decision, actor.Signature(), act.At);
            var stands = request.Outcome == DisputeOutcome.Stands;
            db.Tell(request.TaskId, ActKind.DisputeDecision, request.Id, stands ? request.Answer : $"{request.Answer}\n{request.Change}", stands ? "裁定职责争议：维持原分工" : "裁定职责争议：变更职责");
            db.Notify(await Askers(db, request, actor.Day, ct), NoticeKind.DisputeDecided, nameof(UnitRequest), request.Id, null,
                stands ? "任务 {0}“{1}”的职责争议已裁定：维持原分工，请继续办理。" : "任务 {0}“{1}”的职责争议已裁定：变更职责，变更完成前仍由原单位办理。", task.Number, task.Title);
        }, ct);

    /// <summary>The asker has what it needs. Refuses all but the asking unit (not-allowed), and as <see cref="UnitRequest.Close"/>.</summary>
    public Task Close(Actor actor, Guid requestId, int version, string? words, CancellationToken ct) =>
        Act(actor, "办结协助请求", requestId, version, RequestPermissions.MayEnd, async (db, act, request, task) =>
        {
            request.Close(words, act.At);
            db.Tell(request.TaskId, ActKind.HelpRequest, request.Id, request.EndedWith, "协助请求办结");
            db.Notify(await Owners(db, request, actor.Day, ct), NoticeKind.RequestEnded, nameof(UnitRequest), request.Id, null,
                "任务 {0}“{1}”的协助请求已由提出单位确认办结。", task.Number, task.Title);
        }, ct);

    /// <summary>Refuses all but the asking unit (not-allowed) and what has ended (request-over).</summary>
    public Task Withdraw(Actor actor, Guid requestId, int version, string? words, CancellationToken ct) =>
        Act(actor, "撤回请求", requestId, version, RequestPermissions.MayEnd, async (db, act, request, task) =>
        {
            request.Withdraw(words, act.At);
            var isHelp = request.Kind == RequestKind.Help;
            db.Tell(request.TaskId, isHelp ? ActKind.HelpRequest : ActKind.DutyDispute, request.Id, request.EndedWith, isHelp ? "撤回协助请求" : "撤回职责争议");
            db.Notify(await Owners(db, request, actor.Day, ct), NoticeKind.RequestEnded, nameof(UnitRequest), request.Id, null,
                isHelp ? "任务 {0}“{1}”的协助请求已撤回。" : "任务 {0}“{1}”的职责争议已撤回。", task.Number, task.Title);
        }, ct);

    internal const string OfficeName = "领导小组办公室";

    internal static async Task<List<Guid>> Askers(WorkflowDb db, UnitRequest request, DateOnly day, CancellationToken ct) =>
        [.. (await Recipients.Of(db, [request.AskingUnitId], [Role.Contact, Role.UnitHead], day, ct)).Select(r => r.PersonId)];

    internal static async Task<List<Guid>> Owners(WorkflowDb db, UnitRequest request, DateOnly day, CancellationToken ct) => request.OwnerUnitId is { } unit
        ? [.. (await Recipients.Of(db, [unit], [Role.Contact, Role.UnitHead], day, ct)).Select(r => r.PersonId)]
        : await Recipients.Office(db, request.JurisdictionId, day, ct);

    private static async Task<AnnualTask> Task(WorkflowDb db, Actor actor, Guid taskId, CancellationToken ct)
    {
        var task = await db.TakeTask(actor, taskId, ct);
        Permission.Require(RequestPermissions.MayAsk(actor, task));
        task.MustBeOpen();
        return task;
    }

    private static async Task MustStand(WorkflowDb db, Actor actor, Guid unitId, string field, CancellationToken ct)
    {
        if (!await db.Units.AnyAsync(u => u.Id == unitId && u.JurisdictionId == actor.JurisdictionId && (u.EndedOn == null || u.EndedOn >= actor.Day), ct))
        {
            throw new RuleBroken("request-unit", "所选单位不存在或已撤销，请重新选择。") { Field = field };
        }
    }

    private Task Act(
        Actor actor, string name, Guid requestId, int version, Func<Actor, UnitRequest, bool> may, Func<WorkflowDb, CurrentAct, UnitRequest, AnnualTask, Task> change,
        CancellationToken ct) =>
        transact.Run(actor, name, async (db, act) =>
        {
            var request = Permission.Found(await db.UnitRequests.SingleOrDefaultAsync(r => r.Id == requestId, ct), r => RequestPermissions.MaySee(actor, r));
            Permission.Require(may(actor, request));
            var task = await db.AnnualTasks.SingleAsync(t => t.Id == request.TaskId, ct);
            task.MustBeOpen();
            await change(db, act, request, task);
            db.Expect(request, version);
            db.RaiseEvent("unit-request-changed", request.Id);
        }, ct);
}
