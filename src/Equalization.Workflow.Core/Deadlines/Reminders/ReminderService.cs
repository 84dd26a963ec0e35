using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>What one look did. Jurisdictions outside their hours, on a day off, or done already that day are not counted.</summary>
public sealed record ReminderResult(int Jurisdictions, int Digests, int Reminders);

/// <summary>
/// Sends the day's digests. May be called at any time and as often as one likes: what is sent is decided then and there, from the rows as they
/// stand, inside the hours of a working day, and what the ledger holds is never sent again. Batches of people, one transaction each; after a
/// crash the next call goes on where it stopped.
/// </summary>
public sealed class ReminderService(IDbContextFactory<WorkflowDb> contexts, Transact transact, RuleBook lights, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>People a transaction; those of one unit are beside each other, so that its rows are read once.</summary>
    private const int BatchSize = 16;

    /// <summary>A city with no more people than this is one batch: most mornings are short, and each batch asks the same questions anew.</summary>
    private const int SmallCity = 48;

    /// <summary>All jurisdictions, now.</summary>
    public async Task<ReminderResult> Run(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jurisdictions = await db.Jurisdictions.Select(j => j.Id).ToListAsync(ct);
        var total = new ReminderResult(0, 0, 0);
        foreach (var jurisdiction in jurisdictions)
        {
            if (await RunOne(db, jurisdiction, ct) is { } run)
            {
                total = new ReminderResult(total.Jurisdictions + 1, total.Digests + run.Digests, total.Reminders + run.Reminders);
            }
        }

        return total;
    }

    /// <summary>Null when it is not the time, or all is done.</summary>
    private async Task<(int Digests, int Reminders)?> RunOne(WorkflowDb db, Guid jurisdictionId, CancellationToken ct)
    {
        var day = clock.Today();
        var set = await ReminderRuleBook.Newest(db, jurisdictionId, ct);
        var calendar = await calendars.Current(ct);
        if (set is null || !IsOpen(set, calendar, day, clock.UtcNow()) || await db.ReminderRuns.AnyAsync(r => r.JurisdictionId == jurisdictionId && r.On == day, ct))
        {
            return null;
        }

        var audience = (await ReminderPosts.Load(db, jurisdictionId, day, day, ct)).On(day);
        var actor = Actor.System(jurisdictionId, day);
        var (digests, reminders) = (0, 0);
        var batches = Batches(audience).ToList();
        var run = new DigestRun(set, new ReminderPlanner(set.Rules, calendar), lights, calendar, day, isWholeCity: batches.Count == 1);
        foreach (var people in batches)
        {
            var sent = await transact.Run(actor, "发送提醒", async (inner, act) =>
            {
                if (!IsOpen(set, calendar, day, act.At))
                {
                    return ((int, int)?)null;
                }

                var some = await run.Send(inner, act, audience.Only(people), ct);
                if (batches.Count == 1)
                {
                    // The morning of a small city is one transaction.
                    await inner.SaveChangesAsync(ct);
                    await Finish(inner, act, set, day, ct);
                }

                return some;
            }, ct);
            if (sent is not var (count, lines))
            {
                // The hours ended on the way: whoever is left hears tomorrow, from the rows as they stand then.
                return (digests, reminders);
            }

            digests += count;
            reminders += lines;
        }

        if (batches.Count != 1)
        {
            await transact.Run(actor, "发送提醒", (inner, act) => Finish(inner, act, set, day, ct), ct);
        }

        return (digests, reminders);
    }

    /// <summary>Books that the day is done, once.</summary>
    private static async Task Finish(WorkflowDb db, CurrentAct act, ReminderRuleSet set, DateOnly day, CancellationToken ct)
    {
        if (await db.ReminderRuns.AnyAsync(r => r.JurisdictionId == set.JurisdictionId && r.On == day, ct))
        {
            return;
        }

        var sent = await db.Digests.Where(d => d.JurisdictionId == set.JurisdictionId && d.On == day)
            .GroupBy(_ => 1).Select(g => new { Digests = g.Count(), Reminders = g.Sum(d => d.Reminders) }).SingleOrDefaultAsync(ct);
        db.Add(new ReminderRun
        {
            JurisdictionId = set.JurisdictionId,
            On = day,
            FinishedAt = act.At,
            RuleSetNumber = set.Number,
            Digests = sent?.Digests ?? 0,
            Reminders = sent?.Reminders ?? 0,
        });
    }

    private static bool IsOpen(ReminderRuleSet set, WorkingCalendar calendar, DateOnly day, DateTime now)
    {
        var time = TimeOnly.FromDateTime(ChinaTime.WallClock(now));
        return ChinaTime.DayOf(now) == day && calendar.IsWorkingDay(day) && time >= set.SendFrom && time < set.SendTo;
    }

    /// <summary>The office, whose concern is everything, is a batch of its own, but where all are one.</summary>
    private static IEnumerable<IReadOnlySet<Guid>> Batches(ReminderAudience audience) => audience.People.Count <= SmallCity
        ? [audience.People.ToHashSet()]
        : audience.People.Except(audience.OfficePeople).Chunk(BatchSize).Select(IReadOnlySet<Guid> (chunk) => chunk.ToHashSet())
            .Append(audience.OfficePeople).Where(people => people.Count > 0);
}
