using System.Text;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;
using static Equalization.Workflow.Tests.Ledgers.LedgerDesk;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>
/// A county's data with three errors is imported, mended, its gaps are seen and tied to a task, and written off after the next year's data: by hand in a browser,
/// at both widths.
/// </summary>
public sealed class LedgerInTheBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task From_a_table_with_errors_to_a_gap_written_off(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await using var tab = await chromium.Open(site, story.City.Office, width);
        var page = tab.Page;

        await Bring(page, 2016, School("001", "21"), School("002").Replace(",1000,", ",约一千,", StringComparison.Ordinal), School("003").Replace(",4500,", ",-4500,", StringComparison.Ordinal), School("001", "42"));
        foreach (var fault in new[] { "小学在校生数", "教学及辅助用房面积", "学校代码" })
        {
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(fault);
        }

        await Sound(tab);
        await Bring(page, 2016, School("001", "21"), School("002"), School("003"));
        await page.GetByRole(AriaRole.Button, new() { Name = "导入新增 3 行" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("导入完成：新增 3");

        await page.GotoAsync("/Ledgers");
        await Sound(tab);
        await page.Locator("#Input_Data").SelectOptionAsync($"2016 {SchoolDesk.County}");
        await Confirm(page, "按本学年数据登记差距");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("新增 1 项");
        await Sound(tab);
        var task = await story.Task(StoryCity.CompletionAtOffice);
        await page.GetByLabel("选择差距 差2018-0001").CheckAsync();
        await page.Locator("#Input_TaskNumber").FillAsync(task.Number);
        await page.GetByRole(AriaRole.Button, new() { Name = "关联任务", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("已关联差距 1 项。");

        await page.GotoAsync($"/Tasks/{task.Id}/Review");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("关联后还没有新学年的数据");
        await Sound(tab);
        await Bring(page, 2017, School("001", "42"), School("002"), School("003"));
        await page.GetByRole(AriaRole.Button, new() { Name = "导入新增 3 行" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("导入完成：新增 3");
        await page.GotoAsync($"/Tasks/{task.Id}/Review");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("数值已改善");

        await page.GotoAsync("/Ledgers");
        await page.GetByRole(AriaRole.Link, new() { Name = "差2018-0001" }).ClickAsync();
        await Measure(page);
        await Sound(tab);
        await Confirm(page, "凭数据销账");
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("已销账，编号 差销2018-0001");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("依据 2017—2018 学年数据：4.2");
        await Sound(tab);
    }

    private static async Task Bring(IPage page, int year, params string[] rows)
    {
        await page.GotoAsync("/Schools/Imports");
        await page.Locator("#Input_Year").FillAsync($"{year}");
        await page.Locator("#Input_County").FillAsync(SchoolDesk.County);
        await page.Locator("#Input_File").SetInputFilesAsync(new FilePayload { Name = "学校.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(SchoolDesk.Head))) });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await page.WaitForURLAsync("**/Schools/Imports/*-*");
    }

    private static async Task Measure(IPage page)
    {
        await page.Locator("#Input_Measure").FillAsync("公开招聘教师 21 名。");
        await page.Locator("#Input_Responsible").FillAsync("校长张明");
        await page.Locator("#Input_TermOn").FillAsync("2018-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存一校一策" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("已保存一校一策。");
    }

    private static async Task Confirm(IPage page, string act)
    {
        await page.Locator("details.confirm > summary").Filter(new() { HasText = act }).ClickAsync();
        await page.Locator("details.confirm[open]").GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
    }

    private static async Task Sound(BrowserPage tab)
    {
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());
        Assert.Empty(tab.Complaints);
    }
}
