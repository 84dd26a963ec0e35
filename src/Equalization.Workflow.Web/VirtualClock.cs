namespace Equalization.Workflow.Web;

/// <summary>
/// A clock that a demonstration has set: it shows the instant given and runs on from there, as many times faster than the machine's as
/// said. Waits that are counted on it shorten likewise.
/// </summary>
public sealed class VirtualClock(TimeProvider machine, DateTimeOffset shown, int speed) : TimeProvider
{
    private readonly DateTimeOffset begun = machine.GetUtcNow();
    private readonly long begunAt = machine.GetTimestamp();

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => shown.ToUniversalTime() + ((machine.GetUtcNow() - begun) * speed);

    public override long GetTimestamp() => (machine.GetTimestamp() - begunAt) * speed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Faster(machine.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    /// <summary>A wait of nothing, and one without end, stay what they are.</summary>
    private TimeSpan Real(TimeSpan shownSpan) => shownSpan <= TimeSpan.Zero ? shownSpan : TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, shownSpan.Ticks / speed));

    private sealed class Faster(ITimer timer, VirtualClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
