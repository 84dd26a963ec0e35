using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Desks;

internal static class LedgerDesk
{
    /// <summary>The ledger as the office exports it; without the words of the day, which the page adds.</summary>
    public static async Task<Book> LedgerBook(this TestCity city)
    {
        var rows = new List<string?[]> { LedgerTable.Round.Columns.Select(c => (string?)c.Name).Append(RowSeal.Column).ToArray() };
        await foreach (var line in city.Get<LedgerQueries>().All(city.Office, new TaskFilter { IncludeClosed = true }, TestCity.Ct))
        {
            var row = LedgerTable.Row(line);
            rows.Add([.. row.Cells.Select(c => c.Text), LedgerTable.Round.Seal(row)]);
        }

        var book = new Book();
        book.Sheets.Add((LedgerTable.Round.Name, rows));
        return book;
    }

    public static async Task<Guid> Bring(this TestCity city, Book book) => await city.BringLedger(await book.Xlsx());

    public static async Task<Guid> BringLedger(this TestCity city, byte[] content) =>
        await city.Get<LedgerReturnService>().Bring(city.Office, "台账.xlsx", new MemoryStream(content), TestCity.Ct);

    public static Task<LedgerPreview> LookAtLedger(this TestCity city, Guid file) => city.Get<LedgerReturnService>().Preview(city.Office, file, TableReading.Plain, TestCity.Ct);

    public static async Task<TableOutcome> TakeLedger(this TestCity city, Guid file, bool rightRowsOnly = false) =>
        await city.Get<LedgerReturnService>().Take(city.Office, file, TableReading.Plain, (await city.LookAtLedger(file)).Mark, rightRowsOnly, TestCity.Ct);
}

/// <summary>The ledger of issued tasks goes out and comes back: remarks are taken, for anything else the way is told.</summary>
public sealed class LedgerReturnTests : IAsyncLifetime
{
    private const string Sheet = "任务台账";

