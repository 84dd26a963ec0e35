using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks.Race;

/// <summary>
/// Several writers on one SQLite database. Two events that meet at a join, raised at the same instant from two threads and from two processes:
/// no instance may stay stuck. Events and timers that two processes both go after: each is handled once.
/// </summary>
public static class RaceBenchmark
{
    private const int DefaultRaces = 2_000;
    private const int DefaultWaits = 10_000;
    private const int StartBatch = 500;

    /// <summary>Returns 0 when every step ran once and nothing is left.</summary>
    public static async Task<int> Run(string[] args)
    {
        var races = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : DefaultRaces;
        var waits = args is [_, var second, ..] ? int.Parse(second, CultureInfo.InvariantCulture) : DefaultWaits;
        var folder = Directory.CreateTempSubdirectory("engine-race-").FullName;
        var file = new RaceFile(folder, new RaceClock());
        try
        {
            var bounds = new Bounds();
            await file.Create();
            await Start(file, "race", races, Threads);
            await Start(file, "race", races, Processes);
            await Start(file, "event", waits / 2, Event);
            await Start(file, "timer", waits / 2, i => null);

            await Timed($"{races} races from two threads", async () => bounds.Exactly("events heard", await MeetInThreads(file, races), 2 * races));
            await Timed($"{races} races from two processes", async () => bounds.Exactly(
                "events heard", await Both(["race-meet", folder, "a", Number(races)], ["race-meet", folder, "b", Number(races)], 0), 2 * races));
            bounds.Exactly("races stuck", 2 * races - await Finished(file, "race"), 0);
            await Timed($"{waits / 2} events and {waits / 2} timers, both processes after each", async () =>
            {
                var heard = await Both(["race-share", folder, "first", Number(waits / 2)], ["race-share", folder, "second", Number(waits / 2)], null);
                bounds.Exactly("events heard and timers fired", heard, waits / 2 * 2);
            });
            await Check(file, bounds, (2 * races) + (waits / 2 * 2));
            return bounds.ExitCode;
        }
        finally
        {
            file.Close();
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static string Processes(int i) => "p" + Number(i);

    internal static string Event(int i) => "e" + Number(i);

    private static string Threads(int i) => "t" + Number(i);

    private static async Task Start(RaceFile file, string definition, int count, Func<int, string?> correlation)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(StartBatch))
        {
            await file.Act(async db =>
            {
                foreach (var i in batch)
                {
                    await file.Engine.Start(db, new StartRequest(definition, "race") { CorrelationId = correlation(i) }, default);
                }
            });
        }
    }

    private static async Task<int> MeetInThreads(RaceFile file, int races)
    {
        using var together = new Barrier(2);
        Task<int> Side(string name) => Task.Factory.StartNew(
            () =>
            {
                var reached = 0;
                for (var i = 0; i < races; i++)
                {
                    together.SignalAndWait();
                    reached += file.Raise(name, Threads(i)).GetAwaiter().GetResult();
                }

                return reached;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return (await Task.WhenAll(Side("a"), Side("b"))).Sum();
    }

    /// <summary>Runs both commands at the same time and adds up the numbers they print: the one at a place, or all.</summary>
    private static async Task<int> Both(string[] first, string[] second, int? place)
    {
        await using var one = Sibling.Start(first);
        await using var other = Sibling.Start(second);
        var sum = 0;
        foreach (var (output, code) in await Task.WhenAll(one.Finish(), other.Finish()))
        {
            var numbers = output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
            if (code != 0 || numbers.Count == 0)
            {
                throw new InvalidOperationException($"A process ended with {code}: {output}");
            }

            Console.WriteLine($"  a process reached {string.Join(" and ", numbers)}");
            sum += place is { } at ? numbers[at] : numbers.Sum();
        }

        return sum;
    }

    private static async Task<int> Finished(RaceFile file, string definition)
    {
        await using var db = file.Open();
        return await db.Set<Instance>().CountAsync(i => i.DefinitionId == definition && i.Status == InstanceStatus.Finished);
    }

    private static async Task Check(RaceFile file, Bounds bounds, int instances)
    {
        await using var db = file.Open();
        var rows = await db.Set<Handled>().GroupBy(h => h.InstanceId).Select(g => g.Count()).ToListAsync();
        bounds.Exactly("instances finished", await db.Set<Instance>().CountAsync(i => i.Status == InstanceStatus.Finished), instances);
        bounds.Exactly("instances handled", rows.Count, instances);
        bounds.Exactly("instances handled twice", rows.Count(n => n > 1), 0);
        bounds.Exactly("steps taken twice", await db.Set<HistoryStep>().Where(h => h.Outcome == "Done").GroupBy(h => new { h.InstanceId, h.ActivityId }).CountAsync(g => g.Count() > 1), 0);
        bounds.Exactly("waits left", await db.Set<Bookmark>().CountAsync(), 0);
        bounds.Exactly("incidents", await db.Set<Incident>().CountAsync(), 0);
    }

    private static async Task Timed(string what, Func<Task> part)
    {
        Console.WriteLine(what);
        var watch = Stopwatch.StartNew();
        await part();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  took {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
