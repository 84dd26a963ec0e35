using System.Text.Json;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// What changed, as the audit's chain tells it: every change of the ledger leaves a row there in its own transaction and without a gap, so following the chain misses
/// nothing and costs the acts themselves nothing.
/// </summary>
internal static class SearchChanges
{
    private const string Deleted = "Deleted";

    /// <summary>The next rows after a place in the chain, the last of them, and the things whose words or readers they touched; null when there is none.</summary>
    public static async Task<(long Last, Dictionary<SearchKind, List<Guid>> Touched)?> Next(WorkflowDb db, Guid jurisdictionId, long after, int most, CancellationToken ct)
    {
        var passed = await db.AuditEntries.Where(a => a.JurisdictionId == jurisdictionId && a.Sequence > after).OrderBy(a => a.Sequence).Take(most)
            .Select(a => new Row(a.Sequence, a.EntityKind, a.EntityId, a.Change, a.Change == Deleted ? a.Values : null)).ToListAsync(ct);
        // An export changed nothing, and what it was of need not be an id.
        return passed.Count == 0 ? null : (passed[^1].Sequence, await Touched(db, passed.FindAll(r => r.Change != ExportService.Change), ct));
    }

    private static async Task<Dictionary<SearchKind, List<Guid>>> Touched(WorkflowDb db, List<Row> rows, CancellationToken ct)
    {
        var reports = Ids(rows, nameof(ProgressReport));
        var citations = Ids(rows, nameof(EvidenceCitation));
        var versions = Ids(rows, nameof(PlanVersion));
        var aliases = Ids(rows, nameof(UnitAlias));
        var evidence = citations.Count + reports.Count == 0 ? [] : await db.EvidenceCitations
            .Where(c => EF.Parameter(citations).Contains(c.Id) || (c.ReportId != null && EF.Parameter(reports).Contains(c.ReportId.Value)))
            .Select(c => c.EvidenceVersionId).Distinct().ToListAsync(ct);
        var measures = versions.Count == 0 ? [] : await db.Measures.Where(m => EF.Parameter(versions).Contains(m.PlanVersionId)).Select(m => m.Id).ToListAsync(ct);
        var units = aliases.Count == 0 ? [] : await db.UnitAliases.Where(a => EF.Parameter(aliases).Contains(a.Id) && a.UnitId != null)
            .Select(a => a.UnitId!.Value).ToListAsync(ct);
        return new Dictionary<SearchKind, List<Guid>>
        {
            [SearchKind.Task] = Ids(rows, nameof(AnnualTask)),
            [SearchKind.Measure] = Together(Ids(rows, nameof(Measure)), measures),
            [SearchKind.Plan] = Ids(rows, nameof(Plan)),
            [SearchKind.Report] = reports,
            [SearchKind.Paper] = Ids(rows, nameof(Paper)),
            [SearchKind.Evidence] = Together(Ids(rows, nameof(EvidenceVersion)), evidence, Former(rows, nameof(EvidenceCitation), nameof(EvidenceCitation.EvidenceVersionId))),
            [SearchKind.Unit] = Together(Ids(rows, nameof(Unit)), units, Former(rows, nameof(UnitAlias), nameof(UnitAlias.UnitId))),
        };
    }

    private static List<Guid> Ids(List<Row> rows, string kind) =>
        [.. rows.Where(r => r.Kind == kind).Select(r => Guid.TryParse(r.Id, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct()];

    private static List<Guid> Together(params IEnumerable<List<Guid>> lists) => [.. lists.SelectMany(l => l).Distinct()];

    /// <summary>What rows that are gone referred to; only the audit still knows.</summary>
    private static List<Guid> Former(List<Row> rows, string kind, string field) =>
        [.. rows.Where(r => r.Kind == kind && r.Values is not null).Select(r => Before(r.Values!, field)).OfType<Guid>()];

    private static Guid? Before(string values, string field)
    {
        using var json = JsonDocument.Parse(values);
        return json.RootElement.TryGetProperty(field, out var pair) && Guid.TryParse(pair[0].GetString(), out var id) ? id : null;
    }

    private sealed record Row(long Sequence, string Kind, string Id, string Change, string? Values);
}
