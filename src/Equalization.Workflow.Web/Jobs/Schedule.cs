using Equalization.Workflow.Core.Deadlines;
using Quartz;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>When everything that is not asked for by a person runs: one table of all triggers, in China time.</summary>
public static class Schedule
{
    /// <summary>Name, Quartz cron expression, and what it is for.</summary>
    public static readonly IReadOnlyList<(string Name, string Cron, string What)> Table =
    [
        ("sweep", "0 5 0 * * ?", "夜间核对亮灯，通知逾期"),
    ];

    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        var china = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");
        services.AddQuartz(quartz => quartz.ScheduleJob<SweepJob>(trigger => trigger
            .WithIdentity(Table[0].Name)
            .WithCronSchedule(Table[0].Cron, cron => cron.InTimeZone(china))));
        services.AddHostedService<SweepAtStart>();
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}

/// <summary>The night's sweep; one call.</summary>
[DisallowConcurrentExecution]
public sealed class SweepJob(SweepService sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct) => await sweep.Run(ct);
}

/// <summary>A machine that was off at midnight sweeps when it comes up, so that nobody reads yesterday's lights all day.</summary>
public sealed class SweepAtStart(SweepService sweep, IHostApplicationLifetime lifetime, ILogger<SweepAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails (a port in use) cancels before it is done; that is no fault of the sweep.
        var started = new TaskCompletionSource<bool>();
        await using var up = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var down = stoppingToken.Register(() => started.TrySetResult(false));
        if (!await started.Task)
        {
            return;
        }

        try
        {
            var result = await sweep.Run(stoppingToken);
            log.LogInformation("Sweep at start: {Judged} tasks judged, {Changed} lights changed, {Notices} notices.", result.Judged, result.Changed, result.OverdueNotices);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // An exception that leaves here would stop the whole site; the night's run does the same work again.
            log.LogError(e, "The sweep at start failed; the next one runs at five past midnight.");
        }
    }
}
