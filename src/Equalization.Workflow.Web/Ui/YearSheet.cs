using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A day on the sheet of a year. Mark is 休 for a named holiday, 班 for a weekend day worked, null for an ordinary day.</summary>
public sealed record SheetDay(DateOnly Day, bool IsWorkingDay, CalendarDayKind? Named, string Name);

/// <summary>A month as weeks from Monday to Sunday; null stands for a day of another month. WorkingDays counts what is worked in it.</summary>
public sealed record SheetMonth(DateOnly First, IReadOnlyList<SheetDay?[]> Weeks, int WorkingDays);

/// <summary>A festival: its days off, one after another, and the weekend days worked for it.</summary>
public sealed record Festival(string Name, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Worked);

/// <summary>A year of the working calendar, laid out to be read.</summary>
public sealed record YearSheet(int Year, bool IsKnown, IReadOnlyList<SheetMonth> Months, IReadOnlyList<Festival> Festivals)
{
    private const int DaysOfWeek = 7;
    private const int NearDays = 20;

    public int WorkingDays => Months.Sum(m => m.WorkingDays);

    public static YearSheet Of(WorkingCalendar calendar, int year)
    {
        var named = calendar.Days.Where(d => d.Day.Year == year).OrderBy(d => d.Day).ToList();
        return new YearSheet(
            year,
            calendar.Knows(year),
            [.. Enumerable.Range(1, 12).Select(month => Month(calendar, new DateOnly(year, month, 1)))],
            [
                .. Grouped(named).Select(g => new Festival(
                    g[0].Name,
                    [.. g.Where(d => d.Kind == CalendarDayKind.Holiday).Select(d => d.Day)],
                    [.. g.Where(d => d.Kind == CalendarDayKind.Workday).Select(d => d.Day)])),
            ]);
    }

    /// <summary>Days of one name that lie near each other; a year may begin and end with the days of two new years.</summary>
    private static List<List<CalendarDay>> Grouped(List<CalendarDay> named)
    {
        var festivals = new List<List<CalendarDay>>();
        foreach (var day in named)
        {
            if (festivals.Find(f => f[0].Name == day.Name && day.Day.DayNumber - f[^1].Day.DayNumber <= NearDays) is { } festival)
            {
                festival.Add(day);
            }
            else
            {
                festivals.Add([day]);
            }
        }

        return festivals;
    }

    private static SheetMonth Month(WorkingCalendar calendar, DateOnly first)
    {
        var before = ((int)first.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;
        var length = DateTime.DaysInMonth(first.Year, first.Month);
        var days = Enumerable.Range(0, length).Select(i => first.AddDays(i))
            .Select(d => new SheetDay(d, calendar.IsWorkingDay(d), calendar.Named(d)?.Kind, calendar.Named(d)?.Name ?? "")).ToList();
        IEnumerable<SheetDay?> cells = Enumerable.Repeat<SheetDay?>(null, before).Concat(days);
        return new SheetMonth(
            first,
            [.. cells.Chunk(DaysOfWeek).Select(week => week.Length == DaysOfWeek ? week : [.. week, .. new SheetDay?[DaysOfWeek - week.Length]])],
            days.Count(d => d.IsWorkingDay));
    }
}
