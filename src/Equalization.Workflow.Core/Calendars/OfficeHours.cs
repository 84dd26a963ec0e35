namespace Equalization.Workflow.Core.Calendars;

/// <summary>When the product speaks to people of its own accord: in the hours of a working day, so that nothing goes out at night or on a holiday.</summary>
public static class OfficeHours
{
    private static readonly TimeSpan Nine = TimeSpan.FromHours(9);
    private static readonly TimeSpan Six = TimeSpan.FromHours(18);

    /// <summary>Nine o'clock in China of that day.</summary>
    public static DateTimeOffset Morning(DateOnly day) => new(ChinaTime.StartOf(day) + Nine, TimeSpan.Zero);

    /// <summary>Nine o'clock in China of the first working day on which that is still to come.</summary>
    public static DateTimeOffset NextMorning(WorkingCalendar calendar, DateTime now)
    {
        var day = ChinaTime.DayOf(now);
        return calendar.IsWorkingDay(day) && Morning(day) > now ? Morning(day) : Morning(calendar.AddWorkingDays(day, 1));
    }

    /// <summary>Nine to six of a working day. What fell due while the program was down waits for them.</summary>
    public static bool AreOpen(WorkingCalendar calendar, DateTime now)
    {
        var day = ChinaTime.DayOf(now);
        var time = now - ChinaTime.StartOf(day);
        return time >= Nine && time < Six && calendar.IsWorkingDay(day);
    }

    /// <summary>The nearest working day before that one.</summary>
    public static DateOnly WorkingDayBefore(WorkingCalendar calendar, DateOnly day)
    {
        do
        {
            day = day.AddDays(-1);
        }
        while (!calendar.IsWorkingDay(day));

        return day;
    }
}
