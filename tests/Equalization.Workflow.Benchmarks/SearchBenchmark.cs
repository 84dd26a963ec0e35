using System.Text.RegularExpressions;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The search page over 20,000 tasks and 80,000 reports: CPU a request and requests a second, at most eight times an endpoint's that reads the same rows by their ids.</summary>
public static partial class SearchBenchmark
{
    private const int Changed = 500;
    private const int FirstWarmUp = 1000;
    private const int WarmUp = 200;
    private const int Requests = 300;

    private static readonly (string Name, string Query)[] Asked =
    [
        ("a common word", "q=" + "教育"),
        ("a common phrase", "q=" + "义务教育"),
        ("two words", "q=" + "大班额 控辍保学"),
        ("one rare character", "q=" + SearchLedger.RareCharacter),
        ("one common character", "q=" + "校"),
        ("a page of reports", "q=" + "优质均衡" + "&kind=Report&p=3"),
    ];

    /// <summary>With “keep” on the ledger of the last run, without making its index anew.</summary>
    public static async Task<int> Run(string[] arguments)
    {
        var folder = Places.Kept("search");
        if (arguments is not ["keep"])
        {
            Console.WriteLine($"Indexed for the first time: {(await SearchLedger.Make(folder)).TotalSeconds:0.0} s");
            Console.WriteLine($"{Changed} changed reports followed: {(await SearchLedger.Follow(folder, Changed)).TotalSeconds:0.00} s");
        }

        var bounds = new Bounds();
        await using var host = await Child.Start("serve", folder);
        foreach (var (reader, userName) in new[] { ("office", LargeLedger.UserName), ("contact", SearchLedger.ContactName) })
        {
            using var client = await PagesBenchmark.SignIn(host.Address, userName);
            await PagesBenchmark.Ask(client, "/Search?" + Asked[0].Query, FirstWarmUp, connections: 2);
            foreach (var (name, query) in Asked)
            {
                var page = "/Search?" + query;
                var ids = Found().Matches(await client.GetStringAsync(page)).Select(m => m.Groups[1].Value).Distinct().ToList();
                Console.WriteLine($"{name}, {reader}: {ids.Count} shown");
                await PagesBenchmark.Compare(bounds, host, client, $"{name}, {reader}", page, $"/benchmark/found/{string.Join(',', ids.DefaultIfEmpty(Guid.Empty.ToString()))}?bytes=", WarmUp, Requests);
            }
        }

        Console.WriteLine($"Memory after the run: {host.MemoryMiB:0} MiB");
        return bounds.ExitCode;
    }

    [GeneratedRegex("href=\"/(?:Tasks|Units|Plans|Papers|Evidence)/(?:[0-9a-f-]{36}/Report/|[0-9a-f-]{36}#m-)?([0-9a-f-]{36})")]
    private static partial Regex Found();
}
