using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Waiting for instants.</summary>
public sealed class TimeTests
{
    [Fact]
    public Task A_delay_runs_out() => Plays(Definition(Chart("a>b", Delay("a", "02:00:00"), Mark("b"))), "+01:59:59", "? a", "+00:00:01", "= a b", "finished");

    [Fact]
    public Task A_timer_fires_once() => Plays(Definition(Chart("a>b b>c", Timer("a", "00:05:00"), Event("b"), Mark("c"))), "+00:05:00", "? b", "+00:05:00", "? b", "= a");

    [Fact]
    public Task An_instant_ahead_is_waited_for() =>
        Plays(Definition(Chart("a>b", StartAt("a", Literal("2026-03-03T09:00:00+08:00")), Mark("b"))), "? a", "+1.00:00:00", "= a b", "finished");

    [Fact]
    public Task An_instant_passed_is_not_waited_for() =>
        Plays(Definition(Chart("a>b", StartAt("a", Literal("2026-03-01T09:00:00+08:00")), Mark("b"))), "= a b", "finished");

    [Fact]
    public Task A_custom_activity_gives_the_instant() =>
        Plays(
            Definition(
                Chart("d>a a>b", Activity("Probe.AddDays", "d", ("days", Literal("5")), ("dueAt", Output("v"))), StartAt("a", Variable("v")), Mark("b")),
                variables: Variables(("v", "DateTimeOffset", null))),
            "? a", "+4.23:59:59", "? a", "+00:00:01", "= d a b");

    [Fact]
    public Task Cron_waits_for_its_next_instant() =>
        Plays(Definition(Chart("a>b", Cron("a", "0 0 9 * * MON-FRI"), Mark("b"))), "? a", "+07:59:59", "? a", "+00:00:01", "= a b", "finished");

    [Fact]
    public Task A_clock_that_jumps_ahead_fires_all_that_fell_due() =>
        Plays(Definition(Chart("a>b b>c", Delay("a", "01:00:00"), Delay("b", "01:00:00"), Mark("c"))), "+10.00:00:00", "? b", "+01:00:00", "= a b c");

    [Fact]
    public Task A_clock_that_jumps_back_fires_nothing_early() =>
        Plays(Definition(Chart("a>b", Delay("a", "01:00:00"), Mark("b"))), "+-1.00:00:00", "? a", "+1.00:59:59", "? a", "+00:00:01", "= a b");

    [Fact]
    public async Task Timers_fire_in_the_order_they_fell_due()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w", Delay("a", "03:00:00"), Activity("Probe.Write", "w", ("text", Literal("late")))), "late"));
        await file.Publish(Definition(Chart("a>w", Delay("a", "01:00:00"), Activity("Probe.Write", "w", ("text", Literal("early")))), "early"));
        await file.Start("late");
        await file.Start("early");
        await file.Start("late");
        file.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(2, await file.FireDue(most: 2));
        Assert.Equal(1, await file.FireDue(most: 2));
        Assert.Equal(0, await file.FireDue(most: 2));

        await using var db = file.Open();
        Assert.Equal(["early", "late", "late"], await db.Entries.OrderBy(e => e.Id).Select(e => e.Text).ToListAsync());
    }

    [Fact]
    public async Task A_timer_fires_once_though_two_ask_at_the_same_time()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w", Delay("a", "01:00:00"), Activity("Probe.Write", "w", ("text", Literal("x"))))));
        for (var i = 0; i < 20; i++)
        {
            await file.Start();
        }

        file.Clock.Now += TimeSpan.FromHours(1);
        await Task.WhenAll(Task.Run(() => file.FireDue()), Task.Run(() => file.FireDue()));

        Assert.Equal(20, await Count<Entry>(file));
        Assert.Equal(0, await Count<Bookmark>(file));
    }

    [Theory]
    [InlineData("0 0 9 * * *", "2026-03-02T01:00:00", "2026-03-02T09:00:00")]
    [InlineData("0 0 9 * * *", "2026-03-02T09:00:00", "2026-03-03T09:00:00")]
    [InlineData("0 0 9 * * MON-FRI", "2026-03-06T10:00:00", "2026-03-09T09:00:00")]
    [InlineData("0 0 0 1 1 ?", "2026-03-02T01:00:00", "2027-01-01T00:00:00")]
    [InlineData("*/15 * * * * *", "2026-03-02T01:00:16", "2026-03-02T01:00:30")]
    [InlineData("0 30 8,17 * * *", "2026-03-02T08:30:00", "2026-03-02T17:30:00")]
    [InlineData("0 0 0 29 FEB *", "2026-03-02T00:00:00", "2028-02-29T00:00:00")]
    [InlineData("0 0 12 13 * FRI", "2026-03-13T13:00:00", "2026-11-13T12:00:00")]
    [InlineData("0 0 0 * * 7", "2026-03-02T00:00:00", "2026-03-08T00:00:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31T23:59:58", "2026-12-31T23:59:59")]
    public void Cron_finds_the_next_instant(string expression, string after, string next)
    {
        Assert.True(CronExpression.TryParse(expression, out var cron, out _));
        var invariant = System.Globalization.CultureInfo.InvariantCulture;

        Assert.Equal(DateTime.Parse(next, invariant), cron.Next(DateTime.SpecifyKind(DateTime.Parse(after, invariant), DateTimeKind.Utc)));
    }

    [Fact]
    public void Cron_knows_when_there_is_no_next()
    {
        Assert.True(CronExpression.TryParse("0 0 0 31 2 *", out var cron, out _));

        Assert.Null(cron.Next(EngineClock.Morning));
    }
}
