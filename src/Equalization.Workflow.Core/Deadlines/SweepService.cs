using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines;

/// <summary>What one sweep did.</summary>
public sealed record SweepResult(int Judged, int Changed, int OverdueNotices);

/// <summary>
/// The night's look at every open task: lights judged anew and booked, and for each task that passed its day a notice to the unit's head and
/// contacts, to the leader in charge and to the office, once a task and due day. In batches of one transaction each; running it twice sends nothing twice.
/// </summary>
public sealed class SweepService(IDbContextFactory<WorkflowDb> contexts, Transact transact, RuleBook rules, WorkingCalendars calendars, TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>All jurisdictions, as of today.</summary>
    public async Task<SweepResult> Run(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jurisdictions = await db.Jurisdictions.Select(j => j.Id).ToListAsync(ct);
        var total = new SweepResult(0, 0, 0);
        foreach (var jurisdiction in jurisdictions)
        {
            var actor = Actor.System(jurisdiction, clock.Today());
            var after = "";
            while (true)
            {
                var (result, last) = await Batch(actor, after, ct);
                total = new SweepResult(total.Judged + result.Judged, total.Changed + result.Changed, total.OverdueNotices + result.OverdueNotices);
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
        transact.Run(actor, "夜间核对亮灯", async (db, act) =>
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

            var notices = await TellOverdue(db, act, [.. tasks.Where(t => t.CurrentDueOn < actor.Day)], calendar, ct);
            return (new SweepResult(tasks.Count, changed, notices), tasks.Count < BatchSize ? null : tasks[^1].Number);
        }, ct);

    private static async Task<int> TellOverdue(WorkflowDb db, CurrentAct act, List<AnnualTask> late, WorkingCalendar calendar, CancellationToken ct)
    {
        if (late.Count == 0)
        {
            return 0;
        }

        var keys = late.ToDictionary(t => t.Id, t => $"overdue:{t.Id:N}:{t.CurrentDueOn:yyyyMMdd}");
        var wanted = keys.Values.ToList();
        var sent = (await db.Notices.Where(n => n.OnceKey != null && wanted.Contains(n.OnceKey)).Select(n => new { n.PersonId, n.OnceKey }).ToListAsync(ct))
            .Select(n => (n.PersonId, n.OnceKey!)).ToHashSet();
        var day = act.Actor.Day;
        var units = late.Select(t => t.LeadUnitId).Distinct().ToList();
        var names = await db.Units.Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var own = (await Recipients.Of(db, units, [Role.Contact, Role.UnitHead], day, ct)).ToLookup(r => r.UnitId, r => r.PersonId);
        var leaders = (await Recipients.LeadersOf(db, units, day, ct)).ToLookup(r => r.UnitId, r => r.PersonId);
        var office = await Recipients.Office(db, act.Actor.JurisdictionId, day, ct);
        var count = 0;
        foreach (var task in late)
        {
            var key = keys[task.Id];
            var people = own[task.LeadUnitId].Concat(leaders[task.LeadUnitId]).Concat(office).Distinct().Where(p => !sent.Contains((p, key))).ToList();
            db.Notify(people, NoticeKind.Overdue, nameof(AnnualTask), task.Id, key, "任务 {0}“{1}”（{2}）期限 {3} 已过，逾期 {4} 个工作日。",
                task.Number, task.Title, names[task.LeadUnitId], task.CurrentDueOn, calendar.WorkingDaysBetween(task.CurrentDueOn, day));
            count += people.Count;
        }

        return count;
    }
}
