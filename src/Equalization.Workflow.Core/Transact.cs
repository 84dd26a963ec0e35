using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core;

/// <summary>
/// Runs one action in one transaction. The transaction begins before the first read (immediate on SQLite), so what an action checked still
/// holds when it writes. What follows from the action in the processes (an instance to start, an event to raise) runs last, in the same transaction.
/// When another writer wins, the whole action runs again on a fresh context; what it refuses is thrown as it is.
/// </summary>
public sealed class Transact(IDbContextFactory<WorkflowDb> contexts, TimeProvider clock, IWorkflowEngine engine)
{
    private const int Tries = 6;

    public async Task<T> Run<T>(Actor actor, string act, Func<WorkflowDb, CurrentAct, Task<T>> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var current = new CurrentAct(actor, act, clock.UtcNow());
                db.Act = current;
                var result = await change(db, current);
                await db.SaveChangesAsync(ct);
                await db.MoveProcesses(engine, ct);
                await transaction.CommitAsync(ct);
                return result;
            }
            catch (Exception e) when (attempt < Tries && db.IsConflict(e))
            {
                // Another writer won this round; a little spread keeps two losers from meeting again.
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), ct);
            }
            finally
            {
                // The context goes back to a pool; the next borrower must not act in this person's name.
                db.Forget();
            }
        }
    }

    public Task Run(Actor actor, string act, Func<WorkflowDb, CurrentAct, Task> change, CancellationToken ct) =>
        Run(actor, act, async (db, current) =>
        {
            await change(db, current);
            return true;
        }, ct);
}
