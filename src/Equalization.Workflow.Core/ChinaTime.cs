namespace Equalization.Workflow.Core;

/// <summary>Days are days in China (UTC+8, no summer time in any year the product covers); a deadline ends at the end of its day.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day in China at this UTC instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The wall clock in China at this UTC instant, for display.</summary>
    public static DateTime WallClock(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The first instant, in UTC, of a day in China.</summary>
    public static DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>The instant at which a day in China ends: the first that no longer belongs to it. Terms end here.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(StartOf(day.AddDays(1)), TimeSpan.Zero);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateOnly Today(this TimeProvider clock) => DayOf(clock.UtcNow());
}
