using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Tests.Tables;

public sealed class TableHeadsTests
{
    private static readonly IReadOnlyList<TableColumn> Asked =
        [new("姓名", true), new("单位", true, "所在单位", "部门"), new("手机", false, "手机号码"), new("设备值(万元)", false), new("教师数(小学)", false), new("教师数(初中)", false)];

    [Fact]
    public void The_head_is_found_under_titles_and_notes()
    {
        var heads = TableHeads.Find(File(["人员名册"], [], ["填表说明：红色必填"], ["序号", "姓 名（必填）", "部门", "手机号码"], ["1", "张三", "市教育局", "１３８"]), Asked);

        Assert.Equal(4, heads.HeadRow);
        Assert.Equal(["序号"], heads.Unknown);
        var row = Assert.Single(heads.Rows());
        Assert.Equal(("张三", "市教育局", 138m), (heads.Cell(row, "姓名").Text, heads.Cell(row, "单位").Text, heads.Cell(row, "手机").Number));
        Assert.True(heads.Cell(row, "设备值(万元)").IsEmpty);
    }

    [Fact]
    public void Brackets_that_tell_columns_apart_are_read()
    {
        var heads = TableHeads.Find(File(["姓名", "单位", "教师数（初中）", "教师数（小学）", "设备值（元）"], ["甲", "乙", "1", "2", "3"]), Asked);

        Assert.Equal((1m, 2m), (heads.Cell(heads.Rows().Single(), "教师数(初中)").Number, heads.Cell(heads.Rows().Single(), "教师数(小学)").Number));
        Assert.Equal(["设备值（元）"], heads.Unknown);
    }

    [Fact]
    public void A_missing_column_is_named_with_what_was_seen()
    {
        var refusal = Assert.Throws<RuleBroken>(() => TableHeads.Find(File(["名字", "单位"], ["甲", "乙"]), Asked));

        Assert.Equal("table-head", refusal.Code);
        Assert.Contains("缺少这些列：姓名", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("名字", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_matched_goes_before_our_own_matching()
    {
        var heads = TableHeads.Find(File(["名字", "单位", "部门"], ["甲", "乙", "丙"]), Asked, new Dictionary<string, string> { ["姓名"] = "名字", ["单位"] = "部门" });

        Assert.Equal(("甲", "丙"), (heads.Cell(heads.Rows().Single(), "姓名").Text, heads.Cell(heads.Rows().Single(), "单位").Text));
    }

    [Theory]
    [InlineData("１，２３４．５", 1234.5)]
    [InlineData("12%", 12.0)]
    [InlineData("-3", -3.0)]
    [InlineData("3人", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_people_write_them(string written, double? expected) => Assert.Equal((decimal?)expected, TableCell.Of(written).Number);

    [Theory]
    [InlineData("2026年9月1日")]
    [InlineData("2026-9-1")]
    [InlineData("2026.09.01")]
    [InlineData("２０２６/９/１")]
    [InlineData("20260901")]
    public void Days_are_read_as_people_write_them(string written) => Assert.Equal(new DateOnly(2026, 9, 1), TableCell.Of(written).Day);

    [Fact]
    public void Nothing_written_is_said() => Assert.Equal("table-empty", Assert.Throws<RuleBroken>(() => TableHeads.Find(File(), Asked)).Code);

    private static TableFile File(params string[][] rows) => new("名册.xlsx",
        [new TableSheet("Sheet1", false, [.. rows.Select((r, i) => new TableRow(i + 1, false, [.. r.Select(TableCell.Of)])).Where(r => r.Cells.Any(c => !c.IsEmpty))])]);
}
