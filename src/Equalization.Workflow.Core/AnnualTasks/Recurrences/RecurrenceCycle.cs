namespace Equalization.Workflow.Core.AnnualTasks.Recurrences;

/// <summary>How often a task comes again (周期任务).</summary>
public enum RecurrenceCycle
{
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>The calendar of a cycle.</summary>
public static class RecurrenceCycles
{
    public static int Months(this RecurrenceCycle cycle) => cycle switch
    {
        RecurrenceCycle.Monthly => 1,
        RecurrenceCycle.Quarterly => 3,
        RecurrenceCycle.Yearly => 12,
    };

    /// <summary>The first day of the month, quarter or year after the one that holds the day.</summary>
    public static DateOnly FirstDayAfter(this RecurrenceCycle cycle, DateOnly day)
    {
        var months = cycle.Months();
        return new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1).AddMonths(months);
    }

    /// <summary>What the month, quarter or year that holds the day is called in a task's title.</summary>
    public static string NameOf(this RecurrenceCycle cycle, DateOnly day) => cycle switch
    {
        RecurrenceCycle.Monthly => $"{day.Year}年{day.Month}月",
        RecurrenceCycle.Quarterly => $"{day.Year}年第{((day.Month - 1) / 3) + 1}季度",
        RecurrenceCycle.Yearly => $"{day.Year}年度",
    };
}
