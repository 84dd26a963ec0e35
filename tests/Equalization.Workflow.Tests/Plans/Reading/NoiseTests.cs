using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class NoiseTests
{
    private const string Page = "1.完善规划。制定学校布局规划,到2022年全部学校达到国家标准。老城区要通过规划优化、新建、改扩建等措施拓展办学空间。(牵头单位:市教育局,配合单位:市财政局)\n"
        + "2.保障用地。优先保障学校建设用地需求。新建学校必须严格按照用地定额标准、办学规模、班额、生均面积等标准设计建设。(牵头单位:市国土局)\n";

    [Fact]
    public void Page_marks_in_mid_word_and_mid_number_are_taken_out_and_the_text_is_joined()
    {
        var draft = PlanReader.Read("1、某市优质均衡工作方案  一、工作任务  (一)补充教师。到2\n\n2、022年底,教师\n\n3、招聘完成80%以上,做好项目\n\n4、选址工作。(责任单位:市教\n\n5、育局)  (二)保障经费。加大投入。(责任单位:市财政局)");

        Assert.Equal(["补充教师", "保障经费"], draft.Measures.Select(measure => measure.Title));
        Assert.Equal(["市教育局"], draft.Measures[0].Responsible());
        Assert.Equal(new DateOnly(2022, 12, 31), Assert.Single(draft.Measures[0].Deadlines).Day);
        Assert.Contains("教师招聘完成80%以上,做好项目选址工作", draft.Measures[0].Body, StringComparison.Ordinal);
        Assert.Contains(draft.Skipped, skip => skip.Reason.StartsWith("页码", StringComparison.Ordinal));
    }

    [Fact]
    public void A_numbered_list_is_not_taken_for_page_marks()
    {
        var measures = PlanReader.Read("某市方案\n一、主要任务\n1、完善规划。\n2、保障用地。\n3、补充教师。\n4、加大投入。\n").Measures;

        Assert.Equal(["1", "2", "3", "4"], measures.Select(measure => measure.Number));
    }

    [Fact]
    public void Measures_that_close_with_the_same_sentences_and_units_are_no_repeated_page()
    {
        const string ending = "加强过程管理，定期通报进展情况，对推进不力的单位按规定约谈。及时总结经验，大力宣传先进典型，确保各项任务按期完成，让人民群众满意，办好家门口的每一所学校。(牵头单位:市教育局,配合单位:市财政局、市人社局)";
        var measures = PlanReader.Read(Samples.Plan("完善规划。" + ending, "保障用地。" + ending, "补充教师。" + ending)).Measures;

        Assert.Equal(["完善规划", "保障用地", "补充教师"], measures.Select(measure => measure.Title));
        Assert.All(measures, measure => Assert.Equal(["市教育局"], measure.Lead()));
    }

    [Fact]
    public void A_page_that_stands_twice_is_read_once()
    {
        var once = Samples.Plan("开头。先做好开头。(责任单位:市教育局)").Replace("三、保障措施", Page + "三、保障措施", StringComparison.Ordinal);
        var twice = once.Replace(Page, Page + Page, StringComparison.Ordinal);

        Assert.Equal(PlanReader.Read(once).Measures.Select(measure => measure.Title), PlanReader.Read(twice).Measures.Select(measure => measure.Title));
        Assert.Contains(PlanReader.Read(twice).Doubts, doubt => doubt.Contains("重复", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_a_copy_stands_in_the_place_of_another_page_the_rest_is_a_measure_without_head()
    {
        const string repeated = "深入研究德育工作,创新德育工作内容,小学重点开展行为习惯养成教育。初中重点进行规则意识和法制观念教育。全面推进特色项目建设,促进校园文化内涵发展,形成体现时代特征和学校特色的校园文化。着力打造校园文化品牌,";
        var draft = PlanReader.Read($"1、某县实施方案  二、重点任务\n\n2、1.德育为先。要{repeated}培养美\n\n3、德少年。2.体育为\n\n4、基。坚持{repeated}为学工实践基地,每个学校至少要有1个以上实践基地。\n");

        Assert.Equal(["德育为先", "体育为基", null], draft.Measures.Select(measure => measure.Title));
        Assert.Contains("这一条的序号和标题在原文中已丢失，请补写。", draft.Measures[2].Doubts);
        Assert.Equal(1, Assert.Single(draft.Measures[2].Targets).Value);
    }

    [Fact]
    public void A_page_that_stands_twice_in_a_copy_without_page_bounds_is_joined()
    {
        const string sentence = "制定学校布局规划,到2022年全部学校达到国家标准。老城区要通过规划优化、新建、改扩建等措施拓展办学空间。优先保障学校建设用地需求,新建学校必须严格按照标准设计建设";
        var measure = Samples.Measure($"完善规划。要{sentence}、{sentence}、改造一批学校。(责任单位:市教育局)");

        Assert.Equal($"要{sentence}、改造一批学校。", measure.Body);
    }

    [Fact]
    public void Lines_wrapped_at_one_width_are_joined()
    {
        const string text = "充分考虑消减大规模学校、控制班额、学龄人口变化趋势等因素,到2022年60%以上学校达到国家标准,适时启动新一轮布局规划编制工作。合理布局乡村小规模学校、寄宿制学校和完全小学。老城区要通过规划优化、新建、改扩建等措施拓展办学空间,逐步达到国家标准。";
        var plan = Samples.Plan(
            $"完善规划。{text}(牵头单位:市教育局,配合单位:各区县(市)政府、市城乡规划局、市国土局)",
            $"保障用地。{text.Replace('学', '用')}(牵头单位:各区县(市)政府,配合单位:市国土局、市城乡规划局、市发改委、市住建委、市教育局)");
        var wrapped = string.Join('\n', plan.Split('\n').SelectMany(line => line.Chunk(26).Select(part => new string(part))));

        Assert.Equal(PlanReader.Read(plan).Content(), PlanReader.Read(wrapped).Content());
    }

    [Fact]
    public void Several_documents_in_one_file_are_told_apart_and_the_plan_is_read()
    {
        var text = "某某学校工作方案\n某某学校工作方案一、引言\n义务教育是基础。\n二、主要任务\n1.加强管理。做好管理。\n某市均衡发展实施方案\n\n某市均衡发展实施方案\n一、主要任务\n1.完善规划。制定规划。(责任单位:市教育局)\n某县均衡行动计划\n某县均衡行动计划一、引言\n促进均衡。\n";

        Assert.Equal(["某某学校工作方案", "某市均衡发展实施方案", "某县均衡行动计划"], PlanReader.ReadAll(text).Select(draft => draft.Title));
        var draft = PlanReader.Read(text);
        Assert.Equal("某市均衡发展实施方案", draft.Title);
        Assert.Equal("完善规划", Assert.Single(draft.Measures).Title);
        Assert.Equal(2, draft.Skipped.Count(skip => skip.Reason.StartsWith("同一文件里的另一份文件", StringComparison.Ordinal)));
        Assert.Empty(Coverage.Missing(draft));
    }

    [Fact]
    public void A_site_that_wrote_its_name_over_the_text_is_left_out_and_said()
    {
        var draft = PlanReader.Read("欢迎访问某某电玩网!\n您当前所在的位置:某某电玩 > 政务公开\n某某电玩印发《某市优质均衡行动计划》的通知\n根据《国务院某某电玩统筹推进一体化发展的意见》,制定本计划。\n一、主要措施\n1.完善规划。制定规划。(责任单位:市教育局)\n");

        Assert.Equal("某市优质均衡行动计划", draft.Title);
        Assert.Equal(2, draft.Skipped.Count(skip => skip.Reason.StartsWith("网站名混入正文", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_office_that_welcomes_visitors_keeps_its_name_in_the_text()
    {
        var draft = PlanReader.Read("欢迎访问某市教育局网站\n某市实施方案\n一、主要措施\n1.完善规划。由某市教育局审定,报某市教育局备案。(责任单位:某市教育局)\n");

        Assert.Equal(["某市教育局"], draft.Measures.Single().Responsible());
        Assert.DoesNotContain(draft.Skipped, skip => skip.Reason.StartsWith("网站名混入", StringComparison.Ordinal));
    }

    [Fact]
    public void No_sentence_is_lost_from_sight()
    {
        var text = "欢迎访问某某电玩网!\n" + Samples.Plan("完善规划。制定规划。(责任单位:市教育局)", "保障经费。加大投入。") + "附件:\n1.任务表\n";
        var draft = PlanReader.Read(text);

        Assert.All(Coverage.Missing(draft), missing => Assert.Fail($"“{missing}”"));
    }
}
