using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// Which entries a person may find, asked of the ledger at the moment of the search: what a unit's person sees follows from the tasks the unit has a part in now, its own
/// material, and the papers served on it. What is shown is asked for again, row by row, when its words are read.
/// </summary>
internal sealed class SearchSight
{
    /// <summary>Up to so many parts of a unit in tasks, what it may find is listed before it is looked at.</summary>
    private const int MostListed = 1000;

    private readonly bool readsAll;
    private readonly bool readsLedger;
    private readonly DocSet reserved;
    private readonly DocSet? own;

    private SearchSight(bool readsAll, bool readsLedger, DocSet reserved, DocSet? own) =>
        (this.readsAll, this.readsLedger, this.reserved, this.own) = (readsAll, readsLedger, reserved, own);

    /// <summary>Reserved: the entries that not all readers of their kind may see.</summary>
    public static async Task<SearchSight> Of(WorkflowDb db, Actor actor, DocSet reserved, CancellationToken ct)
    {
        if (!actor.WorksFor(actor.UnitId))
        {
            return new SearchSight(actor.ReadsAll(actor.JurisdictionId), false, reserved, null);
        }

        if (await Parts(db, actor).Take(MostListed + 1).CountAsync(ct) > MostListed)
        {
            return new SearchSight(false, true, reserved, null);
        }

        var own = new DocSet();
        foreach (var number in await Own(db, actor).ToListAsync(ct))
        {
            own.Add(number);
        }

        return new SearchSight(false, true, reserved, own);
    }

    /// <summary>Whether the found entries of this kind are to be asked for one by one, since the unit has too much to list it all beforehand.</summary>
    public bool AsksEach(SearchKind kind) => readsLedger && own is null && IsOfTasks(kind);

    /// <summary>The same sight as a condition on entries.</summary>
    public static IQueryable<SearchEntry> Seen(WorkflowDb db, Actor actor, IQueryable<SearchEntry> entries) => entries.Where(e =>
        (e.TaskId != null && (!e.IsReserved || e.UnitId == actor.UnitId)
            && db.TaskUnits.Any(p => p.TaskId == e.TaskId && p.UnitId == actor.UnitId && p.State != TaskUnitState.Released))
        || (e.Kind == SearchKind.Evidence && (e.UnitId == actor.UnitId || db.EvidenceCitations.Any(c => c.EvidenceVersionId == e.SubjectId
            && (c.CompletionRequestId != null || db.ProgressReports.Any(r => r.Id == c.ReportId && r.State == ReportState.Approved))
            && db.TaskUnits.Any(p => p.TaskId == c.TaskId && p.UnitId == actor.UnitId && p.State != TaskUnitState.Released))))
        || (e.Kind == SearchKind.Paper && db.PaperReceipts.Any(r => r.PaperId == e.SubjectId && r.UnitId == actor.UnitId)));

    /// <summary>Takes out of the found entries what the person may not find. Units are everybody's.</summary>
    public void Narrow(DocSet found)
    {
        if (readsAll)
        {
            found.ExceptWith(reserved, IsOfTasks);
        }
        else if (readsLedger)
        {
            found.ExceptWith(reserved, IsOfPlans);
            if (own is not null)
            {
                found.IntersectWith(own, IsOfTasks);
            }
        }
        else
        {
            found.RemoveChunks(chunk => SearchEntry.KindOf(chunk) != SearchKind.Unit);
        }
    }

    private static bool IsOfTasks(int chunk) => IsOfTasks(SearchEntry.KindOf(chunk));

    private static bool IsOfTasks(SearchKind kind) => kind is SearchKind.Task or SearchKind.Report or SearchKind.Paper or SearchKind.Evidence;

    private static bool IsOfPlans(int chunk) => SearchEntry.KindOf(chunk) is SearchKind.Plan or SearchKind.Measure;

    private static IQueryable<TaskUnit> Parts(WorkflowDb db, Actor actor) =>
        db.TaskUnits.Where(p => p.JurisdictionId == actor.JurisdictionId && p.UnitId == actor.UnitId && p.State != TaskUnitState.Released);

    /// <summary>Tasks and reports by the unit's parts, evidence of its own or that such tasks rest on, papers by their receipts.</summary>
    private static IQueryable<int> Own(WorkflowDb db, Actor actor)
    {
        var parts = Parts(db, actor);
        var byTask = from p in parts
                     join e in db.SearchEntries on p.TaskId equals e.TaskId
                     where !e.IsReserved || e.UnitId == actor.UnitId
                     select e.Number;
        var ownEvidence = db.SearchEntries.Where(e => e.UnitId == actor.UnitId && e.Kind == SearchKind.Evidence && e.JurisdictionId == actor.JurisdictionId).Select(e => e.Number);
        var cited = SearchSources.Cited(db, from p in parts join c in db.EvidenceCitations on p.TaskId equals c.TaskId select c);
        var byCitation = from id in cited join e in db.SearchEntries on id equals e.SubjectId select e.Number;
        var byReceipt = from r in db.PaperReceipts.Where(r => r.UnitId == actor.UnitId && r.JurisdictionId == actor.JurisdictionId)
                        join e in db.SearchEntries on r.PaperId equals e.SubjectId
                        select e.Number;
        return byTask.Concat(ownEvidence).Concat(byCitation).Concat(byReceipt);
    }
}
