namespace Equalization.Workflow.Core.Calendars;

/// <summary>Holiday: no work that day. Workday: a Saturday or Sunday worked instead (调休补班).</summary>
public enum CalendarDayKind
{
    Holiday,
    Workday,
}

/// <summary>A day on which the State Council's notice departs from the ordinary week. Its <see cref="CalendarImport"/> is audited.</summary>
[NotAudited]
public sealed class CalendarDay
{
    public const int LongestName = 20;

    public DateOnly Day { get; init; }

    public CalendarDayKind Kind { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>
/// Which days are working days. Monday to Friday, but for the days named; a year without any named day is counted by week-ends
/// alone, and <see cref="Knows"/> says so.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, CalendarDay> days;
    private readonly HashSet<int> years;

    public WorkingCalendar(IEnumerable<CalendarDay> named)
    {
        days = named.ToDictionary(d => d.Day);
        years = [.. days.Keys.Select(d => d.Year)];
    }

    public bool Knows(int year) => years.Contains(year);

    /// <summary>The festival or make-up day of that date, if it is named.</summary>
    public CalendarDay? Named(DateOnly day) => days.GetValueOrDefault(day);

    public bool IsWorkingDay(DateOnly day) => days.TryGetValue(day, out var named)
        ? named.Kind == CalendarDayKind.Workday
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var span = to.DayNumber - from.DayNumber;
        var count = span / 7 * 5;
        for (var day = from.AddDays((span / 7 * 7) + 1); day <= to; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                count++;
            }
        }

        foreach (var named in days.Values)
        {
            if (named.Day <= from || named.Day > to)
            {
                continue;
            }

            var weekEnd = named.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            count += named.Kind switch
            {
                CalendarDayKind.Holiday when !weekEnd => -1,
                CalendarDayKind.Workday when weekEnd => 1,
                _ => 0,
            };
        }

        return count;
    }

    /// <summary>The n-th working day after <paramref name="from"/>; the first day does not count. n = 0 gives the day itself.</summary>
    public DateOnly AddWorkingDays(DateOnly from, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var day = from;
        while (n > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                n--;
            }
        }

        return day;
    }
}
