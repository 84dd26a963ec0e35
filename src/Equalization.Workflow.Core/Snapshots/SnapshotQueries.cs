using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>How far the snapshots of a jurisdiction hold: all, or up to the first that is not what was sealed.</summary>
public sealed record SnapshotCheck(int Snapshots, SnapshotFault? Fault);

/// <summary>The office's numbers at the end of a day.</summary>
public sealed record DayNumbers(DateOnly On, int Overdue, int Silent, int DueSoon, int WaitsForOffice);

/// <summary>Reads sealed days and checks their seals.</summary>
public sealed class SnapshotQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The numbers sealed for a day; null when it was not sealed. Refuses all but those who read the whole jurisdiction (not-allowed).</summary>
    public async Task<DayNumbers?> Numbers(Actor actor, DateOnly on, CancellationToken ct)
    {
        Permission.Require(actor.ReadsAll(actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Snapshots.Where(s => s.JurisdictionId == actor.JurisdictionId && s.On == on)
            .Select(s => new DayNumbers(s.On, s.Overdue, s.Silent, s.DueSoon, s.WaitsForOffice)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Recomputes every seal of a jurisdiction, a page at a time.</summary>
    public async Task<SnapshotCheck> Verify(Guid jurisdictionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var snapshots = await db.Snapshots.AsNoTracking().Where(s => s.JurisdictionId == jurisdictionId).OrderBy(s => s.Number).ToListAsync(ct);
        var (number, previous) = (0, "");
        foreach (var snapshot in snapshots)
        {
            var fault = snapshot.Number != number + 1 || snapshot.PreviousHash != previous
                ? new SnapshotFault(snapshot.On, FaultKind.Chain, null)
                : await SnapshotSeal.Check(db, snapshot, null, ct);
            if (fault is not null)
            {
                return new SnapshotCheck(number, fault);
            }

            (number, previous) = (snapshot.Number, snapshot.Hash);
        }

        return new SnapshotCheck(number, null);
    }
}
