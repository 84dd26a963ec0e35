using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// Many waiting timers of which few are due: the time to fire those, batch by batch, and what memory it takes. Run with few and with many
/// waiting ones to see that only the due ones cost.
/// </summary>
internal static class TimerBenchmark
{
    private const int DefaultWaiting = 240_000;
    private const int DefaultDue = 10_000;
    private const int StartBatch = 2000;
    private const int FireBatch = 500;
    private const double MostSeconds = 30;
    private const double MostMegabytes = 50;

    private const string Flow = """
        {"definitionId":"timers","name":"timers","version":1,"isPublished":true,"inputs":[{"name":"At","type":"DateTimeOffset"}],
          "root":{"type":"Elsa.Sequence","id":"root","activities":[
          {"type":"Elsa.StartAt","id":"t","dateTime":{"typeName":"DateTimeOffset","expression":{"type":"Input","value":{"name":"At"}}}}]}}
        """;

    /// <summary>Returns 0 when all due ones were fired within the promised time and memory.</summary>
    public static async Task<int> Run(string[] args)
    {
        var waiting = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : DefaultWaiting;
        var due = args is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : DefaultDue;
        await using var file = await BenchFile.Create();
        var clock = new MovingClock();
        var engine = new EmbeddedEngine(new ActivityRegistry(), clock);
        await file.Act(db => engine.Publish(db, [new DefinitionReader(new ActivityRegistry()).Read("timers.json", Flow)], default));
        foreach (var batch in Enumerable.Range(0, waiting).Chunk(StartBatch))
        {
            await file.Act(async db =>
            {
                foreach (var i in batch)
                {
                    var at = clock.GetUtcNow().AddDays(i < due ? 1 : 1000);
                    await engine.Start(db, new StartRequest("timers", "bench") { Inputs = new Dictionary<string, object?> { ["At"] = at } }, default);
                }
            });
        }

        clock.Ahead = TimeSpan.FromDays(2);
        var before = Megabytes();
        var most = before;
        var fired = 0;
        var taken = 0;
        var watch = Stopwatch.StartNew();
        do
        {
            await file.Act(async db => taken = await engine.FireDue(db, FireBatch, default));
            fired += taken;
            most = Math.Max(most, Megabytes());
        }
        while (taken > 0);

        var holds = fired == due && watch.Elapsed.TotalSeconds < MostSeconds && most - before < MostMegabytes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{waiting} waiting, {due} due: {fired} fired in {watch.Elapsed.TotalSeconds:0.0} s ({fired / watch.Elapsed.TotalSeconds:0}/s), memory +{most - before:0} MiB. {(holds ? "holds" : "DOES NOT HOLD")}"));
        return holds ? 0 : 1;
    }

    private static double Megabytes() => GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;

    private sealed class MovingClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => BenchClock.Instance.GetUtcNow() + Ahead;
    }
}
