using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>
/// What a burst runs in: the caller's context, the instant, and its limits. Steps of the product's own get a savepoint before the first of them
/// and a time limit each; the engine's own activities write nothing and need neither.
/// </summary>
internal sealed class BurstContext(DbContext db, EngineOptions options, DateTime now, string cause, int depth, Func<string, Task<Definition?>> published)
{
    private const string Savepoint = "engine_burst";

    private int steps;
    private Action forget = () => { };

    public DbContext Db => db;

    public DateTime Now => now;

    public string Cause => cause;

    public int Depth => depth;

    /// <summary>Whether undoing also undoes what the engine itself writes from here on.</summary>
    public bool HasSavepoint { get; private set; }

    public Task<Definition?> Published(string definitionId) => published(definitionId);

    public void CountStep()
    {
        if (++steps > options.MostStepsInBurst)
        {
            throw new BurstStopped("too-many-steps", $"一次推进超过 {options.MostStepsInBurst} 步仍未停下，流程可能在空转。");
        }
    }

    public async ValueTask<Outcome> Execute(Step step, CancellationToken ct)
    {
        if (step.Node.Activity.GetType().Assembly == typeof(Activity).Assembly)
        {
            return await step.Node.Activity.Run(step, ct);
        }

        await Protect(ct);
        // Real time: under a clock that somebody steps a hanging step would hang for good.
        using var limit = new CancellationTokenSource(options.LongestStep);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await step.Node.Activity.Run(step, both.Token);
        }
        catch (Exception e) when (e is not DbUpdateConcurrencyException && !options.IsConflict(e) && limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new BurstStopped("too-long", $"活动运行超过 {options.LongestStep.TotalSeconds:0.###} 秒，已被终止。");
        }
    }

    /// <summary>Writes what the steps have changed, so that a refusal by the database still counts as theirs. The context then tracks nothing.</summary>
    public async Task Keep(CancellationToken ct)
    {
        if (HasSavepoint)
        {
            await db.SaveChangesAsync(ct);
            await db.Database.CurrentTransaction!.ReleaseSavepointAsync(Savepoint, ct);
            HasSavepoint = false;
            // What one burst looked at would be looked through again at every save of the next; of hundreds in a transaction that is most of the work.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Undoes what the steps have written. The context then tracks nothing: what it held may no longer be in the database.</summary>
    public async Task Undo(CancellationToken ct)
    {
        if (HasSavepoint)
        {
            db.ChangeTracker.Clear();
            forget();
            await db.Database.CurrentTransaction!.RollbackToSavepointAsync(Savepoint, ct);
            HasSavepoint = false;
        }
    }

    private async Task Protect(CancellationToken ct)
    {
        if (!HasSavepoint)
        {
            // The caller's own changes go in before the savepoint, or a failing step would take them along.
            await db.SaveChangesAsync(ct);
            await db.Database.CurrentTransaction!.CreateSavepointAsync(Savepoint, ct);
            forget = options.Remember(db);
            HasSavepoint = true;
        }
    }
}
