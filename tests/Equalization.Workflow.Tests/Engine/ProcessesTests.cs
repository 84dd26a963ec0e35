using Equalization.Workflow.Benchmarks.Crash;
using Equalization.Workflow.Benchmarks.Race;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Several processes on one database, by the commands of the benchmarks at a tenth of their size; EQUALIZATION_FULL=1 runs them whole.</summary>
public sealed class ProcessesTests
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1";

    [Fact]
    public async Task Two_processes_on_one_database_handle_each_event_and_timer_once_and_leave_no_race_stuck() =>
        Assert.Equal(0, await RaceBenchmark.Run(IsFull ? [] : ["200", "1000"]));

    [Fact]
    public async Task A_process_killed_at_work_loses_nothing_and_repeats_nothing() =>
        Assert.Equal(0, await CrashBenchmark.Run(IsFull ? [] : ["10"]));

    [Fact]
    public async Task A_lost_notice_a_lost_start_and_a_step_taken_twice_are_noticed()
    {
        var broken = (await CrashBenchmark.Count(["1", CrashBenchmark.Spoil])).Broken;

        Assert.Contains(broken, b => b.StartsWith("starts acknowledged and lost", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.StartsWith("acts without their notice", StringComparison.Ordinal));
        Assert.Contains(broken, b => b.StartsWith("steps taken twice", StringComparison.Ordinal));
    }
}
