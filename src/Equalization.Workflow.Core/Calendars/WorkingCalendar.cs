namespace Equalization.Workflow.Core.Calendars;

/// <summary>
/// Which days are working days. Monday to Friday, but for the days named; a year without any named day is counted by week-ends
/// alone, and <see cref="Knows"/> says so. Counting costs the logarithm of the days named, however far apart the days lie.
/// </summary>
public sealed class WorkingCalendar
{
    private const int Week = 7;
    private const int WorkingWeek = 5;

    private readonly Dictionary<DateOnly, CalendarDay> days;
    private readonly HashSet<int> years;

    // The days that depart from the week, in order, and by how much all up to each of them do.
    private readonly int[] turns;
    private readonly int[] sums;

    // Before days were left out of it; null where none were.
    private readonly WorkingCalendar? whole;

    public WorkingCalendar(IEnumerable<CalendarDay> named)
        : this(named, null)
    {
    }

    private WorkingCalendar(IEnumerable<CalendarDay> named, WorkingCalendar? whole)
    {
        this.whole = whole;
        days = named.ToDictionary(d => d.Day);
        years = [.. days.Keys.Select(d => d.Year)];
        var departures = days.Values.Select(d => (d.Day.DayNumber, By: Departure(d))).Where(d => d.By != 0).OrderBy(d => d.DayNumber).ToList();
        turns = [.. departures.Select(d => d.DayNumber)];
        sums = new int[turns.Length];
        var sum = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = sum += departures[i].By;
        }
    }

    public IEnumerable<CalendarDay> Days => days.Values;

    public IReadOnlyList<int> Years => [.. years.Order()];

    public static bool IsWeekEnd(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool Knows(int year) => years.Contains(year);

    /// <summary>The years between two days, both included, that are counted by week-ends alone.</summary>
    public IReadOnlyList<int> UnknownYears(DateOnly from, DateOnly to)
    {
        var first = Math.Min(from.Year, to.Year);
        return [.. Enumerable.Range(first, Math.Max(from.Year, to.Year) - first + 1).Where(y => !Knows(y))];
    }

    /// <summary>The festival or make-up day of that date, if it is named.</summary>
    public CalendarDay? Named(DateOnly day) => days.GetValueOrDefault(day);

    public bool IsWorkingDay(DateOnly day) => days.TryGetValue(day, out var named) ? named.Kind == CalendarDayKind.Workday : !IsWeekEnd(day);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => UpTo(to.DayNumber) - UpTo(from.DayNumber);

    /// <summary>
    /// The day on which a term ends that begins after <paramref name="from"/>: that day itself does not count, the last one does. A term of
    /// no working days ends on the day itself. A term beyond the last day there is does not exist (ArgumentOutOfRange).
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly from, WorkingDays term)
    {
        if (term.Count == 0)
        {
            return from;
        }

        var wanted = (long)UpTo(from.DayNumber) + term.Count;
        var low = from.DayNumber + 1;
        // Were every named day a holiday, the term would end by here.
        var high = (int)Math.Min(DateOnly.MaxValue.DayNumber, from.DayNumber + (((long)term.Count + turns.Length) / WorkingWeek * Week) + (2 * Week));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted, UpTo(high), nameof(term));
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (UpTo(middle) >= wanted)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return DateOnly.FromDayNumber(low);
    }

    /// <summary>The same calendar in which the days held are no working days: a clock stood still on them.</summary>
    public WorkingCalendar Without(HeldDays held)
    {
        if (held.IsEmpty)
        {
            return this;
        }

        var named = new Dictionary<DateOnly, CalendarDay>(days);
        foreach (var (first, last) in held.All)
        {
            for (var day = first; day <= last; day = day.AddDays(1))
            {
                if (IsWorkingDay(day))
                {
                    named[day] = new CalendarDay { Day = day, Kind = CalendarDayKind.Holiday, Name = "中止" };
                }
            }
        }

        return new WorkingCalendar(named.Values, this);
    }

    /// <summary>The last day of a term set from one day to another, once the days on which the clock stood still are left out.</summary>
    public DateOnly Prolonged(DateOnly from, DateOnly to) =>
        whole is null || whole.WorkingDaysBetween(from, to) is var term && WorkingDaysBetween(from, to) == term ? to : AddWorkingDays(from, term);

    private static int Departure(CalendarDay day) => (day.Kind, IsWeekEnd(day.Day)) switch
    {
        (CalendarDayKind.Holiday, false) => -1,
        (CalendarDayKind.Workday, true) => 1,
        _ => 0,
    };

    /// <summary>Working days from the first day there is, a Monday, up to and including this one.</summary>
    private int UpTo(int dayNumber)
    {
        var gone = dayNumber + 1;
        var found = Array.BinarySearch(turns, dayNumber);
        var last = found >= 0 ? found : ~found - 1;
        return (gone / Week * WorkingWeek) + Math.Min(gone % Week, WorkingWeek) + (last >= 0 ? sums[last] : 0);
    }
}
