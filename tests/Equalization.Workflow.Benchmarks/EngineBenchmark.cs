using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// Durable starts to the first wait, and resumes, on an SQLite file with full sync: by the engine, and the same rows by SaveChanges and by plain
/// prepared commands, with the same settings and as many commits. Prints each as a ratio to the engine's time.
/// </summary>
internal static class EngineBenchmark
{
    public const string FlowId = "bench";

    private const int DefaultCount = 500;
    private const int BatchSize = 200;
    private const double MostToEf = 3;
    private const double MostToAdo = 8;

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

        Task Start(BenchDb db, int i) => engine.Start(db, new StartRequest(FlowId, "bench") { CorrelationId = Key(i) }, default);
        Task Resume(BenchDb db, int i) => engine.Raise(db, new RaisedEvent("a", Key(i), null, "bench"), default);
        await Warm(file, Start, Resume);

        var byEngine = (Start: await Time(file, count, 0, Start), Resume: await Time(file, count, 0, Resume));
        var byEf = (Start: await Time(file, count, count, EfRows.Start), Resume: await Time(file, count, count, EfRows.Resume));
        var byAdo = (Start: await Time(file, count, 2 * count, AdoRows.Start), Resume: await Time(file, count, 2 * count, AdoRows.Resume));
        Console.WriteLine($"one caller, {count} each           start/s   resume/s   engine takes (start, resume)");
        Print("engine", count, byEngine, byEngine);
        Print("EF SaveChanges", count, byEf, byEngine);
        Print("plain ADO.NET", count, byAdo, byEngine);

        var two = (Start: await Both(file, count, 3 * count, Start), Resume: await Both(file, count, 3 * count, Resume));
        Print("engine, two callers", count, two, two);
        var batched = (Start: await Batches(file, count, 4 * count, Start), Resume: await Batches(file, count, 4 * count, Resume));
        Print($"engine, {BatchSize} a commit", count, batched, batched);

        var holds = byEngine.Start <= MostToEf * byEf.Start && byEngine.Resume <= MostToEf * byEf.Resume
            && byEngine.Start <= MostToAdo * byAdo.Start && byEngine.Resume <= MostToAdo * byAdo.Resume;
        Console.WriteLine(holds ? $"holds: at most {MostToEf}x EF and {MostToAdo}x ADO.NET" : $"DOES NOT HOLD: at most {MostToEf}x EF and {MostToAdo}x ADO.NET");
        return holds ? 0 : 1;
    }

    public static string Key(int i) => "k" + i.ToString(CultureInfo.InvariantCulture);

    private static async Task Warm(BenchFile file, Func<BenchDb, int, Task> start, Func<BenchDb, int, Task> resume)
    {
        const int Away = 10_000_000;
        foreach (var (act, from) in new[] { (start, Away), (resume, Away), (EfRows.Start, Away + 100), (EfRows.Resume, Away + 100), (AdoRows.Start, Away + 200), (AdoRows.Resume, Away + 200) })
        {
            await Time(file, 50, from, act);
        }
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

    private static void Print(string what, int count, (double Start, double Resume) took, (double Start, double Resume) engine) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-28} {count / took.Start,10:0} {count / took.Resume,10:0}   {engine.Start / took.Start,6:0.00}x {engine.Resume / took.Resume,6:0.00}x"));
}

/// <summary>One instant for all: the clock is not what is measured.</summary>
internal sealed class BenchClock : TimeProvider
{
    public static readonly BenchClock Instance = new();

    public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
}
