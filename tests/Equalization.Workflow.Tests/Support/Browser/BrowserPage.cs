using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Support.Browser;

/// <summary>A tab, with what went wrong in it: script errors, console errors, requests that failed or left for another host.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private static readonly Lazy<string> AxeScript = new(() => File.ReadAllText(Repository.PathOf("tests", "node_modules", "axe-core", "axe.min.js")));

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    internal BrowserPage(IBrowserContext context, IPage page, Uri site)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => complaints.Enqueue("script: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Enqueue("console: " + message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Authority != site.Authority)
            {
                complaints.Enqueue("outside: " + request.Url);
            }
        };
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Breaches of WCAG 2.2 AA that axe-core finds on the page as it stands, one line each.</summary>
    public async Task<IReadOnlyList<string>> Axe()
    {
        await Page.EvaluateAsync(AxeScript.Value);
        var found = await Page.EvaluateAsync<JsonElement>("""
            () => axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
                .then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.split('\n')[1] ?? ''}`)))
            """);
        return [.. found.EnumerateArray().Select(e => e.GetString()!)];
    }

    /// <summary>How many CSS pixels the page is wider than its window; 0 when it need not be scrolled sideways.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
