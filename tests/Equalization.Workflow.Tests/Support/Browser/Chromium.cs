using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Equalization.Workflow.Tests.Support.Browser;

/// <summary>
/// The system's Chromium for the whole run, started when a test first opens a page; it reaches 127.0.0.1 and nothing else. A test class asks
/// for it in its constructor. Where no Chromium is installed, the tests that open a page are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    public const string IsAbsent = "No Chromium is installed here (Debian: apt-get install chromium, or set CHROMIUM to the program).";

    /// <summary>Widths at which every page must work, in CSS pixels.</summary>
    public const int Desk = 1280;
    public const int Phone = 360;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
        "--disable-domain-reliability", "--disable-sync", "--metrics-recording-only", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? Program { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    /// <summary>An empty tab, signed in as somebody or as nobody, with the site's address as its base.</summary>
    public Task<BrowserPage> Open(TestSite site, Actor? actor = null, int width = Desk, int height = 800, string locale = "zh-CN") =>
        Open(site, actor?.PersonId, width, height, locale);

    public async Task<BrowserPage> Open(TestSite site, Guid? personId, int width = Desk, int height = 800, string locale = "zh-CN") =>
        await OpenAt(site.Address, personId is { } person ? await CookiesOf(site, person) : [], width, height, locale);

    /// <summary>An empty tab on a site that is no test site.</summary>
    public async Task<BrowserPage> OpenAt(Uri site, IEnumerable<Cookie> cookies, int width = Desk, int height = 800, string locale = "zh-CN")
    {
        Assert.SkipWhen(Program is null, IsAbsent);
        var context = await (await Started()).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            Locale = locale,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync(cookies);
        return new BrowserPage(context, await context.NewPageAsync(), site);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    private static async Task<IEnumerable<Cookie>> CookiesOf(TestSite site, Guid personId) =>
        (await site.CookiesOf(personId)).GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly });

    private async Task<IBrowser> Started()
    {
        await starting.WaitAsync(TestCity.Ct);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments, Headless = true });
        }
        finally
        {
            starting.Release();
        }
    }
}
