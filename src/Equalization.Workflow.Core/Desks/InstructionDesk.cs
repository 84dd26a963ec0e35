using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>Instructions that wait: for the unit to answer, for the leader to read the answer.</summary>
internal static class InstructionDesk
{
    public static async Task<List<WorkItem>> Waiting(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        var isLeader = actor.Role == Role.Leader;
        var leaderId = InstructionPermissions.LeaderOf(actor);
        var fallen = InstructionSuccession.FallenTo(db, actor);
        var waiting = isLeader
            ? db.Instructions.Where(i => i.State == InstructionState.Answered && (i.LeaderId == leaderId || fallen.Any(f => f.Id == i.Id)))
            : db.Instructions.Where(i => i.State == InstructionState.Open && i.OwnerUnitId == actor.UnitId);
        var rows = await (from i in waiting
                          join t in db.AnnualTasks on i.TaskId equals t.Id
                          where i.JurisdictionId == actor.JurisdictionId
                          orderby i.AnswerDueOn, i.Id
                          select new { i.Id, i.Version, i.Text, i.AnswerDueOn, TaskId = t.Id, t.Number, t.Title }).ToListAsync(ct);
        return rows.ConvertAll(r => new WorkItem(
            isLeader ? WorkSection.ToDecide : WorkSection.ToAnswer, r.TaskId, r.Number, r.Title, null, r.Id, isLeader ? WorkKind.ReadInstruction : WorkKind.AnswerInstruction,
            r.Version, null, r.Text, r.AnswerDueOn, calendar.WorkingDaysBetween(actor.Day, r.AnswerDueOn), null));
    }
}
