using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>The working calendar in force, read at most once a minute: a few hundred rows that change once a year.</summary>
public sealed class WorkingCalendars(IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private Held? held;
    private int forgotten;

    /// <summary>Lets go of what is held, so that this process counts by a calendar just saved from its next question on.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        held = null;
    }

    public async ValueTask<WorkingCalendar> Current(CancellationToken ct)
    {
        if (held is { } current && clock.GetElapsedTime(current.ReadAt) < Fresh)
        {
            return current.Calendar;
        }

        var before = Volatile.Read(ref forgotten);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var calendar = new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(ct));
        if (before == Volatile.Read(ref forgotten))
        {
            // A reading that began before the calendar was changed must not be held after it.
            held = new Held(clock.GetTimestamp(), calendar);
        }

        return calendar;
    }

    private sealed record Held(long ReadAt, WorkingCalendar Calendar);
}
