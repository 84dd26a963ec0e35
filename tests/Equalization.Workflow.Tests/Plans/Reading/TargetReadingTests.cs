using System.Globalization;
using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>Targets as numbers, as "year comparator value unit".</summary>
public sealed class TargetReadingTests
{
    [Theory]
    [InlineData("2022年70%以上学校达到国家标准", "2022 AtLeast 70 %")]
    [InlineData("2021年九年义务教育巩固率达到96%以上", "2021 AtLeast 96 %")]
    [InlineData("2021年入学率达到100%", "2021 AtLeast 100 %")]
    [InlineData("从2019年开始每年推进15%以上学校达标", "2019 AtLeast 15 % yearly")]
    [InlineData("每年交流教师不少于10%", " AtLeast 10 % yearly")]
    [InlineData("2021年大规模学校消减至40所以内", "2021 AtMost 40 所")]
    [InlineData("2021年班额均控制在55人以内", "2021 AtMost 55 人")]
    [InlineData("2021年班额不超过50人", "2021 AtMost 50 人")]
    [InlineData("2021年2至3个县率先通过评估", "2021 Between 2 3 个")]
    [InlineData("2021年全面消除超大班额", "2021 Equal 0 个")]
    [InlineData("2020年消除56人以上的大班额", "2020 Equal 0 个")]
    [InlineData("确保两类学校2019年达到市标准", "2019 Equal 100 %")]
    [InlineData("2018年全部县纳入国家监测", "2018 Equal 100 %")]
    [InlineData("实现每一所乡村学校都有结对帮扶", " Equal 100 %")]
    [InlineData("教育支出逐年只增不减", " AtLeast 0 % yearly")]
    [InlineData("教师平均工资不低于当地公务员平均工资收入水平", " AtLeast 1 倍")]
    [InlineData("每个区县(市)一所特殊教育学校", " AtLeast 1 所 区县(市)")]
    [InlineData("每年发布监测报告", " AtLeast 1 次 yearly")]
    [InlineData("2021年新建学校2所", "2021 AtLeast 2 所")]
    [InlineData("5年不少于360学时", " AtLeast 360 学时")]
    [InlineData("按编制数5%比例核定", " Equal 5 %")]
    [InlineData("2021年培训教师320万名", "2021 AtLeast 320 万名")]
    public void A_clause_gives_one_target(string clause, string target) => Assert.Equal(target, Said(Assert.Single(Of(clause))));

    [Theory]
    [InlineData("2018年小学和初中一年级班额分别控制在45、50人以内", "小学一年级班额 45", "初中一年级班额 50")]
    [InlineData("落实城镇和乡村学校分别不低于公用经费预算总额5%和8%的培训费", "城镇学校 5", "乡村学校 8")]
    [InlineData("保障学生每天校内、校外各1个小时体育活动时间", "学生每天校内 1", "校外 1")]
    public void Paired_numbers_give_a_target_each_in_order(string clause, string first, string second)
    {
        var targets = Of(clause);

        Assert.Equal([first, second], targets.Select(target => $"{target.Metric} {target.Value:0}"));
    }

    [Fact]
    public void A_year_holds_to_the_end_of_its_sentence_and_no_further() => Assert.Equal(
        [2018, 2018, null],
        Of("2018年小学班额控制在50人以内,初中班额控制在55人以内。教师交流不低于10%。2020年、2022年继续推进").Where(target => target.Value is not null).Select(target => target.Year));

    [Fact]
    public void The_only_due_year_is_given_to_the_numbers_that_stand_without_one() =>
        Assert.Equal(2021, Of("按照小学生均2000元标准制定方案。确保2021年生均值达到国家标准").First(target => target.Value == 2000).Year);

    [Fact]
    public void A_due_year_with_a_number_of_its_own_is_not_lent() =>
        Assert.Null(Of("教师交流占比达到10%以上。计划2022年交流150人以上").First(target => target.Value == 10).Year);

    [Theory]
    [InlineData("不足50人的教学点根据实际配备")]
    [InlineData("35岁以下教师参加培训")]
    [InlineData("推进“121”人才梯队建设")]
    [InlineData("初中物理等6个学科教学装备")]
    [InlineData("落实第3项要求")]
    [InlineData("小学一、二年级不布置书面作业")]
    public void A_number_that_only_names_something_is_no_target(string clause) => Assert.Empty(Of(clause));

    [Fact]
    public void A_target_without_a_number_keeps_its_words()
    {
        var target = Assert.Single(Of("2020年底全市学校基本达到标准化建设要求"));

        Assert.Equal((2020, null, null), (target.Year, target.Comparator, target.Value));
        Assert.Equal("2020年底全市学校基本达到标准化建设要求", target.AsWritten);
    }

    [Fact]
    public void About_so_many_is_kept_without_a_comparison() =>
        Assert.Null(Assert.Single(Of("2021年学校规模达到2000人左右")).Comparator);

    [Theory]
    [InlineData("2023年、2024年达标率不低于60%、80%、90%")]
    [InlineData("2023年、2024年小学和初中巩固率分别达到99%、97%")]
    [InlineData("2023、2024年完成30所学校改造")]
    public void Years_that_fit_no_number_are_put_to_a_person(string clause)
    {
        var targets = Of(clause);

        Assert.All(targets, target => Assert.Equal((null, Confidence.Doubtful), (target.Year, target.Confidence)));
        Assert.Contains(Samples.Measure($"完善规划。{clause}。(责任单位:市教育局)").Doubts, doubt => doubt.Contains("2023、2024年", StringComparison.Ordinal));
    }

    [Fact]
    public void What_exists_already_is_a_baseline()
    {
        var target = Of("在2021年招聘6名教师的基础上")[0];

        Assert.True(target.IsBaseline);
        Assert.Equal((2021, 6m), (target.Year, target.Value));
    }

    [Theory]
    [InlineData("争取2021年60%以上学校达标", true)]
    [InlineData("确保2021年60%以上学校达标", false)]
    public void A_hope_is_told_from_a_promise(string clause, bool aspirational) => Assert.Equal(aspirational, Of(clause)[0].Aspirational);

    [Fact]
    public void The_goals_of_the_plan_stand_outside_its_measures()
    {
        var draft = PlanReader.Read(Samples.Plan("完善规划。(责任单位:市教育局)").Replace("一、指导思想\n坚持教育优先发展。", "一、总体目标\n到2022年,60%以上学校达到国家标准。", StringComparison.Ordinal));

        Assert.Equal("2022 AtLeast 60 %", Said(Assert.Single(draft.Overall)));
    }

    private static IReadOnlyList<DraftTarget> Of(string clause) => Samples.Measure($"完善规划。{clause}。(责任单位:市教育局)").Targets;

    private static string Said(DraftTarget target) => string.Create(
        CultureInfo.InvariantCulture,
        $"{target.Year} {target.Comparator} {target.Value:0.##}{(target.Upper is { } upper ? $" {upper:0.##}" : "")} {target.Unit}{(target.RecursYearly ? " yearly" : "")}{(target.PerUnit is { } per ? " " + per : "")}");
}
