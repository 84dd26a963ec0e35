using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Activities;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Instructions.Steps;

/// <summary>Which instruction a step is about.</summary>
public sealed record InstructionInput(Guid InstructionId);

/// <param name="ActAt">When the process looks again, after reminding too; null where it waits for people alone.</param>
public sealed record InstructionClock(DateTimeOffset? ActAt);

/// <summary>Loads the instruction with its task; the act speaks for its jurisdiction.</summary>
public abstract class InstructionStep<TOutput>(string type, params IReadOnlyList<string> outcomes) : DomainStep<InstructionInput, TOutput>(type, outcomes)
    where TOutput : notnull
{
    protected sealed override async Task<Answer<TOutput>> Run(InstructionInput input, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var instruction = await db.Instructions.SingleAsync(i => i.Id == input.InstructionId, ct);
        db.ActIn(instruction.JurisdictionId, now);
        return await Run(instruction, await db.AnnualTasks.SingleAsync(t => t.Id == instruction.TaskId, ct), db, now, ct);
    }

    protected abstract Task<Answer<TOutput>> Run(Instruction instruction, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct);
}

/// <summary>Tells the unit that owns it, and the office.</summary>
public sealed class TellInstruction() : InstructionStep<Nothing>("Equalization.TellInstruction")
{
    protected override async Task<Answer<Nothing>> Run(Instruction instruction, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var day = ChinaTime.DayOf(now);
        IEnumerable<Guid> people = [.. await InstructionService.Owners(db, instruction, day, ct), .. await Recipients.Office(db, task.JurisdictionId, day, ct)];
        db.Notify(people.Distinct(), NoticeKind.InstructionGiven, nameof(Instruction), instruction.Id, null,
            "任务 {0}“{1}”有领导批示，请在 {2} 前答复落实情况。", task.Number, task.Title, instruction.AnswerDueOn);
        return new("Done", Nothing.Value);
    }
}

/// <summary>
/// Waits: until the working morning before the day of answer, then until the one after it. Remind: the first has come. Late: the second has, unanswered. Rests:
/// only a person can move it on, or the task is held. Ended: read or withdrawn.
/// </summary>
public sealed class CheckInstruction(WorkingCalendars calendars)
    : InstructionStep<InstructionClock>("Equalization.CheckInstruction", "Waits", "Remind", "Late", "Rests", "Ended")
{
    protected override async Task<Answer<InstructionClock>> Run(Instruction instruction, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        if (instruction.IsOver || instruction.State == InstructionState.Answered || instruction.LapsedAt is not null)
        {
            return new(instruction.IsOver ? "Ended" : "Rests", new InstructionClock(null));
        }

        if (task.HeldSince is not null)
        {
            // Resumption moves the day of answer and calls the process.
            return new("Rests", new InstructionClock(null));
        }

        var calendar = await calendars.Current(ct);
        var lateAt = OfficeHours.NextMorning(calendar, ChinaTime.EndOf(instruction.AnswerDueOn).UtcDateTime);
        var morning = OfficeHours.Morning(OfficeHours.WorkingDayBefore(calendar, instruction.AnswerDueOn));
        var isReminded = instruction.RemindedFor == instruction.AnswerDueOn || ChinaTime.DayOf(instruction.GivenAt) >= ChinaTime.DayOf(morning.UtcDateTime);
        var next = isReminded || lateAt <= now ? lateAt : morning;
        return next > now ? new("Waits", new InstructionClock(next))
            : !OfficeHours.AreOpen(calendar, now) ? new("Waits", new InstructionClock(OfficeHours.NextMorning(calendar, now)))
            : next == lateAt ? new("Late", new InstructionClock(null))
            : new("Remind", new InstructionClock(lateAt));
    }
}

/// <summary>Reminds the unit once for a day.</summary>
public sealed class RemindInstruction() : InstructionStep<Nothing>("Equalization.RemindInstruction")
{
    protected override async Task<Answer<Nothing>> Run(Instruction instruction, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        instruction.Remind();
        db.Notify(await InstructionService.Owners(db, instruction, ChinaTime.DayOf(now), ct), NoticeKind.InstructionGiven, nameof(Instruction), instruction.Id, null,
            "任务 {0}“{1}”上的领导批示须在 {2} 前答复，请及时填报。", task.Number, task.Title, instruction.AnswerDueOn);
        return new("Done", Nothing.Value);
    }
}

/// <summary>Writes the missed day into the task's story; unit, leader and office hear of it.</summary>
public sealed class LapseInstruction() : InstructionStep<Nothing>("Equalization.LapseInstruction")
{
    protected override async Task<Answer<Nothing>> Run(Instruction instruction, AnnualTask task, WorkflowDb db, DateTime now, CancellationToken ct)
    {
        instruction.Lapse(now);
        var day = ChinaTime.DayOf(now);
        var unit = await db.Units.Where(u => u.Id == instruction.OwnerUnitId).Select(u => u.Name).SingleAsync(ct);
        db.Tell(task.Id, ActKind.Instruction, instruction.Id, null, "{0} 未在 {1} 前答复批示", unit, instruction.AnswerDueOn);
        IEnumerable<Guid> people =
        [
            instruction.LeaderId, .. await InstructionService.Owners(db, instruction, day, ct), .. await Recipients.Office(db, task.JurisdictionId, day, ct),
        ];
        db.Notify(people.Distinct(), NoticeKind.InstructionGiven, nameof(Instruction), instruction.Id, null,
            "任务 {0}“{1}”上的领导批示已过答复日期 {2}，{3} 尚未答复。", task.Number, task.Title, instruction.AnswerDueOn, unit);
        return new("Done", Nothing.Value);
    }
}
