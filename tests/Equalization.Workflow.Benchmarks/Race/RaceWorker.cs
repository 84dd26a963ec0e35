using System.Globalization;
using Equalization.Workflow.Engine;

namespace Equalization.Workflow.Benchmarks.Race;

/// <summary>What one of the two processes does. It prints what it reached and ends.</summary>
internal static class RaceWorker
{
    private const int TimerBatch = 50;

    /// <summary>Raises one of the two events for every race, each at the same instant as the other process raises the other one.</summary>
    public static async Task<int> Meet(string folder, string name, int races)
    {
        Sibling.EndWithInput();
        var file = new RaceFile(folder, new RaceClock());
        using var barrier = new SharedBarrier(Path.Combine(folder, "barrier"), isFirst: name == "a");
        var reached = 0;
        for (var i = 0; i < races; i++)
        {
            barrier.Meet(i + 1);
            reached += await file.Raise(name, RaceBenchmark.Processes(i));
        }

        Console.WriteLine(reached.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Raises every event, as the other process does, and runs the timer job beside it until nothing is due.</summary>
    public static async Task<int> Share(string folder, string place, int events)
    {
        Sibling.EndWithInput();
        var file = new RaceFile(folder, new RaceClock { Ahead = TimeSpan.FromHours(2) });
        using var barrier = new SharedBarrier(Path.Combine(folder, "barrier-share"), isFirst: place == "first");
        barrier.Meet(1);
        var raising = Task.Run(async () =>
        {
            var reached = 0;
            for (var i = 0; i < events; i++)
            {
                reached += await file.Raise("go", RaceBenchmark.Event(i));
            }

            return reached;
        });
        var firing = Task.Run(() => new TimerRun(file.Engine, work => file.Act(work)).Run(TimerBatch, CancellationToken.None));
        var (heard, fired) = (await raising, (await firing).Fired);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heard} {fired}"));
        return 0;
    }
}
