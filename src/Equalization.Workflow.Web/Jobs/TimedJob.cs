using Equalization.Workflow.Core.Jobs;
using Quartz;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>A line of the schedule: what runs, when (a Quartz cron expression in China time), and the one call it makes.</summary>
public sealed record TimedJob(string Name, string Cron, string What, Func<IServiceProvider, CancellationToken, Task<JobOutcome>> Run)
{
    /// <summary>Runs so often that a run which found nothing to do is not worth a row of its own.</summary>
    public bool Frequent { get; init; }

    /// <summary>For a job that looks every few seconds: whether there is anything to do. A look that finds nothing leaves no trace.</summary>
    public Func<IServiceProvider, CancellationToken, Task<bool>>? IsDue { get; init; }

    /// <summary>Runs once when a database is first seen, and not only at its next hour.</summary>
    public bool AtFirst { get; init; }

    public JobKey Key => new(Name);

    /// <summary>The first hour after an instant, in UTC.</summary>
    public DateTime? NextAfter(DateTime utc) =>
        new CronExpression(Cron, Schedule.China).GetNextValidTimeAfter(new DateTimeOffset(utc))?.UtcDateTime;

    /// <summary>A line whose service is <typeparamref name="T"/>.</summary>
    public static TimedJob Of<T>(string name, string cron, string what, Func<T, CancellationToken, Task<JobOutcome>> call)
        where T : notnull => new(name, cron, what, (services, ct) => call(services.GetRequiredService<T>(), ct));
}
