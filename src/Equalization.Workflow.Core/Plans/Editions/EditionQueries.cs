using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>A version of a plan against the one before it. Former is null, and there is nothing to compare, for a first edition.</summary>
public sealed record EditionView(
    Guid PlanId, string PlanTitle, Guid VersionId, int Number, PlanVersionState State, int Version, int? Former, bool MayCorrect, EditionComparison Comparison);

/// <summary>Reads what a version changes, as far as the person may read the version.</summary>
public sealed class EditionQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>A draft is compared with the version in force, another with the one it superseded. Refuses (not-found) what the person may not see.</summary>
    public async Task<EditionView> Of(Actor actor, Guid versionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var version = Permission.Found(
            await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == versionId, ct),
            v => PlanPermissions.MayRead(actor, v.JurisdictionId, v.State == PlanVersionState.Draft));
        var title = await db.Plans.Where(p => p.Id == version.PlanId).Select(p => p.Title).SingleAsync(ct);
        var before = await Former(db, version).Select(v => new { v.Id, v.Number }).FirstOrDefaultAsync(ct);
        var comparison = before is null ? new EditionComparison([]) : await Compare(db, before.Id, versionId, ct);
        return new EditionView(
            version.PlanId, title, version.Id, version.Number, version.State, version.Version, before?.Number,
            version.State == PlanVersionState.Draft && PlanPermissions.MayWrite(actor, version.JurisdictionId), comparison);
    }

    /// <summary>The version that was in force before this one, as the first of the query.</summary>
    internal static IQueryable<PlanVersion> Former(WorkflowDb db, PlanVersion version) =>
        db.PlanVersions.Where(v => v.PlanId == version.PlanId && v.Number < version.Number && v.ConfirmedAt != null).OrderByDescending(v => v.Number);

    private static async Task<EditionComparison> Compare(WorkflowDb db, Guid formerId, Guid versionId, CancellationToken ct)
    {
        var both = await DraftAccess.All(db).AsNoTracking()
            .Where(m => m.PlanVersionId == formerId || m.PlanVersionId == versionId)
            .OrderBy(m => m.Position).ThenBy(m => m.Id)
            .ToListAsync(ct);
        var former = both.Where(m => m.PlanVersionId == formerId).Select(EditionMeasure.Of).ToList();
        var draft = both.Where(m => m.PlanVersionId == versionId).Select(EditionMeasure.Of).ToList();
        return EditionComparison.Of(former, draft, EditionPairing.Recorded(former, draft));
    }
}
