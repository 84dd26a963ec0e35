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
/// Waits: until the working morning before the day of answer, then until its end. Remind: that morning has come. Late: the day has ended unanswered. Rests:
/// only a person can move it on. Ended: read or withdrawn.
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

        var endsAt = ChinaTime.EndOf(instruction.AnswerDueOn);
        if (endsAt <= now)
        {
            return new("Late", new InstructionClock(null));
        }

        var calendar = await calendars.Current(ct);
        var morning = OfficeHours.Morning(WorkingDayBefore(calendar, instruction.AnswerDueOn));
        if (instruction.RemindedFor == instruction.AnswerDueOn || ChinaTime.DayOf(instruction.GivenAt) >= ChinaTime.DayOf(morning.UtcDateTime))
        {
            return new("Waits", new InstructionClock(endsAt));
        }

        return morning <= now ? new("Remind", new InstructionClock(endsAt)) : new("Waits", new InstructionClock(morning));
    }

    private static DateOnly WorkingDayBefore(WorkingCalendar calendar, DateOnly day)
    {
        for (day = day.AddDays(-1); !calendar.IsWorkingDay(day); day = day.AddDays(-1))
        {
            // On to the day before.
        }

        return day;
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
