using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Desks;

public sealed class LedgerPagesTests
{
    private const int Columns = 14;

    [Fact]
    public async Task The_file_holds_the_tasks_of_the_list_under_the_same_filter()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        foreach (var query in new[] { "?show=all", "", "?light=Red&show=all", "?q=逾期", "?year=2018&view=measure" })
        {
            var rows = await Rows(site, story.City.Office, query);
            var listed = await Listed(story, story.City.Office, query);

            Assert.Equal(listed.Order(StringComparer.Ordinal), rows.Skip(1).Select(r => r[0]));
            Assert.All(rows, r => Assert.Equal(Columns, r.Count));
        }
    }

    [Fact]
    public async Task A_unit_gets_what_it_has_part_in_and_nothing_else()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var contact = story.City.Contact(StoryCity.Cooperating);
        var own = (await Rows(site, contact, "?show=all")).Skip(1).Select(r => r[0]).ToList();

        Assert.Equal((await Listed(story, contact, "?show=all")).Order(StringComparer.Ordinal), own);
        Assert.NotEmpty(own);
        Assert.True((await Rows(site, story.City.Contact(StoryCity.Bystander), "?show=all")).Count < (await Rows(site, story.City.Office, "?show=all")).Count);
    }

    [Fact]
    public async Task The_file_carries_the_offices_columns_and_a_name_with_the_day()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var client = await site.SignedIn(story.City.Office);
        using var answer = await client.GetAsync("/Tasks/Ledger.xlsx?show=all", TestCity.Ct);
        var rows = Read(await answer.Content.ReadAsByteArrayAsync(TestCity.Ct));
        var task = await story.Task(StoryCity.Late);
        var line = rows.Single(r => r[0] == task.Number);

        Assert.Equal(SpreadsheetWriter.ContentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("任务台账-20180410.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(["编号", "任务", "措施", "牵头单位", "配合单位", "年度目标", "首次期限", "现行期限", "进度", "亮灯", "状态", "延期次数", "销账编号", "备注"], rows[0]);
        Assert.Equal(task.Title, line[1]);
        Assert.Equal(task.CurrentDueOn, new DateOnly(1899, 12, 30).AddDays(int.Parse(line[7], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("逾期", line[9].Split('（')[0]);
    }

    [Fact]
    public async Task An_address_that_names_no_such_filter_is_refused()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var client = await site.SignedIn(story.City.Office);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/Tasks/Ledger.xlsx?light=Purple", TestCity.Ct)).StatusCode);
    }

    private static async Task<IReadOnlyList<string>> Listed(StoryCity story, Actor actor, string query)
    {
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var filter = new TaskFilter
        {
            Year = asked.TryGetValue("year", out var year) ? int.Parse(year!, System.Globalization.CultureInfo.InvariantCulture) : null,
            Light = asked.ContainsKey("light") ? Core.Lights.Light.Red : null,
            IncludeClosed = asked.ContainsKey("show"),
            Text = asked.TryGetValue("q", out var text) ? text.ToString() : null,
        };
        return [.. (await story.City.Get<TaskQueries>().Page(actor, filter, 1, 1000, TestCity.Ct)).Rows.Select(r => r.Number)];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> Rows(TestSite site, Actor actor, string query)
    {
        using var client = await site.SignedIn(actor);
        return Read(await client.GetByteArrayAsync("/Tasks/Ledger.xlsx" + query, TestCity.Ct));
    }

    private static IReadOnlyList<IReadOnlyList<string>> Read(byte[] content)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        return
        [
            .. ((WorksheetPart)file.WorkbookPart!.GetPartById(file.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!)).Worksheet.Descendants<Row>().Select(row =>
            {
                var cells = row.Elements<Cell>().ToDictionary(c => c.CellReference!.Value![0], c => c.InnerText);
                return (IReadOnlyList<string>)[.. Enumerable.Range(0, Columns).Select(i => cells.GetValueOrDefault((char)('A' + i), ""))];
            }),
        ];
    }
}
