using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Engine;

/// <summary>
/// One run of the timer job: all that is due, in batches, each a transaction of its own. A batch that breaks is taken apart; the timer that breaks
/// alone stops its instance with an incident, and the others are fired.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="transact">Runs what it is given in one transaction, again when another writer won, and commits.</param>
public sealed class TimerRun(IWorkflowEngine engine, Func<Func<DbContext, Task>, Task> transact)
{
    // A flow that arms its timer anew for the next instant would keep a run going for ever; what is due beyond this comes with the next run.
    private const int MostForOneInstance = 20;

    /// <summary>Called before a batch fires, in its transaction: what its steps will ask for can be read together there.</summary>
    public Func<DbContext, IReadOnlyList<DueTimer>, Task> Prepare { get; init; } = (_, _) => Task.CompletedTask;

    public async Task<TimerRunResult> Run(int batch, CancellationToken ct)
    {
        var total = new TimerRunResult(0, 0);
        var times = new Dictionary<Guid, int>();
        while (true)
        {
            IReadOnlyList<DueTimer> due = [];
            var done = total;
            try
            {
                await transact(async db =>
                {
                    due = await engine.Due(db, batch, ct);
                    await Prepare(db, due);
                    await engine.Fire(db, due, ct);
                });
                total = total with { Fired = total.Fired + due.Count };
            }
            catch (Exception) when (due.Count > 0 && !ct.IsCancellationRequested)
            {
                foreach (var timer in due)
                {
                    total = await Alone(total, timer, ct);
                }
            }

            foreach (var timer in due)
            {
                times[timer.InstanceId] = times.GetValueOrDefault(timer.InstanceId) + 1;
            }

            // What is left when nothing moved belongs to another writer at this moment; the next run finds it.
            if (due.Count < batch || total == done || due.All(timer => times[timer.InstanceId] > MostForOneInstance))
            {
                return total;
            }
        }
    }

    private async Task<TimerRunResult> Alone(TimerRunResult total, DueTimer timer, CancellationToken ct)
    {
        try
        {
            await transact(db => engine.Fire(db, [timer], ct));
            return total with { Fired = total.Fired + 1 };
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var stopped = false;
            await transact(async db => stopped = await engine.Stop(db, timer, e, ct));
            return stopped ? total with { Stopped = total.Stopped + 1 } : total;
        }
    }
}
