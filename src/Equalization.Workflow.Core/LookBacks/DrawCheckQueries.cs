using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>Draws computed anew; BrokenPeriod is the first whose list, seed or result was altered.</summary>
public sealed record LookBackCheck(int Draws, string? BrokenPeriod);

/// <summary>Recomputes drawings, for the command line.</summary>
public sealed class DrawCheckQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Draws every sample of a jurisdiction anew from its seed and list, and stops at the first that differs. For the command line, where no person asks.</summary>
    public async Task<LookBackCheck> Verify(Guid jurisdictionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var draws = await db.LookBackDraws.AsNoTracking().Where(d => d.JurisdictionId == jurisdictionId).OrderBy(d => d.DrawnAt).ThenBy(d => d.Id).ToListAsync(ct);
        var drawn = (await (from l in db.LookBacks
                            join w in db.WriteOffs on l.WriteOffId equals w.Id
                            where l.JurisdictionId == jurisdictionId
                            select new { l.DrawId, w.Number }).ToListAsync(ct)).ToLookup(l => l.DrawId, l => l.Number);
        var broken = draws.FindIndex(d => !d.Matches(drawn[d.Id]));
        return broken < 0 ? new LookBackCheck(draws.Count, null) : new LookBackCheck(broken, draws[broken].PeriodCode);
    }
}
