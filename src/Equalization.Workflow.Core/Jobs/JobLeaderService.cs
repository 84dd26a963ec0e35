using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Jobs;

/// <summary>
/// The lease of the one process that runs timed jobs. It is about processes and not about the field's time, so the caller gives the instant
/// of its own machine.
/// </summary>
public sealed class JobLeaderService(Transact transact)
{
    /// <summary>Takes or renews the lease; false while another process holds it.</summary>
    public Task<bool> Take(string process, DateTime now, TimeSpan lease, CancellationToken ct) =>
        transact.Run(Nobody(now), "领取定时任务租约", async (db, _) =>
        {
            var leader = await db.JobLeaders.SingleOrDefaultAsync(ct);
            if (leader is null)
            {
                leader = new JobLeader();
                db.Add(leader);
            }
            else if (leader.Process != process && leader.Until > now && leader.Until <= now + lease)
            {
                // A lease that ends later than any given now was taken by a clock that has since been set back: it holds nothing.
                return false;
            }

            leader.Process = process;
            leader.Until = now + lease;
            return true;
        }, ct);

    /// <summary>Gives the lease up at once, so that another process need not wait for it to lapse.</summary>
    public Task Release(string process, DateTime now, CancellationToken ct) =>
        transact.Run(Nobody(now), "交出定时任务租约", async (db, _) =>
        {
            if (await db.JobLeaders.SingleOrDefaultAsync(l => l.Process == process, ct) is { } leader)
            {
                leader.Until = now;
            }
        }, ct);

    private static Actor Nobody(DateTime now) => Actor.System(Guid.Empty, ChinaTime.DayOf(now));
}
