using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>Reads what was found from the ledger itself, each kind under its own permissions: the last word on what a person may see.</summary>
internal static class SearchHits
{
    /// <summary>In the order of the ids, without those that are gone or not the person's to see.</summary>
    public static async Task<IReadOnlyList<SearchHit>> Read(WorkflowDb db, Actor actor, SearchKind kind, List<Guid> ids, CancellationToken ct)
    {
        var all = actor.ReadsAll(actor.JurisdictionId);
        var own = actor.WorksFor(actor.UnitId) ? actor.UnitId : (Guid?)null;
        var rows = kind switch
        {
            SearchKind.Task => await Tasks(db, actor, ids, ct),
            SearchKind.Measure => await Measures(db, actor, ids, all, own, ct),
            SearchKind.Plan => await Plans(db, actor, ids, all, own, ct),
            SearchKind.Report => await Reports(db, actor, ids, own, ct),
            SearchKind.Paper => await Papers(db, actor, ids, all, own, ct),
            SearchKind.Evidence => await Evidence(db, actor, ids, own, ct),
            SearchKind.Unit => await Units(db, actor, ids, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        var byId = rows.ToDictionary(r => r.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    private static async Task<List<SearchHit>> Tasks(WorkflowDb db, Actor actor, List<Guid> ids, CancellationToken ct) =>
        (await db.AnnualTasks.SeenBy(actor).Where(t => EF.Parameter(ids).Contains(t.Id))
            .Select(t => new { t.Id, t.Number, t.Title, t.Content, t.Criteria, Unit = db.Units.Where(u => u.Id == t.LeadUnitId).Select(u => u.ShortName).First() }).ToListAsync(ct))
        .ConvertAll(t => new SearchHit(SearchKind.Task, t.Id, t.Number, t.Title, Lines(t.Content, t.Criteria)) { Note = t.Unit });

    private static async Task<List<SearchHit>> Measures(WorkflowDb db, Actor actor, List<Guid> ids, bool all, Guid? own, CancellationToken ct) =>
        (await (from m in db.Measures
                join v in db.PlanVersions on m.PlanVersionId equals v.Id
                join p in db.Plans on v.PlanId equals p.Id
                where EF.Parameter(ids).Contains(m.Id) && m.JurisdictionId == actor.JurisdictionId
                      && (all || (own != null && v.State != PlanVersionState.Draft && p.State != PlanState.Draft))
                select new { m.Id, m.Number, m.Title, m.Body, v.State, VersionId = v.Id, v.PlanId, Plan = p.Title }).ToListAsync(ct))
        .ConvertAll(m => new SearchHit(SearchKind.Measure, m.Id, m.Number, m.Title, m.Body)
        {
            ParentId = m.PlanId, VersionId = m.State == PlanVersionState.Confirmed ? null : m.VersionId, Note = m.Plan,
        });

    private static async Task<List<SearchHit>> Plans(WorkflowDb db, Actor actor, List<Guid> ids, bool all, Guid? own, CancellationToken ct) =>
        (await db.Plans.Where(p => EF.Parameter(ids).Contains(p.Id) && p.JurisdictionId == actor.JurisdictionId && (all || (own != null && p.State != PlanState.Draft)))
            .Select(p => new { p.Id, p.Title, p.DocumentNumber, p.Issuer }).ToListAsync(ct))
        .ConvertAll(p => new SearchHit(SearchKind.Plan, p.Id, p.DocumentNumber, p.Title, p.Issuer ?? ""));

    private static async Task<List<SearchHit>> Reports(WorkflowDb db, Actor actor, List<Guid> ids, Guid? own, CancellationToken ct) =>
        (await (from r in db.ProgressReports
                join t in db.AnnualTasks.SeenBy(actor) on r.TaskId equals t.Id
                join u in db.Units on r.UnitId equals u.Id
                where EF.Parameter(ids).Contains(r.Id) && (r.State == ReportState.Approved || r.UnitId == own)
                select new { r.Id, r.TaskId, t.Number, t.Title, u.ShortName, r.PeriodCode, r.Narrative, r.Problem, r.NextStep }).ToListAsync(ct))
        .ConvertAll(r => new SearchHit(SearchKind.Report, r.Id, r.Number, r.Title, Lines(r.Narrative, r.Problem, r.NextStep))
        {
            ParentId = r.TaskId, Note = $"{r.ShortName} {r.PeriodCode}",
        });

    private static async Task<List<SearchHit>> Papers(WorkflowDb db, Actor actor, List<Guid> ids, bool all, Guid? own, CancellationToken ct) =>
        (await db.Papers.Where(p => EF.Parameter(ids).Contains(p.Id) && p.JurisdictionId == actor.JurisdictionId && p.CaseId == null
                && (all || p.Receipts.Any(r => r.UnitId == own)))
            .Select(p => new { p.Id, p.Number, p.Title }).ToListAsync(ct))
        .ConvertAll(p => new SearchHit(SearchKind.Paper, p.Id, p.Number, p.Title, ""));

    private static async Task<List<SearchHit>> Evidence(WorkflowDb db, Actor actor, List<Guid> ids, Guid? own, CancellationToken ct)
    {
        var seen = db.AnnualTasks.SeenBy(actor);
        return (await (from v in db.EvidenceVersions
                       join e in db.Evidence on v.EvidenceId equals e.Id
                       join u in db.Units on e.UnitId equals u.Id
                       where EF.Parameter(ids).Contains(v.Id) && v.JurisdictionId == actor.JurisdictionId && (e.UnitId == own || db.EvidenceCitations.Any(c => c.EvidenceVersionId == v.Id && seen.Any(t => t.Id == c.TaskId)
                           && (c.CompletionRequestId != null || db.ProgressReports.Any(r => r.Id == c.ReportId && r.State == ReportState.Approved))))
                       select new { v.Id, e.Title, e.Kind, v.FileName, u.ShortName }).ToListAsync(ct))
            .ConvertAll(v => new SearchHit(SearchKind.Evidence, v.Id, null, v.Title, Lines(v.Kind, v.FileName)) { Note = v.ShortName });
    }

    private static async Task<List<SearchHit>> Units(WorkflowDb db, Actor actor, List<Guid> ids, CancellationToken ct) =>
        (await db.Units.Where(u => EF.Parameter(ids).Contains(u.Id) && u.JurisdictionId == actor.JurisdictionId)
            .Select(u => new { u.Id, u.Name, u.ShortName, Aliases = u.Aliases.OrderBy(a => a.Text).Select(a => a.Text).ToList() }).ToListAsync(ct))
        .ConvertAll(u => new SearchHit(SearchKind.Unit, u.Id, null, u.Name, string.Join('、', u.Aliases.Prepend(u.ShortName).Where(n => n != u.Name).Distinct())));

    private static string Lines(params IEnumerable<string?> fields) => string.Join('\n', fields.Where(f => !string.IsNullOrEmpty(f)));
}
