using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Events and whom they reach; correlation; events raised by a flow.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task An_event_reaches_every_instance_that_waits_for_it()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a"))));
        var first = await file.Start();
        var second = await file.Start();

        Assert.Equal(2, await file.Raise("a"));
        Assert.Equal((InstanceStatus.Finished, InstanceStatus.Finished), (await Status(file, first), await Status(file, second)));
    }

    [Fact]
    public async Task An_event_with_a_correlation_reaches_only_that_one()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a"))));
        var first = await file.Start(correlation: "one");
        var second = await file.Start(correlation: "two");

        Assert.Equal(1, await file.Raise("a", "two"));
        Assert.Equal((InstanceStatus.Running, InstanceStatus.Finished), (await Status(file, first), await Status(file, second)));
    }

    [Fact]
    public async Task Instances_are_reached_in_the_order_they_were_started()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w", Event("a"), Activity("Probe.Write", "w", ("text", Input("Name")))), inputs: ["Name:String"]));
        for (var i = 0; i < 30; i++)
        {
            await file.Start(inputs: ("Name", i.ToString("00", System.Globalization.CultureInfo.InvariantCulture)));
        }

        await file.Raise("a");

        await using var db = file.Open();
        var written = await db.Entries.OrderBy(e => e.Id).Select(e => e.Text).ToListAsync();
        Assert.Equal(30, written.Count);
        Assert.Equal(written.Order(StringComparer.Ordinal), written);
    }

    [Fact]
    public async Task An_event_nobody_waits_for_is_written_down_and_not_delivered_later()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a"))));
        Assert.Equal(0, await file.Raise("a", "one", "值"));
        var instance = await file.Start(correlation: "one");

        await Follow(file, instance, "? a", "running");
        await using var db = file.Open();
        var unheard = await db.Set<UnheardEvent>().SingleAsync();
        Assert.Equal(("a", "one", "测试", "\"值\""), (unheard.Name, unheard.CorrelationId, unheard.RaisedBy, unheard.Payload));
    }

    [Fact]
    public async Task An_event_raised_twice_is_heard_once()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a"))));
        await file.Start();

        Assert.Equal((1, 0), (await file.Raise("a"), await file.Raise("a")));
    }

    [Fact]
    public async Task An_event_for_a_finished_instance_reaches_nobody()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Mark("a"))));
        await file.Start();

        Assert.Equal(0, await file.Raise("a", "c"));
    }

    [Fact]
    public Task An_event_is_not_taken_twice_by_a_loop_that_waits_for_it_again() =>
        Plays(Definition(Chart("s>a a>a", Start("s"), Event("a"))), "!a", "= s a", "? a");

    [Fact]
    public async Task What_an_event_carries_is_put_into_a_variable()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(
            Chart("a>w", Event("a", result: "v"), Activity("Probe.Write", "w", ("text", Variable("v")))), variables: Variables(("v", "String", null))));
        await file.Start();
        await file.Raise("a", payload: "已签收");

        await using var db = file.Open();
        Assert.Equal("已签收", (await db.Entries.SingleAsync()).Text);
    }

    [Fact]
    public Task A_flow_raises_an_event_that_it_waits_for_itself() =>
        Plays(Definition(Chart("f.A>a f.B>p a>z", Fork("f", "A", "B"), Event("a", "go"), Publish("p", "go"), Mark("z"))), "= f p a z", "finished");

    [Fact]
    public async Task A_flow_raises_an_event_for_others_in_the_same_transaction()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a", "go")), "listener"), Definition(Chart("", Publish("p", "go")), "speaker"));
        var listener = await file.Start("listener");
        await file.Start("speaker");

        await Follow(file, listener, "= a", "finished");
    }

    [Fact]
    public async Task A_local_event_stays_in_its_instance()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("", Event("a", "go")), "listener"),
            Definition(Chart("f.A>a2 f.B>p", Fork("f", "A", "B"), Event("a2", "go"), Publish("p", "go", local: true)), "speaker"));
        var listener = await file.Start("listener");
        var speaker = await file.Start("speaker");

        await Follow(file, speaker, "finished");
        await Follow(file, listener, "? a", "running");
    }

    [Fact]
    public async Task A_published_event_is_narrowed_by_its_correlation_and_brings_its_payload()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("a>w", Event("a", "go", "v"), Activity("Probe.Write", "w", ("text", Variable("v")))), "listener", variables: Variables(("v", "String", null))),
            Definition(Chart("", Publish("p", "go", "two", payload: Literal("词"))), "speaker"));
        var one = await file.Start("listener", "one");
        var two = await file.Start("listener", "two");
        await file.Start("speaker");

        Assert.Equal((InstanceStatus.Running, InstanceStatus.Finished), (await Status(file, one), await Status(file, two)));
        await using var db = file.Open();
        Assert.Equal("词", (await db.Entries.SingleAsync()).Text);
    }

    [Fact]
    public async Task Correlate_moves_what_already_waits()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>a f.B>b b>c", Fork("f", "A", "B"), Event("a"), Event("b"), Correlate("c", Literal("new")))));
        var instance = await file.Start(correlation: "old");
        await file.Raise("b");

        Assert.Equal(0, await file.Raise("a", "old"));
        Assert.Equal(1, await file.Raise("a", "new"));
        await Follow(file, instance, "finished");
    }

    [Fact]
    public Task The_name_of_an_event_may_come_from_a_variable() =>
        Plays(Definition(Chart("", Activity("Elsa.Event", "a", ("eventName", Variable("v")))), variables: Variables(("v", "String", "go"))), "!go", "= a", "finished");

    [Fact]
    public async Task Two_flows_that_wake_each_other_for_ever_end_in_an_incident()
    {
        await using var file = new EngineFile(new EngineOptions { DeepestCascade = 10 });
        await file.Publish(
            Definition(Chart("s>a a>p p>a", Start("s"), Event("a", "ping"), Publish("p", "pong")), "one"),
            Definition(Chart("s>a a>p p>a", Start("s"), Event("a", "pong"), Publish("p", "ping")), "two"));
        await file.Start("one");
        await file.Start("two");
        await file.Raise("ping");

        await using var db = file.Open();
        Assert.Equal("too-deep", (await db.Set<Incident>().SingleAsync()).Code);
    }
}
