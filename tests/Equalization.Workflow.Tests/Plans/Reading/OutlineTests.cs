using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class OutlineTests
{
    [Fact]
    public void A_measure_knows_its_number_title_section_and_body()
    {
        var draft = PlanReader.Read(Samples.Plan("完善规划。制定学校布局规划。(责任单位:市教育局)"));
        var measure = Assert.Single(draft.Measures);

        Assert.Equal(("1", "完善规划", "二、主要措施/(一)优化布局", "制定学校布局规划。"), (measure.Number, measure.Title, measure.Section, measure.Body));
        Assert.Equal("1.完善规划。制定学校布局规划。(责任单位:市教育局)", draft.At(measure.Span));
        Assert.Equal("完善规划", draft.At(measure.TitleSpan));
    }

    [Theory]
    [InlineData("(-)全面提升条件1 .完善规划。制定规划。2 .保障用地。落实用地。(二)加强教师1 .补充教师。加快补充。2,优化配置。合理配置。")]
    [InlineData("\n（一）全面提升条件\n1．完善规划。制定规划。\n2．保障用地。落实用地。\n（二）加强教师\n1．补充教师。加快补充。\n2．优化配置。合理配置。")]
    [InlineData("  (一)全面提升条件。  ⒈完善规划。制定规划。  ⒉保障用地。落实用地。  (二)加强教师。  ⒈补充教师。加快补充。  ⒉优化配置。合理配置。")]
    public void Numbers_are_found_however_the_copy_wrote_them(string body) => Assert.Equal(
        ["完善规划", "保障用地", "补充教师", "优化配置"],
        PlanReader.Read("某县实施方案\n三、重点任务" + body).Measures.Select(measure => measure.Title));

    [Fact]
    public void Numbers_may_run_on_through_the_sections_of_a_copy_without_lines() => Assert.Equal(
        ["完善规划", "保障用地", "补充教师", "优化配置"],
        PlanReader.Read("某县实施方案\n三、重点任务。(一)全面提升条件。1.完善规划。制定规划。2.保障用地。落实用地。(二)加强教师。3.补充教师。加快补充。4.优化配置。合理配置。")
            .Measures.Select(measure => measure.Title));

    [Fact]
    public void A_long_first_sentence_is_text_and_its_first_clause_the_title()
    {
        var measure = Samples.Measure("完善学校布局规划,充分考虑消减大规模学校、控制班额、学龄人口变化趋势等因素,适时启动新一轮中小学布局规划编制工作。(责任单位:市教育局)");

        Assert.Equal("完善学校布局规划", measure.Title);
        Assert.StartsWith("完善学校布局规划,充分考虑", measure.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("扩大1.5万平方米校舍。")]
    [InlineData("实施能力提升工程2.0项目。")]
    [InlineData("小学一、二年级和初中一、二年级不超员。")]
    [InlineData("见附件(一)。")]
    public void A_number_in_a_sentence_is_no_heading(string sentence) =>
        Assert.Contains(sentence, Samples.Measure($"完善规划。{sentence}(责任单位:市教育局)").Body, StringComparison.Ordinal);

    [Fact]
    public void A_statement_after_the_last_point_belongs_to_the_whole_item()
    {
        var measure = Samples.Measure("完善规划。\n(1)制定规划。\n(2)实施规划。\n(3)评估规划。(责任单位:市教育局)");

        Assert.Equal("完善规划", measure.Title);
        Assert.Equal(["市教育局"], measure.Responsible());
    }

    [Fact]
    public void Points_with_statements_of_their_own_are_measures()
    {
        var measures = PlanReader.Read(Samples.Plan("完善规划。\n(1)制定规划。(责任单位:市教育局)\n(2)实施规划。(责任单位:市住建局)")).Measures;

        Assert.Equal(["制定规划", "实施规划"], measures.Select(measure => measure.Title));
        Assert.All(measures, measure => Assert.EndsWith("1完善规划", measure.Section.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void A_neighbour_without_units_is_a_measure_too_and_is_put_to_a_person()
    {
        var measures = PlanReader.Read(Samples.Plan("完善规划。制定规划。(责任单位:市教育局)", "保障经费。加大投入。")).Measures;

        Assert.Equal(2, measures.Count);
        Assert.NotEmpty(measures[1].Doubts);
    }

    [Fact]
    public void Title_number_issuer_date_and_period_are_read_from_the_head()
    {
        var draft = PlanReader.Read("某市教育委员会关于印发《某市五年行动计划(2018-2022)》的通知(某教督﹝2018﹞1号)\n某教督﹝2018﹞1号\n各区县(市)政府:\n根据《意见》(国发〔2016〕40号),现印发你们。\n某市教育督导委员会\n  2018年5月16日\n某市推进义务教育优质均衡发展\n\n五年行动计划\n\n(2018-2022)\n\n一、主要措施\n1.完善规划。制定规划。(责任单位:市教育局)\n");

        Assert.Equal("某市推进义务教育优质均衡发展五年行动计划", draft.Title);
        Assert.Equal("某教督﹝2018﹞1号", draft.DocumentNumber);
        Assert.Equal("某市教育督导委员会", draft.Issuer);
        Assert.Equal(new DateOnly(2018, 5, 16), draft.IssuedOn);
        Assert.Equal((2018, 2022), (draft.PeriodFrom, draft.PeriodTo));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n ")]
    [InlineData("今天天气很好。")]
    [InlineData("关于教育工作的自查报告\n一、主要工作目标完成情况\n1、全市学校建设均执行国家标准。\n二、存在问题\n1、城区教育资源不足。\n")]
    public void Text_without_measures_gives_a_draft_without_measures(string text) => Assert.Empty(PlanReader.Read(text).Measures);
}
