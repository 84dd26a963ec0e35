namespace Equalization.Workflow.Benchmarks.Race;

/// <summary>The same instant in every process, and later when told.</summary>
internal sealed class RaceClock : TimeProvider
{
    public TimeSpan Ahead { get; init; }

    public override DateTimeOffset GetUtcNow() => BenchClock.Instance.GetUtcNow() + Ahead;
}
