using System.Text.Json.Nodes;
using Equalization.Workflow.Web.Cli;

namespace Equalization.Workflow.Tests.Plans.Reading;

public sealed class ImportPlanCommandTests : IDisposable
{
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
    public async Task Help_says_what_the_exit_codes_mean()
    {
        var (code, output, _) = await Run("--help");

        Assert.Equal(0, code);
        Assert.Contains("返回值", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_is_2()
    {
        Assert.Equal(2, (await Run()).Code);
        Assert.Equal(2, (await Run(Plan(), "--xml")).Code);
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
