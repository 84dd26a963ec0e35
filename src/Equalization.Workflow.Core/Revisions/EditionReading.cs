using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>A task under way, with the measure it was issued from. IsTurn: of a recurring task, whose title and day come of its period and not of the plan.</summary>
internal sealed record LiveTask(AnnualTask Task, Measure Issued, bool IsTurn);

/// <summary>All that an edition's tasks are held against, read once for any number of them.</summary>
internal sealed class EditionReading
{
    private readonly Dictionary<Guid, Measure> measures;
    private readonly Dictionary<Guid, string> names;

    private EditionReading(PlanVersion version, CurrentAct act, Dictionary<Guid, Measure> measures, Dictionary<Guid, string> names)
    {
        (Version, At, ThisYear) = (version, act.At, act.Actor.Day.Year);
        (this.measures, this.names) = (measures, names);
    }

    public PlanVersion Version { get; }

    public DateTime At { get; }

    /// <summary>For years before it no task is issued any more.</summary>
    public int ThisYear { get; }

    /// <summary>The measures of the version it supersedes, by origin.</summary>
    public required IReadOnlyDictionary<Guid, Measure> Former { get; init; }

    /// <summary>Its own, by origin.</summary>
    public required IReadOnlyDictionary<Guid, Measure> Now { get; init; }

    public required IReadOnlyList<LiveTask> Tasks { get; init; }

    /// <summary>Who leads the tasks of a measure and year that stand, written off or not.</summary>
    public required ILookup<(Guid OriginId, int Year), Guid> Standing { get; init; }

    /// <summary>What earlier editions asked and nobody has decided, tracked.</summary>
    public required ILookup<(Guid OriginId, int Year), RevisionProposal> Pending { get; init; }

    public required IssueLayout Layout { get; init; }

    public Measure? MeasureOf(Guid? id) => id is { } known ? measures.GetValueOrDefault(known) : null;

    /// <summary>Units by name, in the order of the unit list.</summary>
    public IReadOnlyList<UnitName> Named(IEnumerable<Guid> ids)
    {
        var wanted = ids.ToHashSet();
        return [.. names.Where(n => wanted.Contains(n.Key)).Select(n => new UnitName(n.Key, n.Value))];
    }

    public UnitName Named(Guid id) => new(id, names[id]);

    public static async Task<EditionReading> Load(WorkflowDb db, PlanVersion version, Guid formerId, CancellationToken ct)
    {
        var act = db.Act!;
        var planId = version.PlanId;
        // Tasks made of the moves of a search stand beside the measure's own, and have words and units of their own.
        var ofMeasures = db.AnnualTasks.Where(t => t.PlanId == planId && !db.RebalancingMoves.Any(x => x.TaskId == t.Id));
        var live = ofMeasures.Where(t => t.ClosedOn == null);
        var open = db.RevisionProposals.Where(p => p.PlanId == planId && p.State == RevisionState.Open);
        var measures = await DraftAccess.All(db).AsNoTracking()
            .Where(m => m.PlanVersionId == version.Id || m.PlanVersionId == formerId || live.Any(t => t.MeasureId == m.Id) || open.Any(p => p.FormerMeasureId == m.Id))
            .OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct);
        var byId = measures.ToDictionary(m => m.Id);
        var tasks = await live.AsNoTracking().Include(t => t.Units).OrderBy(t => t.Number).ToListAsync(ct);
        var turns = await db.RecurrenceTurns.Where(r => r.Ordinal > 0 && live.Any(t => t.Id == r.TaskId)).Select(r => r.TaskId!.Value).ToHashSetAsync(ct);
        var names = await db.Units.Where(u => u.JurisdictionId == version.JurisdictionId).OrderBy(u => u.SortKey).Select(u => new { u.Id, u.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var standing = await (from t in ofMeasures
                              join m in db.Measures on t.MeasureId equals m.Id
                              where t.State != TaskState.Withdrawn || t.IsReplaced
                              select new { m.OriginId, t.Year, t.LeadUnitId }).ToListAsync(ct);
        var pending = await open.OrderBy(p => p.Id).ToListAsync(ct);
        return new EditionReading(version, act, byId, names)
        {
            Former = ByOrigin(measures, formerId),
            Now = ByOrigin(measures, version.Id),
            Tasks = tasks.ConvertAll(t => new LiveTask(t, byId[t.MeasureId], turns.Contains(t.Id))),
            Standing = standing.ToLookup(s => (s.OriginId, s.Year), s => s.LeadUnitId),
            Pending = pending.ToLookup(p => (p.OriginId, p.Year)),
            Layout = await IssueLayout.Load(db, version.JurisdictionId, act.Actor.Day, ct),
        };
    }

    private static Dictionary<Guid, Measure> ByOrigin(IEnumerable<Measure> measures, Guid versionId) =>
        measures.Where(m => m.PlanVersionId == versionId).GroupBy(m => m.OriginId).ToDictionary(g => g.Key, g => g.First());
}
