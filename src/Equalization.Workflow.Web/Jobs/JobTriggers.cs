using Equalization.Workflow.Core;
using Quartz;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>
/// Lays the table of triggers into the scheduler's store. What is there stays, with its next hour, so that an hour missed while no
/// process ran is caught up once; what has another hour, or one that a clock set back has put out of reach, is laid anew.
/// </summary>
public sealed class JobTriggers(ISchedulerFactory schedulers, TimeProvider clock)
{
    public async Task Lay(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        foreach (var job in Schedule.Table)
        {
            await Lay(scheduler, job, ct);
        }

        foreach (var stranger in (await scheduler.QueryTriggers(new TriggerQuery(), ct)).Items.Where(t => IsGone(t)))
        {
            await scheduler.UnscheduleJob(stranger.Key, ct);
        }
    }

    /// <summary>Runs a job now, for the person whose run it is.</summary>
    public async Task Fire(string name, Guid run, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.TriggerJob(new JobKey(name), new JobDataMap { [TableJob.AskedRun] = run.ToString("N") }, ct);
    }

    private static bool IsGone(TriggerHeader trigger) => trigger.Key.Group == TriggerKeyOf("").Group && Schedule.Find(trigger.Key.Name) is null;

    private static TriggerKey TriggerKeyOf(string name) => new(name, "schedule");

    private async Task Lay(IScheduler scheduler, TimedJob job, CancellationToken ct)
    {
        var key = TriggerKeyOf(job.Name);
        await scheduler.AddJob(JobBuilder.Create<TableJob>().WithIdentity(job.Key).WithDescription(job.What).StoreDurably().Build(), AddJobOptions.Replacing, ct);
        var stored = await scheduler.GetTrigger(key, ct) as ICronTrigger;
        var next = job.NextAfter(clock.UtcNow());
        if (stored is not null && stored.CronExpressionString == job.Cron && stored.NextFireTimeUtc?.UtcDateTime <= next)
        {
            return;
        }

        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity(key)
            .ForJob(job.Key)
            .StartAt(clock.GetUtcNow())
            // Late by hours or by days, it runs once, and what its service still finds to do is done.
            .WithSchedule(CronScheduleBuilder.Create(job.Cron).InTimeZone(Schedule.China).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, ct);
        if (stored is null && job.AtFirst)
        {
            await scheduler.TriggerJob(job.Key, null, ct);
        }
    }
}
