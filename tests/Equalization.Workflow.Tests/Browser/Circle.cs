using System.Text;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>
/// What the people of the test city do in the browser, one method an act, each person in a tab of their own. Every tab must stay without
/// script errors and without a request to another host.
/// </summary>
internal sealed class Circle(TestSite site, Chromium chromium) : IAsyncDisposable
{
    /// <summary>The smallest thing that a PDF reader opens: one empty page.</summary>
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    private readonly Dictionary<Guid, BrowserPage> tabs = [];

    public TestCity City => site.City;

    /// <summary>What any tab complained of so far.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>A person's tab of the day, signed in through the form.</summary>
    public async Task<IPage> TabOf(Actor actor)
    {
        if (!tabs.TryGetValue(actor.MembershipId, out var tab))
        {
            tabs[actor.MembershipId] = tab = await chromium.Open(site);
            await tab.Page.GotoAsync("/Accounts/SignIn");
            await tab.Page.Locator("[name='Input.UserName']").FillAsync(TestSite.UserNameOf(actor.PersonId));
            await tab.Page.Locator("[name='Input.Password']").FillAsync(TestSite.Password);
            await tab.Page.Locator("[name='Input.Password']").PressAsync("Enter");
            await tab.Page.WaitForURLAsync(url => !url.Contains("SignIn", StringComparison.Ordinal));
        }

        return tab.Page;
    }

    /// <summary>Goes on to another day: everybody's sign-in has expired, and they come to work anew.</summary>
    public async Task At(DateOnly day)
    {
        await DisposeAsync();
        City.Clock.SetDay(day);
    }

    /// <summary>Uploads the plan and answers with the address of its review page.</summary>
    public async Task<string> Import(string path)
    {
        var page = await TabOf(City.Office);
        await page.GotoAsync("/Plans/Import");
        await page.Locator("#Input_File").SetInputFilesAsync(path);
        await Press(page, "读取方案");
        await Arrive(page, new Regex("/Plans/.+/Review").IsMatch);
        return page.Url;
    }

