using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Moves;

/// <summary>A measure that a task can carry out.</summary>
public sealed record MeasureChoice(Guid Id, string PlanTitle, int Position, string Title);

/// <summary>What the office chooses among when it turns moves into a task.</summary>
public sealed record MoveTaskChoices(IReadOnlyList<MeasureChoice> Measures, IReadOnlyList<UnitName> Units);

/// <summary>Reads for turning a search's moves into tasks.</summary>
public sealed class MoveTaskQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Measures of plans in force, and units in service. The office only (not-allowed).</summary>
    public async Task<MoveTaskChoices> Choices(Actor actor, CancellationToken ct)
    {
        Permission.Require(TaskPermissions.MayIssue(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var measures = await (from m in db.Measures
                              join v in db.PlanVersions on m.PlanVersionId equals v.Id
                              join p in db.Plans on v.PlanId equals p.Id
                              where m.JurisdictionId == actor.JurisdictionId && v.State == PlanVersionState.Confirmed && p.State == PlanState.InForce
                              orderby p.Title, p.Id, m.Position
                              select new MeasureChoice(m.Id, p.Title, m.Position, m.Title)).ToListAsync(ct);
        var units = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && (u.EndedOn == null || u.EndedOn >= actor.Day)).OrderBy(u => u.SortKey).ThenBy(u => u.Id)
            .Select(u => new UnitName(u.Id, u.Name)).ToListAsync(ct);
        return new(measures, units);
    }

    /// <summary>Numbers of the tasks made of a search's moves, as far as the person may see them.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Numbers(Actor actor, Guid rebalancingId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AnnualTasks.SeenBy(actor).Where(t => db.RebalancingMoves.Any(m => m.RebalancingId == rebalancingId && m.TaskId == t.Id)).ToDictionaryAsync(t => t.Id, t => t.Number, ct);
    }
}
