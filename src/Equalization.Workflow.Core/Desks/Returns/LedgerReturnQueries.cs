using Equalization.Workflow.Core.AnnualTasks.Notes;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Returns;

/// <summary>Reads what ledgers came back.</summary>
public sealed class LedgerReturnQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The last ones, newest first. The office only (not-allowed).</summary>
    public async Task<IReadOnlyList<BroughtRow>> Last(Actor actor, int most, CancellationToken ct)
    {
        Permission.Require(TaskNotePermissions.MayWrite(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LedgerFiles.Where(f => f.JurisdictionId == actor.JurisdictionId).OrderByDescending(f => f.BroughtAt).ThenBy(f => f.Id).Take(most)
            .Select(f => new BroughtRow(f.Id, f.FileName, f.BroughtBy, f.BroughtAt, f.TakenAt, f.Added, f.Changed, f.LeftOut))
            .ToListAsync(ct);
    }
}
