using Equalization.Workflow.Tests.Handovers;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>An official moves on: the list is made, the successor confirms it and so does the one who leaves, and the task names the new holder.</summary>
public sealed class HandoverInTheBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_transferred_officials_items_are_handed_over()
    {
        await using var story = await StoryCity.Create();
        var successor = await Successors.In(story.City);
        await using var site = await TestSite.Start(story.City);
        var task = await story.Task(StoryCity.Signed);

        await using var leaving = await chromium.Open(site, story.City.Contact(StoryCity.Lead));
        await leaving.Page.GotoAsync("/Handovers");
        await leaving.Page.GetByRole(AriaRole.Link, new() { Name = "移交自己的岗位" }).ClickAsync();
        await leaving.Page.Locator("#Input_ToPostId").SelectOptionAsync(successor.MembershipId.ToString());
        await leaving.Page.GetByRole(AriaRole.Button, new() { Name = "列出清单并通知双方" }).ClickAsync();
        await Assertions.Expect(leaving.Page.Locator("main")).ToContainTextAsync(StoryCity.Signed);
        var address = new Uri(leaving.Page.Url).AbsolutePath;
        await leaving.Page.GetByRole(AriaRole.Button, new() { Name = "确认移交" }).ClickAsync();
        await Assertions.Expect(leaving.Page.Locator("main")).ToContainTextAsync("待双方确认");

        await using var coming = await chromium.Open(site, successor, Chromium.Phone);
        await coming.Page.GotoAsync(address);
        Assert.Empty(await coming.Axe());
        Assert.Equal(0, await coming.Overflow());
        await coming.Page.GetByRole(AriaRole.Button, new() { Name = "确认接收" }).ClickAsync();
        await Assertions.Expect(coming.Page.Locator("main")).ToContainTextAsync("已交接");
        await coming.Page.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(coming.Page.Locator(".story")).ToContainTextAsync("岗位交接");
        Assert.Empty(leaving.Complaints.Concat(coming.Complaints));
    }

    [Fact]
    public async Task A_successor_who_refuses_leaves_it_to_the_office()
    {
        await using var story = await StoryCity.Create();
        var successor = await Successors.In(story.City);
        await using var site = await TestSite.Start(story.City);
        await using var leaving = await chromium.Open(site, story.City.Contact(StoryCity.Lead));
        await leaving.Page.GotoAsync("/Handovers");
        await leaving.Page.GetByRole(AriaRole.Link, new() { Name = "移交自己的岗位" }).ClickAsync();
        await leaving.Page.Locator("#Input_ToPostId").SelectOptionAsync(successor.MembershipId.ToString());
        await leaving.Page.GetByRole(AriaRole.Button, new() { Name = "列出清单并通知双方" }).ClickAsync();
        await Assertions.Expect(leaving.Page.Locator("main")).ToContainTextAsync(StoryCity.Signed);
        var address = new Uri(leaving.Page.Url).AbsolutePath;
        await leaving.Page.GetByRole(AriaRole.Button, new() { Name = "确认移交" }).ClickAsync();

        await using var coming = await chromium.Open(site, successor, Chromium.Phone);
        await coming.Page.GotoAsync(address);
        await coming.Page.GetByRole(AriaRole.Button, new() { Name = "不接收，报办公室裁定" }).ClickAsync();
        await Assertions.Expect(coming.Page.Locator("#Input_Reason-error")).ToBeVisibleAsync();
        await coming.Page.Locator("#Input_Reason").FillAsync("本人已借调，不在本单位工作。");
        await coming.Page.GetByRole(AriaRole.Button, new() { Name = "不接收，报办公室裁定" }).ClickAsync();
        await Assertions.Expect(coming.Page.Locator("main .facts")).ToContainTextAsync("本人已借调");
        await Assertions.Expect(coming.Page.GetByRole(AriaRole.Button, new() { Name = "确认接收" })).ToHaveCountAsync(0);

        await using var office = await chromium.Open(site, story.City.Office);
        await office.Page.GotoAsync("/Notices");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("请领导小组办公室裁定");
        await office.Page.GotoAsync(address);
        await office.Page.Locator("#Input_Reason").FillAsync("另派人接任。");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "裁定不交接" }).ClickAsync();
        await Assertions.Expect(office.Page.Locator("main .facts")).ToContainTextAsync("另派人接任。");
        Assert.Empty(await office.Axe());

        var task = await story.Task(StoryCity.Signed);
        await coming.Page.GotoAsync($"/Tasks/{task.Id}");
        await Assertions.Expect(coming.Page.Locator(".story")).Not.ToContainTextAsync("岗位交接");
        Assert.Empty(leaving.Complaints.Concat(office.Complaints));
    }
}
