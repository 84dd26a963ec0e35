using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>
/// The working days of rungs. An offset of 0 or less counts back from the due day, or from the last working day before it when it is none; an
/// offset above counts the working days after it.
/// </summary>
public static class ReminderDays
{
    /// <summary>How many working days later a rung may still be sent that could not be sent on its day.</summary>
    public const int CatchUp = 10;

    /// <summary>The working day to which a rung belongs.</summary>
    public static DateOnly Trigger(WorkingCalendar calendar, DateOnly dueOn, int offset) =>
        offset > 0 ? calendar.AddWorkingDays(dueOn, offset) : Before(calendar, dueOn, -offset);

    /// <summary>
    /// The latest of the offsets (in order) whose day has come, or null when there is nothing to say on that working day: none has come, the day it
    /// announced has passed, or its own day lies too far back.
    /// </summary>
    public static int? Latest(WorkingCalendar calendar, IReadOnlyList<int> offsets, DateOnly dueOn, DateOnly day)
    {
        for (var i = offsets.Count - 1; i >= 0; i--)
        {
            var trigger = Trigger(calendar, dueOn, offsets[i]);
            if (trigger > day)
            {
                continue;
            }

            var announces = offsets[i] <= 0;
            return (announces && day > dueOn) || calendar.WorkingDaysBetween(trigger, day) > CatchUp ? null : offsets[i];
        }

        return null;
    }

    /// <summary>First and last due day of which some of the offsets may be sent on a working day from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static (DateOnly First, DateOnly Last) DueBetween(WorkingCalendar calendar, IReadOnlyCollection<int> offsets, DateOnly first, DateOnly last)
    {
        var earliest = Before(calendar, first, CatchUp);
        var latest = Before(calendar, last, 0);
        return (DueFrom(calendar, earliest, offsets.Max()), DueTo(calendar, latest, offsets.Min()));
    }

    private static DateOnly DueFrom(WorkingCalendar calendar, DateOnly trigger, int offset) =>
        offset > 0 ? Before(calendar, trigger, offset) : calendar.AddWorkingDays(trigger, -offset);

    /// <summary>A due day on the days off after a working day is announced on that working day.</summary>
    private static DateOnly DueTo(WorkingCalendar calendar, DateOnly trigger, int offset) =>
        (offset > 0 ? Before(calendar, trigger, offset - 1) : calendar.AddWorkingDays(trigger, 1 - offset)).AddDays(-1);

    /// <summary>The last working day on or before a day, and so many further back.</summary>
    private static DateOnly Before(WorkingCalendar calendar, DateOnly day, int n)
    {
        while (!calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        while (n > 0)
        {
            day = day.AddDays(-1);
            n -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
