using Equalization.Workflow.Core;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Ui;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>However a reading beside the request ends, the person is told what to do.</summary>
public sealed class PlanReadingsTests
{
    [Fact]
    public async Task A_reading_that_takes_too_long_is_given_up()
    {
        var text = "某市实施方案\n（2021—2023年）\n一、主要措施\n" + string.Concat(Enumerable.Range(1, 5_000).Select(i => $"{i}.完善规划。2022年底前完成。（牵头单位：市教育局）\n"));

        Assert.Equal("plan-file-slow", await Refusal(new HastyClock(), new BroughtPlan("方案.txt", null, text, null, false)));
    }

    [Fact]
    public async Task A_file_that_fails_as_nobody_thought_of_is_a_broken_one() =>
        // No page brings a file without a name; the reader fails on it with what is no refusal.
        Assert.Equal("plan-file-broken", await Refusal(new TestClock(new DateOnly(2026, 3, 2)), new BroughtPlan(null!, "1.完善规划。"u8.ToArray(), null, null, false)));

    private static async Task<string> Refusal(TimeProvider clock, BroughtPlan brought)
    {
        var life = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        var reading = new PlanReadings(clock, life, NullLogger<PlanReadings>.Instance).Begin(Guid.CreateVersion7(), brought);
        return (await Assert.ThrowsAsync<RuleBroken>(() => reading.Work)).Code;
    }

    /// <summary>On it every wait is over at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
