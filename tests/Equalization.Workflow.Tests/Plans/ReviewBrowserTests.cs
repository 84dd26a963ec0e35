using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Plans;

/// <summary>The plan screens in a browser, scripts on.</summary>
public sealed class ReviewBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task Doubts_are_walked_accepted_and_matched_from_the_keyboard_without_a_reload()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        await using var tab = await chromium.Open(site, city.Office);
        await tab.Page.GotoAsync(Address(review));
        await tab.Page.EvaluateAsync("() => { window.stayed = true; }");

        await tab.Page.Keyboard.PressAsync("n");
        await Assertions.Expect(tab.Page.Locator("[data-doubt]:focus")).ToContainTextAsync("市某某局");
        await tab.Page.Keyboard.PressAsync("n");
        await tab.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(tab.Page.Locator("[data-doubt]")).ToHaveCountAsync(2);
        await tab.Page.Locator("[data-doubt]").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("e");
        await tab.Page.Locator(".match[open] select").First.SelectOptionAsync(new SelectOptionValue { Label = "市财政局" });
        await tab.Page.Locator(".match[open] button:has-text('匹配单位')").First.ClickAsync();

        await Assertions.Expect(tab.Page.Locator(".review-done")).ToContainTextAsync("已匹配");
        await Assertions.Expect(tab.Page.Locator("[data-doubt]")).ToHaveCountAsync(1);
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => window.stayed === true"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Choosing_a_stretch_of_the_source_goes_to_its_measure_and_a_selection_fills_the_form()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        await using var tab = await chromium.Open(site, city.Office);
        await tab.Page.GotoAsync(Address(review));
        var third = review.Measures[2];

        await tab.Page.Locator($"#s-{third.Id}").ClickAsync();
        await Assertions.Expect(tab.Page.Locator($"#m-{third.Id}")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("chosen"));
        await tab.Page.EvaluateAsync("""
            id => { const text = document.getElementById(id).firstChild; getSelection().setBaseAndExtent(text, 2, text, 6); }
            """, $"s-{third.Id}");

        await Assertions.Expect(tab.Page.Locator("#Add_Words")).ToHaveValueAsync("开展监测");
        Assert.Equal($"{SmallPlan.Find("开展监测").Start}", await tab.Page.Locator("[data-stretch] [data-at]").InputValueAsync());
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task Every_plan_page_fits_and_can_be_used_by_everybody(int width)
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var review = await PlanServiceTests.Import(city);
        var draft = await PlanServiceTests.Import(city, SmallPlan.Plan("第二个行动计划"));
        await city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct);
        await using var tab = await chromium.Open(site, city.Office, width);
        var plan = $"/Plans/{review.Plan.Id}";
        string[] addresses =
        [
            "/Plans", "/Plans/Import", plan, plan + "?tab=years", plan + "?tab=coverage", plan + "?tab=source", plan + "?tab=versions",
            plan + "/Issue?year=2018", Address(draft), Address(draft) + $"&edit={draft.Measures[1].Id}",
        ];

        var faults = new List<string>();
        foreach (var address in addresses)
        {
            await tab.Page.GotoAsync(address);
            faults.AddRange((await tab.Axe()).Select(b => $"{address}: {b}"));
            if (await tab.Overflow() is > 0 and var over)
            {
                faults.Add($"{address}: {over} px too wide");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(tab.Complaints);
    }

    private static string Address(PlanReview review) => $"/Plans/{review.Plan.Id}/Review?version={review.VersionId}";
}
