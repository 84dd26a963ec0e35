using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks.Crash;

/// <summary>
/// Kills a working process again and again (SIGKILL) and starts it anew on the same database. Then counts: whatever was acknowledged is there, no
/// step was taken twice, each row stands once, each mail left at least once under one Message-ID, nothing is stuck.
/// </summary>
public static class CrashBenchmark
{
    /// <summary>As second argument: damages the database before it is counted, to show that the count notices.</summary>
    public const string Spoil = "spoil";

    private const int DefaultKills = 200;
    private const int MostActionsInRun = 40;
    private const int LongestPauseMilliseconds = 30;
    private const int LongestWaitForOpen = 500;
    private const int MinutesBetween = 10;

    /// <summary>Every so manieth kill comes wherever it comes; the others wait for a transaction to be open.</summary>
    private const int BlindEvery = 4;
    private const int TellEvery = 25;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(2);

    /// <summary>Returns 0 when nothing was lost and nothing happened twice.</summary>
    public static async Task<int> Run(string[] args) => (await Count(args)).ExitCode;

    public static async Task<Bounds> Count(string[] args)
    {
        var asked = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultKills;
        var folder = Directory.CreateTempSubdirectory("engine-crash-").FullName;
        try
        {
            await using var sink = new MailSink();
            var acknowledged = new ConcurrentBag<string>();
            var watch = Stopwatch.StartNew();
            var (kills, inside) = (0, 0);
            // Only a small run tops up: of ten kills by chance too few may fall inside a transaction. The full run has as many as asked for, and its half must hold.
            while (kills < asked || (asked < DefaultKills && inside * 2 < kills && kills < asked * 2))
            {
                inside += await KillOnce(folder, sink.Port, kills++, acknowledged) ? 1 : 0;
                if (kills % TellEvery == 0)
                {
                    Console.WriteLine($"{kills} kills, {inside} inside an open transaction, {acknowledged.Count} actions acknowledged, {sink.Letters.Count} letters");
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{kills} kills in {watch.Elapsed.TotalSeconds:0} s, {inside} inside an open transaction, {acknowledged.Count} actions acknowledged"));
            await Drain(folder, sink.Port, kills);
            if (args is [_, Spoil])
            {
                await SpoilRows(folder, sink.Port, kills);
                acknowledged.Add(CrashChild.Started + Guid.Empty);
            }

            var bounds = new Bounds();
            bounds.AtLeast("actions acknowledged", acknowledged.Count, 3 * kills);
            bounds.AtLeast("kills inside an open transaction", inside, (kills + 1) / 2);
            await new CrashCount(acknowledged, sink.Letters, bounds).Check(folder, sink.Port, (kills * MinutesBetween) + (2 * 24 * 60));
            return bounds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<bool> KillOnce(string folder, int port, int kill, ConcurrentBag<string> acknowledged)
    {
        using var mark = new OpenMark(folder);
        // By what it has done and not by the clock, so that a process on a busy machine is killed at work too.
        var isWorking = new TaskCompletionSource();
        var actions = Random.Shared.Next(MostActionsInRun);
        await using var child = Sibling.Start("crash-child", folder, Number(port), Number(kill * MinutesBetween));
        var isReady = false;
        var reading = Task.Run(async () =>
        {
            // What it printed is read to the end, also after its death.
            while (await child.Output.ReadLineAsync() is { } line)
            {
                if (line != CrashChild.Ready)
                {
                    acknowledged.Add(line);
                    actions--;
                }
                else
                {
                    isReady = true;
                }

                if (isReady && actions <= 0)
                {
                    isWorking.TrySetResult();
                }
            }

            isWorking.TrySetException(new InvalidOperationException("The process ended before it worked."));
        });
        await isWorking.Task.WaitAsync(LongestRun);
        await Task.Delay(Random.Shared.Next(LongestPauseMilliseconds));
        if (child.HasEnded)
        {
            throw new InvalidOperationException("The process ended by itself.");
        }

        if (kill % BlindEvery != 0)
        {
            SpinWait.SpinUntil(() => mark.Open > 0, LongestWaitForOpen);
            Thread.SpinWait(Random.Shared.Next(100_000));
        }

        await child.Kill();
        await reading;
        return mark.Open > 0;
    }

    private static async Task Drain(string folder, int port, int kills)
    {
        await using var drain = Sibling.Start("crash-drain", folder, Number(port), Number(kills * MinutesBetween));
        var (output, code) = await drain.Finish();
        if (code != 0)
        {
            throw new InvalidOperationException($"The last process could not bring everything to its end: {output}");
        }
    }

    // Loses a notice and an acknowledged start, and takes a step twice: a count that does not notice would prove nothing.
    private static async Task SpoilRows(string folder, int port, int kills)
    {
        await using var site = await CrashSite.Open(folder, port, TimeSpan.FromMinutes(kills * MinutesBetween));
        await using var db = await site.Context();
        await db.Database.ExecuteSqlAsync($"DELETE FROM Notices WHERE Id = (SELECT Id FROM Notices LIMIT 1)");
        await db.Database.ExecuteSqlAsync($"UPDATE EngineHistory SET ActivityId = 'w1' WHERE ActivityId = 'f'");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
