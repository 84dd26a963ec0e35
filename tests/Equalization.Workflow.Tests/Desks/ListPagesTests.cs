using System.Net;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Desks;

/// <summary>Every list goes out as a file: the rows of the list under its filter, and a row in the trail first.</summary>
public sealed class ListPagesTests
{
    [Fact]
    public async Task A_lists_file_holds_its_rows_under_the_filter_and_the_trail_names_it()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var client = await site.SignedIn(story.City.Office);
        var units = await story.City.Get<UnitQueries>().Page(story.City.Office, "局", UnitKind.Department, false, 1, 500, TestCity.Ct);

        var book = Book.Read(await client.GetByteArrayAsync("/Units/List.xlsx?q=局&kind=Department", TestCity.Ct));
        Assert.Equal(units.Rows.Select(u => u.Name), book.Sheets[0].Rows.Skip(1).Select(r => r[0]));
        Assert.True(units.Total < Book.Read(await client.GetByteArrayAsync("/Units/List.xlsx", TestCity.Ct)).Sheets[0].Rows.Count - 1);
        foreach (var list in new[] { "/Plans/List.xlsx", "/Work/List.xlsx", "/Supervision/List.xlsx?show=all", "/Supervision/Proposals.xlsx", "/Bulletins/List.xlsx", "/Instructions/List.xlsx" })
        {
            Assert.NotEmpty(Book.Read(await client.GetByteArrayAsync(list, TestCity.Ct)).Sheets[0].Rows);
        }

        var told = await story.City.Read(db => db.AuditEntries.Where(e => e.Change == ExportService.Change && e.Act == "导出列表").CountAsync());
        Assert.Equal(8, told);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/Units/List.xlsx?kind=Nothing", TestCity.Ct)).StatusCode);
    }
}
