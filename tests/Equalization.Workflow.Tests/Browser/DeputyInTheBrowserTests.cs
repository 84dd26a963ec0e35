using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>A head who is away lets another approve: set by the head, chosen by the deputy, told with both names.</summary>
public sealed class DeputyInTheBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_deputy_approves_a_report_and_the_trail_names_both()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var head = story.City.Head(StoryCity.Lead);
        var deputy = story.City.Leader;
        var task = await story.Task(StoryCity.Reported);

        await using var first = await chromium.Open(site, head);
        await first.Page.GotoAsync("/Deputies");
        await first.Page.GetByRole(AriaRole.Link, new() { Name = "为自己设置代理人" }).ClickAsync();
        await first.Page.Locator("#Input_PersonId").SelectOptionAsync(deputy.PersonId.ToString());
        await first.Page.Locator("#Input_Reason").FillAsync("外出学习");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "设置代理人" }).ClickAsync();
        await Assertions.Expect(first.Page.Locator("main")).ToContainTextAsync("代理中");

        await using var second = await chromium.Open(site, deputy);
        await second.Page.GotoAsync("/Notices");
        await Assertions.Expect(second.Page.Locator("main")).ToContainTextAsync("外出学习");
        await second.Page.Locator(".acting-drop summary").ClickAsync();
        await second.Page.Locator(".acting-drop button", new() { HasText = $"代{head.PersonName}" }).ClickAsync();
        await second.Page.WaitForURLAsync(url => url.Contains("/Work", StringComparison.Ordinal));
        await second.Page.GotoAsync("/Work");
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "审签报告" }).First.ClickAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "审签报告", Exact = true }).First.ClickAsync();
        await second.Page.WaitForLoadStateAsync();

        await first.Page.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(first.Page.Locator(".story")).ToContainTextAsync($"{deputy.PersonName}（代{head.PersonName}）");
        Assert.Empty(first.Complaints.Concat(second.Complaints));
    }
}
