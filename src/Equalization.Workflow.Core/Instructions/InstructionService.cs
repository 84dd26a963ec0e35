using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Instructions;

/// <summary>Instructions (批示) given, answered, asked about again, read and withdrawn. Versions are the instruction's.</summary>
public sealed class InstructionService(Transact transact)
{
    /// <summary>
    /// A leader writes one on a task, for one of its units. Refuses all but leaders (not-allowed), a unit that takes no part (instruction-unit), and as
    /// <see cref="Instruction"/>. A closed task may be written on too: what a leader wants to know does not end with the ledger.
    /// </summary>
    public Task<Guid> Give(Actor actor, Guid taskId, Guid ownerUnitId, string? text, DateOnly? answerDueOn, CancellationToken ct) =>
        transact.Run(actor, "批示", async (db, act) =>
        {
            var task = await db.TakeTask(actor, taskId, ct);
            Permission.Require(InstructionPermissions.MayGive(actor, task));
            if (!task.Units.Any(u => u.UnitId == ownerUnitId && u.TakesPart))
            {
                throw new RuleBroken("instruction-unit", "请选择承办这项任务的单位。") { Field = "OwnerUnitId" };
            }

            var instruction = new Instruction(task.JurisdictionId, task.Id, InstructionPermissions.LeaderOf(actor), actor.Signature(), ownerUnitId, text, answerDueOn, act.At);
            db.Add(instruction);
            var unit = await db.Units.Where(u => u.Id == ownerUnitId).Select(u => u.Name).SingleAsync(ct);
            db.Tell(task.Id, ActKind.Instruction, instruction.Id, instruction.Text, "批示，由 {0} 落实，请在 {1} 前答复", unit, instruction.AnswerDueOn);
            db.StartProcess("instruction", instruction.Id, ("instructionId", instruction.Id));
            return instruction.Id;
        }, ct);

    /// <summary>Refuses all but the owning unit (not-allowed), an empty answer (instruction-answer), one not asked for (instruction-not-open).</summary>
    public Task Answer(Actor actor, Guid instructionId, int version, string? answer, CancellationToken ct) =>
        Change(actor, "答复批示", instructionId, version, (_, i) => Task.FromResult(InstructionPermissions.MayAnswer(actor, i)), async (db, act, instruction, task) =>
        {
            instruction.GiveAnswer(answer, actor.Signature(), act.At);
            db.Tell(instruction.TaskId, ActKind.Instruction, instruction.Id, instruction.Answer, "答复批示");
            db.Notify([instruction.LeaderId, .. await Recipients.Office(db, instruction.JurisdictionId, actor.Day, ct)], NoticeKind.InstructionAnswered, nameof(Instruction), instruction.Id, null,
                "{0} 已答复您在任务 {1}“{2}”上的批示，请审阅。", actor.UnitName, task.Number, task.Title);
        }, ct);

    /// <summary>The leader has read the answer. Refuses all but who wrote it or whom it fell to (not-allowed) and what is not answered (instruction-not-answered).</summary>
    public Task Close(Actor actor, Guid instructionId, int version, string? words, CancellationToken ct) =>
        End(actor, "审阅批示答复", instructionId, version, async (db, act, instruction, task) =>
        {
            instruction.Close(words, act.At);
            db.Tell(instruction.TaskId, ActKind.Instruction, instruction.Id, instruction.EndedWith, "已阅批示的答复");
            db.Notify(await Owners(db, instruction, actor.Day, ct), NoticeKind.InstructionEnded, nameof(Instruction), instruction.Id, null,
                "任务 {0}“{1}”上的批示已阅结。", task.Number, task.Title);
        }, ct);

    /// <summary>The leader wants more. Refuses all but who wrote it or whom it fell to (not-allowed) and as <see cref="Instruction.AskAgain"/>.</summary>
    public Task AskAgain(Actor actor, Guid instructionId, int version, string? words, DateOnly? answerDueOn, CancellationToken ct) =>
        End(actor, "批示再办", instructionId, version, async (db, act, instruction, task) =>
        {
            instruction.AskAgain(words, answerDueOn, act.At);
            db.Tell(instruction.TaskId, ActKind.Instruction, instruction.Id, instruction.Turns[^1].Words, "批示再办，请在 {0} 前答复", instruction.AnswerDueOn);
            db.Notify(await Owners(db, instruction, actor.Day, ct), NoticeKind.InstructionGiven, nameof(Instruction), instruction.Id, null,
                "任务 {0}“{1}”上的批示要求继续办理，请在 {2} 前答复。", task.Number, task.Title, instruction.AnswerDueOn);
        }, ct);

    /// <summary>Takes it back with a reason. Refuses all but who wrote it or whom it fell to (not-allowed) and what has ended (instruction-over).</summary>
    public Task Withdraw(Actor actor, Guid instructionId, int version, string? reason, CancellationToken ct) =>
        End(actor, "撤销批示", instructionId, version, async (db, act, instruction, task) =>
        {
            instruction.Withdraw(reason, act.At);
            db.Tell(instruction.TaskId, ActKind.Instruction, instruction.Id, instruction.EndedWith, "撤销批示");
            db.Notify(await Owners(db, instruction, actor.Day, ct), NoticeKind.InstructionEnded, nameof(Instruction), instruction.Id, null,
                "任务 {0}“{1}”上的批示已撤销。", task.Number, task.Title);
        }, ct);

    internal static async Task<IEnumerable<Guid>> Owners(WorkflowDb db, Instruction instruction, DateOnly day, CancellationToken ct) =>
        (await Recipients.Of(db, [instruction.OwnerUnitId], [Role.Contact, Role.UnitHead], day, ct)).Select(r => r.PersonId);

    private Task End(Actor actor, string act, Guid instructionId, int version, Func<WorkflowDb, CurrentAct, Instruction, AnnualTask, Task> change, CancellationToken ct) =>
        Change(actor, act, instructionId, version, async (db, i) =>
            InstructionPermissions.MayEnd(actor, i) || await InstructionSuccession.FallenTo(db, actor).AnyAsync(f => f.Id == i.Id, ct), change, ct);

    private Task Change(
        Actor actor, string act, Guid instructionId, int version, Func<WorkflowDb, Instruction, Task<bool>> may,
        Func<WorkflowDb, CurrentAct, Instruction, AnnualTask, Task> change, CancellationToken ct) =>
        transact.Run(actor, act, async (db, current) =>
        {
            var instruction = Permission.Found(
                await db.Instructions.Include(i => i.Turns).SingleOrDefaultAsync(i => i.Id == instructionId, ct), i => InstructionPermissions.MaySee(actor, i));
            Permission.Require(await may(db, instruction));
            var task = await db.AnnualTasks.SingleAsync(t => t.Id == instruction.TaskId, ct);
            await change(db, current, instruction, task);
            db.Expect(instruction, version);
            db.RaiseEvent("instruction-changed", instruction.Id);
        }, ct);
}
