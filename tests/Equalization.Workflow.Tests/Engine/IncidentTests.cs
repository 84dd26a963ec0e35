using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Steps that fail: rolled back, never lost, never silent.</summary>
public sealed class IncidentTests
{
    [Fact]
    public async Task A_step_that_throws_is_undone_and_stops_the_instance()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("e>w w>t", Event("e"), Activity("Probe.Write", "w", ("text", Literal("x"))), Activity("Probe.Throw", "t"))));
        var instance = await file.Start();
        await file.Raise("e");

        await Follow(file, instance, "faulted", "? e", "= ");
        Assert.Equal(0, await Count<Entry>(file));
        var incident = await Incident(file, instance);
        Assert.Equal(("t", "failed", "故障"), (incident.ActivityId, incident.Code, incident.Message));
    }

    [Fact]
    public async Task What_the_caller_wrote_stays_though_the_step_is_undone()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("e>t", Event("e"), Activity("Probe.Throw", "t"))));
        await file.Start();
        await file.Act(async db =>
        {
            db.Add(new Entry { Text = "caller" });
            await file.Engine.Raise(db, new RaisedEvent("e", null, null, "测试"), default);
        });

        await using var db = file.Open();
        Assert.Equal("caller", (await db.Entries.SingleAsync()).Text);
    }

    [Fact]
    public async Task A_step_that_hangs_is_ended_and_undone()
    {
        await using var file = new EngineFile(new EngineOptions { LongestStep = TimeSpan.FromMilliseconds(50) });
        await file.Publish(Definition(Chart("", Activity("Probe.Hang", "h"))));
        var instance = await file.Start();

        await Follow(file, instance, "faulted");
        Assert.Equal("too-long", (await Incident(file, instance)).Code);
        Assert.Equal(0, await Count<Entry>(file));
    }

    [Fact]
    public async Task A_step_that_answers_with_an_unknown_outcome_is_an_incident()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Activity("Probe.Stray", "s"))));

        await Follow(file, await file.Start(), "faulted");
    }

    [Fact]
    public async Task A_loop_that_slips_through_the_check_is_stopped_by_the_step_limit()
    {
        await using var file = new EngineFile(new EngineOptions { MostStepsInBurst = 50 });
        await file.Publish(Definition(Chart("s>a a>a", Start("s"), StartAt("a", Literal("2020-01-01T00:00:00Z")))));
        var instance = await file.Start();

        await Follow(file, instance, "faulted", "= ");
        Assert.Equal("too-many-steps", (await Incident(file, instance)).Code);
    }

    [Fact]
    public async Task An_instance_that_fails_at_its_start_can_be_retried_with_its_inputs()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("m>w", Activity("Probe.Mend", "m"), Activity("Probe.Write", "w", ("text", Input("Name")))), inputs: ["Name:String"]));
        var instance = await file.Start(inputs: ("Name", "甲"));
        await Follow(file, instance, "faulted");
        Mend.IsMended = true;
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));

        await Follow(file, instance, "= m w", "finished");
        await using var db = file.Open();
        Assert.Equal("甲", (await db.Entries.SingleAsync()).Text);
        Assert.Equal("管理员", (await db.Set<Incident>().SingleAsync()).ClosedBy);
    }

    [Fact]
    public async Task A_retry_applies_what_failed_and_then_what_came_meanwhile()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>a f.B>b a>m", Fork("f", "A", "B"), Event("a"), Event("b"), Activity("Probe.Mend", "m"))));
        var instance = await file.Start();
        await file.Raise("a");
        await file.Raise("b");
        await Follow(file, instance, "faulted", "? a b");
        Mend.IsMended = true;
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));

        await Follow(file, instance, "= f a m b", "finished");
    }

    [Fact]
    public async Task A_retry_that_fails_again_stops_again_and_loses_nothing()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>a f.B>b a>m", Fork("f", "A", "B"), Event("a"), Event("b"), Activity("Probe.Mend", "m"))));
        var instance = await file.Start();
        await file.Raise("a");
        await file.Raise("b");
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));
        await Follow(file, instance, "faulted", "? a b");
        Mend.IsMended = true;
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));

        await Follow(file, instance, "= f a m b", "finished");
    }

    [Fact]
    public async Task Timers_of_a_stopped_instance_wait_for_the_retry_and_do_not_hold_up_others()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("f.A>a f.B>b a>m", Fork("f", "A", "B"), Event("a"), Delay("b", "01:00:00"), Activity("Probe.Mend", "m"))),
            Definition(Chart("", Delay("d", "02:00:00")), "other"));
        var instance = await file.Start();
        var other = await file.Start("other");
        await file.Raise("a");
        file.Clock.Now += TimeSpan.FromHours(3);
        Assert.Equal(1, await file.FireDue(most: 1));
        Assert.Equal(InstanceStatus.Finished, await Status(file, other));
        Mend.IsMended = true;
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));
        Assert.Equal(1, await file.FireDue());

        await Follow(file, instance, "finished");
    }

    [Fact]
    public async Task A_poisoned_instance_does_not_stop_an_event_on_its_way_to_others()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("e>t", Event("e"), Activity("Probe.Throw", "t")), "poisoned"), Definition(Chart("e>w", Event("e"), Activity("Probe.Write", "w", ("text", Literal("x")))), "sound"));
        var before = await file.Start("sound");
        var poisoned = await file.Start("poisoned");
        var behind = await file.Start("sound");

        Assert.Equal(3, await file.Raise("e"));
        Assert.Equal(
            (InstanceStatus.Finished, InstanceStatus.Faulted, InstanceStatus.Finished), (await Status(file, before), await Status(file, poisoned), await Status(file, behind)));
        Assert.Equal(2, await Count<Entry>(file));
    }

    [Fact]
    public async Task A_fault_stops_the_instance_with_its_code_and_keeps_what_was_done()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("e>x", Event("e"), Fault("x", "E7", "数据不全"))));
        var instance = await file.Start();
        await file.Raise("e");

        await Follow(file, instance, "faulted", "= e x");
        var incident = await Incident(file, instance);
        Assert.Equal(("x", "E7", "数据不全"), (incident.ActivityId, incident.Code, incident.Message));
    }

    [Fact]
    public async Task A_fault_in_one_branch_lets_the_others_run_to_their_next_wait()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>x f.B>b b>c", Fork("f", "A", "B"), Fault("x"), Mark("b"), Event("c"))));
        var instance = await file.Start();

        await Follow(file, instance, "faulted", "= f x b", "? c");
        await file.Raise("c");
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));
        await Follow(file, instance, "= f x b x", "faulted");
    }

    [Fact]
    public async Task Cancelling_ends_an_instance_where_it_stands()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("s>a s>b", Start("s"), Event("a"), Delay("b", "01:00:00"))));
        var instance = await file.Start();
        await file.Act(db => file.Engine.Cancel(db, instance, "管理员", "重复", default));

        await Follow(file, instance, "cancelled", "? ", "!a", "= s");
        Assert.Equal(["root", "a", "b"], (await History(file, instance)).Where(h => h.Outcome == "Cancelled").Select(h => h.ActivityId));
        Assert.All((await History(file, instance)).TakeLast(3), h => Assert.Equal("取消（管理员）：重复", h.Cause));
    }

    [Fact]
    public async Task Cancelling_a_stopped_instance_closes_its_incident()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Activity("Probe.Throw", "t"))));
        var instance = await file.Start();
        await file.Act(db => file.Engine.Cancel(db, instance, "管理员", "重复", default));

        await Follow(file, instance, "cancelled");
        await using var db = file.Open();
        Assert.NotNull((await db.Set<Incident>().SingleAsync()).ClosedAt);
    }

    [Fact]
    public async Task What_cannot_be_retried_or_cancelled_is_refused()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Mark("a"))));
        var instance = await file.Start();

        Assert.Equal(EngineRefused.NotStopped, (await Assert.ThrowsAsync<EngineRefused>(() => file.Act(db => file.Engine.Retry(db, instance, "甲", default)))).Code);
        Assert.Equal(EngineRefused.AlreadyOver, (await Assert.ThrowsAsync<EngineRefused>(() => file.Act(db => file.Engine.Cancel(db, instance, "甲", "", default)))).Code);
        Assert.Equal(EngineRefused.InstanceUnknown, (await Assert.ThrowsAsync<EngineRefused>(() => file.Act(db => file.Engine.Retry(db, Guid.Empty, "甲", default)))).Code);
    }
}
