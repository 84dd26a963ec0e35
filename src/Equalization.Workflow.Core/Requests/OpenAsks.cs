using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Requests;

/// <summary>What units and leaders still ask for on a task ends with the task, in the same act: nobody is reminded of it or blamed for it afterwards.</summary>
public static class OpenAsks
{
    /// <summary>
    /// After a hold that began that day and took so many working days: what nobody had answered before it began has its day moved by them, as the task's own deadline
    /// is, and its process looks again.
    /// </summary>
    public static async Task GoOn(WorkflowDb db, Guid taskId, DateOnly heldSince, int workingDays, WorkingCalendar calendar, CancellationToken ct)
    {
        foreach (var help in await db.HelpRequests.Where(h => h.TaskId == taskId && h.IsOpen).ToListAsync(ct))
        {
            Move(help.AnswerDueOn, help.Postpone);
            db.RaiseEvent("help-answered", help.Id);
        }

        foreach (var request in await db.UnitRequests.Where(r => r.TaskId == taskId && r.State == RequestState.Open && r.LapsedAt == null).ToListAsync(ct))
        {
            Move(request.AnswerDueOn, request.Postpone);
            db.RaiseEvent("unit-request-changed", request.Id);
        }

        foreach (var instruction in await db.Instructions.Where(i => i.TaskId == taskId && i.State == InstructionState.Open && i.LapsedAt == null).ToListAsync(ct))
        {
            Move(instruction.AnswerDueOn, instruction.Postpone);
            db.RaiseEvent("instruction-changed", instruction.Id);
        }

        void Move(DateOnly dueOn, Action<DateOnly> postpone)
        {
            if (dueOn >= heldSince)
            {
                postpone(calendar.AddWorkingDays(dueOn, workingDays));
            }
        }
    }

    /// <summary>
    /// Ends the task's requests and matters to coordinate with the reason; on a withdrawal the leaders' instructions too, which else wait for the leader to read
    /// the answer. Tells whoever was asked or had instructed.
    /// </summary>
    public static async Task End(WorkflowDb db, CurrentAct act, AnnualTask task, string reason, CancellationToken ct)
    {
        var (units, people) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var help in await db.HelpRequests.Where(h => h.TaskId == task.Id && h.IsOpen).ToListAsync(ct))
        {
            help.End(reason, act.At);
            db.RaiseEvent("help-answered", help.Id);
            units.Add(help.OwnerUnitId);
        }

        foreach (var request in await db.UnitRequests
            .Where(r => r.TaskId == task.Id && (r.State == RequestState.Open || r.State == RequestState.Answered)).ToListAsync(ct))
        {
            request.Withdraw(reason.Cut(UnitRequest.LongestWords), act.At);
            db.RaiseEvent("unit-request-changed", request.Id);
            units.Add(request.AskingUnitId);
            if (request.OwnerUnitId is { } owner)
            {
                units.Add(owner);
            }
        }

        if (task.State != TaskState.WrittenOff)
        {
            foreach (var instruction in await db.Instructions
                .Where(i => i.TaskId == task.Id && (i.State == InstructionState.Open || i.State == InstructionState.Answered)).ToListAsync(ct))
            {
                instruction.Withdraw(reason.Cut(Instruction.LongestText), act.At);
                db.RaiseEvent("instruction-changed", instruction.Id);
                units.Add(instruction.OwnerUnitId);
                people.Add(instruction.LeaderId);
            }
        }

        // Units of the task are told of its end itself.
        units.ExceptWith(task.Units.Where(u => u.TakesPart).Select(u => u.UnitId));
        if (units.Count > 0)
        {
            people.UnionWith((await Recipients.Of(db, [.. units], [Role.Contact, Role.UnitHead], act.Actor.Day, ct)).Select(r => r.PersonId));
        }

        if (people.Count > 0)
        {
            db.Notify(people, NoticeKind.TaskChanged, nameof(AnnualTask), task.Id, null,
                "任务 {0}“{1}”已销账或撤回，其上的协助请求、需协调事项和批示不再办理。", task.Number, task.Title);
        }
    }
}
