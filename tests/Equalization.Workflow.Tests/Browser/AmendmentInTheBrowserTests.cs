using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>The office amends a task that was signed for; the unit reads both texts, signs anew, and the trail says who signed what.</summary>
public sealed class AmendmentInTheBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_task_is_amended_after_sign_for_and_the_trail_reads_right()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var task = await story.Task(StoryCity.Signed);

        await using var office = await chromium.Open(site, story.City.Office);
        await office.Page.GotoAsync($"/Tasks/{task.Id}");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "变更任务" }).ClickAsync();
        await office.Page.Locator("#Input_Content").FillAsync("新的任务内容，按上级新口径。");
        var form = office.Page.Locator("section", new() { Has = office.Page.Locator("#content") });
        await form.Locator("#content-reason").FillAsync("上级口径调整。");
        await Confirm(form);
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("已修改任务内容，各单位须重新签收。");

        await using var unit = await chromium.Open(site, story.City.Contact(StoryCity.Lead), Chromium.Phone);
        await unit.Page.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(unit.Page.Locator(".story")).ToContainTextAsync("上级口径调整。");
        await unit.Page.GetByRole(AriaRole.Link, new() { Name = "查看内容各版" }).ClickAsync();
        await Assertions.Expect(unit.Page.Locator("#content-2")).ToContainTextAsync("新的任务内容，按上级新口径。");
        await Assertions.Expect(unit.Page.Locator("#content-1")).ToContainTextAsync(task.Content);
        await Assertions.Expect(unit.Page.Locator("#content-1 table")).ToContainTextAsync(StoryCity.Lead);
        Assert.Empty(await unit.Axe());
        Assert.Equal(0, await unit.Overflow());
        await unit.Page.GotoAsync($"/Tasks/{task.Id}");
        await unit.Page.GetByRole(AriaRole.Button, new() { Name = "签收任务" }).ClickAsync();
        await Assertions.Expect(unit.Page.Locator(".story-entry").First).ToContainTextAsync("签收任务");

        await office.Page.GotoAsync($"/Tasks/{task.Id}/Contents");
        await Assertions.Expect(office.Page.Locator("#content-2 table")).ToContainTextAsync(StoryCity.Lead);
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("尚未签收现行内容：" + StoryCity.Cooperating);
        Assert.Empty(office.Complaints.Concat(unit.Complaints));
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_split_is_refused_beside_its_field_with_what_was_typed_and_done_when_it_is_right(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var task = await story.Task(StoryCity.Signed);
        await using var office = await chromium.Open(site, story.City.Office, width);
        foreach (var page in new[] { "Change", "Contents", "Replace?into=2", "Replace?merge=true" })
        {
            await office.Page.GotoAsync($"/Tasks/{task.Id}/{page}");
            Assert.Empty(await office.Axe());
            Assert.Equal(0, await office.Overflow());
        }

        await office.Page.GotoAsync($"/Tasks/{task.Id}/Replace?into=2");
        await office.Page.Locator("#Input_Tasks_1__Title").FillAsync("后半");
        await office.Page.Locator("#Input_Reason").FillAsync("分头推进。");
        await office.Page.Locator("#Input_Tasks_1__Content").FillAsync(" ");
        await Split(office.Page);
        await Assertions.Expect(office.Page.Locator("#Input_Tasks_1__Content-error")).ToContainTextAsync("请补填");
        await Assertions.Expect(office.Page.Locator("#Input_Tasks_1__Title")).ToHaveValueAsync("后半");
        await office.Page.Locator("#Input_Tasks_1__Content").FillAsync("后半部分的内容。");
        await Split(office.Page);
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("已下达承接的任务 2 项");
        await Assertions.Expect(office.Page.Locator(".task-head")).ToContainTextAsync(task.Number);
        Assert.Empty(await office.Axe());
    }

    private static async Task Split(IPage page)
    {
        await page.Locator("details.confirm summary").Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "拆分任务", Exact = true }).Last.ClickAsync();
    }

    private static async Task Confirm(ILocator form)
    {
        await form.Locator("summary").First.ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "修改任务内容", Exact = true }).ClickAsync();
    }
}
