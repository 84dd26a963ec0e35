using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Plans.Reading;
using static Equalization.Workflow.Tests.Plans.Files.OfficePlans;

namespace Equalization.Workflow.Tests.Plans.Files;

/// <summary>Tables of tasks as offices keep them, saved by LibreOffice.</summary>
public sealed class TaskSheetTests
{
    private static readonly string[] Heads = ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"];

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_table_under_a_title_with_a_head_of_two_rows_sections_and_merged_cells_is_read_with_its_true_rows(string format)
    {
        OneOffice.CalcNeeded();
        var draft = await OneOffice.Draft(
            Workbook(Sheet("2022年", false,
                Row(Cell("某市重点任务分解表", columns: 7)),
                Row("填报单位：市教育局"),
                Row(Cell("序 号", rows: 2), Cell("重点任务", rows: 2), Cell("工作目标", rows: 2), Cell("责任单位", columns: 2), Cell("分管领导", rows: 2), Cell("完成时限", rows: 2)),
                Row(Covered(3), Cell("牵头单位"), Cell("配合单位"), Covered(2)),
                Row(Cell("一、学校建设", columns: 7)),
                Row("1", "建设寄宿制学校", "新建5所以上", Cell("市教育局", rows: 2), "市财政局\n市住建局", "张三", "12月底前"),
                Row("2", "改造薄弱学校", "改造30所", Covered(), "市财政局，市发改委", "李四", Day("2022-10-31")),
                Row("二、教师队伍"),
                Row("3", "补充教师", "", "市委编办", "", "", "长期坚持"),
                Row("注：分管领导按最新分工。"))),
            "fods", format);

        Assert.Equal(
            [
                "1 建设寄宿制学校 牵头:市教育局 配合:市财政局、市住建局 By 2022-12-31",
                "2 改造薄弱学校 牵头:市教育局 配合:市财政局、市发改委 By 2022-10-31",
                "3 补充教师 牵头:市委编办 配合: Ongoing ",
            ],
            draft.Measures());
        Assert.Equal([6, 7, 9], draft.Measures.Select(measure => measure.Place!.Row));
        Assert.Equal(["一、学校建设", "一、学校建设", "二、教师队伍"], draft.Measures.Select(measure => measure.Section));
        Assert.Equal([5m, 30m], draft.Measures.SelectMany(measure => measure.Targets).Select(target => target.Value!.Value));
        Assert.Equal("某市重点任务分解表", draft.Title);
        Assert.Single(draft.Skipped("表下的说明"));
    }

    [Fact]
    public async Task Each_sheet_is_read_in_the_year_of_its_name()
    {
        OneOffice.CalcNeeded();
        var draft = await OneOffice.Draft(
            Workbook(
                Sheet("2024年", false, Row(Heads), Row("1", "完善规划", "市教育局", "", "6月底前")),
                Sheet("2025年", false, Row("工作内容", "主要责任单位", "协同配合单位", "时间节点"), Row("开展监测", "市教育局", "市统计局", "12月底前"))),
            "fods", "xlsx");

        Assert.Equal(["1 完善规划 牵头:市教育局 配合: By 2024-06-30", " 开展监测 牵头:市教育局 配合:市统计局 By 2025-12-31"], draft.Measures());
        Assert.Equal(["2024年", "2025年"], draft.Measures.Select(measure => measure.Place!.Sheet));
        Assert.Equal((2024, 2025), (draft.PeriodFrom!.Value, draft.PeriodTo!.Value));
        Assert.All(draft.Measures, measure => Assert.Equal(measure.Title, draft.At(measure.TitleSpan)));
    }

