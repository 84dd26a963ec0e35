using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.LookBacks;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Waiting;

/// <summary>Look-backs that wait, for those of the office who did not review the completion and so may look again.</summary>
internal static class LookBackDesk
{
    public static async Task<List<WorkItem>> Waiting(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        var rows = await (from l in LookBackService.Open(db)
                          join t in db.AnnualTasks on l.TaskId equals t.Id
                          where l.JurisdictionId == actor.JurisdictionId
                                && db.Reviews.Where(r => r.TaskId == t.Id && r.Accepted).OrderByDescending(r => r.At).Select(r => r.ReviewerId).FirstOrDefault() != actor.PersonId
                          orderby l.DueOn, t.Number
                          select new { l.Id, l.Version, l.DueOn, TaskId = t.Id, t.Number, t.Title }).ToListAsync(ct);
        return rows.ConvertAll(r => new WorkItem(
            WorkSection.ToDecide, r.TaskId, r.Number, r.Title, null, r.Id, WorkKind.CheckLookBack, r.Version, null, null, r.DueOn,
            calendar.WorkingDaysBetween(actor.Day, r.DueOn), null));
    }
}