    /// <summary>Puts another unit of the list in the place of one that the document names.</summary>
    public async Task CorrectUnit(string measure, string asWritten, string unit)
    {
        var page = await TabOf(City.Office);
        var article = page.Locator("article.measure", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = measure, Exact = true }) });
        if (await article.Locator("[data-edit]").CountAsync() > 0)
        {
            await article.Locator("[data-edit]").ClickAsync();
        }

        var match = page.Locator("details.match", new() { Has = page.GetByLabel($"“{asWritten}”对应的单位") });
        if (await match.GetAttributeAsync("open") is null)
        {
            await match.Locator("summary").First.ClickAsync();
        }

        await match.GetByLabel($"“{asWritten}”对应的单位").SelectOptionAsync(new SelectOptionValue { Label = unit });
        await match.GetByRole(AriaRole.Button, new() { Name = "匹配单位", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".edit-name", new() { HasText = $"原文：{asWritten}" })).ToContainTextAsync(unit);
    }

    public async Task Confirm(string review)
    {
        var page = await TabOf(City.Office);
        await page.GotoAsync(review);
        await PressSure(page, "确认方案");
        await Arrive(page, new Regex("/Plans/[0-9a-f-]+(/Issue.*|\\?.*)?$").IsMatch);
    }

    public async Task<string> Issue(string review, int year)
    {
        var page = await TabOf(City.Office);
        await page.GotoAsync(review[..review.IndexOf("/Review", StringComparison.Ordinal)] + $"/Issue?year={year}");
        var sums = await page.Locator(".review-sums").InnerTextAsync();
        await PressSure(page, $"下达{year}年度任务");
        await Arrive(page, url => !url.Contains("/Issue", StringComparison.Ordinal));
        return sums;
    }

    public async Task Sign(Actor contact, Guid taskId)
    {
        var page = await TabOf(contact);
        await page.GotoAsync($"/Tasks/{taskId}");
        await Press(page, "签收任务");
        await Assertions.Expect(page.Locator(".story")).ToContainTextAsync("签收任务");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "签收任务", Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>The contact reports with a PDF, the head approves.</summary>
    public async Task Report(string unit, Guid taskId, int percent, string words)
    {
        var page = await TabOf(City.Contact(unit));
        await page.GotoAsync($"/Tasks/{taskId}/Report");
        await page.Locator("#Input_Percent").FillAsync($"{percent}");
        await page.Locator("#Input_Narrative").FillAsync(words);
        await Upload(page, "年度进展佐证.pdf");
        await Assertions.Expect(page.Locator("#Input_Narrative")).ToHaveValueAsync(words);
        await Press(page, "提交进展");
        await Arrive(page, new Regex($"/Tasks/{taskId}(/Report/.*)?$").IsMatch);

        var head = await TabOf(City.Head(unit));
        await head.GotoAsync("/Work");
        await head.GetByRole(AriaRole.Link, new() { Name = "审签报告" }).First.ClickAsync();
        await Press(head, "审签报告");
        await Assertions.Expect(head.Locator("body")).Not.ToContainTextAsync("请审签。");
    }

    /// <summary>Contact asks, head approves, office grants.</summary>
    public async Task Extend(string unit, Guid taskId, DateOnly newDue)
    {
        var page = await TabOf(City.Contact(unit));
        await page.GotoAsync($"/Tasks/{taskId}/Extension");
        await page.Locator("#Input_NewDueOn").FillAsync($"{newDue:yyyy-MM-dd}");
        await page.Locator("#Input_Reason").FillAsync("受汛期影响，两个项目停工二十余天。");
        await page.Locator("#Input_ProgressSoFar").FillAsync("主体工程已完成。");
        await page.Locator("#Input_Measures").FillAsync("增加施工力量，按周调度。");
        await Press(page, "提交延期申请");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已提交延期申请");

        var head = await TabOf(City.Head(unit));
        await head.GotoAsync($"/Tasks/{taskId}/Extension");
        await Press(head, "审签延期申请");
        await Assertions.Expect(head.Locator("body")).ToContainTextAsync("报领导小组办公室决定");

        var office = await TabOf(City.Office);
        await office.GotoAsync($"/Tasks/{taskId}/Extension");
        await office.Locator("#Input_Decision").FillAsync("情况属实，同意延期。");
        await PressSure(office, "同意延期");
        await office.GotoAsync($"/Tasks/{taskId}");
        await Assertions.Expect(office.Locator(".task-head .due-current").First).ToContainTextAsync($"{newDue.Year}年{newDue.Month}月{newDue.Day}日");
        await Assertions.Expect(office.Locator(".task-head del.due-first").First).ToBeVisibleAsync();
    }

    /// <summary>Contact asks with the required report, head approves.</summary>
    public async Task AskCompletion(string unit, Guid taskId)
    {
        var page = await TabOf(City.Contact(unit));
        await page.GotoAsync($"/Tasks/{taskId}/Completion");
        await page.Locator("#Input_Statement").FillAsync("对照验收标准，各项任务均已完成。");
        // Only chosen: it goes up before the request does, which needs it.
        await Choose(page, "完成情况报告.pdf");
        await Press(page, "提交办结申请");
        await Assertions.Expect(page.Locator("#upload-file")).ToHaveCountAsync(0);

        var head = await TabOf(City.Head(unit));
        await head.GotoAsync($"/Tasks/{taskId}/Completion");
        await Press(head, "审签办结申请");
        await Assertions.Expect(head.GetByRole(AriaRole.Button, new() { Name = "审签办结申请", Exact = true })).ToHaveCountAsync(0);
    }

    /// <summary>From the task's tab to the page of the process that led it: ended, with these steps taken and their values laid open.</summary>
    public async Task ProcessShows(Guid taskId, params string[] steps)
    {
        var page = await TabOf(City.Office);
        await page.GotoAsync($"/Tasks/{taskId}?tab=process");
        await page.GetByRole(AriaRole.Link, new() { Name = "年度任务", Exact = true }).Last.ClickAsync();
        await Arrive(page, url => url.Contains("/Processes/Instance/", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".process-picture svg")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("main .facts").First).ToContainTextAsync("已结束");
        var taken = page.Locator(".process-steps");
        foreach (var step in steps)
        {
            await Assertions.Expect(taken).ToContainTextAsync(step);
        }

        await taken.Locator("details summary").First.ClickAsync();
        await Assertions.Expect(taken.Locator("dl.process-values").First).ToBeVisibleAsync();
    }

    public async Task ReturnCompletion(Guid taskId, DateOnly newDue)
    {
        var office = await TabOf(City.Office);
        await office.GotoAsync($"/Tasks/{taskId}/Review");
        await office.Locator("#Input_Reason").FillAsync("缺少分校数据，请补充。");
        await office.Locator("#Input_NewDueOn").FillAsync($"{newDue:yyyy-MM-dd}");
        await PressSure(office, "退回重办");
        await office.GotoAsync($"/Tasks/{taskId}");
        await Assertions.Expect(office.Locator(".story")).ToContainTextAsync("缺少分校数据");
    }

    public async Task WriteOff(Guid taskId)
    {
        var office = await TabOf(City.Office);
        await office.GotoAsync($"/Tasks/{taskId}/Review");
        await PressSure(office, "同意销账");
        await office.GotoAsync($"/Tasks/{taskId}");
        await Assertions.Expect(office.Locator(".task-head")).ToContainTextAsync("已销账");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in tabs.Values)
        {
            Complaints.AddRange(tab.Complaints);
            await tab.DisposeAsync();
        }

        tabs.Clear();
    }

    /// <summary>Waits for the next page; where it does not come, says what the page says instead.</summary>
    private static async Task Arrive(IPage page, Func<string, bool> there)
    {
        try
        {
            await page.WaitForURLAsync(there);
        }
        catch (TimeoutException)
        {
            var text = await page.Locator("main").InnerTextAsync();
            throw new InvalidOperationException($"Still on {page.Url}: {text[..Math.Min(text.Length, 800)]}");
        }
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>A button that first says what it will do: opened, then pressed.</summary>
    private static async Task PressSure(IPage page, string act)
    {
        var confirm = page.Locator("details.confirm", new() { Has = page.Locator("summary", new() { HasTextRegex = new Regex($"^{Regex.Escape(act)}$") }) }).First;
        await confirm.Locator("summary").First.ClickAsync();
        await confirm.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Uploads in place; the piece stands ticked in the form afterwards, and nothing typed is touched.</summary>
    private static async Task Upload(IPage page, string name)
    {
        await Choose(page, name);
        await Press(page, "上传材料");
        await Assertions.Expect(page.Locator("#evidence")).ToContainTextAsync(name);
    }

    private static Task Choose(IPage page, string name) =>
        page.Locator("#upload-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Pdf });
}
