namespace Equalization.Workflow.Web.Sample;

/// <summary>The clock that the sample city and a replay live by; it stands still until it is set.</summary>
internal sealed class SampleClock : TimeProvider
{
    private DateTimeOffset now;

    /// <summary>Sets an hour of a day in China.</summary>
    public void Set(DateOnly day, int hour, int minute) =>
        now = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.FromHours(8));

    /// <summary>Sets an instant, UTC.</summary>
    public void Set(DateTime utc) => now = new DateTimeOffset(utc, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
