using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Equalization.Workflow.Tests.Jobs;

/// <summary>The real scheduler with its store on the test's own database, in one process or two.</summary>
public sealed class JobKeeperTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task A_database_first_seen_is_swept_once_and_every_trigger_has_its_next_hour()
    {
        await using var city = await TestCity.Create();
        await using var site = await Start(city);

        await Until(() => Runs(city, "sweep", JobState.Done), 1);

        // A trigger that is due at this very instant is still to be taken by the scheduler.
        var scheduler = await Scheduler(site);
        foreach (var job in Schedule.Table)
        {
            await Until(async () => (await scheduler.GetTrigger(new TriggerKey(job.Name, "schedule"), TestCity.Ct))!.NextFireTimeUtc?.UtcDateTime == job.NextAfter(city.Clock.Now) ? 1 : 0, 1);
        }
    }

    [Fact]
    public async Task Hours_missed_over_three_days_are_caught_up_once()
    {
        await using var city = await TestCity.Create();
        await using (await Start(city))
        {
            await Until(() => Runs(city, "sweep", JobState.Done), 1);
        }

        city.Clock.AdvanceDays(3);
        await using (await Start(city))
        {
            await Until(() => Runs(city, "sweep", JobState.Done), 2);
            await Until(() => Runs(city, "prune-runs", JobState.Done), 1);
        }

        await using (await Start(city))
        {
            await Asked(city, "prune-runs");
            await Until(() => Runs(city, "prune-runs", JobState.Done), 2);
        }

        Assert.Equal(2, await Runs(city, "sweep", JobState.Done));
    }

    [Fact]
    public async Task A_run_asked_for_runs_soon_and_says_who_asked()
    {
        await using var city = await TestCity.Create();
        await using var site = await Start(city);
        await Until(() => Runs(city, "sweep", JobState.Done), 1);

        var id = await Asked(city, "sweep");

        await Until(() => Runs(city, "sweep", JobState.Done), 2);
        var run = await city.Read(db => db.JobRuns.SingleAsync(r => r.Id == id, TestCity.Ct));
        Assert.Equal((JobState.Done, city.Admin.Signature()), (run.State, run.AskedBy));
        Assert.Equal(site.Services.GetRequiredService<RunningProcess>().Name, run.Process);
    }

    [Fact]
    public async Task Of_two_processes_on_one_file_one_runs_the_jobs_and_the_other_takes_over_when_it_stops()
    {
        Assert.SkipWhen(TestDatabase.Server is not null, "On SQL Server the nodes form a cluster and none leads.");
        await using var city = await TestCity.Create();
        var first = await Start(city);
        await Until(() => Keeps(first), 1);
        await using var second = await Start(city);
        await Asked(city, "prune-runs");
        await Until(() => Runs(city, "prune-runs", JobState.Done), 1);
        Assert.Equal(0, await Keeps(second));
        Assert.Equal(SchedulerStatus.Created, await (await Scheduler(second)).GetStatus(TestCity.Ct));

        await first.DisposeAsync();

        await Until(() => Keeps(second), 1);
        await Asked(city, "prune-runs");
        await Until(() => Runs(city, "prune-runs", JobState.Done), 2);
    }

    [Fact]
    public async Task A_clock_set_back_a_week_does_not_put_the_next_hour_out_of_reach()
    {
        await using var city = await TestCity.Create();
        await using var site = await Start(city);
        await Until(() => Runs(city, "sweep", JobState.Done), 1);

        city.Clock.AdvanceDays(-7);

        var expected = Schedule.Find("sweep")!.NextAfter(city.Clock.Now);
        await Until(async () => (await (await Scheduler(site)).GetTrigger(new TriggerKey("sweep", "schedule"), TestCity.Ct))!.NextFireTimeUtc?.UtcDateTime == expected ? 1 : 0, 1);
    }

    private static Task<TestSite> Start(TestCity city) => TestSite.Start(city, builder =>
    {
        builder.Configuration["Jobs:Run"] = "true";
        builder.Services.AddSingleton(new JobPace(TimeSpan.FromMilliseconds(100)));
    });

    private static Task<Guid> Asked(TestCity city, string name) => city.Get<JobService>().Ask(city.Admin, name, TestCity.Ct);

    private static async Task<IScheduler> Scheduler(TestSite site) => await site.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestCity.Ct);

    private static Task<int> Keeps(TestSite site) => Task.FromResult(site.Services.GetRequiredService<JobKeeper>().Runs ? 1 : 0);

    private static Task<int> Runs(TestCity city, string name, JobState state) =>
        city.Read(db => db.JobRuns.CountAsync(r => r.Name == name && r.State == state, TestCity.Ct));

    private static async Task Until(Func<Task<int>> count, int expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestCity.Ct);
        patience.CancelAfter(Patience);
        while (await count() != expected)
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
