using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>How many days an ended search is kept after it was asked for. One with lines in a task is kept for good: the task's history leads to it.</summary>
public sealed record RebalancingStay(int Days)
{
    public const int DefaultDays = 365;
}

/// <summary>Takes searches away whose time is over; the run of the job says how many.</summary>
public sealed class RebalancingRetention(Transact transact, RebalancingStay stay, TimeProvider clock)
{
    /// <summary>The job: one search a transaction, for a plan may have thousands of lines. Answers how many were taken away.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-stay.Days);
        var all = 0;
        while (await Remove(before, ct))
        {
            all++;
        }

        return all;
    }

    private Task<bool> Remove(DateTime before, CancellationToken ct) => transact.Run(Actor.System(Guid.Empty, clock.Today()), "清理均衡方案", async (db, _) =>
    {
        var old = await db.Rebalancings.Where(r => (r.State == RebalancingState.Done || r.State == RebalancingState.Refused) && r.AskedAt < before
            && !db.RebalancingMoves.Any(m => m.RebalancingId == r.Id && m.TaskId != null)).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).FirstOrDefaultAsync(ct);
        if (old is null)
        {
            return false;
        }

        db.RemoveRange(await db.RebalancingMoves.Where(m => m.RebalancingId == old.Id).ToListAsync(ct));
        db.Remove(old);
        return true;
    }, ct);
}
