using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Jobs;

/// <summary>A run that somebody asked for and a process has now taken on.</summary>
public sealed record AskedRun(Guid Id, string Name);

/// <summary>Books the runs of timed jobs: asked for, begun, ended. What to run and when stands in the program's table of triggers.</summary>
public sealed class JobService(Transact transact, TimeProvider clock)
{
    /// <summary>Days for which a run is kept.</summary>
    public const int KeptDays = 90;

    private const int PruneBatch = 500;

    /// <summary>Asks for a run now. Refuses all but the administrator (not-allowed), and while one is asked for already (job-asked).</summary>
    public Task<Guid> Ask(Actor actor, string name, CancellationToken ct) =>
        transact.Run(actor, "立即运行定时任务", async (db, act) =>
        {
            Permission.Require(JobPermissions.MayAsk(actor));
            if (await db.JobRuns.AnyAsync(r => r.Name == name && r.State == JobState.Asked, ct))
            {
                throw new RuleBroken("job-asked", "已有人要求运行这项任务，正在排队。请稍候刷新查看结果。");
            }

            var run = new JobRun { Name = name, At = act.At, AskedBy = actor.Signature() };
            db.Add(run);
            return run.Id;
        }, ct);

    /// <summary>Takes on the runs that were asked for; of two processes one gets each.</summary>
    public Task<IReadOnlyList<AskedRun>> TakeAsked(string process, CancellationToken ct) =>
        Book<IReadOnlyList<AskedRun>>("领取运行请求", async (db, act) =>
        {
            var asked = await db.JobRuns.Where(r => r.State == JobState.Asked).OrderBy(r => r.At).ToListAsync(ct);
            foreach (var run in asked)
            {
                run.Begin(process, act.At);
            }

            return [.. asked.Select(r => new AskedRun(r.Id, r.Name))];
        }, ct);

    /// <summary>
    /// Books the beginning, of the run that was asked for or of a new one. A job never runs beside itself, so an earlier run of the name that
    /// still counts as running was lost with its process.
    /// </summary>
    public Task<Guid> Begin(string name, Guid? asked, string process, CancellationToken ct) =>
        Book("定时任务开始", async (db, act) =>
        {
            // A run that this process has taken on for somebody waits its turn and is not lost.
            var lostRuns = db.JobRuns.Where(r => r.Name == name && r.State == JobState.Running && r.Id != asked && (r.AskedBy == null || r.Process != process));
            foreach (var lost in await lostRuns.ToListAsync(ct))
            {
                lost.Lose();
            }

            var run = asked is null ? null : await db.JobRuns.SingleOrDefaultAsync(r => r.Id == asked, ct);
            if (run is null)
            {
                run = new JobRun { Name = name, At = act.At };
                db.Add(run);
            }

            run.Begin(process, act.At);
            return run.Id;
        }, ct);

    /// <summary>Books the end. A frequent job that found nothing to do leaves only its last such run.</summary>
    public Task End(Guid runId, JobOutcome outcome, bool frequent, CancellationToken ct) =>
        Book("定时任务结束", async (db, act) =>
        {
            var run = await db.JobRuns.SingleAsync(r => r.Id == runId, ct);
            run.End(outcome, act.At);
            if (frequent && outcome.Count == 0 && run.AskedBy is null)
            {
                db.RemoveRange(await db.JobRuns
                    .Where(r => r.Name == run.Name && r.Id != runId && r.State == JobState.Done && r.Count == 0 && r.AskedBy == null)
                    .ToListAsync(ct));
            }

            return true;
        }, ct);

    public Task Fail(Guid runId, string message, CancellationToken ct) =>
        Book("定时任务失败", async (db, act) =>
        {
            (await db.JobRuns.SingleAsync(r => r.Id == runId, ct)).Fail(message, act.At);
            return true;
        }, ct);

    /// <summary>The process is being stopped in the middle; the next run does the rest.</summary>
    public Task Lose(Guid runId, CancellationToken ct) =>
        Book("定时任务中断", async (db, _) =>
        {
            (await db.JobRuns.SingleAsync(r => r.Id == runId, ct)).Lose();
            return true;
        }, ct);

    /// <summary>Takes away runs older than <see cref="KeptDays"/>; answers how many.</summary>
    public async Task<int> Prune(CancellationToken ct)
    {
        var before = clock.UtcNow().AddDays(-KeptDays);
        var all = 0;
        while (true)
        {
            var count = await Book("清理运行记录", async (db, _) =>
            {
                var old = await db.JobRuns.Where(r => r.At < before && r.State != JobState.Asked).OrderBy(r => r.At).Take(PruneBatch).ToListAsync(ct);
                db.RemoveRange(old);
                return old.Count;
            }, ct);
            all += count;
            if (count < PruneBatch)
            {
                return all;
            }
        }
    }

    private Task<T> Book<T>(string act, Func<WorkflowDb, CurrentAct, Task<T>> change, CancellationToken ct) =>
        transact.Run(Actor.System(Guid.Empty, clock.Today()), act, change, ct);
}
