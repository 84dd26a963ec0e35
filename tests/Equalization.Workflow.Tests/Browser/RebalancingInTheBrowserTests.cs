using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Indicators.Rebalancings;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>The office asks for the least transfers, waits for the job on the page, and turns the moves into a task; the charts beside it are looked at.</summary>
public sealed class RebalancingInTheBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task The_solver_is_run_and_its_moves_become_a_task(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2022, RebalancingDesk.Rich, RebalancingDesk.Poor);
        await story.City.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor, "003,第三学校,九年一贯制学校,600,300,30,16,7,4,6,3,4500,9000,250,22");
        await using var tab = await chromium.Open(site, story.City.Office, width);
        await tab.Page.GotoAsync("/Schools/WhatIf?level=Primary&indicator=2");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "求最少调配方案", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#progress")).ToContainTextAsync("正在排队，几秒内开始。");
        await Look(tab, "waiting", width);

        await story.City.Get<RebalancingService>().Run(TestCity.Ct);
        // The page asks by itself and is loaded anew when the plan is there.
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("已证明不能更少");
        await Look(tab, "plan", width);

        await Confirm(tab.Page);
        await Assertions.Expect(tab.Page.Locator("#Input_MeasureId-error")).ToContainTextAsync("请选择这项任务所落实的方案措施");
        await tab.Page.Locator("#Input_MeasureId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await tab.Page.Locator("#Input_LeadUnitId").SelectOptionAsync(new SelectOptionValue { Label = StoryCity.Lead });
        await tab.Page.Locator("#Input_DueOn").FillAsync("2018-12-20");
        await Confirm(tab.Page);
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("第一小学 → 第二小学");
        await Assertions.Expect(tab.Page.Locator("h1")).ToContainTextAsync("调配东湖区小学县级以上骨干教师");

        await tab.Page.GotoAsync("/Schools/Rebalancings");
        await tab.Page.Locator("main td.title a").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator("main .ledger-number").First).ToContainTextAsync("2018-");
        await Assertions.Expect(tab.Page.Locator("[name='Input.Chosen']")).ToHaveCountAsync(0);
        await Look(tab, "tasked", width);
        Assert.DoesNotContain(tab.Complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task Charts_can_be_read_as_pictures_and_as_tables(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await story.City.TakeSchools(2021, RebalancingDesk.Rich, RebalancingDesk.Poor);
        await story.City.TakeSchools(2022, RebalancingDesk.Rich, RebalancingDesk.Poor.Replace(",3,,9", ",,,9", StringComparison.Ordinal));
        await story.City.TakeSchools(2023, RebalancingDesk.Rich, RebalancingDesk.Poor.Replace(",3,,9", ",9,,9", StringComparison.Ordinal), "003,第三学校,九年一贯制学校,600,300,30,16,7,4,6,3,4500,9000,250,22");
        await using var tab = await chromium.Open(site, story.City.Contact(StoryCity.Lead), width);
        foreach (var (name, address) in new[] { ("trend", "/Schools/Trend"), ("thresholds", "/Schools/Thresholds"), ("comparison", "/Schools/Comparison"), ("county", "/Schools"), ("school", $"/Schools/{(await story.City.CountySchools(2023)).Schools["003"].Id}") })
        {
            await tab.Page.GotoAsync(address);
            await Look(tab, name, width);
            if (name is not "county")
            {
                var picture = (await tab.Page.Locator("svg.drawing").First.BoundingBoxAsync())!;
                Assert.InRange(picture.Width, 250, 600);
            }
        }

        await tab.Page.GotoAsync("/Schools/Trend");
        Assert.Equal(14, await tab.Page.Locator("svg.drawing").CountAsync());
        await Assertions.Expect(tab.Page.Locator("table.heat").First).ToContainTextAsync("0.6667");
        Assert.Empty(tab.Complaints);
    }

    private static async Task Confirm(IPage page)
    {
        await page.Locator("details.confirm summary").ClickAsync();
        await page.Locator("details.confirm").GetByRole(AriaRole.Button, new() { Name = "下达这项任务", Exact = true }).ClickAsync();
    }

    private static async Task Look(BrowserPage tab, string name, int width)
    {
        Assert.Empty(await tab.Axe());
        Assert.Equal(0, await tab.Overflow());
        if (Environment.GetEnvironmentVariable("EQUALIZATION_LOOK") is { Length: > 0 } folder)
        {
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
