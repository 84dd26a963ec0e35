using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Infrastructure.Databases;
using Quartz;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>
/// Keeps the scheduler running where it may run. On SQLite one process holds the leader's lease and runs it, the others look every few
/// seconds whether the lease has lapsed. Everywhere it hands the scheduler the runs that people asked for.
/// </summary>
public sealed class JobKeeper(
    JobLeaderService leaders, JobService jobs, JobTriggers triggers, ISchedulerFactory schedulers, RunningProcess process,
    DatabaseSettings database, JobPace pace, MachineClock machine, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<JobKeeper> log) : BackgroundService
{
    /// <summary>How long a leader that says nothing is still the leader.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private DateTime heldUntil = DateTime.MinValue;
    private DateTime lastSeen = DateTime.MinValue;

    /// <summary>Whether this process runs the scheduler.</summary>
    public bool Runs { get; private set; }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Runs && NeedsLease)
        {
            await leaders.Release(process.Name, machine.Clock.UtcNow(), cancellationToken);
        }

        Runs = false;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        if (!await Started(stop.Token))
        {
            return;
        }

        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Look(stop.Token);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                // A database that is away for a moment must not end the keeper; the lease lapses by itself meanwhile.
                log.LogError(e, "Looking after the timed jobs failed; it is tried again in {Seconds} seconds.", pace.Step.TotalSeconds);
                await StandBackWhenLapsed(stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(pace.Step, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool NeedsLease => database.Provider == "Sqlite";

    /// <summary>One look: lease, scheduler, what people asked for.</summary>
    private async Task Look(CancellationToken ct)
    {
        var now = machine.Clock.UtcNow();
        var leads = !NeedsLease || await leaders.Take(process.Name, now, Lease, ct);
        var scheduler = await schedulers.GetScheduler(ct);
        if (!leads)
        {
            if (Runs)
            {
                await scheduler.Standby(ct);
                Runs = false;
                log.LogWarning("Another process has taken over the timed jobs.");
            }

            return;
        }

        heldUntil = now + Lease;
        var shown = clock.UtcNow();
        if (!Runs || shown < lastSeen)
        {
            await triggers.Lay(ct);
        }

        lastSeen = shown;
        if (!Runs)
        {
            await scheduler.Start(ct);
            Runs = true;
            log.LogInformation("This process runs the timed jobs.");
        }

        foreach (var asked in await jobs.TakeAsked(process.Name, ct))
        {
            await triggers.Fire(asked.Name, asked.Id, ct);
        }
    }

    /// <summary>Who cannot renew must stop before another takes over.</summary>
    private async Task StandBackWhenLapsed(CancellationToken ct)
    {
        if (Runs && NeedsLease && machine.Clock.UtcNow() >= heldUntil)
        {
            await (await schedulers.GetScheduler(ct)).Standby(ct);
            Runs = false;
        }
    }

    private async Task<bool> Started(CancellationToken ct)
    {
        // A start that fails (a port in use) stops before it is done; then there is nothing to keep.
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var up = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var down = ct.Register(() => started.TrySetResult(false));
        return await started.Task;
    }
}

/// <summary>How long a process waits between two looks at the lease and at what people asked for.</summary>
public sealed record JobPace(TimeSpan Step);
