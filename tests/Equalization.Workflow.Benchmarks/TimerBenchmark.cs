using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// Many waiting timers of which few are due: the time to fire those, batch by batch, and what memory it takes; the same among few waiting ones, and
/// with few due ones, to see that only the due ones cost.
/// </summary>
internal static class TimerBenchmark
{
    private const int DefaultWaiting = 240_000;
    private const int DefaultDue = 10_000;
    private const int StartBatch = 2000;
    private const int FireBatch = 500;
    private const double MostSeconds = 30;
    private const double MostMegabytes = 50;
    private const int FewerWaiting = 10;
    private const int FewerDue = 10;
    private const double MostGrowth = 2;
    private const double MostOfFewer = 0.5;

    private const string Flow = """
        {"definitionId":"timers","name":"timers","version":1,"isPublished":true,"inputs":[{"name":"At","type":"DateTimeOffset"}],
          "root":{"type":"Elsa.Sequence","id":"root","activities":[
          {"type":"Elsa.StartAt","id":"t","dateTime":{"typeName":"DateTimeOffset","expression":{"type":"Input","value":{"name":"At"}}}}]}}
        """;

    /// <summary>Returns 0 when the promised time, memory and growth hold.</summary>
    public static async Task<int> Run(string[] args)
    {
        var waiting = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : DefaultWaiting;
        var due = args is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : DefaultDue;
        await using var file = await BenchFile.Create();
        var clock = new MovingClock();
        var engine = new EmbeddedEngine(new ActivityRegistry(), clock);
        var bounds = new Bounds();
        await file.Act(db => engine.Publish(db, [new DefinitionReader(new ActivityRegistry()).Read("timers.json", Flow)], default));

        await Wait(file, engine, clock, waiting / FewerWaiting, far: true);
        var amongFew = await Fire(file, engine, clock, waiting / FewerWaiting, due, bounds);
        await Wait(file, engine, clock, waiting - (waiting / FewerWaiting) - due, far: true);
        var amongMany = await Fire(file, engine, clock, waiting - due, due, bounds);
        var few = await Fire(file, engine, clock, waiting - due, due / FewerDue, bounds);

        bounds.AtMost($"{due} due of {waiting} waiting", amongMany, MostSeconds, " s");
        bounds.AtMost($"the same among {waiting / FewerWaiting} waiting takes as long", amongMany / amongFew, MostGrowth, "x");
        bounds.AtMost($"{due / FewerDue} due instead of {due}", few / amongMany, MostOfFewer, "x");
        return bounds.ExitCode;
    }

    private static async Task Wait(BenchFile file, EmbeddedEngine engine, MovingClock clock, int count, bool far)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(StartBatch))
        {
            await file.Act(async db =>
            {
                foreach (var _ in batch)
                {
                    var at = clock.GetUtcNow().AddDays(far ? 1000 : 1);
                    await engine.Start(db, new StartRequest("timers", "bench") { Inputs = new Dictionary<string, object?> { ["At"] = at } }, default);
                }
            });
        }
    }

    /// <summary>Lets so many fall due and runs the timer job; the seconds it took.</summary>
    private static async Task<double> Fire(BenchFile file, EmbeddedEngine engine, MovingClock clock, int others, int due, Bounds bounds)
    {
        await Wait(file, engine, clock, due, far: false);
        clock.Ahead += TimeSpan.FromDays(2);
        var before = Megabytes();
        var most = before;
        var watch = Stopwatch.StartNew();
        var run = await new TimerRun(engine, async work =>
        {
            await file.Act(work);
            watch.Stop();
            most = Math.Max(most, Megabytes());
            watch.Start();
        }).Run(FireBatch, default);
        var took = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{due} due beside {others} waiting: fired in {took:0.00} s, {run.Fired / took:0}/s"));
        bounds.Exactly("  fired", run.Fired, due);
        bounds.AtMost("  memory gained", most - before, MostMegabytes, " MiB");
        return took;
    }

    private static double Megabytes() => GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;

    private sealed class MovingClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => BenchClock.Instance.GetUtcNow() + Ahead;
    }
}
