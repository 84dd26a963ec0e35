using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>An import as the list of imports shows it.</summary>
public sealed record RosterRow(Guid Id, RosterKind Kind, string FileName, string BroughtBy, DateTime BroughtAt, DateTime? TakenAt, int Added, int Changed, int LeftOut);

/// <summary>Reads what was imported.</summary>
public sealed class RosterQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The last ones, newest first. Editors only (not-allowed).</summary>
    public async Task<IReadOnlyList<RosterRow>> Last(Actor actor, int most, CancellationToken ct)
    {
        Permission.Require(UnitPermissions.MayEdit(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.RosterFiles.Where(f => f.JurisdictionId == actor.JurisdictionId).OrderByDescending(f => f.BroughtAt).ThenBy(f => f.Id).Take(most)
            .Select(f => new RosterRow(f.Id, f.Kind, f.FileName, f.BroughtBy, f.BroughtAt, f.TakenAt, f.Added, f.Changed, f.LeftOut))
            .ToListAsync(ct);
    }
}
