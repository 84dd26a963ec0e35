using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class TableReadingTests
{
    [Fact]
    public void A_table_flattened_to_one_cell_a_line()
    {
        var draft = PlanReader.Read("某县关于对2016年民生实事进行重点督办的通知\n附件\n2016年目标任务分解表\n序号\n民生实事\n责任单位\n完成时限\n1\n启动综合治理。\n县水务局\n县住建局\n12月底前\n5\n建设养护楼。\n县民政局\n5月底前动工\n建设老年大学。\n12月底前\n6\n迁建中心。\n县代建中心\n12月底前\n");

        Assert.Equal(["1 启动综合治理", "5 建设养护楼", "5 建设老年大学", "6 迁建中心"], draft.Measures.Select(measure => $"{measure.Number} {measure.Title}"));
        Assert.Equal(["县水务局", "县住建局"], draft.Measures[0].Responsible());
        Assert.Equal(["县民政局"], draft.Measures[2].Responsible());
        Assert.Equal("2016年目标任务分解表", draft.Measures[0].Section);
        Assert.Equal(new DateOnly(2016, 5, 31), Assert.Single(draft.Measures[1].Deadlines).Day);
        Assert.Contains("责任单位取自上一行合并的单元格，请核对。", draft.Measures[2].Doubts);
    }

    [Fact]
    public void Cells_parted_by_bars_with_two_unit_columns_sections_and_a_person()
    {
        var draft = PlanReader.Read("某市任务分解方案\n序 号|重点任务|主要责任单位|协同配合单位|牵头领导|完成时限\n一、学校建设\n1|完善规划|市教育局|市财政局、住建局|张三|2021年底\n2|保障用地|市国土局||李四|长期坚持\n");

        Assert.Equal("一、学校建设", draft.Measures[0].Section);
        Assert.Equal(["市教育局"], draft.Measures[0].Lead());
        Assert.Equal(["市财政局", "市住建局"], draft.Measures[0].Cooperating());
        Assert.Equal(new DateOnly(2021, 12, 31), Assert.Single(draft.Measures[0].Deadlines).Day);
        Assert.Equal(DeadlineKind.Ongoing, Assert.Single(draft.Measures[1].Deadlines).Kind);
        Assert.DoesNotContain(draft.Measures.SelectMany(measure => measure.Units), unit => unit.Name is "张三" or "李四");
    }

    [Fact]
    public void One_cell_a_line_with_two_unit_columns_and_section_rows()
    {
        var draft = PlanReader.Read("某区2025年重点工作任务分解方案\n序号\n\n重点工作任务\n\n主要责任单位\n\n协同配合单位\n\n一、预期目标\n\n3\n\n固定资产投资增长7.5%以上。\n\n区发改委\n\n区工信局、区住建局,各乡镇人民政府、街道办事处,某城经开区管委会。\n\n二、扩大投资\n\n三、改善民生\n\n69\n\n引进优质教育资源。\n\n区教育局\n\n区投资促进中心。\n");

        Assert.Equal(["3 固定资产投资增长7.5%以上", "69 引进优质教育资源"], draft.Measures.Select(measure => $"{measure.Number} {measure.Title}"));
        Assert.Equal(["区发改委"], draft.Measures[0].Lead());
        Assert.Equal(["区工信局", "区住建局", "各乡镇人民政府", "各街道办事处", "某城经开区管委会"], draft.Measures[0].Cooperating());
        Assert.Equal(["区投资促进中心"], draft.Measures[1].Cooperating());
        Assert.EndsWith("三、改善民生", draft.Measures[1].Section, StringComparison.Ordinal);
    }

    [Fact]
    public void One_cell_a_line_with_bars_and_header_words_broken_by_lines()
    {
        var draft = PlanReader.Read("2024年重点工作目标任务分解表\n序号 |\n目标与任务 |\n分 管\n县领导 |\n牵头责任单位 |\n责任单位 |\n80 |\n新增托位数400个以上,公办园占比60%以上。 |\n俞 悦 |\n县教育局 |\n县各有关单位 |\n81 |\n保障学院秋季开学。 |\n陆 明俞 悦 |\n县教育局 |\n县财政局、\n人社局 |\n");

        Assert.Equal(["80", "81"], draft.Measures.Select(measure => measure.Number));
        Assert.Equal(["县教育局"], draft.Measures[0].Lead());
        Assert.Equal(["县各有关单位"], draft.Measures[0].Cooperating());
        Assert.Equal(["县财政局", "县人社局"], draft.Measures[1].Cooperating());
        Assert.Equal([400m, 60m], draft.Measures[0].Targets.Select(target => target.Value!.Value));
    }

    [Fact]
    public void Progress_is_no_target_and_a_merged_category_covers_its_rows()
    {
        var draft = PlanReader.Read("某市工作台账方案\n类别|任务目标|责任单位|工作完成情况\n学校建设|新建学校2所|市教育局|已建成1所,完成投资80%以上\n同上|改造校舍30间|同上|已完成50%以上\n");

        Assert.Equal([2m, 30m], draft.Measures.SelectMany(measure => measure.Targets).Select(target => target.Value!.Value));
        Assert.Equal(["市教育局"], draft.Measures[1].Responsible());
    }

    [Fact]
    public void A_table_whose_borders_are_lost_gives_nothing_and_says_so()
    {
        var draft = PlanReader.Read("某市民生实事方案\n序号任务责任单位完成时限1启动东湖湿地公园建设县水务局县住建局12月底前2新建人行天桥2座县住建局9月投入使用3启动图书馆建设县文体局12月底前\n");

        Assert.Empty(draft.Measures);
        Assert.Contains(draft.Doubts, doubt => doubt.Contains("分界已丢失", StringComparison.Ordinal));
    }

    [Fact]
    public void A_schedule_of_counties_by_year()
    {
        var measure = Samples.Measure("制定规划。具体为:2025年思茅区、宁洱县。2028年景东县,2029年墨江县、景谷县。〔责任单位:各县(区)人民政府〕");

        Assert.Equal(
            ["2025 思茅区 宁洱县", "2028 景东县", "2029 墨江县 景谷县"],
            measure.Schedule.Select(year => $"{year.Year} {string.Join(' ', year.Counties)}"));
    }
}
