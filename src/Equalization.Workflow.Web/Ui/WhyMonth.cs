using Equalization.Workflow.Core.Clocks;

namespace Equalization.Workflow.Web.Ui;

/// <summary>A day on the sheet's calendar; Counted is null outside the count.</summary>
public readonly record struct WhyCell(DateOnly Day, CountedDay? Counted);

/// <summary>A month of a count as weeks from Monday to Sunday; null stands for a day of another month.</summary>
public sealed record WhyMonth(DateOnly First, int Counted, IReadOnlyList<WhyCell?[]> Weeks)
{
    private const int Week = 7;

    /// <summary>Every month from the first counted day to the last.</summary>
    public static IReadOnlyList<WhyMonth> Of(WhyCount count)
    {
        var counted = count.Days.ToDictionary(d => d.Day);
        var months = new List<WhyMonth>();
        for (var first = new DateOnly(count.Days[0].Day.Year, count.Days[0].Day.Month, 1); first <= count.To; first = first.AddMonths(1))
        {
            months.Add(Of(first, counted));
        }

        return months;
    }

    private static WhyMonth Of(DateOnly first, Dictionary<DateOnly, CountedDay> counted)
    {
        var before = ((int)first.DayOfWeek + Week - 1) % Week;
        var days = Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(first.AddDays)
            .Select(d => (WhyCell?)new WhyCell(d, counted.GetValueOrDefault(d))).ToList();
        IEnumerable<WhyCell?> cells = Enumerable.Repeat<WhyCell?>(null, before).Concat(days);
        return new WhyMonth(
            first, days.Count(d => d?.Counted?.Number is not null),
            [.. cells.Chunk(Week).Select(week => week.Length == Week ? week : [.. week, .. new WhyCell?[Week - week.Length]])]);
    }
}
