using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Jobs;

/// <summary>One run as the page shows it. Took is null while it runs or when its process was lost.</summary>
public sealed record JobRunRow(
    Guid Id, string Name, JobState State, DateTime At, string? AskedBy, DateTime? StartedAt, DateTime? FinishedAt, int? Count,
    string? Message, string Packed, string? Process)
{
    public TimeSpan? Took => FinishedAt - StartedAt;

    public object[] Arguments => TextArguments.Unpack(Packed);
}

/// <summary>Where a job stands: its last run, how often it failed in the last thirty days, and whether one is asked for.</summary>
public sealed record JobStanding(string Name, JobRunRow? Last, int Failures, bool Asked);

/// <summary>Who runs the jobs, where one process does; Alive is judged by the lease.</summary>
public sealed record JobLeaderRow(string Process, DateTime Until);

/// <summary>Reads what timed jobs did.</summary>
public sealed class JobQueries(IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    /// <summary>Days over which failures are counted.</summary>
    public const int FailureDays = 30;

    /// <summary>Refuses all but the administrator (not-allowed). One entry for each name ever run, in no order.</summary>
    public async Task<IReadOnlyList<JobStanding>> Standing(Actor actor, CancellationToken ct)
    {
        Permission.Require(JobPermissions.MaySee(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var since = clock.UtcNow().AddDays(-FailureDays);
        var last = await Rows(db.JobRuns.Where(r => r.State != JobState.Asked
                && r.At == db.JobRuns.Where(x => x.Name == r.Name && x.State != JobState.Asked).Max(x => x.At)))
            .ToListAsync(ct);
        var failures = await db.JobRuns.Where(r => r.State == JobState.Failed && r.At >= since)
            .GroupBy(r => r.Name).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var asked = await db.JobRuns.Where(r => r.State == JobState.Asked).Select(r => r.Name).Distinct().ToListAsync(ct);
        return
        [
            .. last.Select(r => r.Name).Concat(failures.Keys).Concat(asked).Distinct()
                .Select(name => new JobStanding(name, last.FirstOrDefault(r => r.Name == name), failures.GetValueOrDefault(name), asked.Contains(name))),
        ];
    }

    /// <summary>Newest first, of one name or of all. Refuses all but the administrator (not-allowed).</summary>
    public async Task<Paged<JobRunRow>> Page(Actor actor, string? name, JobState? state, int page, int size, CancellationToken ct)
    {
        Permission.Require(JobPermissions.MaySee(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var runs = db.JobRuns.Where(r => (name == null || r.Name == name) && (state == null || r.State == state));
        var total = await runs.CountAsync(ct);
        var rows = await Rows(runs.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Skip((page - 1) * size).Take(size)).ToListAsync(ct);
        return new Paged<JobRunRow>(rows, total, page, size);
    }

    /// <summary>The process that holds the lease; null where none ever did (a clustered scheduler needs none).</summary>
    public async Task<JobLeaderRow?> Leader(Actor actor, CancellationToken ct)
    {
        Permission.Require(JobPermissions.MaySee(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobLeaders.Select(l => new JobLeaderRow(l.Process, l.Until)).SingleOrDefaultAsync(ct);
    }

    private static IQueryable<JobRunRow> Rows(IQueryable<JobRun> runs) => runs.Select(r => new JobRunRow(
        r.Id, r.Name, r.State, r.At, r.AskedBy, r.StartedAt, r.FinishedAt, r.Count, r.Message, r.Arguments, r.Process));
}
