using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Duplicates;

/// <summary>Another plan's task that asks the same of a unit. LinkId: the accepted link, null while nobody has accepted it.</summary>
public sealed record DuplicateTask(Guid TaskId, string Number, string Title, string Plan, Guid UnitId, string Unit, Guid? LinkId, int Version);

/// <summary>A measure of another plan in force that asks the same of a unit of this one.</summary>
public sealed record DuplicateMeasure(Guid MeasureId, string Unit, string OtherPlan, int OtherPosition, string OtherTitle);

/// <summary>A report of a linked task that may serve as this one's: nothing of it is taken before the unit does so.</summary>
public sealed record OfferedReport(
    Guid ReportId, string Number, string Title, string Period, Percent Percent, OwnWord OwnWord, string Narrative, string? Problem, string? NextStep,
    IReadOnlyDictionary<string, decimal> Metrics, IReadOnlyList<Guid> Evidence);

/// <summary>Finds what is asked of one unit twice, by two plans (防多头填报).</summary>
public sealed class DuplicateQueries(IDbContextFactory<WorkflowDb> contexts)
{
    private const int MostCompared = 500;

    private const int MostShown = 5;

    /// <summary>Open tasks of the year in other plans that share a unit with this one and look like the same demand; linked ones first. Only what the person sees.</summary>
    public async Task<IReadOnlyList<DuplicateTask>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await db.AnnualTasks.SeenBy(actor).Where(t => t.Id == taskId)
            .Select(t => new { t.Title, t.Year, t.PlanId, Parts = t.Units.Where(u => u.State != TaskUnitState.Released).Select(u => new { u.Id, u.UnitId }).ToList() })
            .SingleOrDefaultAsync(ct);
        // Asked for first: most cities run one plan at a time, and a unit's tasks of that plan are then never gone through.
        var plans = task is null ? [] : await db.Plans
            .Where(p => p.JurisdictionId == actor.JurisdictionId && p.Id != task.PlanId
                        && db.AnnualTasks.Any(t => t.JurisdictionId == p.JurisdictionId && t.PlanId == p.Id && t.Year == task.Year && t.ClosedOn == null))
            .ToDictionaryAsync(p => p.Id, p => p.Title, ct);
        if (task is null || plans.Count == 0)
        {
            return [];
        }

        var mine = task.Parts.ToDictionary(p => p.UnitId, p => p.Id);
        var candidates = await (from t in db.AnnualTasks.SeenBy(actor)
                                join part in db.TaskUnits on t.Id equals part.TaskId
                                join u in db.Units on part.UnitId equals u.Id
                                where plans.Keys.Contains(t.PlanId) && t.Year == task.Year && t.ClosedOn == null
                                      && part.State != TaskUnitState.Released && mine.Keys.Contains(part.UnitId)
                                orderby t.Number, u.SortKey
                                select new { t.Id, t.Number, t.Title, t.PlanId, UnitId = u.Id, Unit = u.ShortName, Part = part.Id })
            .Take(MostCompared).ToListAsync(ct);
        if (candidates.Count == 0)
        {
            return [];
        }

