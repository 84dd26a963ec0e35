using Equalization.Workflow.Core;

namespace Equalization.Workflow.Tests.Support;

/// <summary>A clock that stands still until a test moves it. Starts at nine in the morning, China time, of the day given.</summary>
public sealed class TestClock : TimeProvider
{
    private const int Morning = 9;

    private long ticks;

    public TestClock(DateOnly day) => SetDay(day);

    /// <summary>The instant it shows, in UTC.</summary>
    public DateTime Now
    {
        get => new(Interlocked.Read(ref ticks), DateTimeKind.Utc);
        set => Interlocked.Exchange(ref ticks, value.ToUniversalTime().Ticks);
    }

    public override DateTimeOffset GetUtcNow() => new(Now);

    public void SetDay(DateOnly day, int hour = Morning) => Now = ChinaTime.StartOf(day).AddHours(hour);

    public void Advance(TimeSpan by) => Now += by;

    public void AdvanceDays(int days) => Advance(TimeSpan.FromDays(days));
}
