using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// Durable starts to the first wait, and resumes, on an SQLite file with full sync: by the engine, and the same rows by SaveChanges and by plain
/// prepared commands, with the same settings and as many commits, one caller and two; and the engine in batches, as jobs call it.
/// </summary>
internal static class EngineBenchmark
{
    public const string FlowId = "bench";

    private const int DefaultCount = 1000;
    private const int WarmUp = 250;
    private const int Rounds = 5;
    private const int BatchSize = 200;
    private const double MostToEf = 3;
    private const double MostToAdo = 8;

    private static int next;

    /// <summary>Two events by turns, so that each resume ends at another wait.</summary>
    private const string Flow = """
        {"definitionId":"bench","name":"bench","version":1,"isPublished":true,"root":{"type":"Elsa.Flowchart","id":"root","activities":[
          {"type":"Elsa.Start","id":"s"},{"type":"Elsa.Event","id":"a","eventName":"a"},{"type":"Elsa.Event","id":"b","eventName":"b"}],
          "connections":[{"source":{"activity":"s"},"target":{"activity":"a"}},{"source":{"activity":"a"},"target":{"activity":"b"}},
          {"source":{"activity":"b"},"target":{"activity":"a"}}]}}
        """;

    /// <summary>Returns 0 when the promised ratios hold.</summary>
    public static async Task<int> Run(string[] args)
    {
        var count = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultCount;
        await using var file = await BenchFile.Create();
        var engine = new EmbeddedEngine(new ActivityRegistry(), BenchClock.Instance);
        await file.Act(db => engine.Publish(db, [new DefinitionReader(new ActivityRegistry()).Read("bench.json", Flow)], default));
        Contender[] contenders =
        [
            new("engine", (db, i) => engine.Start(db, new StartRequest(FlowId, "bench") { CorrelationId = Key(i) }, default),
                (db, i) => engine.Raise(db, new RaisedEvent("a", Key(i), null, "bench"), default)),
            new("EF SaveChanges", EfRows.Start, EfRows.Resume),
            new("plain ADO.NET", AdoRows.Start, AdoRows.Resume),
        ];
        var bounds = new Bounds();
        await Measure(file, contenders, WarmUp, Time);
        foreach (var (callers, way) in new (string, Func<BenchFile, int, int, Func<BenchDb, int, Task>, Task<double>>)[] { ("one caller", Time), ("two callers", Both) })
        {
            var took = await Measure(file, contenders, count, way);
            Console.WriteLine($"{callers}, {count} each in {Rounds} rounds      start/s   resume/s");
            for (var c = 0; c < contenders.Length; c++)
            {
                Print(contenders[c].Name, count, took[c].Sum(t => t.Start), took[c].Sum(t => t.Resume));
            }

            foreach (var (at, bound) in new[] { (1, MostToEf), (2, MostToAdo) })
            {
                bounds.AtMost($"{callers}, start against {contenders[at].Name}", Median(took[0].Zip(took[at], (e, o) => e.Start / o.Start)), bound, "x");
                bounds.AtMost($"{callers}, resume against {contenders[at].Name}", Median(took[0].Zip(took[at], (e, o) => e.Resume / o.Resume)), bound, "x");
            }
        }

        var from = next;
        next += Rounds * count;
        Print($"engine, {BatchSize} a commit", Rounds * count,
            await Batches(file, Rounds * count, from, contenders[0].Start), await Batches(file, Rounds * count, from, contenders[0].Resume));
        return bounds.ExitCode;
    }

    public static string Key(int i) => "k" + i.ToString(CultureInfo.InvariantCulture);

    /// <summary>Each in turn, round by round: whatever else the machine does falls on all of them.</summary>
    private static async Task<List<(double Start, double Resume)>[]> Measure(
        BenchFile file, Contender[] contenders, int count, Func<BenchFile, int, int, Func<BenchDb, int, Task>, Task<double>> way)
    {
        var took = contenders.Select(_ => new List<(double Start, double Resume)>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var c = 0; c < contenders.Length; c++)
            {
                var each = Math.Max(2, count / Rounds);
                took[c].Add((await way(file, each, next, contenders[c].Start), await way(file, each, next, contenders[c].Resume)));
                next += each;
            }
        }

        return took;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static async Task<double> Time(BenchFile file, int count, int from, Func<BenchDb, int, Task> act)
    {
        var watch = Stopwatch.StartNew();
        for (var i = from; i < from + count; i++)
        {
            await file.Act(db => act(db, i));
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> Both(BenchFile file, int count, int from, Func<BenchDb, int, Task> act)
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Task.Run(() => Time(file, count / 2, from, act)), Task.Run(() => Time(file, count - (count / 2), from + (count / 2), act)));
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> Batches(BenchFile file, int count, int from, Func<BenchDb, int, Task> act)
    {
        var watch = Stopwatch.StartNew();
        foreach (var batch in Enumerable.Range(from, count).Chunk(BatchSize))
        {
            await file.Act(async db =>
            {
                foreach (var i in batch)
                {
                    await act(db, i);
                }
            });
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static void Print(string what, int count, double start, double resume) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-36} {count / start,10:0} {count / resume,10:0}"));

    private sealed record Contender(string Name, Func<BenchDb, int, Task> Start, Func<BenchDb, int, Task> Resume);
}

/// <summary>One instant for all: the clock is not what is measured.</summary>
internal sealed class BenchClock : TimeProvider
{
    public static readonly BenchClock Instance = new();

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
}
