using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Jobs;

public sealed class JobServiceTests
{
    private const string Name = "sweep";
    private const string Process = "machine/1/abcd";

    [Fact]
    public async Task A_run_asked_for_twice_is_refused_the_second_time_and_may_be_asked_again_once_it_runs()
    {
        await using var city = await TestCity.Create();
        var jobs = city.Get<JobService>();
        await jobs.Ask(city.Admin, Name, TestCity.Ct);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => jobs.Ask(city.Admin, Name, TestCity.Ct));
        await jobs.TakeAsked(Process, TestCity.Ct);
        await jobs.Ask(city.Admin, Name, TestCity.Ct);

        Assert.Equal("job-asked", refusal.Code);
    }

    [Fact]
    public async Task Of_two_processes_one_gets_a_run_that_was_asked_for()
    {
        await using var city = await TestCity.Create();
        var jobs = city.Get<JobService>();
        var id = await jobs.Ask(city.Admin, Name, TestCity.Ct);

        var taken = await Task.WhenAll(jobs.TakeAsked(Process, TestCity.Ct), jobs.TakeAsked("machine/2/efgh", TestCity.Ct));

        Assert.Equal([id], taken.SelectMany(t => t).Select(t => t.Id));
        var run = await One(city, id);
        Assert.Equal((JobState.Running, city.Admin.Signature()), (run.State, run.AskedBy));
    }

    [Fact]
    public async Task A_run_whose_process_died_is_lost_when_the_next_begins()
    {
        await using var city = await TestCity.Create();
        var jobs = city.Get<JobService>();
        var dead = await jobs.Begin(Name, null, Process, TestCity.Ct);
        var other = await jobs.Begin("prune-runs", null, Process, TestCity.Ct);

        var alive = await jobs.Begin(Name, null, "machine/2/efgh", TestCity.Ct);

        Assert.Equal(JobState.Lost, (await One(city, dead)).State);
        Assert.Equal(JobState.Running, (await One(city, other)).State);
        Assert.Equal(JobState.Running, (await One(city, alive)).State);
    }

    [Fact]
    public async Task A_run_that_somebody_asked_for_waits_while_the_clocks_own_runs_and_is_not_lost()
    {
        await using var city = await TestCity.Create();
        var jobs = city.Get<JobService>();
        var asked = await jobs.Ask(city.Admin, Name, TestCity.Ct);
        await jobs.TakeAsked(Process, TestCity.Ct);

        await jobs.Begin(Name, null, Process, TestCity.Ct);

        Assert.Equal(JobState.Running, (await One(city, asked)).State);
    }

    [Fact]
    public async Task A_frequent_job_with_nothing_to_do_leaves_its_last_such_run_only()
    {
        await using var city = await TestCity.Create();
        await Run(city, 0);
        await Run(city, 3);
        var last = await Run(city, 0);

        var left = await city.Read(db => db.JobRuns.OrderBy(r => r.Count).Select(r => new { r.Id, r.Count }).ToListAsync(TestCity.Ct));

        Assert.Equal([0, 3], left.Select(r => r.Count));
        Assert.Equal(last, left[0].Id);
    }

    [Fact]
    public async Task A_run_is_kept_ninety_days()
    {
        await using var city = await TestCity.Create();
        var old = await Run(city, 1);
        city.Clock.Advance(TimeSpan.FromDays(JobService.KeptDays) - TimeSpan.FromSeconds(2));
        Assert.Equal(0, await city.Get<JobService>().Prune(TestCity.Ct));
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await Run(city, 1);

        Assert.Equal(1, await city.Get<JobService>().Prune(TestCity.Ct));

        Assert.False(await city.Read(db => db.JobRuns.AnyAsync(r => r.Id == old, TestCity.Ct)));
        Assert.Equal(1, await city.Read(db => db.JobRuns.CountAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task A_failure_keeps_the_words_of_the_exception_within_the_column()
    {
        await using var city = await TestCity.Create();
        var id = await city.Get<JobService>().Begin(Name, null, Process, TestCity.Ct);

        await city.Get<JobService>().Fail(id, new string('x', 5000), TestCity.Ct);

        var run = await One(city, id);
        Assert.Equal((JobState.Failed, JobRun.LongestMessage), (run.State, run.Message!.Length));
    }

    [Fact]
    public async Task Where_a_job_stands_is_its_last_run_and_the_failures_of_thirty_days()
    {
        await using var city = await TestCity.Create();
        var jobs = city.Get<JobService>();
        await jobs.Fail(await jobs.Begin(Name, null, Process, TestCity.Ct), "old", TestCity.Ct);
        city.Clock.AdvanceDays(31);
        await jobs.Fail(await jobs.Begin(Name, null, Process, TestCity.Ct), "new", TestCity.Ct);
        city.Clock.AdvanceDays(1);
        var last = await Run(city, 5);
        await jobs.Ask(city.Admin, Name, TestCity.Ct);

        var standing = Assert.Single(await city.Get<JobQueries>().Standing(city.Admin, TestCity.Ct));

        Assert.Equal((Name, last, 1, true), (standing.Name, standing.Last!.Id, standing.Failures, standing.Asked));
        Assert.Equal(TimeSpan.FromSeconds(2), standing.Last.Took);
        Assert.Equal([5], standing.Last.Arguments);
    }

    [Fact]
    public async Task Only_the_administrator_sees_and_asks()
    {
        await using var city = await TestCity.Create();

        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<JobService>().Ask(city.Office, Name, TestCity.Ct))).Code);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<JobQueries>().Standing(city.Office, TestCity.Ct))).Code);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => city.Get<JobQueries>().Page(city.Auditor, null, null, 1, 10, TestCity.Ct))).Code);
    }

    private static async Task<Guid> Run(TestCity city, int count)
    {
        var id = await city.Get<JobService>().Begin(Name, null, Process, TestCity.Ct);
        city.Clock.Advance(TimeSpan.FromSeconds(2));
        await city.Get<JobService>().End(id, new JobOutcome(count, "核对 {0} 项任务", count), frequent: true, TestCity.Ct);
        return id;
    }

    private static Task<JobRun> One(TestCity city, Guid id) => city.Read(db => db.JobRuns.SingleAsync(r => r.Id == id, TestCity.Ct));
}
