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
    private readonly bool readsAll;
    private readonly bool readsLedger;
    private readonly DocSet reserved;
    private readonly DocSet own;

    private SearchSight(bool readsAll, bool readsLedger, DocSet reserved, DocSet own) =>
        (this.readsAll, this.readsLedger, this.reserved, this.own) = (readsAll, readsLedger, reserved, own);

    /// <summary>Reserved: the entries that not all readers of their kind may see.</summary>
    public static async Task<SearchSight> Of(WorkflowDb db, Actor actor, DocSet reserved, CancellationToken ct)
    {
        var own = new DocSet();
        if (actor.WorksFor(actor.UnitId))
        {
            foreach (var number in await Own(db, actor).ToListAsync(ct))
            {
                own.Add(number);
            }
        }

        return new SearchSight(actor.ReadsAll(actor.JurisdictionId), actor.WorksFor(actor.UnitId), reserved, own);
    }

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
            found.IntersectWith(own, IsOfTasks);
        }
        else
        {
            found.RemoveChunks(chunk => SearchEntry.KindOf(chunk) != SearchKind.Unit);
        }
    }

    private static bool IsOfTasks(int chunk) => SearchEntry.KindOf(chunk) is SearchKind.Task or SearchKind.Report or SearchKind.Paper or SearchKind.Evidence;

    private static bool IsOfPlans(int chunk) => SearchEntry.KindOf(chunk) is SearchKind.Plan or SearchKind.Measure;

    /// <summary>Tasks and reports by the unit's parts, evidence of its own or that such tasks rest on, papers by their receipts.</summary>
    private static IQueryable<int> Own(WorkflowDb db, Actor actor)
    {
        var parts = db.TaskUnits.Where(p => p.JurisdictionId == actor.JurisdictionId && p.UnitId == actor.UnitId && p.State != TaskUnitState.Released);
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
