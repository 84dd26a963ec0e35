using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Breakdowns;

/// <summary>The breakdown goes out as the page sends it, is changed in LibreOffice, and comes back.</summary>
public sealed class LibreOfficeTests : IAsyncLifetime
{
    private const int Measures = 12;

    private TestCity city = null!;
    private TestSite site = null!;
    private PlanReview review = null!;

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        site = await TestSite.Start(city);
        review = await PlanServiceTests.Import(city, PlanReader.Read(Plan()));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task What_LibreOffice_saves_untouched_changes_nothing()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var check = (await Look(await Office.Saved(await Exported(), "xlsx", "ods"), "ods")).Table;

        Assert.Empty(check.Changes());
        Assert.Empty(check.Faults());
        Assert.Equal(review.Measures.Sum(m => 1 + m.Deadlines.Count + m.Targets.Count), check.Count(RowChange.Unchanged));
        Assert.Empty(check.Missing);
    }

    [Fact]
    public async Task Thirty_cells_changed_in_LibreOffice_are_exactly_those_shown_and_the_next_export_has_them()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var changed = await FlatSheets.Open(await Exported());
        var expected = new List<string>();
        for (var i = 1; i <= 10; i++)
        {
            changed.Set("措施", i + 1, "措施", $"改后措施{i}").Set("期限", i + 1, "日期", new DateOnly(2019, i, 28)).Set("目标", i + 1, "数值", i + 0.5m);
            expected.AddRange([$"措施 {i + 1} 措施: 扩建学校{i}→改后措施{i}", $"期限 {i + 1} 日期: 2020-12-31→{new DateOnly(2019, i, 28):yyyy-MM-dd}", $"目标 {i + 1} 数值: {60 + i}→{i + 0.5m}"]);
        }

        var content = await changed.Save();
        var file = await city.Bring(review.VersionId, content);
        var look = await city.Look(city.Office, file);
        Assert.Empty(look.Result!.Table.Faults());
        Assert.Equal(30, look.Result.Table.Changes().Count);
        Assert.Equal(expected.Order(StringComparer.Ordinal), look.Result.Table.Changes().Order(StringComparer.Ordinal));

        using var client = await site.SignedIn(city.Office);
        using var answer = await TestSite.Post(client, $"/Plans/Breakdowns/{file}", $"/Plans/Breakdowns/{file}", ("Input.Mark", look.Mark));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        var after = await city.Book(review.VersionId);
        for (var i = 1; i <= 10; i++)
        {
            Assert.Equal(($"改后措施{i}", $"{new DateOnly(2019, i, 28):yyyy-MM-dd}", $"{i + 0.5m}"), (after.Get("措施", i + 1, "措施"), after.Get("期限", i + 1, "日期"), after.Get("目标", i + 1, "数值")));
        }

        Assert.Empty((await Look(await (await FlatSheets.Open(await Exported())).Save(), null)).Table.Changes());
    }

    [Fact]
    public async Task Hidden_and_merged_cells_formulas_deleted_rows_and_renamed_sheets_are_told_for_what_they_are()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var changed = (await FlatSheets.Open(await Exported())).Set("措施", 2, "编号", "改").Hide("措施", 2).MergeDown("措施", 4, "措施").Formula("措施", 6, "编号", "of:=CONCATENATE(\"第\";7)")
            .Formula("措施", 7, "编号", "of:=1/0").Set("措施", 8, "措施", "扩建学校7  ").Delete("措施", 13).Rename("措施", "分工表");
        var result = await Look(await changed.Save(), null);

        Assert.Equal(["分工表 6 编号: 5→第7"], result.Table.Changes());
        Assert.Equal(["分工表 5 措施 row-merged", "分工表 7 编号 table-error-cell"], result.Table.Faults().Order(StringComparer.Ordinal));
        Assert.Equal(("分工表", 1), (result.Table.Sheets[0].Name, result.Table.Sheets[0].HiddenRows));
        Assert.Equal("扩建学校12", Assert.Single(result.Table.Missing).Title);
    }

    private static string Plan() =>
        "校园建设方案（2018—2020年）\n一、主要措施\n" + string.Concat(Enumerable.Range(1, Measures).Select(i =>
            $"{i}.扩建学校{i}。2020年底前完成，入学率达到{60 + i}%以上。（牵头单位：市教育局，配合单位：市财政局、市发改委）\n"));

    private async Task<byte[]> Exported()
    {
        using var client = await site.SignedIn(city.Office);
        return await client.GetByteArrayAsync($"/Plans/Versions/{review.VersionId}/Breakdown.xlsx", TestCity.Ct);
    }

    /// <summary>What a file of another format holds is saved as .xlsx by LibreOffice first.</summary>
    private async Task<BreakdownResult> Look(byte[] content, string? format)
    {
        var file = await city.Bring(review.VersionId, format is null ? content : await Office.Saved(content, format, "xlsx"));
        return (await city.Look(city.Office, file)).Result!;
    }
}
