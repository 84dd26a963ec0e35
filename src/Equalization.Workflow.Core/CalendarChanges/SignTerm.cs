using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.CalendarChanges;

/// <summary>
/// How the last day to sign moves with the calendar: it keeps its count of working days after issue. A term that has ended stays, and no
/// term ends before today.
/// </summary>
public static class SignTerm
{
    public static DateOnly Move(DateTime issuedAt, DateOnly dueOn, WorkingCalendar old, WorkingCalendar wanted, DateOnly today)
    {
        var issuedOn = ChinaTime.DayOf(issuedAt);
        if (dueOn < today || dueOn <= issuedOn)
        {
            return dueOn;
        }

        var to = wanted.AddWorkingDays(issuedOn, old.WorkingDaysBetween(issuedOn, dueOn));
        return to < today ? today : to;
    }
}
