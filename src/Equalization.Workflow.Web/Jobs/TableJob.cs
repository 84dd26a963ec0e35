using Equalization.Workflow.Core.Jobs;
using Quartz;

namespace Equalization.Workflow.Web.Jobs;

/// <summary>Runs a line of the schedule by its name and books the run. What the service throws is booked and thrown on.</summary>
[DisallowConcurrentExecution]
public sealed class TableJob(IServiceProvider services, JobService jobs, RunningProcess process) : IJob
{
    /// <summary>In the job's data: the run that a person asked for.</summary>
    public const string AskedRun = "run";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct)
    {
        var job = Schedule.Find(context.JobDetail.Key.Name)
            ?? throw new InvalidOperationException($"The schedule has no job {context.JobDetail.Key.Name}; another version of the program laid it.");
        Guid? asked = context.MergedJobDataMap.TryGetValue(AskedRun, out var text) ? Guid.Parse((string)text!) : null;
        if (asked is null && job.IsDue is { } isDue && !await isDue(services, ct))
        {
            return;
        }

        var run = await jobs.Begin(job.Name, asked, process.Name, ct);
        try
        {
            await jobs.End(run, await job.Run(services, ct), job.Frequent, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await jobs.Lose(run, CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            await jobs.Fail(run, e.Message, CancellationToken.None);
            throw;
        }
    }
}
