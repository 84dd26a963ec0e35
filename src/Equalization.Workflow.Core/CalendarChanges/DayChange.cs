using System.Globalization;
using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.CalendarChanges;

/// <summary>What an import does to one day: before is null when it is added, after when it is taken away.</summary>
public sealed record DayChange(DateOnly Day, CalendarDay? Before, CalendarDay? After)
{
    /// <summary>
    /// What replacing the years of these days changes. Otherwise days of those years that are not among them stay.
    /// </summary>
    public static IReadOnlyList<DayChange> Between(WorkingCalendar now, IReadOnlyList<CalendarDay> wanted, bool replaceYears)
    {
        var years = wanted.Select(d => d.Day.Year).ToHashSet();
        var named = wanted.ToDictionary(d => d.Day);
        var gone = replaceYears ? now.Days.Where(d => years.Contains(d.Day.Year) && !named.ContainsKey(d.Day)) : [];
        return
        [
            .. wanted.Where(d => !Same(now.Named(d.Day), d)).Select(d => new DayChange(d.Day, now.Named(d.Day), d))
                .Concat(gone.Select(d => new DayChange(d.Day, d, null)))
                .OrderBy(c => c.Day),
        ];
    }

    /// <summary>The calendar with these changes made, or taken back.</summary>
    public static WorkingCalendar Apply(WorkingCalendar calendar, IEnumerable<DayChange> changes, bool back = false)
    {
        var days = calendar.Days.ToDictionary(d => d.Day);
        foreach (var change in changes)
        {
            days.Remove(change.Day);
            if ((back ? change.Before : change.After) is { } day)
            {
                days.Add(change.Day, day);
            }
        }

        return new WorkingCalendar(days.Values);
    }

    /// <summary>One line a change, as the import's row keeps it.</summary>
    public static string Write(IEnumerable<DayChange> changes) => string.Join('\n', changes.Select(c => string.Join('\t',
        c.Day.ToString("O", CultureInfo.InvariantCulture), c.Before?.Kind.ToString(), c.Before?.Name, c.After?.Kind.ToString(), c.After?.Name)));

    public static IReadOnlyList<DayChange> Read(string text) =>
    [
        .. from line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
           let cells = line.Split('\t')
           let day = DateOnly.ParseExact(cells[0], "O", CultureInfo.InvariantCulture)
           select new DayChange(day, Named(day, cells[1], cells[2]), Named(day, cells[3], cells[4])),
    ];

    private static bool Same(CalendarDay? one, CalendarDay other) => one is not null && one.Kind == other.Kind && one.Name == other.Name;

    private static CalendarDay? Named(DateOnly day, string kind, string name) =>
        kind.Length == 0 ? null : new CalendarDay { Day = day, Kind = Enum.Parse<CalendarDayKind>(kind), Name = name };
}
