using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Processes;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Web.Sample;

/// <summary>Lets time pass over a world that stands still: each timer of a process fires at its own instant, as the job would have it.</summary>
internal sealed class Passage(IServiceProvider world, SampleClock clock)
{
    /// <summary>Goes on to a later instant, UTC; answers with how many timers fired on the way.</summary>
    public async Task<int> To(DateTime until, CancellationToken ct)
    {
        await using var db = await world.GetRequiredService<IDbContextFactory<WorkflowDb>>().CreateDbContextAsync(ct);
        var fired = 0;
        while (await Next(db, ct) is { } next && next <= until)
        {
            clock.Set(next > clock.UtcNow() ? next : clock.UtcNow());
            fired += await world.GetRequiredService<ProcessTimers>().FireDue(ct);
        }

        clock.Set(until);
        return fired;
    }

    /// <summary>The instant of the next timer; null when none waits.</summary>
    public static async Task<DateTime?> Next(WorkflowDb db, CancellationToken ct) =>
        // Written as the index's filter is: of EF's own "NOT IsParked" SQLite does not see that the index answers it.
        (await db.Database.SqlQuery<DateTime?>($"SELECT MIN(\"DueAt\") AS \"Value\" FROM \"EngineBookmarks\" WHERE \"DueAt\" IS NOT NULL AND \"IsParked\" = 0").ToListAsync(ct)) is [{ } due]
            ? DateTime.SpecifyKind(due, DateTimeKind.Utc)
            : null;
}
