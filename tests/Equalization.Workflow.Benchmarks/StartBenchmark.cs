using System.Diagnostics;

namespace Equalization.Workflow.Benchmarks;

/// <summary>From the start of the process to its first page on an existing database, and memory after a run of pages, as ratios to an empty host in the same run.</summary>
public static class StartBenchmark
{
    private const double StartBound = 3;
    private const double MemoryBound = 2;
    private const double GoalSeconds = 2;
    private const double GoalMiB = 250;
    private const int Times = 3;
    private const int Requests = 300;
    private const string Page = "/Accounts/SignIn";

    public static async Task<int> Run()
    {
        var folder = await LargeLedger.Folder();
        var empty = Places.Kept("empty");
        // Once unmeasured: the files come into the machine's cache, and the empty host makes its database.
        await Measure("serve-empty", empty);
        await Measure("serve", folder);
        var (productSeconds, productMiB) = await Best("serve", folder);
        var (emptySeconds, emptyMiB) = await Best("serve-empty", empty);
        Console.WriteLine($"Product: {productSeconds:0.00} s to the first page, {productMiB:0} MiB; empty host: {emptySeconds:0.00} s, {emptyMiB:0} MiB");
        var bounds = new Bounds();
        bounds.AtMost("Start to first page, to the empty host's", productSeconds / emptySeconds, StartBound, "×");
        bounds.AtMost("Memory after the run, to the empty host's", productMiB / emptyMiB, MemoryBound, "×");
        Bounds.Goal("Start to first page", productSeconds, GoalSeconds, " s");
        Bounds.Goal("Memory after the run", productMiB, GoalMiB, " MiB");
        return bounds.ExitCode;
    }

    private static async Task<(double Seconds, double MiB)> Best(string verb, string folder)
    {
        var runs = new List<(double Seconds, double MiB)>();
        for (var i = 0; i < Times; i++)
        {
            runs.Add(await Measure(verb, folder));
        }

        return (runs.Min(r => r.Seconds), runs.Min(r => r.MiB));
    }

    private static async Task<(double Seconds, double MiB)> Measure(string verb, string folder)
    {
        var time = Stopwatch.StartNew();
        await using var host = await Child.Start(verb, folder);
        using var client = new HttpClient { BaseAddress = host.Address };
        await client.GetByteArrayAsync(Page);
        var seconds = time.Elapsed.TotalSeconds;
        for (var i = 0; i < Requests; i++)
        {
            await client.GetByteArrayAsync(Page);
        }

        return (seconds, host.MemoryMiB);
    }
}
