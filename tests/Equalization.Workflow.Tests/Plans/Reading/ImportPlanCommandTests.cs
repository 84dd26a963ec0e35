using System.Text.Json.Nodes;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Web.Cli;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class ImportPlanCommandTests : IDisposable
{
    private const string Creation = """
        某市优质均衡创建方案
        一、工作目标
        到2023年底,甲县完成县级自评任务;到2025年底,乙区完成县级自评任务,甲县通过国家审核认定。
        二、工作安排
        (一)自查自评(2021年3月至2021年12月)。逐校自查。
        三、任务分工
        (一)市教育局:做好自评工作;完善招生办法。
        四、组织领导
        成立由市长任组长,分管副市长任副组长的创建工作领导小组。
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plan");

    [Fact]
    public async Task The_draft_is_printed_as_json()
    {
        var (code, output, _) = await Run(Plan(), "--json");
        var item = JsonNode.Parse(output)!["items"]![0]!;

        Assert.Equal(0, code);
        Assert.Equal(("1", "完善规划", "二、主要措施/(一)优化布局"), ((string?)item["number"], (string?)item["title"], (string?)item["section"]));
        Assert.Equal("市教育局", (string?)item["leadUnits"]![0]);
        Assert.Equal("2022-12-31", (string?)item["deadlines"]![0]!["iso"]);
        Assert.Equal((2022, ">=", 60), ((int)item["milestones"]![0]!["year"]!, (string?)item["milestones"]![0]!["comparator"], (int)item["milestones"]![0]!["value"]!));
    }

    [Fact]
    public async Task The_draft_is_printed_for_people()
    {
        var (code, output, _) = await Run(Plan());

        Assert.Equal(0, code);
        Assert.Contains("完善规划", output, StringComparison.Ordinal);
        Assert.Contains("牵头：市教育局", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phases_units_by_chapter_the_schedule_and_the_leading_group_are_in_the_json()
    {
        var (_, output, _) = await Run(Write("创建.txt", Creation), "--json");
        var plan = JsonNode.Parse(output)!;

        Assert.Equal("2021-03-01", (string?)plan["phases"]![0]!["start"]);
        Assert.Equal(["做好自评工作", "完善招生办法"], plan["units"]![0]!["duties"]!.AsArray().Select(duty => (string?)duty));
        Assert.Equal("2023-12-31", (string?)plan["schedule"]![0]!["县级自评"]);
        Assert.Null(plan["schedule"]![1]!["国家审核认定"]);
        Assert.Equal(("创建工作领导小组", "市长"), ((string?)plan["leadingGroup"]!["name"], (string?)plan["leadingGroup"]!["head"]));
        Assert.Equal(0, (int)plan["coverage"]!["lost"]!);
    }

    [Fact]
    public async Task Every_field_has_its_place_its_rule_and_how_sure_it_is()
    {
        var path = Plan();
        var (_, output, _) = await Run(path, "--json");
        var lead = JsonNode.Parse(output)!["items"]![0]!["fields"]!.AsArray().Single(field => (string?)field!["field"] == "leadUnits")!;

        Assert.Equal(("unit.label", "certain"), ((string?)lead["rule"], (string?)lead["confidence"]));
        Assert.Equal("市教育局", File.ReadAllText(path).Substring((int)lead["start"]!, (int)lead["length"]!));
    }

    [Fact]
    public async Task The_explanation_names_rule_and_place_of_each_field_and_why_text_was_set_aside()
    {
        var (code, output, _) = await Run(Plan(), "--explain");

        Assert.Equal(0, code);
        Assert.Contains("第7行第33字  牵头单位：市教育局  ← 标签后的单位：牵头单位：甲，配合单位：乙［unit.label，确定］", output, StringComparison.Ordinal);
        Assert.Contains("坚持教育优先发展", output, StringComparison.Ordinal);
        Assert.Contains("未交代 0 字", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_a_form_to_show()
    {
        var rules = typeof(ReadingRules).GetFields().Select(field => (ReadingRule)field.GetValue(null)!).ToList();

        Assert.Equal(rules.Count, rules.Select(rule => rule.Name).Distinct().Count());
        Assert.All(rules, rule => Assert.NotEmpty(ReadingForms.Of(rule)));
    }

    [Fact]
    public async Task One_of_several_plans_in_a_file_is_chosen_by_its_place()
    {
        const string two = "甲县学前教育工作方案\n甲县学前教育工作方案\n一、主要任务\n1.新建园所。布点。(责任单位:县教育局)\n2.培训教师。轮训。(责任单位:县教育局)\n"
            + "乙县义务教育工作方案\n乙县义务教育工作方案\n一、主要任务\n1.改造学校。完善。(责任单位:县住建局)\n";
        var path = Write("两份.txt", two);

        var first = JsonNode.Parse((await Run(path, "--json")).Output)!;
        var second = JsonNode.Parse((await Run(path, "--json", "--plan", "2")).Output)!;
        var third = await Run(path, "--plan", "3");

        Assert.Equal(("甲县学前教育工作方案", "乙县义务教育工作方案"), ((string?)first["title"], (string?)first["otherPlans"]![0]!["title"]));
        Assert.Equal("乙县义务教育工作方案", (string?)second["title"]);
        Assert.Equal(2, third.Code);
        Assert.Contains("只有 2 份方案", third.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_says_what_the_exit_codes_mean()
    {
        var (code, output, _) = await Run("--help");

        Assert.Equal(0, code);
        Assert.Contains("返回值", output, StringComparison.Ordinal);
        Assert.All((string[])["--json", "--explain", "--plan", "phases", "skipped", "otherPlans", "certain"], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_usage_is_2()
    {
        Assert.Equal(2, (await Run()).Code);
        Assert.Equal(2, (await Run(Plan(), "--xml")).Code);
        Assert.Equal(2, (await Run(Plan(), "--json", "--explain")).Code);
        Assert.Equal(2, (await Run(Plan(), "--plan", "x")).Code);
    }

    [Fact]
    public async Task A_refused_file_is_3_with_its_sentence()
    {
        var (code, _, error) = await Run(Write("空.txt", ""));

        Assert.Equal(3, code);
        Assert.Contains("文件是空的", error, StringComparison.Ordinal);
        Assert.Equal(3, (await Run(Path.Combine(_folder.FullName, "没有.txt"))).Code);
    }

    [Fact]
    public async Task A_text_without_measures_is_4_with_its_sentence()
    {
        var (code, _, error) = await Run(Write("报告.txt", "关于工作的自查报告\n一、工作情况\n1、成绩很大。\n"), "--json");

        Assert.Equal(4, code);
        Assert.Contains("没有读到带责任单位的措施", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_arguments_start_the_web_program() => Assert.Null(Commands.Find(["--urls", "http://localhost:5000"]));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Plan() => Write("计划.txt", Samples.Plan("完善规划。2022年60%以上学校达到国家标准。(牵头单位:市教育局)"));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Commands.Find(["import-plan", .. arguments])!.Run(["import-plan", .. arguments], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
