using System.Globalization;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>Days on which a clock stood still, first and last included.</summary>
public readonly record struct HoldSpan(DateOnly First, DateOnly Last);

/// <summary>
/// All spans in which a task was held (中止) and from which it was resumed, oldest first; a hold that goes on is not among them. What a clock leaves out is asked here and nowhere
/// else. A column keeps them as “20180409-20180604 20180702-20180706”.
/// </summary>
public sealed class HeldDays : IEquatable<HeldDays>
{
    /// <summary>A task can be held no more often than this.</summary>
    public const int Most = 50;

    /// <summary>Of the column.</summary>
    public const int LongestText = (Most * (SpanText + 1)) - 1;

    public static readonly HeldDays None = new([]);

    private const string DayText = "yyyyMMdd";
    private const int SpanText = 17;

    private readonly HoldSpan[] spans;

    private HeldDays(HoldSpan[] spans) => this.spans = spans;

    public IReadOnlyList<HoldSpan> All => spans;

    public bool IsEmpty => spans.Length == 0;

    /// <summary>The last day held; null when it never was.</summary>
    public DateOnly? LastDay => IsEmpty ? null : spans[^1].Last;

    public static HeldDays Of(IEnumerable<HoldSpan> spans) => spans.Aggregate(None, (held, span) => held.With(span.First, span.Last));

    public static HeldDays Parse(string text) => text.Length == 0 ? None : new([.. text.Split(' ').Select(t => new HoldSpan(Day(t[..DayText.Length]), Day(t[^DayText.Length..])))]);

    /// <summary>With one more span, which must lie after all others (ArgumentOutOfRange).</summary>
    public HeldDays With(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, last);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, LastDay ?? DateOnly.MinValue);
        return new([.. spans, new HoldSpan(first, last)]);
    }

    public bool Covers(DateOnly day) => Array.Exists(spans, s => day >= s.First && day <= s.Last);

    /// <summary>Days held, working days or not, between two days, both included.</summary>
    public int CountWithin(DateOnly first, DateOnly last) =>
        spans.Sum(s => Math.Max(0, Math.Min(s.Last.DayNumber, last.DayNumber) - Math.Max(s.First.DayNumber, first.DayNumber) + 1));

    public bool Equals(HeldDays? other) => other is not null && spans.AsSpan().SequenceEqual(other.spans);

    public override bool Equals(object? obj) => Equals(obj as HeldDays);

    public override int GetHashCode() => spans.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join(' ', spans.Select(s => $"{Text(s.First)}-{Text(s.Last)}"));

    private static string Text(DateOnly day) => day.ToString(DayText, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayText, CultureInfo.InvariantCulture);
}
