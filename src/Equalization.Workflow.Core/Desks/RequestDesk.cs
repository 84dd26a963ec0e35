using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>Requests of units that wait: for whoever was asked to answer, for the office to decide a dispute, for the asker to close what was answered.</summary>
internal static class RequestDesk
{
    public static async Task<List<WorkItem>> Waiting(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        var waiting = actor.Role == Role.Office
            ? db.UnitRequests.Where(r => r.State == RequestState.Open && r.OwnerUnitId == null)
            : db.UnitRequests.Where(r => (r.State == RequestState.Open && r.OwnerUnitId == actor.UnitId) || (r.State == RequestState.Answered && r.AskingUnitId == actor.UnitId));
        var rows = await (from r in waiting
                          join t in db.AnnualTasks on r.TaskId equals t.Id
                          where r.JurisdictionId == actor.JurisdictionId
                          orderby r.AnswerDueOn, r.Id
                          select new { r.Id, r.Version, r.Text, r.Kind, r.State, r.AnswerDueOn, TaskId = t.Id, t.Number, t.Title }).ToListAsync(ct);
        return rows.ConvertAll(r =>
        {
            var kind = r.State == RequestState.Answered ? WorkKind.CloseRequest : r.Kind == RequestKind.Dispute ? WorkKind.DecideDispute : WorkKind.AnswerRequest;
            return new WorkItem(
                kind == WorkKind.AnswerRequest ? WorkSection.ToAnswer : WorkSection.ToDecide, r.TaskId, r.Number, r.Title, null, r.Id, kind,
                r.Version, null, r.Text, r.AnswerDueOn, calendar.WorkingDaysBetween(actor.Day, r.AnswerDueOn), null);
        });
    }
}
