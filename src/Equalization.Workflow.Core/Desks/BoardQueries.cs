using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>How many open tasks a unit leads under each light, by the last sweep.</summary>
public sealed record UnitLights(Guid UnitId, string Unit, int Grey, int Blue, int Green, int Yellow, int Red, int Silent)
{
    public int Total => Grey + Blue + Green + Yellow + Red;
}

/// <summary>
/// The office's four numbers as of today, with the same number a week before where it can be known from dates alone: overdue counts
/// tasks open today that were past their present day already then.
/// </summary>
public sealed record Board(
    int Overdue, int OverdueAWeekAgo, int WaitsForOffice, int Silent, int DueInSevenDays, int Declines, int Extensions, int Completions,
    IReadOnlyList<UnitLights> Units);

/// <summary>Reads for the office's board.</summary>
public sealed class BoardQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Refuses all but those who read the whole jurisdiction (not-allowed).</summary>
    public async Task<Board> Load(Actor actor, CancellationToken ct)
    {
        Permission.Require(actor.ReadsAll(actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var day = actor.Day;
        var weekAgo = day.AddDays(-7);
        var week = day.AddDays(7);
        var open = db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.ClosedOn == null);
        var dates = await open.GroupBy(_ => 1).Select(g => new
        {
            Overdue = g.Count(t => t.CurrentDueOn < (t.HeldSince ?? day)),
            AWeekAgo = g.Count(t => t.CurrentDueOn < weekAgo && t.CurrentDueOn < (t.HeldSince ?? day)),
            Week = g.Count(t => t.HeldSince == null && t.CurrentDueOn >= day && t.CurrentDueOn <= week),
        }).SingleOrDefaultAsync(ct);
        var declines = await open.SelectMany(t => t.Units).CountAsync(u => u.State == TaskUnitState.Declined, ct);
        var extensions = await db.ExtensionRequests.CountAsync(e => e.JurisdictionId == actor.JurisdictionId && e.State == ExtensionState.WithOffice, ct);
        var completions = await db.CompletionRequests.CountAsync(c => c.JurisdictionId == actor.JurisdictionId && c.State == CompletionState.WithOffice, ct);
        var silent = await open.CountAsync(t => t.Units.Any(u => u.Silent), ct);
        var units = await UnitLights(db, open, ct);
        return new Board(
            dates?.Overdue ?? 0, dates?.AWeekAgo ?? 0, declines + extensions + completions, silent, dates?.Week ?? 0, declines, extensions, completions, units);
    }

    /// <summary>Sorted by what hurts: red, yellow, silent, then the unit's name.</summary>
    private static async Task<IReadOnlyList<UnitLights>> UnitLights(WorkflowDb db, IQueryable<AnnualTask> open, CancellationToken ct)
    {
        var counts = await (from t in open
                            join p in db.TaskUnits on t.Id equals p.TaskId
                            where p.Role == UnitRole.Lead
                            group p by new { t.LeadUnitId, t.Light, p.Silent } into g
                            select new { g.Key.LeadUnitId, g.Key.Light, g.Key.Silent, Count = g.Count() }).ToListAsync(ct);
        var ids = counts.Select(c => c.LeadUnitId).Distinct().ToList();
        var names = await db.Units.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.ShortName, u.SortKey }).ToListAsync(ct);
        return
        [
            .. names.OrderBy(n => n.SortKey, StringComparer.Ordinal).Select(n =>
                {
                    var own = counts.Where(c => c.LeadUnitId == n.Id).ToList();
                    int Of(Light light) => own.Where(c => c.Light == light).Sum(c => c.Count);
                    return new UnitLights(
                        n.Id, n.ShortName, Of(Light.Grey), Of(Light.Blue), Of(Light.Green), Of(Light.Yellow), Of(Light.Red),
                        own.Where(c => c.Silent).Sum(c => c.Count));
                })
                .OrderByDescending(u => u.Red).ThenByDescending(u => u.Yellow).ThenByDescending(u => u.Silent),
        ];
    }
}
