using System.Text.Json;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>What goes wrong besides a step that throws: it stops one instance, names the reason, and stays within bounds.</summary>
public sealed class PoisonTests
{
    [Fact]
    public async Task An_event_for_two_waits_of_which_the_second_fails_is_undone_as_one()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>a f.B>b a>w b>m", Fork("f", "A", "B"), Event("a", "go"), Event("b", "go"),
            Activity("Probe.Write", "w", ("text", Literal("x"))), Activity("Probe.Mend", "m"))));
        var instance = await file.Start();

        Assert.Equal(2, await file.Raise("go"));
        await Follow(file, instance, "faulted", "? a b", "= f");
        Assert.Equal(0, await Count<Entry>(file));
        Mend.IsMended = true;
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));
        await Follow(file, instance, "= f a w b m", "finished");
    }

    [Fact]
    public async Task An_instance_whose_state_cannot_be_read_stops_alone_and_can_be_cancelled()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Delay("d", "01:00:00"))));
        var broken = await file.Start();
        var sound = await file.Start();
        await file.Act(db => db.Set<Instance>().Where(i => i.Id == broken).ExecuteUpdateAsync(i => i.SetProperty(x => x.State, "{\"next\":1")));
        file.Clock.Now += TimeSpan.FromHours(1);
        await file.FireDue();

        await Follow(file, sound, "finished");
        await Follow(file, broken, "faulted");
        Assert.Equal("state-unreadable", (await Incident(file, broken)).Code);
        await file.Act(db => file.Engine.Cancel(db, broken, "管理员", "无法修复", default));
        await Follow(file, broken, "cancelled", "? ");
    }

    [Fact]
    public async Task A_chain_reaction_is_ended_before_it_fills_the_machine()
    {
        await using var file = new EngineFile(new EngineOptions { MostBurstsInCascade = 50 });
        await file.Publish(Definition(Chart("a>b", Child("a", "flow", wait: false), Child("b", "flow", wait: false))));
        await file.Start();

        await using var db = file.Open();
        Assert.InRange(await db.Set<Instance>().CountAsync(), 50, 200);
        Assert.All(await db.Set<Incident>().Select(i => i.Code).ToListAsync(), code => Assert.Equal("too-deep", code));
    }

    [Fact]
    public async Task A_payload_beyond_the_bound_is_an_incident()
    {
        await using var file = new EngineFile(new EngineOptions { LargestState = 1000 });
        await file.Publish(Definition(Chart("a>b", Event("a", result: "v"), Event("b")), variables: Variables(("v", "String", null))));
        var instance = await file.Start();
        await file.Raise("a", payload: new string('长', 2000));

        await Follow(file, instance, "faulted", "? a");
        Assert.Equal("too-large", (await Incident(file, instance)).Code);
    }

    [Fact]
    public async Task A_correlation_longer_than_its_column_is_refused()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a"))));

        var refused = await Assert.ThrowsAsync<EngineRefused>(() => file.Start(correlation: new string('x', 201)));
        Assert.Equal(EngineRefused.InputWrong, refused.Code);
    }

    [Fact]
    public async Task A_step_sees_the_correlation_given_in_the_same_burst()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("c>w", Correlate("c", Literal("new")), Activity("Probe.Correlation", "w"))));
        await file.Start(correlation: "old");

        await using var db = file.Open();
        Assert.Equal("new", (await db.Entries.SingleAsync()).Text);
    }

    [Fact]
    public async Task A_held_event_does_not_let_the_timers_of_a_stopped_instance_run()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>a f.B>b f.C>c a>t", Fork("f", "A", "B", "C"), Event("a"), Event("b"), Delay("c", "01:00:00"), Activity("Probe.Throw", "t"))));
        var instance = await file.Start();
        await file.Raise("a");
        await file.Raise("b");
        file.Clock.Now += TimeSpan.FromHours(2);

        Assert.Equal(0, await file.FireDue());
        await Follow(file, instance, "faulted", "? a b c");
    }

    [Fact]
    public async Task An_event_raised_twice_for_a_stopped_instance_is_heard_once_after_the_retry()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>a f.B>b a>m b>w", Fork("f", "A", "B"), Event("a"), Event("b"), Activity("Probe.Mend", "m"), Activity("Probe.Write", "w", ("text", Literal("x"))))));
        var instance = await file.Start();
        await file.Raise("a");
        await file.Raise("b");
        await file.Raise("b");
        Mend.IsMended = true;
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));

        await Follow(file, instance, "= f a m b w", "finished");
        Assert.Equal((1, 0), (await Count<Entry>(file), await Count<HeldStimulus>(file)));
    }

    [Fact]
    public async Task An_event_for_a_cancelled_instance_reaches_nobody()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a"))));
        var instance = await file.Start();
        await file.Act(db => file.Engine.Cancel(db, instance, "管理员", "重复", default));

        Assert.Equal(0, await file.Raise("a"));
        Assert.Equal(1, await Count<UnheardEvent>(file));
    }

    [Fact]
    public async Task A_step_that_breaks_off_when_its_time_is_up_is_too_long_whatever_it_throws()
    {
        await using var file = new EngineFile(new EngineOptions { LongestStep = TimeSpan.FromMilliseconds(50) });
        await file.Publish(Definition(Chart("", Activity("Probe.Sulk", "h"))));
        var instance = await file.Start();

        Assert.Equal("too-long", (await Incident(file, instance)).Code);
    }

    [Fact]
    public async Task What_steps_left_beside_the_rows_is_undone_with_them()
    {
        var queued = new List<string> { "caller" };
        await using var file = new EngineFile(new EngineOptions
        {
            Remember = _ =>
            {
                var count = queued.Count;
                return () => queued.RemoveRange(count, queued.Count - count);
            },
        });
        file.Activities.Add(new Queues(queued));
        await file.Publish(Definition(Chart("a>q q>t", Event("a"), Activity("Probe.Queues", "q"), Activity("Probe.Throw", "t"))), Definition(Chart("a>q", Event("a"), Activity("Probe.Queues", "q")), "sound"));
        await file.Start();
        await file.Raise("a");
        Assert.Equal(["caller"], queued);

        await file.Start("sound");
        await file.Raise("a");
        Assert.Equal(["caller", "step"], queued);
    }

    [Fact]
    public async Task An_incident_keeps_what_a_retry_needs_as_readable_json()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>t", Event("a"), Activity("Probe.Throw", "t"))));
        var instance = await file.Start();
        await file.Raise("a", payload: "附件");

        using var stimulus = JsonDocument.Parse((await Incident(file, instance)).Stimulus);
        Assert.Equal("附件", stimulus.RootElement.GetProperty("payload").GetString());
    }
}
