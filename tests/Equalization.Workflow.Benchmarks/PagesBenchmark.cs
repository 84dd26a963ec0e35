using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Equalization.Workflow.Benchmarks;

/// <summary>The overdue list and the task page among 20,000 tasks: CPU a request and requests a second, at most eight times the minimal endpoint's.</summary>
public static partial class PagesBenchmark
{
    private const double Bound = 8;
    private const double GoalMs = 3;
    private const int WarmUp = 1500;
    private const int Requests = 1000;
    private const int Connections = 2;

    public static async Task<int> Run()
    {
        var folder = await LargeLedger.Folder();
        var taskId = await FirstOverdue(folder);
        var bounds = new Bounds();
        await using var host = await Child.Start("serve", folder);
        using var client = await SignIn(host.Address);
        await Compare(bounds, host, client, "Overdue list", "/Tasks?Show=overdue", "/benchmark/overdue?bytes=");
        await Compare(bounds, host, client, "Task page", $"/Tasks/{taskId}", $"/benchmark/task/{taskId}?bytes=");
        Console.WriteLine($"Memory after the run: {host.MemoryMiB:0} MiB");
        return bounds.ExitCode;
    }

    internal static async Task Compare(Bounds bounds, Child host, HttpClient client, string name, string page, string minimal, int warmUp = WarmUp, int requests = Requests)
    {
        var bytes = (await client.GetByteArrayAsync(page)).Length;
        minimal += bytes;
        await Ask(client, page, warmUp, Connections);
        await Ask(client, minimal, warmUp, Connections);
        var (pageCpu, pageRate) = await Measure(host, client, page, requests);
        var (minimalCpu, minimalRate) = await Measure(host, client, minimal, requests);
        Console.WriteLine($"{name}: {bytes} bytes; {pageCpu:0.00} ms CPU a request, {pageRate:0} requests/s; minimal {minimalCpu:0.00} ms, {minimalRate:0} requests/s");
        bounds.AtMost($"{name}, CPU a request to the minimal endpoint's", pageCpu / minimalCpu, Bound, "×");
        bounds.AtMost($"{name}, the minimal endpoint's requests/s to the page's", minimalRate / pageRate, Bound, "×");
        Bounds.Goal($"{name}, CPU a request", pageCpu, GoalMs, " ms");
    }

    private static async Task<(double CpuMs, double Rate)> Measure(Child host, HttpClient client, string address, int requests)
    {
        var cpu = host.Cpu;
        var time = Stopwatch.StartNew();
        await Ask(client, address, requests, Connections);
        time.Stop();
        return ((host.Cpu - cpu).TotalMilliseconds / requests, requests / time.Elapsed.TotalSeconds);
    }

    internal static Task Ask(HttpClient client, string address, int times, int connections) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            for (var i = 0; i < times / connections; i++)
            {
                using var answer = await client.GetAsync(address);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
        }));

    internal static async Task<HttpClient> SignIn(Uri address, string userName = LargeLedger.UserName)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = address,
            DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } },
        };
        var form = await client.GetStringAsync("/Accounts/SignIn");
        using var answer = await client.PostAsync("/Accounts/SignIn", new FormUrlEncodedContent(
        [
            new("Input.UserName", userName), new("Input.Password", LargeLedger.Password),
            new("__RequestVerificationToken", Token().Match(form).Groups[1].Value),
        ]));
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    private static async Task<string> FirstOverdue(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={City.FileIn(folder)};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM AnnualTasks ORDER BY CurrentDueOn, Number LIMIT 1 OFFSET 500";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
