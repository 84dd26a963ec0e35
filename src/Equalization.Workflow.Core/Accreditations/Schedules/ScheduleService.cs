using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Schedules;

/// <summary>A county of the plan that the office takes, by its place in the reading; Name where the plan names none.</summary>
public sealed record SchedulePick(int Index, string? Name);

/// <summary>How many rounds were opened, and how many open ones have new days.</summary>
public sealed record ScheduleTaken(int Opened, int Changed);

/// <summary>Takes a plan's schedule over: opens the counties' rounds or sets their days.</summary>
public sealed class ScheduleService(Transact transact)
{
    /// <summary>
    /// The plan is read again, so that nothing posted can differ from its text. A stage the plan does not date keeps its day. Refuses all but the office (not-allowed), a
    /// plan of elsewhere (not-found), nothing chosen (schedule-empty), a county without a name (accreditation-county), and as <see cref="Accreditation.Aim"/>.
    /// </summary>
    public Task<ScheduleTaken> Take(Actor actor, Guid planId, IReadOnlyList<SchedulePick> picks, CancellationToken ct) => transact.Run(actor, "采用方案时序", async (db, act) =>
    {
        Permission.Require(AccreditationPermissions.MayOpen(actor));
        var planned = await ScheduleQueries.Read(db, actor, planId, ct);
        var chosen = picks.Where(p => p.Index >= 0 && p.Index < planned.Count).DistinctBy(p => p.Index).ToList();
        if (chosen.Count == 0)
        {
            throw new RuleBroken("schedule-empty", "请至少勾选一个区县。") { Field = "Picked" };
        }

        var units = await ScheduleQueries.Units(db, actor, ct);
        var open = await db.Accreditations.Include(a => a.Terms).Include(a => a.Entries).AsSplitQuery()
            .Where(a => a.JurisdictionId == actor.JurisdictionId && (a.State == AccreditationState.UnderWay || a.State == AccreditationState.Rectifying)).ToDictionaryAsync(a => a.County, ct);
        var opened = 0;
        foreach (var pick in chosen)
        {
            var county = planned[pick.Index];
            var name = (county.County is { } said && !county.IsRest ? said : pick.Name)?.Trim();
            var aims = county.Stages.ToDictionary(s => s.Stage, s => new StageAim(s.On, s.AsWritten, planId));
            if (name is { } known && open.TryGetValue(known, out var there))
            {
                there.Aim(Over(there, aims), there.UnitId, actor.Signature(), act.At);
                db.MoveOn(there);
                continue;
            }

            await AccreditationService.Open(db, act, new OpenInput(name, name is null ? null : ScheduleQueries.UnitOf(units, name)?.Id, aims), ct);
            opened++;
        }

        return new ScheduleTaken(opened, chosen.Count - opened);
    }, ct);

    private static Dictionary<AccreditationStage, StageAim> Over(Accreditation there, Dictionary<AccreditationStage, StageAim> aims) =>
        there.Terms.ToDictionary(t => t.Stage, t => aims.GetValueOrDefault(t.Stage) ?? new StageAim(t.TargetOn, t.AsWritten, t.PlanId));
}