    [Fact]
    public async Task Hidden_rows_and_sheets_are_shown_and_taken_only_when_asked_for()
    {
        OneOffice.CalcNeeded();
        var book = Workbook(
            Sheet("任务", false, Row(Heads), Row("1", "完善规划", "市教育局", "", "2022年底"), HiddenRow("2", "藏起来的任务", "市民政局", "", "2022年底")),
            Sheet("旧表", true, Row(Heads), Row("1", "旧任务", "市水务局", "", "2020年底")));

        var shown = await OneOffice.Draft(book, "fods", "xlsx");
        Assert.Equal(["完善规划"], shown.Measures.Select(measure => measure.Title));
        Assert.Contains(shown.Skipped("隐藏的行"), words => words.Contains("藏起来的任务", StringComparison.Ordinal));
        Assert.Contains(shown.Skipped("隐藏的工作表"), words => words.Contains("旧任务", StringComparison.Ordinal));
        Assert.Contains(shown.Doubts, doubt => doubt.Contains("1 行，工作表“旧表”", StringComparison.Ordinal));
        Assert.Equal(["完善规划", "藏起来的任务", "旧任务"], (await OneOffice.Draft(book, "fods", "xlsx", withHidden: true)).Measures.Select(measure => measure.Title));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_percentage_is_read_as_it_is_shown_and_under_its_year(string format)
    {
        OneOffice.CalcNeeded();
        var draft = await OneOffice.Draft(
            Workbook(Sheet("任务", false, Row("序号", "重点任务", "2025年目标", "2026年目标", "牵头单位"), Row("1", "提高专任教师学历达标率", Percent("0.95"), Percent("1"), "市教育局"))), "fods", format);

        Assert.Equal(["2025 95 %", "2026 100 %"], draft.Measures.Single().Targets.Select(target => $"{target.Year} {target.Value:0.##} {target.Unit}"));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task Errors_of_formulas_are_told_with_their_places_and_are_no_text_of_the_plan(string format)
    {
        OneOffice.CalcNeeded();
        var draft = await OneOffice.Draft(
            Workbook(Sheet("任务", false,
                Row(Formula("1/0")),
                Row(Heads),
                Row("1", "完善规划", "市教育局", Formula("NA()"), Formula("1/0")),
                Row("2", "开展监测", Formula("1/0")),
                Row("3", Formula("1/0"), "市财政局"))),
            "fods", format);

        Assert.Equal(["1 完善规划 牵头:市教育局 配合: ", "2 开展监测 牵头: 配合: "], draft.Measures());
        Assert.Equal(["第 1 行第 1 列", "第 3 行第 4 列", "第 3 行第 5 列", "第 4 行第 3 列", "第 5 行第 2 列"], draft.Doubts.Where(doubt => doubt.Contains("是公式错误", StringComparison.Ordinal)).Select(doubt => doubt[(doubt.IndexOf('第'))..(doubt.IndexOf('列') + 1)]));
        Assert.DoesNotContain('#', draft.Text);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_ledger_of_problems_gives_each_measure_under_its_problem(string format)
    {
        OneOffice.CalcNeeded();
        var draft = await OneOffice.Draft(
            Workbook(Sheet("2025年整改台账", false,
                Row("序号", "问题类别", "反馈问题", "整改措施", "整改目标", "整改责任单位", "牵头县领导", "整改时限"),
                Row(Cell("1", rows: 2), Cell("资源配置", rows: 2), Cell("学位供给不足", rows: 2), "新建初中1所", "缓解大班额", "县教育局、县住建局", "王强", "8月"),
                Row(Covered(3), "扩建小学2所", "缓解大班额", "县教育局", "王强", "2026年8月"),
                Row("2", "政府保障", "培训经费不足", "足额安排培训经费", "", "县财政局", "李娜", "立行立改"))),
            "fods", format);

        Assert.Equal(
            [
                "1 新建初中1所 牵头: 配合: 责任:县教育局 责任:县住建局 By 2025-08-31",
                "1 扩建小学2所 牵头: 配合: 责任:县教育局 By 2026-08-31",
                "2 足额安排培训经费 牵头: 配合: 责任:县财政局 By ",
            ],
            draft.Measures());
        Assert.Equal(["资源配置/学位供给不足", "资源配置/学位供给不足", "政府保障/培训经费不足"], draft.Measures.Select(measure => measure.Section));
    }

    [Fact]
    public async Task A_task_merged_over_several_rows_is_one_with_all_their_units()
    {
        OneOffice.CalcNeeded();
        var draft = await OneOffice.Draft(
            Workbook(Sheet("任务", false, Row("序号", "任务", "责任单位", "完成时限"),
                Row(Cell("1", rows: 2), Cell("完善规划", rows: 2), "市教育局", Cell("2022年底", rows: 2)), Row(Covered(2), "市财政局", Covered()), Row("2", "开展监测", "市统计局", "2023年底"))),
            "fods", "xlsx");

        Assert.Equal(["市教育局", "市财政局"], draft.Measures[0].Responsible());
        Assert.Equal(2, draft.Measures.Count);
    }

    [Fact]
    public async Task A_table_of_sixty_columns_is_read_by_those_that_mean_something()
    {
        var head = new[] { "序号", "重点任务", "牵头单位", "配合单位", "完成时限" }.Concat(Enumerable.Range(1, 55).Select(i => $"统计口径{i}"));
        var row = new[] { "1", "完善规划", "市教育局", "市财政局", "2022年底" }.Concat(Enumerable.Range(1, 55).Select(i => $"数{i}"));
        var draft = (await PlanFiles.Read("任务.csv", Encoding.UTF8.GetBytes($"{string.Join(',', head)}\n{string.Join(',', row)}\n"))).Read();

        Assert.Equal(["1 完善规划 牵头:市教育局 配合:市财政局 By 2022-12-31"], draft.Measures());
        Assert.Contains("数55", Assert.Single(draft.Skipped("这些栏不是任务")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_table_of_tasks_is_refused_with_what_to_do()
    {
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => PlanFiles.Read("名单.csv", Encoding.UTF8.GetBytes("姓名,电话\n张三,123\n")));

        Assert.Equal("plan-table-head", refusal.Code);
        Assert.Contains("请补上表头", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_table_gets_lost()
    {
        var draft = (await PlanFiles.Read("任务.csv", Encoding.UTF8.GetBytes("某市任务分解表\n,,,\n序号,任务,责任单位,备注\n1,完善规划,市教育局,按季调度\n,,,\n2,,市财政局,没有任务\n合计,,,\n其他说明的话放在这里\n"))).Read();

        Assert.Empty(Coverage.Missing(draft));
        Assert.Equal(DraftUnitRole.Responsible, draft.Measures[0].Units[0].Role);
    }
}
