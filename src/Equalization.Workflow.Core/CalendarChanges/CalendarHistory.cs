using Equalization.Workflow.Core.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.CalendarChanges;

/// <summary>The working calendar as it was. Every import keeps what it changed, so the later ones are taken back; days laid down without an import were always there.</summary>
public static class CalendarHistory
{
    /// <summary>The days by which an act at the instant counted: of an import at that very instant, those before it.</summary>
    public static async Task<WorkingCalendar> AsOf(WorkflowDb db, WorkingCalendar current, DateTime at, CancellationToken ct)
    {
        var later = await db.CalendarImports.AsNoTracking().Where(i => i.At >= at).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Select(i => i.Changes).ToListAsync(ct);
        return later.Aggregate(current, (calendar, changes) => DayChange.Apply(calendar, DayChange.Read(changes), back: true));
    }
}
