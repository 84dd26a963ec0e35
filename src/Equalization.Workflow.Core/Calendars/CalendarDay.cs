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
