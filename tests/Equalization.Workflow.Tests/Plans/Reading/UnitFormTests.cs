using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>Each written form of a unit statement, as "lead | cooperating | responsible".</summary>
public sealed class UnitFormTests
{
    [Theory]
    [InlineData("(牵头单位:市教育局,配合单位:市财政局、市人社局)", "市教育局 | 市财政局 市人社局 | ")]
    [InlineData("（牵头单位：市教育局，配合单位：市财政局、市人社局）", "市教育局 | 市财政局 市人社局 | ")]
    [InlineData("(牵头单位:市教育局)", "市教育局 |  | ")]
    [InlineData("(牵头单位:市教育局;责任单位:市财政局、市人社局及市编办,市住建局)", "市教育局 | 市财政局 市人社局 市编办 市住建局 | ")]
    [InlineData("〔牵头单位:市教育局,责任单位:市财政局,市人社局〕", "市教育局 | 市财政局 市人社局 | ")]
    [InlineData("﹝牵头单位:市教育局,责任单位:市财政局﹞", "市教育局 | 市财政局 | ")]
    [InlineData("〔责任单位:市教育局,市财政局、市人社局〕", " |  | 市教育局 市财政局 市人社局")]
    [InlineData("(责任单位:市教育局、市财政局,市人社局)", " |  | 市教育局 市财政局 市人社局")]
    [InlineData("(负责单位:市教育局)", " |  | 市教育局")]
    [InlineData("(责任部门:市教育局、市财政局)", " |  | 市教育局 市财政局")]
    [InlineData("(责任科室:基础教育科、人事科)", " |  | 基础教育科 人事科")]
    [InlineData("【责任部门:市教育局、市财政局】", " |  | 市教育局 市财政局")]
    [InlineData("(牵头单位:市教育局、市编办;责任单位:市财政局)", "市教育局 市编办 | 市财政局 | ")]
    [InlineData("(主要责任单位:市教育局,协同配合单位:市财政局)", "市教育局 | 市财政局 | ")]
    [InlineData("(牵头:市教育局;配合:市财政局;责任人:张三)", "市教育局 | 市财政局 | ")]
    [InlineData("(牵头责任单位:市教育局)", "市教育局 |  | ")]
    public void Labels_in_brackets(string statement, string units) => Says(units, "完善规划。制定学校布局规划。" + statement);

    [Theory]
    [InlineData("(市教育局、市编办牵头,市财政局及市人社局按职责分工负责)", "市教育局 市编办 | 市财政局 市人社局 | ")]
    [InlineData("(市教育局牵头,市财政局、市人社局配合)", "市教育局 | 市财政局 市人社局 | ")]
    [InlineData("(市教育局牵头,市财政局负责落实)", "市教育局 | 市财政局 | ")]
    [InlineData("(市教育局、市财政局按职责分工负责)", " |  | 市教育局 市财政局")]
    [InlineData("(市教育局分别负责,年内持续推进)", " |  | 市教育局")]
    [InlineData("由市教育局牵头,市财政局、市人社局参加。", "市教育局 | 市财政局 市人社局 | ")]
    public void Verbs_in_place_of_labels(string statement, string units) => Says(units, "完善规划。制定学校布局规划。" + statement);

