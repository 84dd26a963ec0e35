using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines;

/// <summary>What one sweep did.</summary>
public sealed record SweepResult(int Judged, int Changed);

/// <summary>
/// The night's look at every open task: lights judged anew and booked, in batches of one transaction each. It tells nobody; reminders leave in working hours.
/// </summary>
public sealed class SweepService(IDbContextFactory<WorkflowDb> contexts, Transact transact, RuleBook rules, WorkingCalendars calendars, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>All jurisdictions, as of today.</summary>
    public async Task<SweepResult> Run(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jurisdictions = await db.Jurisdictions.Select(j => j.Id).ToListAsync(ct);
        var total = new SweepResult(0, 0);
        foreach (var jurisdiction in jurisdictions)
        {
            var actor = Actor.System(jurisdiction, clock.Today());
            var after = "";
            while (true)
            {
                var (result, last) = await Batch(actor, after, ct);
                total = new SweepResult(total.Judged + result.Judged, total.Changed + result.Changed);
                if (last is null)
                {
                    break;
                }

                after = last;
            }
        }

        return total;
    }

    /// <summary>The next batch after a ledger number; last is null when none is left.</summary>
    private Task<(SweepResult Result, string? Last)> Batch(Actor actor, string after, CancellationToken ct) =>
        transact.Run(actor, "夜间核对亮灯", async (db, _) =>
        {
            var tasks = await db.AnnualTasks.Include(t => t.Units)
                .Where(t => t.JurisdictionId == actor.JurisdictionId && t.ClosedOn == null && string.Compare(t.Number, after) > 0)
                .OrderBy(t => t.Number).Take(BatchSize)
                .ToListAsync(ct);
            var calendar = await calendars.Current(ct);
            var changed = 0;
            foreach (var task in tasks)
            {
                var set = await rules.Of(task.JurisdictionId, task.RuleSetNumber, ct);
                var changes = LightBook.Rejudge(task, set, calendar, actor.Day);
                changed += changes.Count;
                db.TellLights(task, changes);
            }

            return (new SweepResult(tasks.Count, changed), tasks.Count < BatchSize ? null : tasks[^1].Number);
        }, ct);
}
