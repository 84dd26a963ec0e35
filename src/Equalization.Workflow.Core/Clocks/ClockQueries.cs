using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>A span with its holder's name; null where the office or nobody held it.</summary>
public sealed record SpanRow(HeldSpan Span, string? Unit);

/// <summary>Days of one holder.</summary>
public sealed record HolderRow(HolderDays Days, string? Unit);

/// <summary>A task's clock as a page shows it. Overdue: working days after the due day as it stands, up to the last day, those held left out.</summary>
/// <param name="EndsOn">Today, or the day it was closed.</param>
public sealed record ClockPage(
    Guid TaskId, DateOnly IssuedOn, DateOnly EndsOn, DateOnly FirstDueOn, DateOnly CurrentDueOn, bool IsOpen, int WorkingDays, int Overdue,
    IReadOnlyList<HolderRow> Holders, IReadOnlyList<SpanRow> Spans, IReadOnlyList<int> UnknownYears);

/// <summary>Tells who held a task for how many working days.</summary>
public sealed class ClockQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Refuses with not-found a task the person does not see.</summary>
    public async Task<ClockPage> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct))
        {
            throw RuleBroken.Missing();
        }

        var calendar = await calendars.Current(ct);
        var facts = (await ClockReading.Of(db, [taskId], ClockReading.Until(clock.UtcNow()), ct))[taskId];
        var ledger = ClockLedger.Of(facts, calendar);
        var names = await ClockBook.Names(db, [ledger], ct);
        return new ClockPage(
            taskId, facts.IssuedOn, facts.EndsOn, facts.FirstDueOn, facts.CurrentDueOn, !facts.Closures.Any(c => c.Until is null), ledger.WorkingDays,
            Math.Max(0, calendar.Without(facts.Held).WorkingDaysBetween(facts.CurrentDueOn, facts.EndsOn)),
            [.. ledger.Totals.Select(h => new HolderRow(h, Name(h.Holder)))], [.. ledger.Spans.Select(s => new SpanRow(s, Name(s.Holder)))], ledger.UnknownYears);

        string? Name(Holder holder) => holder.UnitId is { } id ? names.GetValueOrDefault(id) : null;
    }
}