    [Fact]
    public void A_lead_in_a_sentence_yields_to_the_statement_that_closes_the_measure()
    {
        var measure = Samples.Measure("完善规划。由市住建局牵头建设校舍。(牵头单位:市教育局)");

        Assert.Equal(["市教育局"], measure.Lead());
        Assert.Contains("由市住建局牵头建设校舍", measure.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_in_a_sentence_of_another_chapter_makes_no_measure_of_it()
    {
        var plan = Samples.Plan("完善规划。制定规划。(牵头单位:市教育局)").Replace("各单位要高度重视", "由市教育局牵头,市财政局参加", StringComparison.Ordinal);

        Assert.Equal("完善规划", Assert.Single(PlanReader.Read(plan).Measures).Title);
    }

    [Fact]
    public void The_first_of_a_bare_list_leads_where_the_document_says_so_and_from_there_on()
    {
        var measures = PlanReader.Read(Samples.Plan(
            "健全体制。完善管理体制。(市教育局,市委农办,各县<市、区>人民政府,排名第一位为牵头单位,下同)",
            "保障经费。加大投入。(市财政局,市教育局)")).Measures;

        Assert.Equal(["市教育局"], measures[0].Lead());
        Assert.Equal(["市委农办", "各县<市、区>人民政府"], measures[0].Cooperating());
        Assert.Equal(["市财政局"], measures[1].Lead());
        Assert.Equal(["市教育局"], measures[1].Cooperating());
    }

    [Fact]
    public void A_bare_list_without_such_a_word_names_no_lead()
    {
        var measure = Samples.Measure("保障经费。加大投入。(市财政局,市教育局)");

        Assert.Equal(["市财政局", "市教育局"], measure.Responsible());
        Assert.Contains(measure.Doubts, doubt => doubt.Contains("没有写牵头单位", StringComparison.Ordinal));
    }

    [Fact]
    public void The_subject_of_the_sentence_leads_where_nothing_else_names_a_unit()
    {
        var measure = Samples.Measure("编制规划。\n各县(市、区)要科学测算学位需求。");

        Assert.Equal(["各县(市、区)"], measure.Lead());
        Assert.Contains("牵头单位按句子的主语推定，请核对。", measure.Doubts);
    }

    [Fact]
    public void Without_any_unit_nothing_is_guessed()
    {
        var measure = Samples.Measure("优化资源。加大学校新建力度,促进学校发展。");

        Assert.Empty(measure.Units);
        Assert.Contains("原文没有写责任单位，请补填牵头单位，否则不能下达任务。", measure.Doubts);
    }

    [Fact]
    public void A_chapter_by_unit_gives_a_measure_for_each_unit()
    {
        var measures = PlanReader.Read("某市创建工作方案\n一、任务分工\n(一)市教育局:发挥牵头作用,做好自评。\n(二)市编办、人社局:会同市教育局,做好编制核定。\n(三)各镇政府、街办、开发区管委会:做好校舍建设。\n").Measures;

        Assert.Equal(["市教育局"], measures[0].Lead());
        Assert.Equal(["市编办", "市人社局"], measures[1].Responsible());
        Assert.Equal(["市教育局"], measures[1].Cooperating());
        Assert.Equal(["各镇政府", "各街办", "各开发区管委会"], measures[2].Responsible());
        Assert.All(measures[2].Units, unit => Assert.True(unit.IsCollective));
    }

    [Fact]
    public void A_deadline_as_the_last_part_of_a_bracket_is_no_unit()
    {
        var measure = Samples.Measure("完善规划。制定规划。(牵头单位:市教育局;责任单位:市财政局、市人社局,2021年6月底完成)");

        Assert.Equal(["市财政局", "市人社局"], measure.Cooperating());
        Assert.Equal(new DateOnly(2021, 6, 30), Assert.Single(measure.Deadlines).Day);
    }

    [Fact]
    public void A_line_of_its_own_closes_the_measure_above_it()
    {
        var measure = Samples.Measure("完善规划\n制定学校布局规划。\n牵头单位:市教育局\n配合单位:市财政局、市人社局\n完成时限:2021年10月底前");

        Assert.Equal("完善规划", measure.Title);
        Assert.Equal(["市教育局"], measure.Lead());
        Assert.Equal(["市财政局", "市人社局"], measure.Cooperating());
        Assert.Equal(new DateOnly(2021, 10, 31), Assert.Single(measure.Deadlines).Day);
    }

    [Fact]
    public void A_bracket_nobody_closed_ends_with_its_line_and_is_put_to_a_person()
    {
        var measures = PlanReader.Read(Samples.Plan("完善规划。制定规划。(牵头单位:市教育局", "保障经费。加大投入。(牵头单位:市财政局)")).Measures;

        Assert.Equal(["市教育局"], measures[0].Lead());
        Assert.Equal(["市财政局"], measures[1].Lead());
        Assert.Contains("责任单位的括号没有闭合，请核对单位是否完整。", measures[0].Doubts);
    }

    [Theory]
    [InlineData("提升(市级)水平,加强(音乐、美术)教师配备。")]
    [InlineData("建立机制(学校)。")]
    public void Other_brackets_are_no_units(string text) => Assert.Empty(Samples.Measure("完善规划。" + text).Units);

    private static void Says(string expected, string text)
    {
        var measure = Samples.Measure(text);
        Assert.Equal(expected, $"{string.Join(' ', measure.Lead())} | {string.Join(' ', measure.Cooperating())} | {string.Join(' ', measure.Responsible())}");
        Assert.Equal("完善规划", measure.Title);
    }
}
