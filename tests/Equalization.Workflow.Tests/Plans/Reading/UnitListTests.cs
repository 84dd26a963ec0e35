using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class UnitListTests
{
    [Theory]
    [InlineData("市教育局,市财政局、市人社局;市编办 市住建局", "市教育局 市财政局 市人社局 市编办 市住建局")]
    [InlineData("市教育局和市财政局", "市教育局 市财政局")]
    [InlineData("市教育局以及市财政局及市编办", "市教育局 市财政局 市编办")]
    [InlineData("市人力资源和社会保障局、市自然资源和规划局", "市人力资源和社会保障局 市自然资源和规划局")]
    [InlineData("市住房和城乡建设局和市教育局", "市住房和城乡建设局 市教育局")]
    public void Separators_are_mixed_and_names_stay_whole(string written, string units) => Reads(written, units);

    [Theory]
    [InlineData("各区县(市)政府、市教育局", "各区县(市)政府 市教育局")]
    [InlineData("各县(市、区)人民政府,市教育局", "各县(市、区)人民政府 市教育局")]
    [InlineData("各县<市、区>人民政府、市教育局", "各县<市、区>人民政府 市教育局")]
    [InlineData("各县(市、区）人民政府、市教育局", "各县(市、区）人民政府 市教育局")]
    [InlineData("市委编办(市编办)、各镇(Y区)", "市委编办(市编办) 各镇(Y区)")]
    public void An_inner_bracket_belongs_to_its_unit(string written, string units) => Reads(written, units);

    [Theory]
    [InlineData("各区、县级市,市教育局", "各区、县级市 市教育局")]
    [InlineData("各有关区、县级市、市教育局", "各有关区、县级市 市教育局")]
    [InlineData("各镇政府、街办、开发区管委会", "各镇政府 各街办 各开发区管委会")]
    [InlineData("各区、县(市)人民政府,市教育局", "各区、县(市)人民政府 市教育局")]
    [InlineData("各有关单位", "各有关单位")]
    [InlineData("各项目牵头单位、市政府有关部门", "各项目牵头单位 市政府有关部门")]
    public void Collectives_stay_as_written(string written, string units)
    {
        Reads(written, units);
        Assert.True(Of(written).Units[0].IsCollective);
    }

    [Theory]
    [InlineData("市编办、人社局", "市编办 市人社局")]
    [InlineData("市发改局、住建局、财政局", "市发改局 市住建局 市财政局")]
    [InlineData("县教育局、越秀区政府、财政局", "县教育局 越秀区政府 县财政局")]
    [InlineData("市教育局、团市委、银保监分局", "市教育局 团市委 银保监分局")]
    [InlineData("市农业农村局、乡村振兴局、市场监管局", "市农业农村局 市乡村振兴局 市市场监管局")]
    [InlineData("市委组织部、宣传部、教育局", "市委组织部 市委宣传部 市教育局")]
    public void A_dropped_prefix_is_put_back(string written, string units) => Reads(written, units);

    [Fact]
    public void A_name_with_a_prefix_put_back_keeps_its_written_form_and_is_put_to_a_person()
    {
        var measure = Of("市编办、人社局");

        Assert.Equal("人社局", measure.Units[1].Name);
        Assert.Contains("“人社局”省略了前缀，按“市人社局”理解，请核对。", measure.Doubts);
    }

    [Theory]
    [InlineData("市教育局、市财政局等有关部门")]
    [InlineData("市教育局、市财政局等")]
    public void An_open_list_is_a_flag_and_no_unit(string written)
    {
        var measure = Of(written);

        Assert.Equal(["市教育局", "市财政局"], measure.Responsible());
        Assert.True(measure.ListIsOpen);
        Assert.Contains("单位名单以“等”结尾，还有未写明的单位，请补全。", measure.Doubts);
    }

    [Fact]
    public void What_does_not_look_like_a_unit_is_kept_and_put_to_a_person()
    {
        var measure = Of("市教育局、张三");

        Assert.Equal(["市教育局", "张三"], measure.Responsible());
        Assert.Contains("“张三”不像单位名称，请核对。", measure.Doubts);
    }

    [Fact]
    public void Each_unit_knows_its_place_in_the_text()
    {
        var draft = PlanReader.Read(Samples.Plan("完善规划。制定规划。(责任单位:市教育局,各区县(市)政府)"));

        Assert.All(draft.Measures.Single().Units, unit => Assert.Equal(unit.Name, draft.At(unit.Span)));
    }

    private static void Reads(string written, string units) => Assert.Equal(units, string.Join(' ', Of(written).Responsible()));

    private static DraftMeasure Of(string written) => Samples.Measure($"完善规划。制定规划。(责任单位:{written})");
}
