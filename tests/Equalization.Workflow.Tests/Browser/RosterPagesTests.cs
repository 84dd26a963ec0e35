using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>A table with wrong rows at both widths: what is wrong is said at its row, what was chosen stays, the right rows alone come in; strips fit a page.</summary>
public sealed class RosterPagesTests(Chromium chromium)
{
    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task Wrong_rows_are_told_and_the_right_ones_come_in(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var file = await story.City.Bring(
            RosterKind.People, "甲,没有的单位,科员,联络员,,,,", "𠮷野,市教育局,科员,联络员,１３８００００００００,,,jiye", $"{story.City.Contact(StoryCity.Lead).PersonName},市教育局,{story.City.Contact(StoryCity.Lead).Post},联络员,13900000000,,,");
        await using var tab = await chromium.Open(site, story.City.Admin, width);
        foreach (var shown in new[] { "", "?tab=Added", "?tab=Changed", "?tab=Missing" })
        {
            await tab.Page.GotoAsync($"/Units/Rosters/{file}{shown}");
            Assert.Empty(await tab.Axe());
            Assert.Equal(0, await tab.Overflow());
        }

        await tab.Page.GotoAsync($"/Units/Rosters/{file}");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("没有找到这个单位");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "导入新增 1 行、变更 1 行" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#Input_RightRowsOnly-error")).ToContainTextAsync("有 1 行有错");
        await tab.Page.Locator("#Input_RightRowsOnly").CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "导入新增 1 行、变更 1 行" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("body")).ToContainTextAsync("导入完成：新增 1");

        var sheets = site.Services.GetRequiredService<SignInSheets>();
        await sheets.Ask(story.City.Admin, TestCity.Ct);
        await sheets.Run(TestCity.Ct);
        await tab.Page.GotoAsync("/Units/SignIns");
        await tab.Page.Locator("details.confirm summary").First.ClickAsync();
        await tab.Page.Locator("details.confirm").GetByRole(AriaRole.Button, new() { Name = "显示并打印纸条" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".strip")).ToContainTextAsync("𠮷野");
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());
        if (Environment.GetEnvironmentVariable("EQUALIZATION_LOOK") is { Length: > 0 } folder)
        {
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"strip-{width}.png"), FullPage = true });
            foreach (var (name, address) in new[] { ("check", $"/Units/Rosters/{file}"), ("rosters", "/Units/Rosters"), ("deputies", "/Deputies"), ("units", $"/Units/{story.City.Unit(StoryCity.Lead).Id}") })
            {
                await tab.Page.GotoAsync(address);
                await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
            }
        }
    }
}
