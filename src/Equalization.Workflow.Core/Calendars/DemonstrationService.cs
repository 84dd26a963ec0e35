using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>Marks a database on which the clock is set, and says whether one is marked.</summary>
public sealed class DemonstrationService(IDbContextFactory<WorkflowDb> contexts, Transact transact, TimeProvider clock)
{
    private bool isMarked;

    /// <summary>
    /// Marks the database for good, or finds it marked. Refuses one with a ledger that is not marked (not-a-demonstration).
    /// </summary>
    /// <param name="now">The machine's own instant.</param>
    public Task Mark(DateTime now, CancellationToken ct) =>
        transact.Run(Actor.System(Guid.Empty, clock.Today()), "标记为演示数据库", async (db, act) =>
        {
            if (await db.Demonstrations.AnyAsync(ct))
            {
                return;
            }

            if (await db.Jurisdictions.AnyAsync(ct))
            {
                throw new RuleBroken("not-a-demonstration", "这个数据库中已有正式台账，不能设置时间。请去掉设置 Clock:Now，或另用一个空的数据目录。");
            }

            db.Add(new Demonstration { MadeAt = now, ShownAt = act.At });
        }, ct);

    /// <summary>A mark is made before a program serves and never taken away, so a yes holds for ever.</summary>
    public async ValueTask<bool> IsMarked(CancellationToken ct)
    {
        if (!isMarked)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            isMarked = await db.Demonstrations.AnyAsync(ct);
        }

        return isMarked;
    }
}
