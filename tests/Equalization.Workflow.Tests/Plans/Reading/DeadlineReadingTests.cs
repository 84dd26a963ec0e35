using System.Globalization;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>Each written form of a time, as "day kind".</summary>
public sealed class DeadlineReadingTests
{
    [Theory]
    [InlineData("2018年", "2018-12-31 By")]
    [InlineData("2022年度", "2022-12-31 By")]
    [InlineData("2020年底", "2020-12-31 By")]
    [InlineData("到2022年底", "2022-12-31 By")]
    [InlineData("2012年底前", "2012-12-31 By")]
    [InlineData("力争2021年年底前", "2021-12-31 By")]
    [InlineData("2012年10月底前", "2012-10-31 By")]
    [InlineData("2018年3月至2018年12月", "2018-12-31 By 2018-03-01")]
    [InlineData("2018年12月-2019年6月", "2019-06-30 By 2018-12-01")]
    [InlineData("2012年起5年内", "2016-12-31 By 2012-01-01")]
    [InlineData("2022年起", "2022-01-01 Start")]
    [InlineData("2018年开始", "2018-01-01 Start")]
    [InlineData("每年", " Recurring")]
    [InlineData("逐年", " Recurring")]
    [InlineData("一年一核编", " Recurring")]
    [InlineData("从2019年开始每年", " Recurring 2019-01-01")]
    [InlineData("“十四五”期间", "2025-12-31 By 2021-01-01")]
    public void In_a_sentence(string written, string read)
    {
        var deadline = Assert.Single(Samples.Measure($"完善规划。{written}完善学校布局。(责任单位:市教育局)").Deadlines);

        Assert.Equal(read, Said(deadline));
        Assert.StartsWith(written, deadline.AsWritten, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6月底完成", "2016-06-30 By")]
    [InlineData("12月底前", "2016-12-31 By")]
    [InlineData("5月底前动工", "2016-05-31 By 动工")]
    [InlineData("9月投入使用", "2016-09-30 By 投入使用")]
    [InlineData("年内", "2016-12-31 By")]
    [InlineData("年内持续推进", "2016-12-31 Ongoing")]
    [InlineData("长期坚持", " Ongoing")]
    [InlineData("长期", " Ongoing")]
    [InlineData("持续推进", " Ongoing")]
    [InlineData("时间待定", " By")]
    public void In_a_cell_with_the_year_of_the_title(string written, string read)
    {
        var draft = PlanReader.Read($"2016年民生实事工作方案\n一、重点任务\n1.新建学校。(责任单位:县教育局;完成时限:{written})\n");
        var deadline = Assert.Single(draft.Measures.Single().Deadlines);

        Assert.Equal(read, Said(deadline) + (deadline.Milestone is null ? "" : " " + deadline.Milestone));
    }

    [Fact]
    public void A_year_that_was_not_written_is_put_to_a_person()
    {
        var draft = PlanReader.Read("2016年民生实事工作方案\n一、重点任务\n1.新建学校。(责任单位:县教育局,12月底前)\n");

        Assert.NotNull(draft.Measures.Single().Deadlines.Single().Inferred);
        Assert.Contains(draft.Measures.Single().Doubts, doubt => doubt.Contains("12月底前", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("明年6月底前", "2024-06-30 By")]
    [InlineData("明年底前", "2024-12-31 By")]
    [InlineData("今年年底前", "2023-12-31 By")]
    [InlineData("今年秋季学期开学前", "2023-08-31 By")]
    [InlineData("后年", "2025-12-31 By")]
    [InlineData("明年起", "2024-01-01 Start")]
    public void Next_year_is_reckoned_from_the_date_of_the_plan(string written, string read)
    {
        var deadline = Assert.Single(Spoken("某市教育局\n2023年3月10日\n", written).Deadlines);

        Assert.Equal((written, read), (deadline.AsWritten, Said(deadline)));
        Assert.NotNull(deadline.Inferred);
    }

    [Fact]
    public void Next_year_of_a_plan_without_a_date_is_put_to_a_person()
    {
        var measure = Spoken("", "明年6月底前");

        Assert.Null(Assert.Single(measure.Deadlines).Day);
        Assert.Contains(measure.Doubts, doubt => doubt.Contains("“明年6月底前”定不出日期", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("说明年度目标")]
    [InlineData("今年以来成效明显")]
    [InlineData("用好本年度预算")]
    [InlineData("以后年度继续")]
    public void A_year_that_is_named_in_passing_is_no_deadline(string sentence) => Assert.Empty(Spoken("某市教育局\n2023年3月10日\n", sentence).Deadlines);

    [Theory]
    [InlineData("2025年前", true)]
    [InlineData("到2025年之前", true)]
    [InlineData("2025年以前", true)]
    [InlineData("2025年底前", false)]
    [InlineData("2025年6月前", false)]
    [InlineData("2025年", false)]
    public void Before_a_year_may_mean_either_end_of_it(string written, bool isDoubtful)
    {
        var measure = Samples.Measure($"完善规划。{written}完成布局规划。(责任单位:市教育局)");

        Assert.Equal(isDoubtful, measure.Doubts.Any(doubt => doubt.Contains("年开始之前", StringComparison.Ordinal)));
        Assert.Equal(isDoubtful, Assert.Single(measure.Deadlines).Confidence == Confidence.Doubtful);
    }

    [Theory]
    [InlineData("2023、2024年底前", "2023-12-31 2024-12-31")]
    [InlineData("2023、2024和2025年6月底前", "2023-06-30 2024-06-30 2025-06-30")]
    [InlineData("2024年、2026年", "2024-12-31 2026-12-31")]
    public void Years_in_a_row_are_a_due_day_each(string written, string days) => Assert.Equal(
        days,
        string.Join(' ', Samples.Measure($"完善规划。{written}分批完成。(责任单位:市教育局)").Deadlines.Select(deadline => deadline.Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    private static DraftMeasure Spoken(string issued, string written) =>
        PlanReader.Read($"某市义务教育优质均衡发展实施方案（2023—2025年）\n{issued}一、重点任务\n1.完善规划。{written}完善学校布局。（责任单位：市教育局）\n").Measures.Single();

    [Theory]
    [InlineData("在2021年招聘6名教师的基础上,补充教师。")]
    [InlineData("落实《2019年工作要点》。")]
    [InlineData("落实省政府意见(湘教通〔2018〕200号)。")]
    [InlineData("2013年以来取得成效。")]
    [InlineData("覆盖1至3月龄。")]
    public void A_year_of_something_else_is_no_deadline(string sentence) =>
        Assert.Empty(Samples.Measure($"完善规划。{sentence}(责任单位:市教育局)").Deadlines);

    private static string Said(DraftDeadline deadline) => string.Create(
        CultureInfo.InvariantCulture,
        $"{deadline.Day:yyyy-MM-dd} {deadline.Kind}{(deadline.StartOn is { } start ? $" {start:yyyy-MM-dd}" : "")}");
}