    private StoryCity story = null!;
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        story = await StoryCity.Create();
        site = await TestSite.Start(story.City);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await story.DisposeAsync();
    }

    [Fact]
    public async Task What_LibreOffice_saves_of_the_exported_ledger_changes_nothing()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var look = await story.City.LookAtLedger(await story.City.BringLedger(await (await FlatSheets.Open(await Exported())).Save()));

        Assert.Empty(look.Table!.Faults());
        Assert.Empty(look.Table!.Changes());
        Assert.NotEmpty(look.Table!.Lines);
        Assert.Empty(look.Moved);
    }

    [Fact]
    public async Task Remarks_written_in_LibreOffice_are_shown_and_taken_and_stand_in_the_next_export()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var exported = await Exported();
        var count = Book.Read(exported)[Sheet].Count - 1;
        var changed = await FlatSheets.Open(exported);
        for (var i = 1; i <= count; i++)
        {
            changed.Set(Sheet, i + 1, "办公室备注", $"第{i}次调度会上提出\n请于月底前反馈");
        }

        var file = await story.City.BringLedger(await changed.Save());
        var look = await story.City.LookAtLedger(file);
        Assert.Equal(Enumerable.Range(1, count).Select(i => $"{Sheet} {i + 1} 办公室备注: →第{i}次调度会上提出\n请于月底前反馈"), look.Table!.Changes());
        using var client = await site.SignedIn(story.City.Office);
        using var answer = await TestSite.Post(client, $"/Tasks/Returns/{file}", $"/Tasks/Returns/{file}", ("Input.Mark", look.Mark));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);

        Assert.Equal("第2次调度会上提出\n请于月底前反馈", Book.Read(await Exported()).Get(Sheet, 3, "办公室备注"));
        await RosterDesk.Refuses("table-taken", () => story.City.TakeLedger(file));
    }

    [Fact]
    public async Task A_changed_cell_of_what_was_issued_is_told_with_the_way_to_change_it_and_nothing_is_stored()
    {
        var book = (await story.City.LedgerBook()).Set(Sheet, 2, "现行期限", "2030-01-01").Set(Sheet, 3, "进度", "100%").Set(Sheet, 3, "亮灯", "绿").Set(Sheet, 4, "编号", "9999")
            .Set(Sheet, 5, "办公室备注", new string('长', 501)).Insert(Sheet, 5, ("任务", "另加的任务"));
        var versions = await story.City.Read(db => db.AnnualTasks.OrderBy(t => t.Number).Select(t => t.Version).ToListAsync());
        var file = await story.City.Bring(book);
        var look = await story.City.LookAtLedger(file);

        Assert.Equal(
            [$"{Sheet} 2 现行期限 row-fixed", $"{Sheet} 3 进度 row-fixed", $"{Sheet} 3 亮灯 row-fixed", $"{Sheet} 4 编号 row-fixed", $"{Sheet} 5 办公室备注 note-length", $"{Sheet} 6 校验码 ledger-new-row"],
            look.Table!.Faults());
        Assert.Contains("延期", look.Table!.Lines[0].Faults[0].Refusal.Message, StringComparison.Ordinal);
        await RosterDesk.Refuses("table-wrong", () => story.City.TakeLedger(file));
        Assert.Equal(versions, await story.City.Read(db => db.AnnualTasks.OrderBy(t => t.Number).Select(t => t.Version).ToListAsync()));
    }

    [Fact]
    public async Task A_remark_changed_here_since_the_export_is_not_overwritten_and_other_remarks_are_not_rewritten()
    {
        var before = (await story.City.LedgerBook()).Set(Sheet, 2, "办公室备注", "甲").Set(Sheet, 3, "办公室备注", "丙");
        await story.City.TakeLedger(await story.City.Bring((await story.City.LedgerBook()).Set(Sheet, 2, "办公室备注", "乙")));
        var version = await story.City.Read(db => db.TaskNotes.Select(n => n.Version).SingleAsync());
        var file = await story.City.Bring(before);
        var look = await story.City.LookAtLedger(file);

        Assert.Equal([$"{Sheet} 2 办公室备注 row-moved"], look.Table!.Faults());
        Assert.Equal([(2, "办公室备注")], look.Moved.Select(m => (m.Row, m.Columns.Single())));
        Assert.Equal(new TableOutcome(0, 1, 1), await story.City.TakeLedger(file, rightRowsOnly: true));
        Assert.Equal([("丙", 0), ("乙", version)], (await story.City.Read(db => db.TaskNotes.Select(n => new { n.Text, n.Version }).ToListAsync())).Select(n => (n.Text, n.Version)).OrderBy(n => n.Text, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Remarks_are_the_offices_alone()
    {
        await story.City.TakeLedger(await story.City.Bring((await story.City.LedgerBook()).Set(Sheet, 2, "办公室备注", "内部意见")));
        foreach (var actor in new[] { story.City.Leader, story.City.Contact(StoryCity.Lead) })
        {
            using var client = await site.SignedIn(actor);
            var book = Book.Read(await client.GetByteArrayAsync("/Tasks/Ledger.xlsx?show=all", TestCity.Ct));
            Assert.DoesNotContain(book.Sheets.SelectMany(s => s.Rows).SelectMany(r => r), c => c is "内部意见" or "办公室备注" or "校验码");
        }

        await RosterDesk.Refuses(RuleBroken.NotAllowed, () => story.City.Get<LedgerReturnService>().Bring(story.City.Leader, "台账.xlsx", new MemoryStream([1]), TestCity.Ct));
    }

    [Fact]
    public void Every_reason_of_the_ledger_can_be_read_in_English() =>
        Assert.All(LedgerTable.Round.Columns.Select(c => c.FixedBecause).OfType<string>(), reason => Assert.Contains(reason, RoundWords.Reasons));

    private async Task<byte[]> Exported()
    {
        using var client = await site.SignedIn(story.City.Office);
        return await client.GetByteArrayAsync("/Tasks/Ledger.xlsx?show=all", TestCity.Ct);
    }
}
