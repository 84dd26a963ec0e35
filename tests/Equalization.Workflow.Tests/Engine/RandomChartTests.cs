using System.Globalization;
using System.Text.Json;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>
/// Random flows under random stimuli, held to what must be true of any flow. Nothing here knows how the engine decides a join: tokens are counted
/// from the history over the connections as drawn. EQUALIZATION_FULL=1 plays a thousand, otherwise a hundred.
/// </summary>
[Collection(nameof(Alone))]
public sealed class RandomChartTests(ITestOutputHelper output)
{
    private const int Wandering = 12;
    private const int EnoughToFinish = 400;
    private const long MostMemory = 1L << 30;

    private static readonly int Charts = Environment.GetEnvironmentVariable("EQUALIZATION_FULL") == "1" ? 1000 : 100;

    [Fact]
    public async Task Random_flows_wait_or_finish_and_count_each_token_once()
    {
        await using var file = new EngineFile();
        var played = 0;
        var stimuli = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var property = Prop.ForAll(Shape.Any(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (shape, seed) =>
        {
            stimuli += Play(file, shape, $"flow{++played}", new Random(seed)).GetAwaiter().GetResult();
            // Nothing runs beside, so what is held beyond the beginning is the flows' own; what is free to be collected is not held.
            Assert.True(Held(false) < MostMemory || Held(true) < MostMemory, $"More memory than any flow may take: {shape}");
        });

        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Charts), property));

        output.WriteLine($"{played} flows, {stimuli} stimuli");
        Assert.True(played >= Charts);
        long Held(bool collected) => GC.GetTotalMemory(collected) - before;
    }

    [Fact]
    public void An_invariant_that_is_broken_is_noticed()
    {
        var definition = new DefinitionReader(new ActivityRegistry()).Read("case.json", Draw.Definition(Draw.Chart("a>b", Draw.Mark("a"), Draw.Mark("b"))));
        HistoryStep Step(int sequence, string id) => new()
        {
            InstanceId = Guid.Empty, Sequence = sequence, ActivityId = id, ActivityType = "Elsa.Correlate", Iteration = 0, Outcome = "Done", At = EngineClock.Morning, Cause = "",
        };

        Tokens.Hold(definition, [Step(1, "a"), Step(2, "b")], [], nothingCancelled: true);
        Assert.ThrowsAny<Exception>(() => Tokens.Hold(definition, [Step(1, "a"), Step(2, "b"), Step(3, "b")], [], nothingCancelled: true));
        Assert.ThrowsAny<Exception>(() => Tokens.Hold(definition, [Step(1, "a")], [], nothingCancelled: true));
    }

    private static async Task<int> Play(EngineFile file, Shape shape, string flow, Random random)
    {
        await file.Publish([.. new ShapeDrawing(shape, flow).Definitions]);
        var instance = await file.Start(flow);
        for (var i = 0; i < EnoughToFinish; i++)
        {
            file.Restart();
            await Hold(file, flow, instance);
            if (!await Stimulate(file, flow, random, mayTurn: i < Wandering))
            {
                Assert.Equal(InstanceStatus.Finished, await Scenario.Status(file, instance));
                return i;
            }
        }

        Assert.Fail($"{flow} does not come to its end: {shape}");
        return 0;
    }

    private static async Task<bool> Stimulate(EngineFile file, string flow, Random random, bool mayTurn)
    {
        await using var db = file.Open();
        var ids = await db.Set<Instance>().Where(i => i.DefinitionId.StartsWith(flow + "-") || i.DefinitionId == flow).Select(i => i.Id).ToListAsync();
        var waits = (await db.Set<Bookmark>().AsNoTracking().Where(b => ids.Contains(b.InstanceId)).ToListAsync()).Where(b => b.Kind != BookmarkKind.Child).OrderBy(b => b.Id).ToList();
        if (waits.Count == 0)
        {
            return false;
        }

        var chosen = waits[random.Next(waits.Count)];
        if (chosen.DueAt is { } due)
        {
            file.Clock.Now = due > file.Clock.Now ? due : file.Clock.Now;
            await file.FireDue();
        }
        else
        {
            await file.Raise(chosen.EventName!, payload: mayTurn && random.Next(2) == 0);
        }

        return true;
    }

    private static async Task Hold(EngineFile file, string flow, Guid root)
    {
        await using var db = file.Open();
        var instances = await db.Set<Instance>().AsNoTracking().Where(i => i.DefinitionId.StartsWith(flow + "-") || i.DefinitionId == flow).ToListAsync();
        Assert.Contains(instances, i => i.Id == root);
        foreach (var instance in instances)
        {
            var waits = await db.Set<Bookmark>().AsNoTracking().Where(b => b.InstanceId == instance.Id).ToListAsync();
            Assert.True(instance.Status != InstanceStatus.Faulted, $"{instance.DefinitionId} is stopped: {(await db.Set<Incident>().FirstOrDefaultAsync(i => i.InstanceId == instance.Id))?.Detail}");
            Assert.Equal(instance.Status == InstanceStatus.Running, waits.Count > 0);

            using var state = JsonDocument.Parse(instance.State);
            var frames = state.RootElement.GetProperty("frames").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetInt32(), f => f.GetProperty("node").GetString());
            Assert.All(waits, wait => Assert.EndsWith(frames[wait.Frame]!, wait.ScopePath, StringComparison.Ordinal));
            foreach (var wait in waits.Where(w => w.Kind == BookmarkKind.Child))
            {
                Assert.Contains(instances, i => i.Id == wait.ChildId && i.Status == InstanceStatus.Running && i.ParentBookmarkId == wait.Id);
            }

            Assert.False(instance is { Status: InstanceStatus.Running, ParentBookmarkId: { } parent } && !await db.Set<Bookmark>().AnyAsync(b => b.Id == parent), "a child outlives the wait for it");
            var history = await Scenario.History(file, instance.Id);
            Assert.Equal(Enumerable.Range(1, instance.Steps), history.Select(h => h.Sequence));
            var json = await db.Set<DefinitionVersion>().Where(d => d.DefinitionId == instance.DefinitionId).Select(d => d.Json).SingleAsync();
            var definition = new DefinitionReader(file.Activities).Read(instance.DefinitionId, json);
            Tokens.Hold(definition, history, waits, nothingCancelled: instance.Status != InstanceStatus.Cancelled && !json.Contains("WaitAny", StringComparison.Ordinal) && !json.Contains("Elsa.End", StringComparison.Ordinal));
        }
    }

    /// <summary>What goes into an activity over its connections comes out of it, waits in it, or was removed from it.</summary>
    private static class Tokens
    {
        public static void Hold(Definition definition, IReadOnlyList<HistoryStep> history, IReadOnlyList<Bookmark> waits, bool nothingCancelled)
        {
            foreach (var chart in definition.Nodes.Select(n => n.Chart).OfType<Chart>())
            {
                foreach (var fork in chart.Nodes.Where(n => n.Activity is FlowFork))
                {
                    OnceForEachFork(chart, fork, history);
                }

                for (var place = 0; place < chart.Nodes.Count; place++)
                {
                    Hold(chart, place, history, waits, nothingCancelled);
                }
            }
        }

        // The drawing numbers a join right after its fork. Whatever the mode and whoever lost, one token in is one token out.
        private static void OnceForEachFork(Chart chart, Node fork, IReadOnlyList<HistoryStep> history)
        {
            var join = Assert.Single(chart.Nodes, n => n.Id == "j" + (int.Parse(fork.Id.AsSpan(1), CultureInfo.InvariantCulture) + 1));
            var (forked, joined) = (history.Count(h => h.ActivityId == fork.Id && h.Outcome != "Cancelled"), history.Count(h => h.ActivityId == join.Id && h.Outcome == "Done"));
            Assert.True(joined <= forked, $"{join.Id} ran {joined} times for {forked} forks");
        }

        private static void Hold(Chart chart, int place, IReadOnlyList<HistoryStep> history, IReadOnlyList<Bookmark> waits, bool nothingCancelled)
        {
            var node = chart.Nodes[place];
            var open = waits.Count(w => w.ActivityId == node.Id);
            var rows = history.Where(h => h.ActivityId == node.Id).ToList();
            var (began, cancelled) = (rows.Count(h => h.Outcome == "Waiting"), rows.Count(h => h.Outcome == "Cancelled"));
            var done = rows.Count - began - cancelled;
            Assert.DoesNotContain(rows, h => h.Outcome == "Skipped");
            if (began > 0)
            {
                Assert.Equal(began, done + cancelled + open);
            }

            if (place == chart.Start || chart.Inbound(place).Count == 0)
            {
                return;
            }

            int Followed(Connection c) => history.Count(h => h.ActivityId == chart.Nodes[c.Source].Id && h.Outcome.Split(',').Contains(c.Port));
            var forward = chart.Inbound(place).Select(Followed).ToList();
            var back = chart.Connections.Where(c => c.Target == place && chart.IsBack(c)).Sum(Followed);
            var all = node.Activity is FlowJoin && FlowJoin.ModeOf(node) == FlowJoinMode.WaitAll;
            var most = (all ? forward.Min() : forward.Sum()) + back;
            var held = done + cancelled + open;
            Assert.True(held <= most, $"{node.Id} ran {held} times and was reached {most} times");
            if (nothingCancelled && node.Activity is not Container && (all || forward.Count == 1))
            {
                Assert.True(held == most, $"{node.Id} ran {held} times and was reached {most} times");
            }
        }
    }
}
