using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Recurrences;

/// <summary>What a run did. Skipped: turns missed while the program did not run, or whose work was issued otherwise. Ended: series that cannot go on.</summary>
public sealed record RecurrenceOutcome(int Issued, int Skipped, int Ended)
{
    public static RecurrenceOutcome operator +(RecurrenceOutcome a, RecurrenceOutcome b) => new(a.Issued + b.Issued, a.Skipped + b.Skipped, a.Ended + b.Ended);
}

/// <summary>
/// Issues the turns that have come due, on working days only. After a standstill the newest turn of a series is issued and the missed ones are on record
/// without a task, so that nobody finds three months' tasks on one morning. Whatever runs twice, the turns' unique index lets one through.
/// </summary>
public sealed class RecurrenceIssueService(IDbContextFactory<WorkflowDb> contexts, Transact transact, WorkingCalendars calendars, TimeProvider clock)
{
    private const int BatchSize = 50;

    public async Task<RecurrenceOutcome> Run(CancellationToken ct)
    {
        var (today, calendar, total) = (clock.Today(), await calendars.Current(ct), new RecurrenceOutcome(0, 0, 0));
        if (!calendar.IsWorkingDay(today))
        {
            return total;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var jurisdictions = await db.Recurrences.Where(r => r.EndedOn == null && r.NextOn <= today).Select(r => r.JurisdictionId).Distinct().ToListAsync(ct);
        foreach (var jurisdiction in jurisdictions.Order())
        {
            int taken;
            do
            {
                (taken, var done) = await transact.Run(Actor.System(jurisdiction, today), "下达周期任务", (own, act) => Batch(own, act, calendar, ct), ct);
                total += done;
            }
            while (taken == BatchSize);
        }

        return total;
    }

    private static async Task<(int Taken, RecurrenceOutcome Done)> Batch(WorkflowDb db, CurrentAct act, WorkingCalendar calendar, CancellationToken ct)
    {
        var (jurisdiction, today) = (act.Actor.JurisdictionId, act.Actor.Day);
        var due = await db.Recurrences.Where(r => r.JurisdictionId == jurisdiction && r.EndedOn == null && r.NextOn <= today)
            .OrderBy(r => r.NextOn).ThenBy(r => r.Id).Take(BatchSize).ToListAsync(ct);
        if (due.Count == 0)
        {
            return (0, new RecurrenceOutcome(0, 0, 0));
        }

        var rules = await RuleBook.InForce(db, jurisdiction, ct);
        var turn = await RecurrenceTurns.Load(db, act, due, rules, calendar, ct);
        foreach (var recurrence in due)
        {
            turn.Pass(recurrence);
        }

        await turn.Tell(ct);
        return (due.Count, new RecurrenceOutcome(turn.Issued, turn.Skipped, turn.Ended));
    }
}
