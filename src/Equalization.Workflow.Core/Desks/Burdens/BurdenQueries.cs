using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Burdens;

/// <summary>Counts what is asked of a unit in a month, from the tasks as they stand; nothing of it is stored.</summary>
public sealed class BurdenQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>完成比例, 自评, 进展情况, 存在问题, 下一步安排.</summary>
    public const int FieldsOfReport = 5;

    /// <summary>Any day names its month. Refuses whoever is neither the unit nor reads the whole jurisdiction (not-allowed).</summary>
    public async Task<Burden> Of(Actor actor, Guid unitId, DateOnly day, CancellationToken ct)
    {
        Permission.Require(BurdenPermissions.MayRead(actor, unitId));
        var first = new DateOnly(day.Year, day.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var cycles = Enum.GetValues<ReportCycle>().Where(c => ReportPeriod.Containing(last, c).LastDay == last).ToList();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = from p in db.TaskUnits
                   join t in db.AnnualTasks on p.TaskId equals t.Id
                   where p.JurisdictionId == actor.JurisdictionId && p.UnitId == unitId && p.State != TaskUnitState.Released && t.State != TaskState.Withdrawn
                       && p.StartOn <= last && (t.ClosedOn == null || t.ClosedOn >= first)
                   select new { p.Role, Task = t };
        var asked = from o in open
                    join r in db.RuleSets on new { o.Task.JurisdictionId, Number = o.Task.RuleSetNumber } equals new { r.JurisdictionId, r.Number }
                    where cycles.Contains(r.ReportCycle) && (o.Task.ClosedOn == null || o.Task.ClosedOn > last)
                    select new { o.Role, o.Task.Id };
        var led = open.Where(o => o.Role == UnitRole.Lead);
        var reports = await asked.CountAsync(ct);
        var metrics = await asked.Where(a => a.Role == UnitRole.Lead).Join(db.TaskTargets, a => a.Id, t => t.TaskId, (a, t) => t.Id).CountAsync(ct);
        var required = led.Join(db.Set<RequiredEvidence>(), o => o.Task.Id, r => r.TaskId, (o, r) => new { o.Task.PlanId, o.Task.CurrentDueOn, r.Kind });
        var files = await required.CountAsync(r => r.CurrentDueOn >= first && r.CurrentDueOn <= last, ct);
        var kinds = await required.Select(r => new { r.PlanId, r.Kind }).Distinct().ToListAsync(ct);

        // Compared in .NET: SQLite keeps 95.0 and 95.00 as different texts.
        var targets = await led.Join(db.TaskTargets, o => o.Task.Id, t => t.TaskId, (o, t) => new { o.Task.PlanId, t.Metric, t.Comparator, t.Value, t.Upper, t.Unit })
            .Distinct().ToListAsync(ct);
        var repeats = kinds.GroupBy(k => k.Kind).Sum(k => k.Count() - 1)
            + targets.Where(t => t.Value is not null).Distinct().GroupBy(t => (t.Metric, t.Comparator, t.Value, t.Upper, t.Unit)).Sum(t => t.Count() - 1);
        return new Burden(first, await open.CountAsync(ct), reports, (reports * FieldsOfReport) + metrics, files, repeats);
    }
}
