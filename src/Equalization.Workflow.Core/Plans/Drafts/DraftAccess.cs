using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Plans.Drafts;

/// <summary>
/// Opens parts of a draft for the office. Every change of a measure also raises its version and that of the plan version, so that a form
/// opened before, and a confirmation of what was seen before, are stale.
/// </summary>
internal static class DraftAccess
{
    /// <summary>Refuses what the person may not see (not-found) or not write (not-allowed).</summary>
    public static async Task<PlanVersion> Version(WorkflowDb db, Actor actor, Guid versionId, CancellationToken ct)
    {
        var version = Permission.Found(
            await db.PlanVersions.SingleOrDefaultAsync(v => v.Id == versionId, ct),
            v => PlanPermissions.MayRead(actor, v.JurisdictionId, v.State == PlanVersionState.Draft));
        Permission.Require(PlanPermissions.MayWrite(actor, version.JurisdictionId));
        return version;
    }

    /// <summary>The version as one to change: refuses a confirmed one (plan-confirmed).</summary>
    public static async Task<PlanVersion> Draft(WorkflowDb db, Actor actor, Guid versionId, CancellationToken ct)
    {
        var version = await Version(db, actor, versionId, ct);
        version.MustBeDraft();
        Touch(db, version);
        return version;
    }

    /// <summary>A measure of a draft with all its parts, held to the version that the form showed.</summary>
    public static async Task<OpenMeasure> Measure(WorkflowDb db, Actor actor, Guid measureId, int postedVersion, CancellationToken ct)
    {
        var measure = Permission.Found(
            await All(db).SingleOrDefaultAsync(m => m.Id == measureId, ct),
            m => PlanPermissions.MayRead(actor, m.JurisdictionId, true));
        var version = await Draft(db, actor, measure.PlanVersionId, ct);
        db.Expect(measure, postedVersion);
        Touch(db, measure);
        return new OpenMeasure(version, measure);
    }

    public static IQueryable<Measure> All(WorkflowDb db) =>
        db.Measures.Include(m => m.Units).Include(m => m.Deadlines).Include(m => m.Targets).AsSplitQuery();

    /// <summary>Marks a row as changed although only rows that hang on it are.</summary>
    public static void Touch(WorkflowDb db, object row) => db.Entry(row).Property("Version").IsModified = true;

    /// <summary>Deletes a measure with everything that hangs on it.</summary>
    public static void Delete(WorkflowDb db, Measure measure)
    {
        db.RemoveRange(measure.Units);
        db.RemoveRange(measure.Deadlines);
        db.RemoveRange(measure.Targets);
        db.Remove(measure);
    }
}

/// <summary>A measure opened for change, with the draft it belongs to.</summary>
internal sealed record OpenMeasure(PlanVersion Draft, Measure Measure);
