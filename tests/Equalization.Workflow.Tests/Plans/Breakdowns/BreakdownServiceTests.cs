using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Plans.Breakdowns;

public sealed class BreakdownServiceTests : IAsyncLifetime
{
    private TestCity city = null!;
    private PlanReview review = null!;

    private Guid Draft => review.VersionId;

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        review = await PlanServiceTests.Import(city);
    }

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task What_comes_back_untouched_changes_nothing()
    {
        var result = await city.Compare(Draft, await city.Book(Draft));

        Assert.All(result.Table.Lines, l => Assert.Equal(RowChange.Unchanged, l.Change));
        Assert.Equal(6, result.Table.Lines.Count);
        Assert.Empty(result.Moved);
        Assert.Empty(result.Table.Missing);
        await RosterDesk.Refuses("table-nothing", async () => await city.Import(Draft, await city.Book(Draft)));
    }

    [Fact]
    public async Task Each_changed_cell_is_told_with_both_values_and_taken_and_the_next_export_shows_it()
    {
        var book = await city.Book(Draft);
        book.Set("措施", 2, "措施", "完善布局规划").Set("措施", 2, "配合单位", "市发改委").Set("措施", 4, "牵头单位", null).Set("措施", 4, "责任单位", "教育局")
            .Set("措施", 5, "不下达原因", "由宣传部门另行安排。").Set("期限", 2, "日期", "2020/6/30").Set("目标", 2, "数值", "２，５００").Set("目标", 2, "逐年要求", "√");
        var before = await city.Read(db => db.MeasureUnits.Where(u => u.AsWritten == "市发改委").Select(u => u.Id).SingleAsync());
        var check = (await city.Compare(Draft, book)).Table;

        Assert.Empty(check.Faults());
        Assert.Equal(
            [
                "措施 2 措施: 完善规划→完善布局规划", "措施 2 配合单位: 各区县(市)政府、市发改委→市发改委", "措施 4 牵头单位: 市教育局→", "措施 4 责任单位: →市教育局", "措施 5 不下达原因: →由宣传部门另行安排。",
                "期限 2 日期: 2020-12-31→2020-06-30", "目标 2 数值: 2000→2500", "目标 2 逐年要求: →是",
            ],
            check.Changes().Order(StringComparer.Ordinal).OrderBy(c => "措期目".IndexOf(c[0], StringComparison.Ordinal)));
        Assert.Equal(new TableOutcome(0, 5, 0), await city.Import(Draft, book));

        var after = await city.Book(Draft);
        Assert.Equal(("完善布局规划", "市发改委"), (after.Get("措施", 2, "措施"), after.Get("措施", 2, "配合单位")));
        Assert.Equal(("", "市教育局"), (after.Get("措施", 4, "牵头单位"), after.Get("措施", 4, "责任单位")));
        Assert.Equal(("2020-06-30", "2500", "是"), (after.Get("期限", 2, "日期"), after.Get("目标", 2, "数值"), after.Get("目标", 2, "逐年要求")));
        Assert.Equal(before, await city.Read(db => db.MeasureUnits.Where(u => u.AsWritten == "市发改委").Select(u => u.Id).SingleAsync()));
        Assert.Equal(["完善布局规划"], await city.Read(db => db.Measures.Where(m => m.Title.StartsWith("完善")).Select(m => m.Title).ToListAsync()));
    }

    [Fact]
    public async Task Rows_that_nobody_changed_are_not_written()
    {
        var versions = await city.Read(db => db.Measures.ToDictionaryAsync(m => m.Position, m => m.Version));
        await city.Import(Draft, (await city.Book(Draft)).Set("措施", 3, "编号", "二"));

        var after = await city.Read(db => db.Measures.ToDictionaryAsync(m => m.Position, m => m.Version));
        Assert.Equal([2], after.Where(a => versions[a.Key] != a.Value).Select(a => a.Key));
    }

    [Fact]
    public async Task Wrong_cells_are_told_at_their_rows_and_columns_by_the_rules_of_the_forms()
    {
        var book = (await city.Book(Draft)).Set("措施", 2, "措施", "").Set("措施", 2, "序号", "9").Set("措施", 3, "牵头单位", "没有的局").Set("措施", 4, "配合单位", "市教育局、教育局")
            .Set("措施", 5, "编号", new string('一', 21)).Set("期限", 2, "日期", "年底").Set("期限", 2, "期限类型", "随时").Set("目标", 2, "比较方式", "约").Set("目标", 2, "年份", "1819");
        var check = (await city.Compare(Draft, book)).Table;

        Assert.Equal(
            [
                "措施 2 序号 row-fixed", "措施 2 措施 measure-title", "措施 3 牵头单位 unit-unknown-name", "措施 4 配合单位 unit-twice", "措施 5 编号 text-length",
                "期限 2 日期 table-day", "期限 2 期限类型 deadline-kind-word", "目标 2 比较方式 comparator-word",
            ],
            check.Faults());
        await RosterDesk.Refuses("table-wrong", () => city.Import(Draft, book));
        Assert.Equal(["目标 2 年份 target-year"], (await city.Compare(Draft, (await city.Book(Draft)).Set("目标", 2, "年份", "1819"))).Table.Faults());
        Assert.Equal(["期限 2 日期 deadline-kind"], (await city.Compare(Draft, (await city.Book(Draft)).Set("期限", 2, "期限类型", "每年"))).Table.Faults());
        Assert.Equal(new TableOutcome(0, 1, 4), await city.Import(Draft, (await city.Book(Draft)).Set("措施", 3, "编号", "二").Set("措施", 2, "措施", "").Set("措施", 4, "措施", "").Set("期限", 2, "日期", "年底").Set("目标", 2, "年份", "1819"), rightRowsOnly: true));
    }

    [Fact]
    public async Task Rows_may_change_places_and_a_sheet_its_name()
    {
        var book = await city.Book(Draft);
        book["措施"].Reverse(1, book["措施"].Count - 1);
        book.Sheets[0] = ("主表", book["措施"]);

        Assert.Empty((await city.Compare(Draft, book)).Table.Changes());
        Assert.Empty((await city.Compare(Draft, book)).Table.Faults());
        Assert.Equal(["主表 5 措施: 完善规划→规划"], (await city.Compare(Draft, book.Set("主表", 5, "措施", "规划"))).Table.Changes());
    }

    [Fact]
    public async Task A_row_left_out_is_listed_and_stays()
    {
        var book = await city.Book(Draft);
        book["措施"].RemoveAt(1);
        book.Set("措施", 2, "编号", "二").Sheets.RemoveAll(s => s.Name == "目标");
        var result = await city.Compare(Draft, book);

        Assert.Equal("完善规划", Assert.Single(result.Table.Missing).Title);
        Assert.Equal(["目标"], result.Absent);
        await city.Import(Draft, book);
        Assert.Equal(4, await city.Read(db => db.Measures.CountAsync()));
    }

    [Fact]
    public async Task New_rows_come_in_where_they_stand_with_deadlines_and_targets_of_their_own()
    {
        var book = (await city.Book(Draft))
            .Insert("措施", 2, ("序号", "90"), ("措施", "建设资源库"), ("牵头单位", "市教育局"), ("配合单位", "市财政局、各区县（市）政府"))
            .Insert("期限", 2, ("序号", "90"), ("期限文字", "2019年底前"), ("日期", "2019年12月31日"))
            .Insert("目标", 2, ("序号", "90"), ("目标文字", "资源覆盖率达到90%"), ("年份", "2019"), ("比较方式", "不低于"), ("数值", "90"), ("计量单位", "%"))
            .Insert("目标", 3, ("序号", "77"), ("目标文字", "无主的目标"));
        var check = (await city.Compare(Draft, book)).Table;
        Assert.Equal(["目标 4 序号 owner-unknown"], check.Faults());
        Assert.Equal(3, check.Count(RowChange.Added));
        await city.Import(Draft, book, rightRowsOnly: true);

        var measures = (await city.Get<PlanQueries>().Review(city.Office, review.Plan.Id, Draft, TestCity.Ct)).Measures;
        Assert.Equal(["完善规划", "建设资源库", "配齐设备", "开展监测", "加强宣传"], measures.Select(m => m.Title));
        Assert.Equal([1, 2, 3, 4, 5], measures.Select(m => m.Position));
        Assert.Equal(["市教育局", "市财政局", "各区县(市)政府"], measures[1].Units.Select(u => u.ListedName));
        Assert.Equal((new DateOnly(2019, 12, 31), 90m), (measures[1].Deadlines.Single().Day, measures[1].Targets.Single().Value));
        Assert.Contains(measures[1].Findings, f => f.Format.Contains("由导入的分解表新增", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_twice_or_of_another_plan_or_with_a_broken_seal_is_told()
    {
        var book = await city.Book(Draft);
        book["措施"].Add([.. book["措施"][1]]);
        book.Set("措施", 3, "校验码", "M123").Set("措施", 4, "校验码", book.Get("目标", 2, "校验码"));
        Assert.Equal(["措施 3 校验码 row-seal", "措施 4 校验码 row-seal", "措施 6 校验码 row-twice"], (await city.Compare(Draft, book)).Table.Faults());

        var other = await PlanServiceTests.Import(city, SmallPlan.Plan("第二个行动计划"));
        Assert.Equal(6, (await city.Compare(other.VersionId, await city.Book(Draft))).Table.Faults().Count(f => f.EndsWith("row-gone", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_changed_here_meanwhile_stays_unless_both_changed_the_same_cell_which_is_told()
    {
        var book = (await city.Book(Draft)).Set("措施", 2, "编号", "一").Set("措施", 3, "措施", "配齐教学设备");
        var (first, second) = (review.Measures[0], review.Measures[1]);
        await city.Get<MeasureService>().Reword(city.Office, new MeasureInput(first.Id, first.Version, "1", "完善规划和布局", first.Section, first.Body), TestCity.Ct);
        await city.Get<MeasureService>().Reword(city.Office, new MeasureInput(second.Id, second.Version, "2", "配备设备", second.Section, second.Body), TestCity.Ct);
        var result = await city.Compare(Draft, book);

        Assert.Equal(["措施 2 编号: 1→一"], result.Table.Lines.Where(l => l.Change == RowChange.Changed).SelectMany(l => l.Cells, (l, c) => $"{l.Sheet} {l.Row} {c.Column}: {c.Before}→{c.After}"));
        Assert.Equal(["措施 3 措施 row-moved"], result.Table.Faults());
        Assert.Equal(["措施 2 措施", "措施 3 措施", "期限 2 措施", "目标 2 措施"], result.Moved.Select(m => $"{m.Sheet} {m.Row} {string.Join('、', m.Columns)}"));
        await city.Import(Draft, book, rightRowsOnly: true);
        var merged = await city.Read(db => db.Measures.SingleAsync(m => m.Position == 1));
        Assert.Equal(("一", "完善规划和布局"), (merged.Number, merged.Title));
    }

    [Fact]
    public async Task A_confirmation_of_what_was_seen_before_is_stale_and_a_file_is_taken_once()
    {
        var file = await city.Bring(Draft, (await city.Book(Draft)).Set("措施", 2, "编号", "一"));
        var look = await city.Look(city.Office, file);
        var first = review.Measures[0];
        await city.Get<MeasureService>().Reword(city.Office, new MeasureInput(first.Id, first.Version, "1.", "完善规划", first.Section, first.Body), TestCity.Ct);
        var service = city.Get<BreakdownService>();

        await RosterDesk.Refuses(RuleBroken.Stale, () => service.Take(city.Office, file, TableReading.Plain, look.Mark, true, TestCity.Ct));
        var second = await city.Bring(Draft, (await city.Book(Draft)).Set("措施", 2, "编号", "一"));
        var mark = (await city.Look(city.Office, second)).Mark;
        await service.Take(city.Office, second, TableReading.Plain, mark, false, TestCity.Ct);
        await RosterDesk.Refuses("table-taken", () => service.Take(city.Office, second, TableReading.Plain, mark, false, TestCity.Ct));
    }

    [Fact]
    public async Task A_confirmed_version_takes_nothing_back()
    {
        var file = await city.Bring(Draft, (await city.Book(Draft)).Set("措施", 2, "编号", "一"));
        var mark = (await city.Look(city.Office, file)).Mark;
        await city.Get<PlanService>().Confirm(city.Office, Draft, review.Version, TestCity.Ct);

        Assert.Equal("plan-confirmed", (await city.Look(city.Office, file)).Refusal!.Code);
        await RosterDesk.Refuses("plan-confirmed", () => city.Get<BreakdownService>().Take(city.Office, file, TableReading.Plain, mark, false, TestCity.Ct));
        await RosterDesk.Refuses("plan-confirmed", async () => await city.Bring(Draft, await city.Book(Draft)));
    }

    [Fact]
    public async Task A_look_asks_the_database_as_often_whatever_the_size_of_the_file()
    {
        var small = await city.Bring(Draft, (await city.Book(Draft)).Change(b => b["措施"].RemoveRange(2, 3)));
        var large = await city.Bring(Draft, (await city.Book(Draft)).Set("措施", 3, "牵头单位", "市教育局").Set("措施", 4, "牵头单位", "市财政局"));

        Assert.Equal(await Commands(small), await Commands(large));
    }

    [Fact]
    public void The_words_of_the_pages_are_words_of_the_file_and_every_reason_can_be_read_in_English()
    {
        Assert.All(BreakdownTables.DeadlineKinds, k => Assert.Equal(PlanWords.Of(k.Kind), k.Word));
        Assert.All(BreakdownTables.Comparators, c => Assert.Equal(PlanWords.Of(c.Comparator), c.Word));
        var columns = Enum.GetValues<BreakdownPart>().SelectMany(p => BreakdownTables.Of(p).Columns).ToList();
        Assert.All(columns.Select(c => c.FixedBecause).OfType<string>(), reason => Assert.Contains(reason, RoundWords.Reasons));
        Assert.All(columns.Where(c => !c.IsFixed), c => Assert.NotEqual("", RoundWords.HintOf(c.Name)));
    }

    private async Task<int> Commands(Guid file)
    {
        var count = new CommandCount();
        await using var services = city.ServicesAnew(s => s.ConfigureDbContext<SqliteWorkflowDb>(o => o.AddInterceptors(count)));
        await services.GetRequiredService<BreakdownService>().Preview(city.Office, file, TableReading.Plain, TestCity.Ct);
        return count.Count;
    }
}
