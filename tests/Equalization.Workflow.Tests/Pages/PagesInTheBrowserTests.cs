using Equalization.Workflow.Tests.Permissions;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;

namespace Equalization.Workflow.Tests.Pages;

/// <summary>Every page, at a desk's and at a phone's width: WCAG 2.2 AA by axe-core, no sideways scrolling, no script error, no call to another host.</summary>
public sealed class PagesInTheBrowserTests(Chromium chromium)
{
    /// <summary>Doors that answer with no page.</summary>
    private static readonly string[] NoPage =
    [
        EndpointNames.StaticFiles, "GET Evidence.Download", "GET Evidence.Picture", "GET Ledger.Download", "GET Papers.Download", "GET Assessment.Download", "GET Packs.Download", "GET Packs.SelfInspection",
        "GET Packs.Monitoring", "GET Packs.Period", "GET Assessment.Paper", "GET Assessment.UnitSheet", "GET Bulletins.Tables", "GET Rosters.Template", "GET Schools.Template", "GET Schools.Workbook", "GET Schools.Moves", "GET Breakdowns.Download",
        "GET Lists.Plans", "GET Lists.Units", "GET Lists.Work", "GET Lists.Supervision", "GET Lists.Proposals", "GET Lists.Bulletins", "GET Lists.Instructions", "GET Lists.Gaps",
        "GET Lists.Requests", "GET Lists.Recurrences", "GET Lists.LookBacks", "GET Lists.Handovers", "GET Lists.Deputies", "GET Lists.Accreditations", "GET Lists.Problems",
        "GET /Plans/Details?handler=File", "GET /Interviews/One?handler=Calendar", "GET Accreditations.Report", "GET Accountabilities.All", "GET Accountabilities.Document",
        // A mail's body is sealed: no script runs in it, axe's neither.
        "GET /Mail/One?handler=Html",
        "GET /Work/Index?handler=Progress", "GET /Error", "GET /Setup", "GET /Accounts/SignOut", "GET /Accounts/ActAs", "GET /Index",
    ];

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task Every_page_is_usable_by_everybody(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var faults = new List<string>();
        var doors = Doors.All.Where(d => !d.IsPost && d.Signs.Contains(Door.In, StringComparison.Ordinal) && !NoPage.Contains(d.Endpoint)).ToList();
        foreach (var walker in Walker.All.Index())
        {
            foreach (var door in doors.Where(d => d.Signs.IndexOf(Door.In, StringComparison.Ordinal) == walker.Index))
            {
                await using var tab = await chromium.Open(site, walker.Item.Person(story), width);
                await tab.Page.GotoAsync(await door.Address(story));
                faults.AddRange((await tab.Axe()).Select(breach => $"{door.Endpoint}: {breach}"));
                faults.AddRange(tab.Complaints.Select(complaint => $"{door.Endpoint}: {complaint}"));
                if (await tab.Overflow() is var over and > 0)
                {
                    faults.Add($"{door.Endpoint}: {over} px wider than the window");
                }
            }
        }

        Assert.NotEmpty(doors);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
