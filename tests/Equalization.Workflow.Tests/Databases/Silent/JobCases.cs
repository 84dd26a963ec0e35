using Equalization.Workflow.Core.Jobs;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of timed jobs: their runs, who leads, and what they read.</summary>
public static class JobCases
{
    private const string Process = "machine/1/abcd";

    private static readonly DateTime Instant = new(2018, 3, 1, 1, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<Case> All =>
    [
        Case.Of<JobService>(nameof(JobService.Ask), s => TaskCases.Now(s.City.Admin, "sweep")),
        Case.Of<JobService>(nameof(JobService.TakeAsked), async s =>
        {
            await s.City.Get<JobService>().Ask(s.City.Admin, "sweep", TestCity.Ct);
            return [Process];
        }),
        Case.Of<JobService>(nameof(JobService.Begin), async s => ["sweep", await Begun(s.City), Process]),
        Case.Of<JobService>(nameof(JobService.End), async s => [await Begun(s.City), new JobOutcome(0, "{0}", 0), true]),
        Case.Of<JobService>(nameof(JobService.Fail), async s => [await Begun(s.City), "no such table"]),
        Case.Of<JobService>(nameof(JobService.Lose), async s => [await Begun(s.City)]),
        Case.Of<JobService>(nameof(JobService.Prune), async s =>
        {
            await Begun(s.City);
            s.City.Clock.AdvanceDays(JobService.KeptDays + 1);
            return [];
        }),
        Case.Of<JobLeaderService>(nameof(JobLeaderService.Take), _ => TaskCases.Now(Process, Instant, TimeSpan.FromSeconds(30))),
        Case.Of<JobLeaderService>(nameof(JobLeaderService.Release), async s =>
        {
            await s.City.Get<JobLeaderService>().Take(Process, Instant, TimeSpan.FromSeconds(30), TestCity.Ct);
            return [Process, Instant];
        }),
        Case.Of<JobQueries>(nameof(JobQueries.Standing), async s =>
        {
            await Begun(s.City);
            return [s.City.Admin];
        }),
        Case.Of<JobQueries>(nameof(JobQueries.Page), async s =>
        {
            await Begun(s.City);
            return [s.City.Admin, "sweep", JobState.Running, 1, 20];
        }),
        Case.Of<JobQueries>(nameof(JobQueries.Leader), s => TaskCases.Now(s.City.Admin)),
    ];

    private static Task<Guid> Begun(TestCity city) => city.Get<JobService>().Begin("sweep", null, Process, TestCity.Ct);
}
