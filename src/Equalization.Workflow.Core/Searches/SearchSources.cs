using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Progress;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>What the ledger has to be found, by kind: which things, and their words. Papers that are kept to a case's list are not among them.</summary>
internal static class SearchSources
{
    /// <summary>The things of a kind that have no entry yet, the oldest first; the same order on every database.</summary>
    public static async Task<List<Guid>> Missing(WorkflowDb db, Guid jurisdictionId, SearchKind kind, CancellationToken ct)
    {
        var things = kind switch
        {
            SearchKind.Task => db.AnnualTasks.Where(t => t.JurisdictionId == jurisdictionId).Select(t => new { t.Id, At = (DateTime?)t.IssuedAt }),
            SearchKind.Measure => Measures(db, jurisdictionId).Select(m => new { m.Id, At = (DateTime?)null }),
            SearchKind.Plan => db.Plans.Where(p => p.JurisdictionId == jurisdictionId).Select(p => new { p.Id, At = (DateTime?)null }),
            SearchKind.Report => db.ProgressReports.Where(r => r.JurisdictionId == jurisdictionId).Select(r => new { r.Id, At = r.SubmittedAt }),
            SearchKind.Paper => db.Papers.Where(p => p.JurisdictionId == jurisdictionId && p.CaseId == null).Select(p => new { p.Id, At = (DateTime?)p.IssuedAt }),
            SearchKind.Evidence => db.EvidenceVersions.Where(v => v.JurisdictionId == jurisdictionId).Select(v => new { v.Id, At = (DateTime?)v.AddedAt }),
            SearchKind.Unit => db.Units.Where(u => u.JurisdictionId == jurisdictionId).Select(u => new { u.Id, At = (DateTime?)null }),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        var missing = await things.Where(x => !db.SearchEntries.Any(e => e.SubjectId == x.Id)).ToListAsync(ct);
        return [.. missing.OrderBy(x => x.At ?? DateTime.MaxValue).ThenBy(x => x.Id.ToString(), StringComparer.Ordinal).Select(x => x.Id)];
    }

    /// <summary>What they say now; what is not to be found has no document.</summary>
    public static Task<List<SearchDocument>> Read(WorkflowDb db, Guid jurisdictionId, SearchKind kind, List<Guid> ids, CancellationToken ct) => kind switch
    {
        SearchKind.Task => Tasks(db, jurisdictionId, ids, ct),
        SearchKind.Measure => MeasuresOf(db, jurisdictionId, ids, ct),
        SearchKind.Plan => Plans(db, jurisdictionId, ids, ct),
        SearchKind.Report => Reports(db, jurisdictionId, ids, ct),
        SearchKind.Paper => Papers(db, jurisdictionId, ids, ct),
        SearchKind.Evidence => Evidence(db, jurisdictionId, ids, ct),
        SearchKind.Unit => Units(db, jurisdictionId, ids, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Versions that an approved report or a completion request rests on.</summary>
    public static IQueryable<Guid> Cited(WorkflowDb db, IQueryable<EvidenceCitation> citations) => citations
        .Where(c => c.CompletionRequestId != null || db.ProgressReports.Any(r => r.Id == c.ReportId && r.State == ReportState.Approved))
        .Select(c => c.EvidenceVersionId);

    private static async Task<List<SearchDocument>> Tasks(WorkflowDb db, Guid jurisdictionId, List<Guid> ids, CancellationToken ct) =>
        (await db.AnnualTasks.Where(t => t.JurisdictionId == jurisdictionId && EF.Parameter(ids).Contains(t.Id))
            .Select(t => new { t.Id, t.Number, t.Title, t.Content, t.Criteria }).ToListAsync(ct))
        .ConvertAll(t => SearchDocument.Of(SearchKind.Task, t.Id, t.Id, null, false, t.Number, t.Title, t.Content, t.Criteria));

    private static async Task<List<SearchDocument>> MeasuresOf(WorkflowDb db, Guid jurisdictionId, List<Guid> ids, CancellationToken ct) =>
        (await (from m in Measures(db, jurisdictionId).Where(m => EF.Parameter(ids).Contains(m.Id))
                join v in db.PlanVersions on m.PlanVersionId equals v.Id
                select new { m.Id, v.State, m.Number, m.Title, m.Body }).ToListAsync(ct))
        .ConvertAll(m => SearchDocument.Of(SearchKind.Measure, m.Id, null, null, m.State == PlanVersionState.Draft, m.Number, m.Title, m.Body));

    private static async Task<List<SearchDocument>> Plans(WorkflowDb db, Guid jurisdictionId, List<Guid> ids, CancellationToken ct) =>
        (await db.Plans.Where(p => p.JurisdictionId == jurisdictionId && EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.State, p.Title, p.DocumentNumber, p.Issuer }).ToListAsync(ct))
        .ConvertAll(p => SearchDocument.Of(SearchKind.Plan, p.Id, null, null, p.State == PlanState.Draft, p.Title, p.DocumentNumber, p.Issuer));

    private static async Task<List<SearchDocument>> Reports(WorkflowDb db, Guid jurisdictionId, List<Guid> ids, CancellationToken ct) =>
        (await db.ProgressReports.Where(r => r.JurisdictionId == jurisdictionId && EF.Parameter(ids).Contains(r.Id))
            .Select(r => new { r.Id, r.TaskId, r.UnitId, r.State, r.Narrative, r.Problem, r.NextStep }).ToListAsync(ct))
        .ConvertAll(r => SearchDocument.Of(
            SearchKind.Report, r.Id, r.TaskId, r.UnitId, r.State != ReportState.Approved, r.Narrative, r.Problem, r.NextStep));

    private static async Task<List<SearchDocument>> Papers(WorkflowDb db, Guid jurisdictionId, List<Guid> ids, CancellationToken ct) =>
        (await db.Papers.Where(p => p.JurisdictionId == jurisdictionId && p.CaseId == null && EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, p.Number, p.Title }).ToListAsync(ct))
        .ConvertAll(p => SearchDocument.Of(SearchKind.Paper, p.Id, null, null, false, p.Number, p.Title));

    private static async Task<List<SearchDocument>> Evidence(WorkflowDb db, Guid jurisdictionId, List<Guid> ids, CancellationToken ct) =>
        (await (from v in db.EvidenceVersions.Where(v => v.JurisdictionId == jurisdictionId && EF.Parameter(ids).Contains(v.Id))
                join e in db.Evidence on v.EvidenceId equals e.Id
                select new
                {
                    v.Id, e.UnitId, e.Title, e.Kind, v.FileName,
                    IsCited = db.EvidenceCitations.Any(c => c.EvidenceVersionId == v.Id
                        && (c.CompletionRequestId != null || db.ProgressReports.Any(r => r.Id == c.ReportId && r.State == ReportState.Approved))),
                }).ToListAsync(ct))
        .ConvertAll(v => SearchDocument.Of(SearchKind.Evidence, v.Id, null, v.UnitId, !v.IsCited, v.Title, v.Kind, v.FileName));

    private static async Task<List<SearchDocument>> Units(WorkflowDb db, Guid jurisdictionId, List<Guid> ids, CancellationToken ct) =>
        (await db.Units.Where(u => u.JurisdictionId == jurisdictionId && EF.Parameter(ids).Contains(u.Id))
            .Select(u => new { u.Id, u.Name, u.ShortName, Aliases = u.Aliases.OrderBy(a => a.Text).Select(a => a.Text).ToList() }).ToListAsync(ct))
        .ConvertAll(u => SearchDocument.Of(SearchKind.Unit, u.Id, null, null, false, [u.Name, u.ShortName, .. u.Aliases]));

    /// <summary>Of a plan's versions the one in force and the draft: the others say the same thing over again.</summary>
    private static IQueryable<Measure> Measures(WorkflowDb db, Guid jurisdictionId) => db.Measures.Where(m =>
        m.JurisdictionId == jurisdictionId && db.PlanVersions.Any(v => v.Id == m.PlanVersionId && v.State != PlanVersionState.Superseded));
}
