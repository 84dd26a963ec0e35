using Equalization.Workflow.Tests.Plans;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>The breakdown goes out by a click, is edited, comes back, is looked at cell by cell and confirmed; the ledger too. At both widths.</summary>
public sealed class RoundTripInTheBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_breakdown_goes_out_and_comes_back_with_its_changes_shown_before_they_are_taken(int width)
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        await using var tab = await chromium.Open(site, city.Office, width);
        var page = tab.Page;
        await page.GotoAsync($"/Plans/{review.Plan.Id}/Review?version={review.VersionId}");
        await page.GetByRole(AriaRole.Link, new() { Name = "用表格修改" }).ClickAsync();
        await Fits(tab);

        var book = await Download(page, "导出分解表");
        book.Set("措施", 2, "措施", "完善布局规划").Set("期限", 2, "日期", "2020-06-30").Set("目标", 2, "数值", "2500").Set("措施", 4, "牵头单位", "没有的局");
        await Upload(page, await book.Xlsx());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("单位列表中没有“没有的局”");
        await Fits(tab);
        await page.GetByRole(AriaRole.Link, new() { Name = "变更 3" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-cells] li")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("[data-cells]").First).ToContainTextAsync("完善规划 → 完善布局规划");
        await Fits(tab);
        if (Environment.GetEnvironmentVariable("EQUALIZATION_LOOK") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"breakdown-{width}.png"), FullPage = true });
        }

        await page.Locator("#Input_RightRowsOnly").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "导入新增 0 行、变更 3 行" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("导入完成：新增 0，变更 3，略过有错的 1 行");
        await page.GetByRole(AriaRole.Link, new() { Name = "任务分解表" }).First.ClickAsync();
        var after = await Download(page, "导出分解表");
        Assert.Equal(("完善布局规划", "2020-06-30", "2500", "市教育局"), (after.Get("措施", 2, "措施"), after.Get("期限", 2, "日期"), after.Get("目标", 2, "数值"), after.Get("措施", 4, "牵头单位")));
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task The_ledger_goes_out_from_its_list_and_comes_back_with_remarks(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Office, width);
        var page = tab.Page;
        await page.GotoAsync("/Tasks?show=all");
        var book = await Download(page, "下载台账");
        book.Set("任务台账", 2, "办公室备注", "请于月底前反馈").Set("任务台账", 3, "现行期限", "2030-01-01");
        await page.GetByRole(AriaRole.Link, new() { Name = "台账导回" }).ClickAsync();
        await Fits(tab);
        await Upload(page, await book.Xlsx());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("由牵头单位申请延期");
        await Fits(tab);
        if (Environment.GetEnvironmentVariable("EQUALIZATION_LOOK") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"ledger-{width}.png"), FullPage = true });
        }

        await page.Locator("#Input_RightRowsOnly").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "导入新增 0 行、变更 1 行" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("导入完成：新增 0，变更 1，略过有错的 1 行");
        await page.GotoAsync("/Tasks?show=all");
        Assert.Equal("请于月底前反馈", (await Download(page, "下载台账")).Get("任务台账", 2, "办公室备注"));
        Assert.Empty(tab.Complaints);
    }

    private static async Task<Book> Download(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
        return Book.Read(await File.ReadAllBytesAsync(await download.PathAsync(), TestCity.Ct));
    }

    private static async Task Upload(IPage page, byte[] content)
    {
        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "改好的表.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并逐格核对" }).ClickAsync();
    }

    private static async Task Fits(BrowserPage tab)
    {
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());
    }
}
