using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>What a task list can be narrowed to: the years, plans and units that have tasks this person may see.</summary>
public sealed record TaskChoices(
    IReadOnlyList<int> Years, IReadOnlyList<(Guid Id, string Title)> Plans, IReadOnlyList<(Guid Id, string Name)> Units);

/// <summary>Reads the choices of the task list's filter line.</summary>
public sealed class TaskFilterQueries(IDbContextFactory<WorkflowDb> contexts)
{
    public async Task<TaskChoices> Load(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var plans = await db.Plans.Where(p => p.JurisdictionId == actor.JurisdictionId && actor.Role != Role.Admin && p.State != Plans.PlanState.Draft)
            .OrderByDescending(p => p.PeriodFrom).Select(p => new { p.Id, p.Title, p.PeriodFrom, p.PeriodTo }).Take(50).ToListAsync(ct);
        var years = plans.SelectMany(p => Enumerable.Range(p.PeriodFrom, p.PeriodTo - p.PeriodFrom + 1)).Distinct().OrderDescending().ToList();
        var units = actor.ReadsAll(actor.JurisdictionId)
            ? await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.EndedOn == null && u.Kind != UnitKind.School)
                .OrderBy(u => u.SortKey).Select(u => new { u.Id, u.ShortName }).Take(300).ToListAsync(ct)
            : [];
        return new TaskChoices(years, [.. plans.Select(p => (p.Id, p.Title))], [.. units.Select(u => (u.Id, u.ShortName))]);
    }
}
