using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>The run of the timer job: batch by batch, and no timer stands in the way of another.</summary>
public sealed class TimerRunTests
{
    private static readonly string Waits = Definition(Chart("d>w", Delay("d", "01:00:00"), Activity("Probe.Write", "w", ("text", Literal("x")))), "waits");

    [Fact]
    public async Task All_that_is_due_is_fired_in_batches_each_a_transaction_of_its_own()
    {
        await using var file = new EngineFile();
        await file.Publish(Waits);
        await StartMany(file, "waits", 25);
        file.Clock.Now += TimeSpan.FromHours(1);
        var transactions = 0;
        var run = new TimerRun(file.Engine, work =>
        {
            transactions++;
            return file.Act(db => work(db));
        });

        Assert.Equal(new TimerRunResult(25, 0), await run.Run(10, default));
        Assert.Equal((3, 25, 0), (transactions, await Count<Entry>(file), await Count<Bookmark>(file)));
    }

    [Fact]
    public async Task A_timer_that_breaks_its_transaction_stops_its_instance_and_no_other()
    {
        await using var file = new EngineFile();
        await file.Publish(Waits, Definition(Chart("d>t", Delay("d", "01:00:00"), Activity("Probe.Wreck", "t")), "wrecks"));
        await StartMany(file, "waits", 5);
        var wrecker = await file.Start("wrecks");
        await StartMany(file, "waits", 7);
        file.Clock.Now += TimeSpan.FromHours(1);

        Assert.Equal(new TimerRunResult(12, 1), await Run(file).Run(10, default));
        Assert.Equal(12, await Count<Entry>(file));
        await Follow(file, wrecker, "faulted", "? d");
        Assert.Equal("failed", (await Incident(file, wrecker)).Code);
        Assert.Equal(new TimerRunResult(0, 0), await Run(file).Run(10, default));
    }

    [Fact]
    public async Task What_another_writer_holds_stays_due_and_is_no_incident()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("d>m", Delay("d", "01:00:00"), Activity("Probe.Meddle", "m")), "meddles"));
        await StartMany(file, "meddles", 3);
        file.Clock.Now += TimeSpan.FromHours(1);

        Assert.Equal(new TimerRunResult(0, 0), await new TimerRun(file.Engine, file.Once).Run(3, default));
        Assert.Equal((3, 0), (await Count<Bookmark>(file), await Count<Incident>(file)));
    }

    [Fact]
    public async Task A_flow_that_falls_due_again_at_once_does_not_keep_the_run_going()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("s>d d>d", Start("s"), Delay("d", "00:00:01"))));
        await StartMany(file, "flow", 2);
        var run = new TimerRun(file.Engine, work =>
        {
            file.Clock.Now += TimeSpan.FromSeconds(1);
            return file.Act(db => work(db));
        });

        Assert.InRange((await run.Run(2, default)).Fired, 2, 100);
    }

    [Fact]
    public async Task A_span_of_nothing_from_a_variable_is_an_incident()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("s>d d>d", Start("s"), Activity("Elsa.Delay", "d", ("timeSpan", Variable("v")))), variables: Variables(("v", "TimeSpan", "00:00:00"))));
        var instance = await file.Start();

        Assert.Contains("应长于零", (await Incident(file, instance)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_left_behind_by_an_instance_that_is_over_does_not_come_up_for_ever()
    {
        await using var file = new EngineFile();
        await file.Publish(Waits);
        var instance = await file.Start("waits");
        await file.Act(db => db.Set<Instance>().Where(i => i.Id == instance).ExecuteUpdateAsync(i => i.SetProperty(x => x.Status, InstanceStatus.Finished)));
        file.Clock.Now += TimeSpan.FromHours(1);

        Assert.Equal(1, await file.FireDue());
        Assert.Equal(0, await file.FireDue());
    }

    [Fact]
    public async Task What_is_due_is_found_by_its_index_and_not_among_all_that_wait()
    {
        await using var file = new EngineFile();
        await file.Publish(Waits);
        await file.Start("waits");
        var asked = await file.PlansOf(db => file.Engine.Due(db, 10, default));

        Assert.Contains("USING INDEX IX_EngineBookmarks_DueAt_Id (DueAt>? AND DueAt<?)", Assert.Single(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_an_event_are_found_by_its_index()
    {
        await using var file = new EngineFile();
        var asked = await file.PlansOf(db => file.Engine.Raise(db, new RaisedEvent("a", "one", null, "测试"), default));

        Assert.Contains("USING INDEX IX_EngineBookmarks_EventName_CorrelationId (EventName=? AND CorrelationId=?)", asked[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_set_off_by_a_day_fires_each_timer_once_and_arms_the_next_from_there(int days)
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("s>d d>w w>e", Start("s"), Delay("d", "01:00:00"), Activity("Probe.Write", "w", ("text", Literal("x"))), Delay("e", "02:00:00"))));
        var instance = await file.Start();
        file.Clock.Now += TimeSpan.FromDays(days);
        await Run(file).Run(10, default);
        await Follow(file, instance, days > 0 ? "? e" : "? d");
        file.Clock.Now -= TimeSpan.FromDays(days);
        await Run(file).Run(10, default);
        Assert.Equal(days > 0 ? 1 : 0, await Count<Entry>(file));

        file.Clock.Now += TimeSpan.FromDays(2);
        await Follow(file, instance, "+00:00:00", "+02:00:00", "= s d w e", "finished");
        Assert.Equal(1, await Count<Entry>(file));
    }

    [Fact]
    public async Task A_clock_set_back_does_not_change_the_order_of_starting()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w", Event("a"), Activity("Probe.Write", "w", ("text", Input("Name")))), inputs: ["Name:String"]));
        await file.Start(inputs: ("Name", "1"));
        file.Clock.Now -= TimeSpan.FromDays(1);
        await file.Start(inputs: ("Name", "2"));
        await file.Raise("a");

        await using var db = file.Open();
        Assert.Equal(["1", "2"], await db.Entries.OrderBy(e => e.Id).Select(e => e.Text).ToListAsync());
    }

    private static TimerRun Run(EngineFile file) => new(file.Engine, work => file.Act(db => work(db)));

    private static async Task StartMany(EngineFile file, string id, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await file.Start(id);
        }
    }
}
