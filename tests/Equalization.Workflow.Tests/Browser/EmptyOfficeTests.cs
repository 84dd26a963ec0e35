using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Browser;

/// <summary>A city with people and nothing else: whoever opens a list is told what comes next, on every page of the menu and at both widths.</summary>
public sealed class EmptyOfficeTests(Chromium chromium)
{
    /// <summary>Pages that are never empty.</summary>
    private static readonly string[] Full = ["/Calendar/Index", "/Jobs/Index", "/Rules/Index", "/Processes/Index", "/Units/Index", "/Audit/Index"];

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task Every_list_of_an_empty_ledger_says_the_next_step(int width)
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);
        var silent = new List<string>();
        var seen = 0;
        foreach (var person in new[] { city.Office, city.Contact(CityTasks.Lead), city.Head(CityTasks.Lead), city.Leader, city.Auditor, city.Admin })
        {
            await using var tab = await chromium.Open(site, person, width);
            var pages = Menu.For(person.Role).Select(item => item.Page).Concat(["/Notices/Index", "/Deputies/Index", "/Handovers/Index"]);
            if (person.Role is Role.Office or Role.Admin)
            {
                pages = pages.Concat(["/Units/Rosters", "/Units/SignIns"]);
            }

            foreach (var page in pages.Except(Full))
            {
                var answer = await tab.Page.GotoAsync(page.Replace("/Index", "", StringComparison.Ordinal));
                seen++;
                var says = await tab.Page.Locator("main .nothing-next").CountAsync();
                var rows = await tab.Page.Locator("main tbody > tr, main .work > li").CountAsync();
                if (answer!.Status != 200 || (says == 0 && rows == 0))
                {
                    silent.Add($"{person.Role} {page}: {answer.Status}");
                }

                silent.AddRange((await tab.Axe()).Select(breach => $"{person.Role} {page}: {breach}"));
            }

            silent.AddRange(tab.Complaints);
        }

        Assert.True(seen > 60, $"{seen}");
        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }
}
