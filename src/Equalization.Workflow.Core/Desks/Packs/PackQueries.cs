using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Packs;

/// <summary>A task in an inspection pack, with the evidence it rests on.</summary>
public sealed record PackTask(
    Guid Id, string Number, string Title, string Criteria, int MeasurePosition, string Measure, string LeadUnit, TaskState State, DateOnly FirstDueOn, DateOnly CurrentDueOn,
    Percent? Reported, string? WriteOff, IReadOnlyList<PackFile> Files)
{
    public IReadOnlyList<PackGoal> Goals { get; init; } = [];
}

/// <summary>What a task was to reach by an indicator. IsMet: null where nothing can be compared.</summary>
public sealed record PackGoal(string Indicator, string AsWritten, decimal? Reported, string? Unit, bool? IsMet);

/// <summary>A version of a piece of evidence that an approved report or a completion request cites.</summary>
public sealed record PackFile(string Kind, string Title, string FileName, string Sha256, long Length, string Unit, DateTime AddedAt)
{
    public Guid VersionId { get; init; }
}

/// <summary>What an inspection pack (迎检材料包) of one year holds, by ledger number. Contents that several tasks cite are in it once.</summary>
public sealed record PackContent(string Jurisdiction, int Year, IReadOnlyList<PackTask> Tasks)
{
    public IEnumerable<PackFile> Contents => Tasks.SelectMany(t => t.Files).DistinctBy(f => f.Sha256);
}

/// <summary>Who may take the evidence of a whole jurisdiction along: whoever reads all of it.</summary>
public static class PackPermissions
{
    public static bool MayTake(Actor actor) => actor.ReadsAll(actor.JurisdictionId);
}

/// <summary>Reads what an inspection pack holds.</summary>
public sealed class PackQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The years that have tasks, newest first. Refuses (not-allowed) whoever does not read the whole jurisdiction.</summary>
    public async Task<IReadOnlyList<int>> Years(Actor actor, CancellationToken ct)
    {
        Permission.Require(PackPermissions.MayTake(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId).Select(t => t.Year).Distinct().OrderDescending().ToListAsync(ct);
    }

    /// <summary>All tasks of the year but withdrawn ones, in five commands. Refuses (not-allowed) whoever does not read the whole jurisdiction.</summary>
    public async Task<PackContent> Load(Actor actor, int year, CancellationToken ct)
    {
        Permission.Require(PackPermissions.MayTake(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.Year == year && t.State != TaskState.Withdrawn);
        var cited = from c in db.EvidenceCitations
                    join t in tasks on c.TaskId equals t.Id
                    join v in db.EvidenceVersions on c.EvidenceVersionId equals v.Id
                    join e in db.Evidence on v.EvidenceId equals e.Id
                    join u in db.Units on e.UnitId equals u.Id
                    where c.CompletionRequestId != null || db.ProgressReports.Any(r => r.Id == c.ReportId && r.State == ReportState.Approved)
                    select new { c.TaskId, v.Id, e.Kind, e.Title, v.FileName, v.Sha256, v.Length, Unit = u.ShortName, v.AddedAt };
        var files = (await cited.Distinct().ToListAsync(ct)).OrderBy(f => f.Id)
            .ToLookup(f => f.TaskId, f => new PackFile(f.Kind, f.Title, f.FileName, f.Sha256, f.Length, f.Unit, f.AddedAt) { VersionId = f.Id });
        var writeOffs = await db.WriteOffs.Where(w => tasks.Any(t => t.Id == w.TaskId)).ToDictionaryAsync(w => w.TaskId, w => w.Number, ct);
        var rows = await (from t in tasks
                          join m in db.Measures on t.MeasureId equals m.Id
                          join u in db.Units on t.LeadUnitId equals u.Id
                          join part in db.TaskUnits on new { TaskId = t.Id, UnitId = t.LeadUnitId } equals new { part.TaskId, part.UnitId }
                          orderby t.Number
                          select new
                          {
                              t.Id, t.Number, t.Title, t.Criteria, t.MeasurePosition, Measure = m.Title, Lead = u.ShortName, t.State, t.FirstDueOn, t.CurrentDueOn, part.Reported,
                          }).ToListAsync(ct);
        var goals = (await db.TaskTargets.AsNoTracking().Where(g => tasks.Any(t => t.Id == g.TaskId)).OrderBy(g => g.Position).ToListAsync(ct))
            .ToLookup(g => g.TaskId, g => new PackGoal(g.Metric, g.AsWritten, g.Reported, g.Unit, g.IsMet));
        var name = await db.Jurisdictions.Where(j => j.Id == actor.JurisdictionId).Select(j => j.Name).SingleAsync(ct);
        return new PackContent(name, year,
        [
            .. rows.Select(r => new PackTask(
                r.Id, r.Number, r.Title, r.Criteria, r.MeasurePosition, r.Measure, r.Lead, r.State, r.FirstDueOn, r.CurrentDueOn, r.Reported, writeOffs.GetValueOrDefault(r.Id), [.. files[r.Id]])
            {
                Goals = [.. goals[r.Id]],
            }),
        ]);
    }
}
