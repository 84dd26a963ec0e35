using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Supervision (督办): the office signs or refuses what the ladder proposes, the unit answers. Versions are the step's.</summary>
public sealed class SupervisionService(Transact transact)
{
    /// <summary>
    /// Signs and issues the notice (督办通知单); answers with its number. Refuses all but the office (not-allowed), an empty demand (demand), a day
    /// before today (answer-day), a second decision (step-decided).
    /// </summary>
    public Task<string> Issue(Actor actor, Guid stepId, int version, string? demand, DateOnly answerDueOn, CancellationToken ct) =>
        transact.Run(actor, "签发督办通知单", async (db, act) =>
        {
            var (step, task) = await Find(db, actor, stepId, ct);
            Permission.Require(EscalationPermissions.MayDecide(actor, step));
            var paperNumber = await PaperNumbers.Next(db, step.JurisdictionId, actor.Day.Year, PaperKind.Supervision, ct);
            step.Issue(paperNumber!, demand, answerDueOn, actor.PersonId, actor.Signature(), act.At);
            db.Expect(step, version);
            db.Tell(task.Id, ActKind.Supervision, step.Id, step.Demand, "签发督办通知单 {0}，请在 {1} 前答复", step.Number!, answerDueOn);
            db.RaiseEvent("supervision-decided", task.Id);
            var people = await Recipients.Of(db, [step.UnitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.Supervision, nameof(EscalationStep), step.Id, null,
                "任务 {0}“{1}”收到督办通知单 {2}，请在 {3} 前答复。", task.Number, task.Title, step.Number!, answerDueOn);
            return step.Number!;
        }, ct);

    /// <summary>Refuses all but the office (not-allowed), no reason (refusal-reason), a second decision (step-decided).</summary>
    public Task Refuse(Actor actor, Guid stepId, int version, string? reason, CancellationToken ct) =>
        transact.Run(actor, "不予签发督办", async (db, act) =>
        {
            var (step, task) = await Find(db, actor, stepId, ct);
            Permission.Require(EscalationPermissions.MayDecide(actor, step));
            step.Refuse(reason, actor.PersonId, actor.Signature(), act.At);
            db.Expect(step, version);
            db.RaiseEvent("supervision-decided", task.Id);
        }, ct);

    /// <summary>Refuses all but the unit it is about (not-allowed), an empty answer (step-answer), one that is not asked for (step-not-served).</summary>
    public Task Answer(Actor actor, Guid stepId, int version, string? answer, CancellationToken ct) =>
        transact.Run(actor, "答复督办", async (db, act) =>
        {
            var (step, task) = await Find(db, actor, stepId, ct);
            Permission.Require(EscalationPermissions.MayAnswer(actor, step));
            step.GiveAnswer(answer, actor.Signature(), act.At);
            db.Expect(step, version);
            db.Tell(task.Id, ActKind.Supervision, step.Id, step.Answer, "答复督办通知单 {0}", step.Number ?? "");
            db.RaiseEvent("supervision-answered", task.Id);
            db.Notify(await Recipients.Office(db, task.JurisdictionId, actor.Day, ct), NoticeKind.SupervisionAnswered, nameof(EscalationStep), step.Id, null,
                "{0} 已答复督办通知单 {1}（任务 {2}“{3}”）。", actor.UnitName, step.Number ?? "", task.Number, task.Title);
        }, ct);

    private static async Task<(EscalationStep Step, AnnualTask Task)> Find(WorkflowDb db, Actor actor, Guid stepId, CancellationToken ct)
    {
        var step = Permission.Found(
            await db.EscalationSteps.SingleOrDefaultAsync(s => s.Id == stepId && s.Rung == Rung.Supervision, ct), s => EscalationPermissions.MaySee(actor, s));
        return (step, await db.AnnualTasks.SingleAsync(t => t.Id == step.TaskId, ct));
    }
}
