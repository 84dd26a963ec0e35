using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>The working calendar in force, read at most once a minute: a few hundred rows that change once a year.</summary>
public sealed class WorkingCalendars(IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private (long ReadAt, WorkingCalendar Calendar)? held;

    public async ValueTask<WorkingCalendar> Current(CancellationToken ct)
    {
        if (held is { } current && clock.GetElapsedTime(current.ReadAt) < Fresh)
        {
            return current.Calendar;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var calendar = new WorkingCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(ct));
        held = (clock.GetTimestamp(), calendar);
        return calendar;
    }
}
