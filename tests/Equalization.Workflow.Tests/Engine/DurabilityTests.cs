using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>One transaction with the business data, and one winner. These cases are the embedded engine's alone: Elsa cannot meet them.</summary>
public sealed class DurabilityTests(ITestOutputHelper output)
{
    private static readonly int Races = Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1" ? 2000 : 200;

    private static readonly string Race = Definition(
        Chart("f.A>a f.B>b a>j b>j j>w", Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAll"), Activity("Probe.Write", "w", ("text", Literal("met")))), "race");

    [Fact]
    public async Task What_is_not_committed_has_not_happened()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w w>b", Event("a"), Activity("Probe.Write", "w", ("text", Literal("x"))), Event("b"))));
        var instance = await file.Start();
        await using (var db = file.Open())
        await using (await db.Database.BeginTransactionAsync())
        {
            await file.Engine.Raise(db, new RaisedEvent("a", null, null, "测试"), default);
            Assert.Equal(1, await db.Entries.CountAsync());
        }

        await Follow(file, instance, "? a", "= ");
        Assert.Equal(0, await Count<Entry>(file));
    }

    [Fact]
    public async Task Business_data_and_the_burst_commit_together()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w", Event("a"), Activity("Probe.Write", "w", ("text", Literal("step"))))));
        var instance = await file.Start();
        await file.Act(async db =>
        {
            db.Add(new Entry { Text = "action" });
            await file.Engine.Raise(db, new RaisedEvent("a", null, null, "测试"), default);
        });

        await Follow(file, instance, "finished");
        Assert.Equal(2, await Count<Entry>(file));
    }

    [Fact]
    public async Task Without_a_transaction_the_engine_does_nothing()
    {
        await using var file = new EngineFile();
        await using var db = file.Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => file.Engine.Raise(db, new RaisedEvent("a", null, null, "测试"), default));
    }

    [Fact]
    public async Task An_instance_changed_since_it_was_read_is_a_conflict()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>s s>b", Event("a"), Activity("Probe.Meddle", "s"), Event("b"))));
        await file.Start();
        await using var db = file.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => file.Engine.Raise(db, new RaisedEvent("a", null, null, "测试"), default));
    }

    [Fact]
    public async Task A_burst_raises_the_version_of_its_instance()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("s>a a>a", Start("s"), Event("a"))));
        await file.Start();
        await file.Raise("a");
        await file.Raise("a");

        await using var db = file.Open();
        Assert.Equal(2, (await db.Set<Instance>().SingleAsync()).Version);
    }

    [Fact]
    public async Task Two_events_that_meet_at_a_join_leave_nobody_stuck()
    {
        await using var file = new EngineFile();
        await file.Publish(Race);
        await file.Act(async db =>
        {
            for (var i = 0; i < Races; i++)
            {
                await file.Engine.Start(db, new StartRequest("race", "测试") { CorrelationId = "r" + i }, default);
            }
        });
        using var together = new Barrier(2);
        Task Side(string name) => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < Races; i++)
                {
                    together.SignalAndWait();
                    Assert.Equal(1, file.Raise(name, "r" + i).GetAwaiter().GetResult());
                }
            }, TaskCreationOptions.LongRunning);

        await Task.WhenAll(Side("a"), Side("b"));

        await using var db = file.Open();
        var finished = await db.Set<Instance>().CountAsync(i => i.Status == InstanceStatus.Finished);
        output.WriteLine($"{Races} races, {Races - finished} stuck");
        Assert.Equal((Races, Races, 0), (finished, await Count<Entry>(file), await Count<Bookmark>(file)));
    }

    [Fact]
    public async Task One_event_from_many_at_once_is_heard_once()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>w", Event("a"), Activity("Probe.Write", "w", ("text", Literal("x"))))));
        await file.Start();

        var reached = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => file.Raise("a"))));

        Assert.Equal((1, 1), (reached.Sum(), await Count<Entry>(file)));
    }
}
