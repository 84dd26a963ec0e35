using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Breakdowns;

/// <summary>What is exported: of which plan and version, how many measures, and whether the file may come back.</summary>
public sealed record BreakdownHead(Guid PlanId, string PlanTitle, Guid VersionId, int Number, int Measures, bool MayComeBack);

/// <summary>Reads the breakdown of a plan's version for export, as far as the person may read the version.</summary>
public sealed class BreakdownQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Measures that are held at a time.</summary>
    public const int Batch = 500;

    /// <summary>Refuses (not-found) what the person may not see.</summary>
    public async Task<BreakdownHead> Head(Actor actor, Guid versionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var version = await Version(db, actor, versionId, ct);
        var title = await db.Plans.Where(p => p.Id == version.PlanId).Select(p => p.Title).SingleAsync(ct);
        return new BreakdownHead(
            version.PlanId, title, version.Id, version.Number, await db.Measures.CountAsync(m => m.PlanVersionId == versionId, ct),
            version.State == PlanVersionState.Draft && PlanPermissions.MayWrite(actor, version.JurisdictionId));
    }

    /// <summary>The rows of the measures after a position, and the last of these positions; null when there are no more.</summary>
    public async Task<(int Last, IReadOnlyList<RoundRow> Rows)?> After(Actor actor, Guid versionId, BreakdownPart part, int position, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await Version(db, actor, versionId, ct);
        var measures = await DraftAccess.All(db).AsNoTracking().Where(m => m.PlanVersionId == versionId && m.Position > position).OrderBy(m => m.Position).Take(Batch).ToListAsync(ct);
        if (measures.Count == 0)
        {
            return null;
        }

        var rows = await BreakdownRows.Load(db, actor.JurisdictionId, ct);
        return (measures[^1].Position, [.. measures.SelectMany(m => rows.Of(part, m))]);
    }

    /// <summary>The last breakdowns that came back for a draft, newest first. Writers only (not-allowed).</summary>
    public async Task<IReadOnlyList<BroughtRow>> Last(Actor actor, Guid versionId, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var version = await Version(db, actor, versionId, ct);
        Permission.Require(PlanPermissions.MayWrite(actor, version.JurisdictionId));
        return await db.BreakdownFiles.Where(f => f.PlanVersionId == versionId).OrderByDescending(f => f.BroughtAt).ThenBy(f => f.Id).Take(most)
            .Select(f => new BroughtRow(f.Id, f.FileName, f.BroughtBy, f.BroughtAt, f.TakenAt, f.Added, f.Changed, f.LeftOut))
            .ToListAsync(ct);
    }

    private static async Task<PlanVersion> Version(WorkflowDb db, Actor actor, Guid versionId, CancellationToken ct) => Permission.Found(
        await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == versionId, ct),
        v => PlanPermissions.MayRead(actor, v.JurisdictionId, v.State == PlanVersionState.Draft));
}

/// <summary>A sheet of the breakdown as one stream.</summary>
public static class BreakdownStream
{
    public static async IAsyncEnumerable<RoundRow> All(
        this BreakdownQueries queries, Actor actor, Guid versionId, BreakdownPart part, [EnumeratorCancellation] CancellationToken ct)
    {
        var next = await queries.After(actor, versionId, part, 0, ct);
        while (next is var (last, rows))
        {
            foreach (var row in rows)
            {
                yield return row;
            }

            next = await queries.After(actor, versionId, part, last, ct);
        }
    }
}
