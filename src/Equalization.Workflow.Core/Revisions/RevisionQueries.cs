using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>Which proposals of an edition; null leaves a choice open. OriginId: those of one measure.</summary>
public sealed record RevisionFilter(RevisionState? State = null, RevisionKind? Kind = null, Guid? UnitId = null, Guid? OriginId = null);

/// <summary>A proposal with its task as it stands. HasMoved: the task is closed, or no longer what the proposal was made from.</summary>
public sealed record RevisionRow(
    Guid Id, int Version, RevisionKind Kind, RevisionState State, int Year, int Place, string Title, Guid? TaskId, string? Number, RevisionFacts Was, RevisionFacts Asked, bool HasMoved,
    string? DecidedBy, DateTime? DecidedAt, string? Reason, Guid? MadeTaskId, string? MadeNumber);

/// <summary>How many proposals of an edition are in each state.</summary>
public sealed record RevisionCounts(int Open, int Accepted, int Kept, int Superseded)
{
    public int All => Open + Accepted + Kept + Superseded;
}

/// <summary>One page of what an edition asks, open ones first. Units: those concerned by any of them.</summary>
public sealed record RevisionList(
    Guid PlanId, string PlanTitle, int Number, PlanVersionState State, RevisionCounts Counts, IReadOnlyList<UnitName> Units, Paged<RevisionRow> Page);

/// <summary>A proposal as the page of differences names it.</summary>
public sealed record RevisionMark(Guid OriginId, RevisionKind Kind, RevisionState State, int Count);

/// <summary>Reads what editions ask of tasks. Refuses a version out of sight (not-found) and all but the office (not-allowed).</summary>
public sealed class RevisionQueries(IDbContextFactory<WorkflowDb> contexts)
{
    public async Task<RevisionList> Page(Actor actor, Guid versionId, RevisionFilter filter, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var version = await Version(db, actor, versionId, ct);
        var title = await db.Plans.Where(p => p.Id == version.PlanId).Select(p => p.Title).SingleAsync(ct);
        var all = db.RevisionProposals.AsNoTracking().Where(p => p.PlanVersionId == versionId);
        var counts = await Counts(all, ct);
        var units = await db.Units.Where(u => db.RevisionUnits.Any(r => r.UnitId == u.Id && all.Any(p => p.Id == r.ProposalId)))
            .OrderBy(u => u.SortKey).Select(u => new UnitName(u.Id, u.Name)).ToListAsync(ct);
        var chosen = Chosen(all, filter);
        var total = await chosen.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await chosen.OrderBy(p => p.State == RevisionState.Open ? 0 : 1).ThenBy(p => p.Place).ThenBy(p => p.Year).ThenBy(p => p.TaskId).ThenBy(p => p.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new RevisionList(version.PlanId, title, version.Number, version.State, counts, units, new Paged<RevisionRow>(await Rows(db, rows, ct), total, page, size));
    }

    /// <summary>The proposals of measures by their origins, counted by kind and state.</summary>
    public async Task<IReadOnlyList<RevisionMark>> Marks(Actor actor, Guid versionId, IReadOnlyCollection<Guid> originIds, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await Version(db, actor, versionId, ct);
        return await db.RevisionProposals.Where(p => p.PlanVersionId == versionId && originIds.Contains(p.OriginId))
            .GroupBy(p => new { p.OriginId, p.Kind, p.State })
            .Select(g => new RevisionMark(g.Key.OriginId, g.Key.Kind, g.Key.State, g.Count())).ToListAsync(ct);
    }

    public async Task<RevisionCounts> Count(Actor actor, Guid versionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await Version(db, actor, versionId, ct);
        return await Counts(db.RevisionProposals.Where(p => p.PlanVersionId == versionId), ct);
    }

    private static async Task<PlanVersion> Version(WorkflowDb db, Actor actor, Guid versionId, CancellationToken ct)
    {
        var version = Permission.Found(
            await db.PlanVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == versionId, ct),
            v => PlanPermissions.MayRead(actor, v.JurisdictionId, v.State == PlanVersionState.Draft));
        Permission.Require(RevisionPermissions.MayDecide(actor, version.JurisdictionId));
        return version;
    }

    private static IQueryable<RevisionProposal> Chosen(IQueryable<RevisionProposal> all, RevisionFilter filter) => all
        .Where(p => filter.State == null || p.State == filter.State)
        .Where(p => filter.Kind == null || p.Kind == filter.Kind)
        .Where(p => filter.UnitId == null || p.Units.Any(u => u.UnitId == filter.UnitId))
        .Where(p => filter.OriginId == null || p.OriginId == filter.OriginId);

    private static async Task<RevisionCounts> Counts(IQueryable<RevisionProposal> proposals, CancellationToken ct)
    {
        var counts = await proposals.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new RevisionCounts(
            counts.GetValueOrDefault(RevisionState.Open), counts.GetValueOrDefault(RevisionState.Accepted), counts.GetValueOrDefault(RevisionState.Kept),
            counts.GetValueOrDefault(RevisionState.Superseded));
    }

    private static async Task<IReadOnlyList<RevisionRow>> Rows(WorkflowDb db, List<RevisionProposal> proposals, CancellationToken ct)
    {
        var ids = proposals.SelectMany(p => new[] { p.TaskId, p.MadeTaskId }).OfType<Guid>().Distinct().ToList();
        var tasks = await db.AnnualTasks.AsNoTracking().Include(t => t.Units).Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        return [.. proposals.Select(Row)];

        RevisionRow Row(RevisionProposal p)
        {
            var (task, was) = (p.TaskId is { } id ? tasks[id] : null, p.Was);
            var hasMoved = p.State == RevisionState.Open && task is not null && !(task.IsOpen && was.HoldsOf(task));
            return new RevisionRow(
                p.Id, p.Version, p.Kind, p.State, p.Year, p.Place, p.Title, p.TaskId, task?.Number, was, p.Asked, hasMoved, p.DecidedBy, p.DecidedAt, p.Reason, p.MadeTaskId,
                p.MadeTaskId is { } made ? tasks[made].Number : null);
        }
    }
}
