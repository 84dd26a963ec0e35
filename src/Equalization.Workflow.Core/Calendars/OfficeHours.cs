namespace Equalization.Workflow.Core.Calendars;

/// <summary>When the ladder acts: in the morning of a working day, so that nothing of it goes out at night or on a holiday.</summary>
public static class OfficeHours
{
    private static readonly TimeSpan Nine = TimeSpan.FromHours(9);

    /// <summary>Nine o'clock in China of that day.</summary>
    public static DateTimeOffset Morning(DateOnly day) => new(ChinaTime.StartOf(day) + Nine, TimeSpan.Zero);

    /// <summary>Nine o'clock in China of the first working day on which that is still to come.</summary>
    public static DateTimeOffset NextMorning(WorkingCalendar calendar, DateTime now)
    {
        var day = ChinaTime.DayOf(now);
        return calendar.IsWorkingDay(day) && Morning(day) > now ? Morning(day) : Morning(calendar.AddWorkingDays(day, 1));
    }
}
