using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Bulletins;

/// <summary>A bulletin's tables as a spreadsheet say what its page says.</summary>
public sealed partial class BulletinTablesTests
{
    [Fact]
    public async Task The_office_gets_the_items_and_the_units_and_a_unit_its_own_items()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var bulletin = await story.Bulletin(BulletinState.FactCheck);
        var whole = await story.City.Get<BulletinQueries>().One(story.City.Office, bulletin.Id, TestCity.Ct);
        using var office = await site.SignedIn(story.City.Office);
        using var contact = await site.SignedIn(story.City.Contact(StoryCity.Cooperating));

        using var book = SpreadsheetDocument.Open(new MemoryStream(await office.GetByteArrayAsync($"/Bulletins/{bulletin.Id}/Tables.xlsx", TestCity.Ct)), isEditable: false);
        using var own = SpreadsheetDocument.Open(new MemoryStream(await contact.GetByteArrayAsync($"/Bulletins/{bulletin.Id}/Tables.xlsx", TestCity.Ct)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Description} {e.Path?.XPath}"));
        Assert.Equal(["滞后事项", "各单位任务完成情况"], book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value));
        Assert.Equal(whole.Lines.Select(l => l.Line.TaskNumber), Rows(book, 0).Skip(1).Select(r => r[1]));
        Assert.Equal(whole.Units.Select(u => (u.Unit, $"{u.Outcome.Overdue}")), Rows(book, 1).Skip(1).Select(r => (r[0], r[4])));
        Assert.NotEmpty(Rows(own, 0).Skip(1));
        Assert.All(Rows(own, 0).Skip(1), r => Assert.Equal(StoryCity.Cooperating, r[4]));
        Assert.Single(Rows(own, 1));
    }

    [Fact]
    public async Task Many_lines_come_in_pages_and_whoever_acts_on_one_stays_on_its_page()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var bulletin = await story.Bulletin(BulletinState.FactCheck);
        var (last, first) = (Guid.CreateVersion7(), bulletin.LineOf(story.City, StoryCity.Lead));
        await story.City.Read(async db =>
        {
            foreach (var i in Enumerable.Range(1, 150))
            {
                var line = await db.BulletinLines.AsNoTracking().SingleAsync(l => l.Id == first.Id, TestCity.Ct);
                db.Entry(line).Property(l => l.Id).CurrentValue = i == 150 ? last : Guid.CreateVersion7();
                db.Entry(line).Property(l => l.Position).CurrentValue = 1000 + i;
                db.Add(line);
            }

            db.Act = new CurrentAct(story.City.Office, "测试数据", story.City.Clock.Now);
            return await db.SaveChangesAsync(TestCity.Ct);
        });
        using var head = await site.SignedIn(story.City.Head(StoryCity.Lead));
        var page = await head.GetStringAsync($"/Bulletins/{bulletin.Id}", TestCity.Ct);
        using var told = await TestSite.Post(head, $"/Bulletins/{bulletin.Id}", $"/Bulletins/{bulletin.Id}?handler=Object", ("Input.LineId", $"{last}"), ("Input.Version", "0"), ("Input.Objection", " "));
        using var sent = await TestSite.Post(head, $"/Bulletins/{bulletin.Id}", $"/Bulletins/{bulletin.Id}?handler=Object", ("Input.LineId", $"{last}"), ("Input.Version", "0"), ("Input.Objection", "已完成。"));

        Assert.Equal(100, Line().Count(page));
        Assert.Contains("id=\"line-1150\"", await told.Content.ReadAsStringAsync(TestCity.Ct), StringComparison.Ordinal);
        Assert.Equal($"/Bulletins/{bulletin.Id}?p=2", sent.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task LibreOffice_opens_the_book()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var bulletin = await story.Bulletin(BulletinState.FactCheck);
        using var office = await site.SignedIn(story.City.Office);

        var csv = await Office.Csv(await office.GetByteArrayAsync($"/Bulletins/{bulletin.Id}/Tables.xlsx", TestCity.Ct));

        Assert.StartsWith("序号,编号,任务,牵头单位,单位,首次期限", csv, StringComparison.Ordinal);
        Assert.Contains(StoryCity.Late, csv);
    }

    [GeneratedRegex("<li id=\"line-")]
    private static partial Regex Line();

    private static List<List<string>> Rows(SpreadsheetDocument book, int sheet)
    {
        var id = book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList())];
    }
}
