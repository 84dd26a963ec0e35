namespace Equalization.Workflow.Tests.Engine;

/// <summary>A clock that stands still until a case moves it.</summary>
internal sealed class EngineClock : TimeProvider
{
    public static readonly DateTime Morning = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private long ticks = Morning.Ticks;

    public DateTime Now
    {
        get => new(Interlocked.Read(ref ticks), DateTimeKind.Utc);
        set => Interlocked.Exchange(ref ticks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => new(Now);
}
