using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Waiting;

/// <summary>An edition of a plan by its number, and how many of its proposals are open.</summary>
public sealed record EditionAsks(int Number, int Open);

/// <summary>
/// Editions in force that still ask something of tasks, one line an edition, for the office. Nothing sets a term for deciding; the day named is the first on which a
/// task that an open proposal is about falls due.
/// </summary>
internal static class RevisionDesk
{
    public static async Task<List<WorkItem>> Waiting(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        if (!RevisionPermissions.MayDecide(actor, actor.JurisdictionId))
        {
            return [];
        }

        var editions = await (from v in db.PlanVersions
                              join a in db.Plans on v.PlanId equals a.Id
                              where v.JurisdictionId == actor.JurisdictionId && v.State == PlanVersionState.Confirmed
                              let open = db.RevisionProposals.Count(p => p.PlanVersionId == v.Id && p.State == RevisionState.Open)
                              where open > 0
                              select new
                              {
                                  v.Id, v.Number, a.Title, Open = open,
                                  FirstYear = db.RevisionProposals.Where(p => p.PlanVersionId == v.Id && p.State == RevisionState.Open).Min(p => p.Year),
                                  FirstDue = (from p in db.RevisionProposals
                                              join t in db.AnnualTasks on p.TaskId equals t.Id
                                              where p.PlanVersionId == v.Id && p.State == RevisionState.Open && t.ClosedOn == null
                                              select (DateOnly?)t.CurrentDueOn).Min(),
                              }).ToListAsync(ct);
        return editions.ConvertAll(e =>
        {
            var due = e.FirstDue ?? new DateOnly(e.FirstYear, 12, 31);
            return new WorkItem(
                WorkSection.ToDecide, Guid.Empty, "", e.Title, null, e.Id, WorkKind.DecideRevisions, 0, null, null, due, calendar.WorkingDaysBetween(actor.Day, due), null)
            {
                Edition = new EditionAsks(e.Number, e.Open),
            };
        });
    }
}
