using System.Text.RegularExpressions;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks.Returns;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Desks;

/// <summary>The ledger of some forty tasks, as the page sends it, is changed cell by cell by LibreOffice itself and comes back.</summary>
public sealed class LedgerInLibreOfficeTests
{
    private const string Sheet = "任务台账";

    /// <summary>Every column that an office may not change in the sheet, with what is written there.</summary>
    private static readonly IReadOnlyList<(string Column, object Value)> Fixed =
    [
        ("编号", "2018-9999"), ("任务", "改名的任务"), ("措施", "改名的措施"), ("牵头单位", "另一个局"), ("配合单位", "市审计局"), ("年度目标", "新增学位 90000 个"),
        ("首次期限", new DateOnly(2030, 1, 1)), ("现行期限", new DateOnly(2031, 2, 3)), ("进度", 0.99m), ("亮灯", "绿灯了"), ("状态", "早已办结"), ("延期次数", 7m), ("销账编号", "销2030-0001"), ("备注", "另写的说明"),
    ];

    [Fact]
    public async Task Thirty_cells_changed_by_LibreOffice_are_exactly_those_shown()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        await LayTasks(story, 30);
        await story.City.TakeLedger(await story.City.Bring((await story.City.LedgerBook()).Set(Sheet, 2, "办公室备注", "原有意见")));
        using var client = await site.SignedIn(story.City.Office);
        var exported = await client.GetByteArrayAsync("/Tasks/Ledger.xlsx?show=all", TestCity.Ct);
        var before = Book.Read(exported)[Sheet];
        Assert.True(before.Count > 40, $"{before.Count} rows");
        Assert.Equal(LedgerTable.Round.Columns.Where(c => c.FixedBecause is not null).Select(c => c.Name), Fixed.Select(f => f.Column));

        var remarks = Enumerable.Range(0, 16).Select(i => (Row: 2 + i, Text: i == 0 ? "" : $"第{i}次调度会：“加快”，含 \"50%\" & <目标>\n请于月底前反馈")).ToList();
        var edits = remarks.Select(r => Edit(before, r.Row, "办公室备注", r.Text))
            .Concat(Fixed.Select((f, i) => Edit(before, FixedRow(i), f.Column, f.Value))).ToList();
        Assert.Equal(30, edits.Count);
        var file = await story.City.BringLedger(await CalcBasic.Edit(exported, edits));
        var look = (await story.City.LookAtLedger(file)).Table!;

        Assert.Equal(remarks.Select(r => $"{Sheet} {r.Row} 办公室备注: {(r.Row == 2 ? "原有意见" : "")}→{r.Text}"), look.Changes());
        Assert.Equal(Fixed.Select((f, i) => $"{Sheet} {FixedRow(i)} {f.Column} row-fixed").Order(StringComparer.Ordinal), look.Faults().Order(StringComparer.Ordinal));
        Assert.Equal(before.Count - 1 - 16 - 7, look.Count(RowChange.Unchanged));
        Assert.All(look.Lines.SelectMany(l => l.Faults), f => Assert.Equal(LedgerTable.Round.Column(f.Column).FixedBecause, f.Refusal.Message));
        Assert.Empty(look.Missing);
        await IsOnThePage(client, file);

        await RosterDesk.Refuses("table-wrong", () => story.City.TakeLedger(file));
        Assert.Equal(new TableOutcome(0, 16, 7), await story.City.TakeLedger(file, rightRowsOnly: true));
        var after = Book.Read(await client.GetByteArrayAsync("/Tasks/Ledger.xlsx?show=all", TestCity.Ct));
        Assert.All(remarks, r => Assert.Equal(r.Text, after.Get(Sheet, r.Row, "办公室备注") ?? ""));
        Assert.All(Fixed.Index(), f => Assert.Equal(before[FixedRow(f.Index) - 1][Place(before, f.Item.Column)], after.Get(Sheet, FixedRow(f.Index), f.Item.Column)));
    }

    /// <summary>Two cells a row, below the remarks.</summary>
    private static int FixedRow(int i) => 20 + (i / 2);

    private static CellEdit Edit(List<string?[]> sheet, int row, string column, object value) => new(row, Place(sheet, column), value);

    private static int Place(List<string?[]> sheet, string column) => Array.IndexOf(sheet[0], column);

    private static async Task IsOnThePage(HttpClient client, Guid file)
    {
        var wrong = await client.GetStringAsync($"/Tasks/Returns/{file}?tab={RowChange.Wrong}", TestCity.Ct);
        Assert.Equal(Fixed.Count, Regex.Count(wrong, "data-label=\"怎样改正\""));
        var changed = await client.GetStringAsync($"/Tasks/Returns/{file}?tab={RowChange.Changed}", TestCity.Ct);
        Assert.Equal(16, Regex.Matches(changed, "data-cells.*?</ul>", RegexOptions.Singleline).Sum(m => Regex.Count(m.Value, "<li")));
    }

    private static async Task LayTasks(StoryCity story, int count)
    {
        var model = await story.Task(StoryCity.Signed);
        await story.City.Lay(db =>
        {
            for (var i = 1; i <= count; i++)
            {
                var task = new AnnualTask(
                    model.JurisdictionId, model.PlanId, model.MeasureId, 1, new LedgerNumber(2018, 500 + i), $"扩建学校{i}", "扩建校舍。", "扩建校舍。", model.LeadUnitId, model.StartOn,
                    model.CurrentDueOn, 1, story.City.Clock.UtcNow());
                task.Add(new TaskUnit(task, model.LeadUnitId, UnitRole.Lead, StoryCity.Lead, model.StartOn));
                db.Add(task);
            }
        });
    }
}
