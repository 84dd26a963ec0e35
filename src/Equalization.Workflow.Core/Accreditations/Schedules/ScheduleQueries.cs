using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Schedules;

/// <summary>A plan that may be asked for its schedule.</summary>
public sealed record SchedulePlan(Guid Id, string Title, string? DocumentNumber);

/// <summary>A county of the plan beside what stands for it now. Now: the open round's days by stage; null where none is open. Unit: which would evaluate.</summary>
public sealed record ScheduleRow(int Index, PlannedCounty Planned, IReadOnlyDictionary<AccreditationStage, DateOnly?>? Now, string? Unit);

/// <summary>The plans, and what the chosen one says.</summary>
public sealed record ScheduleView(IReadOnlyList<SchedulePlan> Plans, Guid? PlanId, IReadOnlyList<ScheduleRow> Rows);

/// <summary>Reads a plan's schedule for the office, anew from the plan's kept text.</summary>
public sealed class ScheduleQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Without a plan: the list of plans alone. Refuses all but the office (not-allowed) and a plan of elsewhere (not-found).</summary>
    public async Task<ScheduleView> Of(Actor actor, Guid? planId, CancellationToken ct)
    {
        Permission.Require(AccreditationPermissions.MayOpen(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var plans = await db.Plans.Where(p => p.JurisdictionId == actor.JurisdictionId).OrderByDescending(p => p.PeriodFrom).ThenBy(p => p.Id)
            .Select(p => new SchedulePlan(p.Id, p.Title, p.DocumentNumber)).ToListAsync(ct);
        if (planId is not { } id)
        {
            return new(plans, null, []);
        }

        var planned = await Read(db, actor, id, ct);
        var units = await Units(db, actor, ct);
        var open = await db.Accreditations.AsNoTracking().Include(a => a.Terms)
            .Where(a => a.JurisdictionId == actor.JurisdictionId && (a.State == AccreditationState.UnderWay || a.State == AccreditationState.Rectifying)).ToDictionaryAsync(a => a.County, ct);
        return new(plans, id,
        [
            .. planned.Select((p, at) => new ScheduleRow(
                at, p, p.County is { } name && open.TryGetValue(name, out var found) ? found.Terms.ToDictionary(t => t.Stage, t => t.TargetOn) : null,
                p.County is { } county ? UnitOf(units, county)?.Name : null)),
        ]);
    }

    /// <summary>What the newest version of the plan says. Refuses a plan of elsewhere (not-found).</summary>
    internal static async Task<IReadOnlyList<PlannedCounty>> Read(WorkflowDb db, Actor actor, Guid planId, CancellationToken ct)
    {
        var version = await (from p in db.Plans
                             join v in db.PlanVersions on p.Id equals v.PlanId
                             where p.Id == planId && p.JurisdictionId == actor.JurisdictionId
                             orderby v.State == PlanVersionState.Confirmed descending, v.Number descending
                             select new { p.Title, v.SourceText }).FirstOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        // A file may hold several plans: the one that was imported bears the plan's title.
        var drafts = PlanReader.ReadAll(version.SourceText);
        return PlannedSchedule.Of(drafts.FirstOrDefault(d => d.Title is { } title && UnitAlias.Normalise(title) == UnitAlias.Normalise(version.Title)) ?? PlanReader.Main(drafts));
    }

    internal static async Task<List<Unit>> Units(WorkflowDb db, Actor actor, CancellationToken ct) =>
        await db.Units.AsNoTracking().Include(u => u.Aliases)
            .Where(u => u.JurisdictionId == actor.JurisdictionId && u.Kind == UnitKind.CountyGovernment && (u.EndedOn == null || u.EndedOn >= actor.Day)).OrderBy(u => u.SortKey).ToListAsync(ct);

    /// <summary>盐池县 is 盐池县人民政府, 盐池县政府, or what bears it as an alias.</summary>
    internal static Unit? UnitOf(IReadOnlyList<Unit> units, string county)
    {
        var sought = UnitAlias.Normalise(county);
        string[] names = [sought, sought + "人民政府", sought + "政府"];
        return units.FirstOrDefault(u => names.Contains(UnitAlias.Normalise(u.Name)) || names.Contains(UnitAlias.Normalise(u.ShortName)) || u.Aliases.Any(a => names.Contains(a.Normalised)));
    }
}