        var ids = candidates.Select(c => c.Id).Append(taskId).Distinct().ToList();
        var metrics = (await db.TaskTargets.Where(x => ids.Contains(x.TaskId) && x.Metric != "").Select(x => new { x.TaskId, x.Metric }).ToListAsync(ct))
            .ToLookup(x => x.TaskId, x => x.Metric);
        var links = (await db.SharedReports.Where(s => s.EndedAt == null && (s.OneTaskId == taskId || s.OtherTaskId == taskId))
            .Select(s => new { s.Id, s.Version, s.OnePartId, s.OtherPartId }).ToListAsync(ct)).SelectMany(s => new[] { (s.OnePartId, s), (s.OtherPartId, s) }).ToLookup(x => x.Item1, x => x.Item2);
        var own = metrics[taskId].ToHashSet();
        return
        [
            .. candidates.Select(c => (Row: c, Link: links[c.Part].FirstOrDefault(l => l.OnePartId == mine[c.UnitId] || l.OtherPartId == mine[c.UnitId])))
                .Where(c => c.Link is not null || SameDemand.Looks(task.Title, own, c.Row.Title, metrics[c.Row.Id].ToHashSet()))
                .OrderBy(c => c.Link is null).Take(MostShown)
                .Select(c => new DuplicateTask(c.Row.Id, c.Row.Number, c.Row.Title, plans[c.Row.PlanId], c.Row.UnitId, c.Row.Unit, c.Link?.Id, c.Link?.Version ?? 0)),
        ];
    }

    /// <summary>What a version's measures ask of units that a measure of another plan in force asks too. Refuses all but the office (not-allowed).</summary>
    public async Task<ILookup<Guid, DuplicateMeasure>> OfVersion(Actor actor, Guid versionId, CancellationToken ct)
    {
        Permission.Require(PlanPermissions.MayWrite(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var pairs = await (from mine in db.MeasureUnits
                           join m in db.Measures on mine.MeasureId equals m.Id
                           join v in db.PlanVersions on m.PlanVersionId equals v.Id
                           join theirs in db.MeasureUnits on mine.UnitId equals theirs.UnitId
                           join o in db.Measures on theirs.MeasureId equals o.Id
                           join w in db.PlanVersions on o.PlanVersionId equals w.Id
                           join p in db.Plans on w.PlanId equals p.Id
                           join u in db.Units on theirs.UnitId equals u.Id
                           where v.Id == versionId && v.JurisdictionId == actor.JurisdictionId && w.JurisdictionId == v.JurisdictionId
                                 && w.PlanId != v.PlanId && w.State == PlanVersionState.Confirmed && p.State == PlanState.InForce
                           orderby m.Position, p.Title, o.Position
                           select new { m.Id, m.Title, Unit = u.ShortName, Plan = p.Title, Other = o.Id, o.Position, OtherTitle = o.Title }).ToListAsync(ct);
        var ids = pairs.Select(p => p.Id).Concat(pairs.Select(p => p.Other)).Distinct().ToList();
        var metrics = (await db.Set<Target>().Where(t => ids.Contains(t.MeasureId) && t.Metric != "").Select(t => new { t.MeasureId, t.Metric }).ToListAsync(ct))
            .ToLookup(t => t.MeasureId, t => t.Metric);
        return pairs.Where(p => SameDemand.Looks(p.Title, metrics[p.Id].ToHashSet(), p.OtherTitle, metrics[p.Other].ToHashSet()))
            .DistinctBy(p => (p.Id, p.Unit, p.Other))
            .ToLookup(p => p.Id, p => new DuplicateMeasure(p.Id, p.Unit, p.Plan, p.Position, p.OtherTitle));
    }

    /// <summary>The approved reports for a period that linked tasks of the acting unit have; none where it has no part in the task.</summary>
    public async Task<IReadOnlyList<OfferedReport>> Offered(Actor actor, Guid taskId, string period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var parts = db.TaskUnits.Where(u => u.TaskId == taskId && u.UnitId == actor.UnitId && u.JurisdictionId == actor.JurisdictionId).Select(u => u.Id);
        var others = db.SharedReports.Where(s => s.EndedAt == null && parts.Contains(s.OnePartId)).Select(s => s.OtherPartId)
            .Concat(db.SharedReports.Where(s => s.EndedAt == null && parts.Contains(s.OtherPartId)).Select(s => s.OnePartId));
        var reports = await db.ProgressReports.AsNoTracking().Include(r => r.Metrics).Include(r => r.Evidence).AsSplitQuery()
            .Where(r => others.Contains(r.TaskUnitId) && r.PeriodCode == period && r.State == ReportState.Approved).OrderBy(r => r.Id).Take(MostShown).ToListAsync(ct);
        var ids = reports.Select(r => r.TaskId).ToList();
        var tasks = await db.AnnualTasks.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Number, t.Title }).ToDictionaryAsync(t => t.Id, ct);
        var names = await db.TaskTargets.Where(t => ids.Contains(t.TaskId) && t.Metric != "").Select(t => new { t.Id, t.Metric }).ToDictionaryAsync(t => t.Id, t => t.Metric, ct);
        var cited = reports.SelectMany(r => r.Evidence).Select(e => e.EvidenceVersionId).ToList();
        // What another unit added may be cited on its own task only.
        var own = await (from v in db.EvidenceVersions
                         join e in db.Evidence on v.EvidenceId equals e.Id
                         where cited.Contains(v.Id) && e.UnitId == actor.UnitId
                         select v.Id).ToListAsync(ct);
        return
        [
            .. reports.Select(r => new OfferedReport(
                r.Id, tasks[r.TaskId].Number, tasks[r.TaskId].Title, r.PeriodCode, r.Percent, r.OwnWord, r.Narrative, r.Problem, r.NextStep,
                r.Metrics.Where(m => names.ContainsKey(m.TargetId)).GroupBy(m => names[m.TargetId]).ToDictionary(g => g.Key, g => g.First().Value),
                [.. r.Evidence.Select(e => e.EvidenceVersionId).Where(own.Contains)])),
        ];
    }
}
