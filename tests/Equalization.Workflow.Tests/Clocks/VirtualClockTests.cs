using Equalization.Workflow.Core;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web;

namespace Equalization.Workflow.Tests.Clocks;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Begin = new(2018, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void It_begins_where_it_is_set_and_runs_on_as_many_times_faster()
    {
        var machine = new TestClock(new DateOnly(2026, 11, 22));
        var clock = new VirtualClock(machine, Begin, 60);
        Assert.Equal(Begin.UtcDateTime, clock.UtcNow());

        machine.Advance(TimeSpan.FromMinutes(24));

        Assert.Equal(Begin.UtcDateTime.AddDays(1), clock.UtcNow());
        Assert.Equal(new DateOnly(2018, 3, 2), clock.Today());
    }

    [Fact]
    public async Task A_wait_on_it_is_as_many_times_shorter()
    {
        var machine = new TestClock(new DateOnly(2026, 11, 22));
        var clock = new VirtualClock(machine, Begin, 600);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await Task.Delay(TimeSpan.FromMinutes(5), clock, TestCity.Ct);

        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Time_spent_is_counted_on_it_too()
    {
        var clock = new VirtualClock(new TestClock(new DateOnly(2026, 11, 22)), Begin, 10);
        var from = clock.GetTimestamp();

        Assert.True(clock.GetElapsedTime(from, from + clock.TimestampFrequency) == TimeSpan.FromSeconds(1));
    }
}
