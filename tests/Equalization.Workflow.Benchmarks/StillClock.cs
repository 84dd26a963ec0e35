using Equalization.Workflow.Core;

namespace Equalization.Workflow.Benchmarks;

/// <summary>A clock that shows one instant until it is moved, so that a kept database gives the same pages on any day.</summary>
public sealed class StillClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;

    public override DateTimeOffset GetUtcNow() => new(ChinaTime.StartOf(Day).AddHours(9), TimeSpan.Zero);
}
