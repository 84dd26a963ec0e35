using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>From any page by the keyboard to what is sought; and a narrowed list kept under a name, its address taken along.</summary>
public sealed class SearchInTheBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_slash_leads_to_the_search_and_a_narrowed_list_is_kept_and_sent()
    {
        await using var story = await StoryCity.Create();
        await story.Index();
        await using var site = await TestSite.Start(story.City);
        var task = await story.Task(StoryCity.Issued);
        await using var tab = await chromium.Open(site, story.City.Contact(StoryCity.Lead));

        await tab.Page.GotoAsync("/Notices");
        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync(StoryCity.Issued);
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator("main .hits a", new() { HasText = StoryCity.Issued }).First.ClickAsync();
        await tab.Page.WaitForURLAsync(url => url.Contains($"/Tasks/{task.Id}", StringComparison.Ordinal));

        await tab.Page.GotoAsync("/Tasks?show=overdue");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "复制列表地址" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".flash")).ToContainTextAsync("复制");
        await tab.Page.Locator(".filter-tools summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "保存当前筛选" }).ClickAsync();
        await tab.Page.Locator("#Input_Name").FillAsync("逾期任务");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存筛选" }).ClickAsync();
        await tab.Page.WaitForURLAsync(url => url.EndsWith("/Tasks?show=overdue", StringComparison.Ordinal));
        await tab.Page.GotoAsync("/Tasks");
        await tab.Page.Locator(".filter-tools summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "逾期任务" }).ClickAsync();
        await tab.Page.WaitForURLAsync(url => url.EndsWith("/Tasks?show=overdue", StringComparison.Ordinal));
        Assert.Empty(tab.Complaints);
    }
}
