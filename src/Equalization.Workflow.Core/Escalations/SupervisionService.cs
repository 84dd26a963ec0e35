using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>What follows a signed notice or letter: the unit answers, the office takes the answer or sends it back. Versions are the step's.</summary>
public sealed class SupervisionService(Transact transact)
{
    /// <summary>
    /// The answer goes into the task's story, and is the receipt of the paper where nobody signed for it. Refuses all but the unit it is about (not-allowed),
    /// an empty answer (step-answer), one that is not asked for (step-not-served).
    /// </summary>
    public Task Answer(Actor actor, Guid stepId, int version, string? answer, CancellationToken ct) =>
        transact.Run(actor, "答复督办", async (db, act) =>
        {
            var (step, task) = await Find(db, actor, stepId, ct);
            Permission.Require(EscalationPermissions.MayAnswer(actor, step));
            step.GiveAnswer(answer, actor.Signature(), act.At);
            db.Expect(step, version);
            foreach (var receipt in await db.PaperReceipts
                .Where(r => r.UnitId == step.UnitId && db.Papers.Any(p => p.Id == r.PaperId && p.SubjectKind == nameof(EscalationStep) && p.SubjectId == step.Id)).ToListAsync(ct))
            {
                receipt.SignFor(actor.Signature(), act.At);
            }

            db.Tell(task.Id, ActKind.Supervision, step.Id, step.Answer, step.Rung == Ladders.Rung.Letter ? "答复督办函 {0}" : "答复督办通知单 {0}", step.Number ?? "");
            db.RaiseEvent("supervision-answered", task.Id);
            db.RaiseEvent("ladder-changed", task.Id);
            db.Notify(await Recipients.Office(db, task.JurisdictionId, actor.Day, ct), NoticeKind.SupervisionAnswered, nameof(EscalationStep), step.Id, null,
                step.Rung == Ladders.Rung.Letter ? "{0} 已答复督办函 {1}（任务 {2}“{3}”）。" : "{0} 已答复督办通知单 {1}（任务 {2}“{3}”）。",
                actor.UnitName, step.Number ?? "", task.Number, task.Title);
        }, ct);

    /// <summary>
    /// Sends a poor answer back with a reason and a new term. Refuses all but the office (not-allowed), no reason (return-reason), a term before today
    /// (return-day), what is not answered (step-not-answered), a matter that has ended (matter-…).
    /// </summary>
    public Task Return(Actor actor, Guid stepId, int version, string? reason, DateOnly? newDueOn, CancellationToken ct) =>
        transact.Run(actor, "退回督办答复", async (db, act) =>
        {
            var (step, task) = await Find(db, actor, stepId, ct);
            Permission.Require(EscalationPermissions.MayReturn(actor, step));
            (await db.Escalations.SingleAsync(e => e.Id == step.EscalationId, ct)).MustRun(task);
            var sentBack = step.Return(reason, newDueOn, actor.Signature(), act.At);
            db.Expect(step, version);
            db.Tell(task.Id, ActKind.Return, step.Id, sentBack.Because, "退回对 {0} 的答复，请在 {1} 前重新答复", step.Number ?? "", sentBack.NewDueOn);
            db.RaiseEvent("ladder-changed", task.Id);
            var people = await Recipients.Of(db, [step.UnitId], [Role.Contact, Role.UnitHead], actor.Day, ct);
            db.Notify(people.Select(p => p.PersonId), NoticeKind.Supervision, nameof(EscalationStep), step.Id, null,
                "对 {0} 的答复被退回（任务 {1}“{2}”），请在 {3} 前重新答复。", step.Number ?? "", task.Number, task.Title, sentBack.NewDueOn);
        }, ct);

    private static async Task<(EscalationStep Step, AnnualTask Task)> Find(WorkflowDb db, Actor actor, Guid stepId, CancellationToken ct)
    {
        var step = Permission.Found(
            await db.EscalationSteps.Include(s => s.Returns).SingleOrDefaultAsync(s => s.Id == stepId, ct), s => EscalationPermissions.MaySee(actor, s));
        return (step, await db.AnnualTasks.SingleAsync(t => t.Id == step.TaskId, ct));
    }
}
