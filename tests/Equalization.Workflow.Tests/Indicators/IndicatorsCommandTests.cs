using System.Text;
using System.Text.Json.Nodes;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.Cli;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>The command on files in the template: what testers, and hands at offices, give it.</summary>
public sealed class IndicatorsCommandTests : IDisposable
{
    private const string Head = "学校代码,学校名称,办学类型,小学在校生数,初中在校生数,高于规定学历教师数(小学),高于规定学历教师数(初中),县级以上骨干教师数(小学),县级以上骨干教师数(初中),"
        + "体音美专任教师数(小学),体音美专任教师数(初中),教学及辅助用房面积,体育运动场馆面积,教学仪器设备值(万元),网络多媒体教室间数";

    private const string Primary = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";
    private const string Through = "002,育才学校,九年一贯制学校,600,300,30,18,6,3,6,3,2700,9000,186,20";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("indicators");

    [Fact]
    public async Task The_figures_come_out_in_the_shape_asked_for()
    {
        var json = await Json(Primary, Through);
        var school = json["schools"]![0]!;

        Assert.Equal(["schools", "county", "notes"], json.AsObject().Select(p => p.Key));
        Assert.Equal(["code", "part", "indicators", "met", "passes", "excluded"], school.AsObject().Select(p => p.Key));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], school["indicators"]!.AsObject().Select(p => p.Key));
        Assert.Equal(("001", "primary", 7, true), ((string?)school["code"], (string?)school["part"], (int)school["met"]!, (bool)school["passes"]!));
        Assert.Null(school["excluded"]);
        Assert.Equal([("001", "primary"), ("002", "primary"), ("002", "junior")], json["schools"]!.AsArray().Select(s => ((string?)s!["code"], (string?)s["part"])));
        Assert.Equal(["mean", "deviation", "cv", "limit", "passes"], json["county"]!["junior"]!["4"]!.AsObject().Select(p => p.Key));
        Assert.Equal(2700 / 930.0, (double)json["schools"]![1]!["indicators"]!["4"]!, 12);
        Assert.Equal(2700 * 1.1 / 930, (double)json["county"]!["junior"]!["4"]!["mean"]!, 12);
        Assert.Equal((0.0, true), ((double)json["county"]!["junior"]!["4"]!["cv"]!, (bool)json["county"]!["junior"]!["4"]!["passes"]!));
    }

    [Fact]
    public async Task Worked_example_1_comes_out_of_a_table()
    {
        var json = await Json([.. new[] { (45, 279), (37, 137), (89, 935), (76, 160), (55, 402) }.Select((s, i) => $"{i},小学{i},小学,{s.Item1},,,,,,,,{s.Item2},,,")]);
        var four = json["county"]!["primary"]!["4"]!;

        Assert.Equal(0.515257, (double)four["cv"]!, 6);
        Assert.False((bool)four["passes"]!);
        Assert.Equal(0.5, (double)four["limit"]!);
        Assert.Null(json["county"]!["primary"]!["5"]!["mean"]);
        Assert.False((bool)json["county"]!["primary"]!["5"]!["passes"]!);
    }

    [Fact]
    public async Task The_same_table_reads_alike_from_utf8_gb18030_and_a_workbook()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = string.Join('\n', Head, Primary, Through);
        var utf8 = Write("a.csv", Encoding.UTF8.GetBytes(text));
        var marked = Write("b.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))]);
        var chinese = Write("c.csv", Encoding.GetEncoding("GB18030").GetBytes(text));
        var workbook = await Workbook("d.xlsx", text);

        var (code, expected, _) = await Run(utf8, "--json");
        Assert.Equal(0, code);
        foreach (var other in new[] { marked, chinese, workbook })
        {
            Assert.Equal(expected, (await Run(other, "--json")).Output);
        }
    }

    [Fact]
    public async Task Columns_stand_in_any_order_under_other_headings_below_a_title()
    {
        var json = await JsonOf("""
            某县学校数据表,,,,
            教学仪器设备值（元）,小学学生数（人）,学校类型,学校（机构）名称,学校标识码
            2000000,１０００,小学,第一小学,001
            """);

        Assert.Equal(2000, (double)json["schools"]![0]!["indicators"]!["6"]!);
        Assert.Contains(Notes(json), n => n.Contains("网络多媒体教室间数", StringComparison.Ordinal) && n.Contains("指标 7", StringComparison.Ordinal));
        Assert.Contains(Notes(json), n => n.Contains("室内体育用房面积", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-4500", "第 2 行", "小于零")]
    [InlineData("约4500", "第 2 行", "不是数")]
    [InlineData("", "指标 4", "未知")]
    public async Task A_wrong_or_missing_cell_is_null_with_its_row_and_never_zero(string area, params string[] said)
    {
        var json = await Json(Primary.Replace("4500", area, StringComparison.Ordinal), Through);

        Assert.Null(json["schools"]![0]!["indicators"]!["4"]);
        Assert.Equal((6, false), ((int)json["schools"]![0]!["met"]!, (bool)json["schools"]![0]!["passes"]!));
        Assert.Equal(2700 / 930.0, (double)json["county"]!["primary"]!["4"]!["mean"]!, 12);
        Assert.Contains(Notes(json), n => said.All(s => n.Contains(s, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("１０００")]
    [InlineData("\"1,000\"")]
    [InlineData("1000人")]
    [InlineData(" 1 000 ")]
    [InlineData("1000.0")]
    public async Task Numbers_are_read_as_people_write_them(string pupils)
    {
        var json = await Json(Primary.Replace(",1000,", $",{pupils},", StringComparison.Ordinal));

        Assert.Equal(4.2, (double)json["schools"]![0]!["indicators"]!["1"]!);
    }

    [Theory]
    [InlineData("200")]
    [InlineData("200万元")]
    [InlineData("2000000元")]
    public async Task Equipment_in_wan_is_multiplied_once(string written)
    {
        var json = await Json(Primary.Replace(",200,", $",{written},", StringComparison.Ordinal));

        Assert.Equal(2000, (double)json["schools"]![0]!["indicators"]!["6"]!);
    }

    [Fact]
    public async Task Yuan_in_a_column_of_wan_is_told_and_not_turned_in_silence()
    {
        var json = await Json(Primary.Replace(",200,", ",2000000,", StringComparison.Ordinal));

        Assert.Equal(20_000_000, (double)json["schools"]![0]!["indicators"]!["6"]!);
        Assert.Contains(Notes(json), n => n.Contains("指标 6", StringComparison.Ordinal) && n.Contains("请核对数字和单位", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("教学仪器设备值（亩）", "请换算成万元")]
    [InlineData("教学仪器设备值（公顷）", "请换算成万元")]
    public async Task A_unit_that_cannot_be_turned_into_ours_is_no_data_and_told(string heading, string said)
    {
        var json = await JsonOf(string.Join('\n', Head.Replace("教学仪器设备值(万元)", heading, StringComparison.Ordinal), Primary));

        Assert.Null(json["schools"]![0]!["indicators"]!["6"]);
        Assert.Contains(Notes(json), n => n.Contains(heading, StringComparison.Ordinal) && n.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_school_twice_counts_once_and_sums_do_not_count()
    {
        var json = await Json(Primary, Primary.Replace("4500", "9000", StringComparison.Ordinal), "合计,,,2000,,84,,20,,18,,9000,15000,400,46", "注：数据来自事业统计,,,,,,,,,,,,,,");

        Assert.Equal(4.5, (double)Assert.Single(json["schools"]!.AsArray())!["indicators"]!["4"]!);
        Assert.Contains(Notes(json), n => n.Contains("第 3 行", StringComparison.Ordinal) && n.Contains("第 2 行已是这所学校", StringComparison.Ordinal));
        Assert.Contains(Notes(json), n => n.Contains("第 4 行是合计", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Left_out_schools_are_listed_with_the_reason()
    {
        var json = await Json(Primary, "003,山里教学点,教学点,49,,1,,0,,1,,600,300,2,1", "004,山外教学点,教学点,50,,3,,1,,1,,600,500,12,2", "005,启智学校,特殊教育学校,80,20,5,5,1,1,1,1,900,900,90,9", "006,职教中心,职业学校,,,,,,,,,9000,9000,900,90");
        var excluded = json["schools"]!.AsArray().Where(s => s!["excluded"] is not null).Select(s => (string?)s!["code"]).Distinct();

        Assert.Equal(["003", "005", "006"], excluded);
        Assert.All(json["schools"]!.AsArray().Where(s => s!["excluded"] is not null), s => Assert.False((bool)s!["passes"]!));
        Assert.Equal(50 * 12.0 / 50, (double)json["schools"]![2]!["indicators"]!["4"]!);
        Assert.Equal((4500 + 600) / 1050.0, (double)json["county"]!["primary"]!["4"]!["mean"]!, 12);
    }

    [Fact]
    public async Task Two_years_are_not_mixed_and_two_counties_neither()
    {
        var rows = $"""
            学年,区县,{Head}
            2022-2023,甲县,{Primary.Replace("4500", "1", StringComparison.Ordinal)}
            2023-2024学年,甲县,{Primary}
            2023,乙县,{Through}
            2023/2024,甲县,{Primary.Replace("001", "009", StringComparison.Ordinal)}
            """;

        var newest = await JsonOf(rows);
        Assert.Equal(["001", "009"], newest["schools"]!.AsArray().Select(s => (string?)s!["code"]));
        Assert.Equal(4.5, (double)newest["county"]!["primary"]!["4"]!["mean"]!);
        Assert.Contains(Notes(newest), n => n.Contains("--year", StringComparison.Ordinal));
        Assert.Contains(Notes(newest), n => n.Contains("--county", StringComparison.Ordinal));

        Assert.Equal(0.001, (double)(await JsonOf(rows, "--year", "2022"))["schools"]![0]!["indicators"]!["4"]!);
        Assert.Equal("002", (string?)(await JsonOf(rows, "--county=乙县"))["schools"]![0]!["code"]);
        Assert.Equal(3, (await Run(WriteText(rows), "--year", "2019")).Code);
    }

    [Fact]
    public async Task The_optional_columns_are_read_and_complain_of_nothing_that_is_right()
    {
        var json = await JsonOf($"""
            学年,区县,{Head},高中在校生数,室内体育用房面积,班级数,最大班额,大班额班数,建成年份,城乡,举办者
            2023-2024,甲县,{Primary},,100,24,45,0,1958,城区,公办
            2023-2024,甲县,010,二中,完全中学,,500,,30,,5,,5,5000,11000,180,20,500,0,20,50,0,2009年,镇区,公办
            """);

        Assert.Equal(4.4, (double)json["schools"]![0]!["indicators"]!["4"]!);
        Assert.Equal(10, (double)json["schools"]![1]!["indicators"]!["5"]!);
        Assert.Single(Notes(json));
    }

    [Fact]
    public async Task Pupils_zero_or_missing_leave_a_school_out()
    {
        var json = await Json(Primary, Primary.Replace("001", "002", StringComparison.Ordinal).Replace(",1000,", ",0,", StringComparison.Ordinal), Primary.Replace("001", "003", StringComparison.Ordinal).Replace(",1000,", ",,", StringComparison.Ordinal));

        Assert.Equal([false, true, true], json["schools"]!.AsArray().Select(s => s!["excluded"] is not null));
        Assert.Equal(4.5, (double)json["county"]!["primary"]!["4"]!["mean"]!);
    }

    [Fact]
    public async Task It_prints_a_table_for_people()
    {
        var (code, output, _) = await Run(WriteText(string.Join('\n', Head, Primary, Through)));

        Assert.Equal(0, code);
        Assert.Contains("育才学校", output, StringComparison.Ordinal);
        Assert.Contains("差异系数", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stricter_standard_comes_from_its_file()
    {
        await using var national = typeof(Core.Indicators.Standards.StandardBook).Assembly.GetManifestResourceStream("Standards.national-2017")!;
        using var reader = new StreamReader(national);
        var stricter = Write("省标准.csv", Encoding.UTF8.GetBytes((await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("threshold,1,primary,,at-least,4.2", "threshold,1,primary,,at-least,4.3", StringComparison.Ordinal)));

        var (_, output, _) = await Run(WriteText(string.Join('\n', Head, Primary)), "--json", "--standard", stricter);
        Assert.Equal(6, (int)JsonNode.Parse(output)!["schools"]![0]!["met"]!);
        Assert.Equal(3, (await Run(WriteText(string.Join('\n', Head, Primary)), "--standard", WriteText("x"))).Code);
    }

    [Fact]
    public async Task Exit_codes_say_what_happened()
    {
        var (code, help, _) = await Run("--help");
        Assert.Equal((0, true), (code, help.Contains("返回值", StringComparison.Ordinal)));
        Assert.Equal(2, (await Run()).Code);
        Assert.Equal(2, (await Run(WriteText(Head), "--xml")).Code);
        Assert.Equal(2, (await Run(WriteText(Head), "--year", "去年")).Code);
        Assert.Equal(3, (await Run(Path.Combine(folder.FullName, "没有.csv"))).Code);
        Assert.Equal(3, (await Run(WriteText("姓名,单位\n张三,教育局"))).Code);
        Assert.Equal(3, (await Run(WriteText(Head))).Code);
        Assert.Equal(4, (await Run(WriteText(string.Join('\n', Head, Primary.Replace(",小学,", ",幼儿园,", StringComparison.Ordinal))))).Code);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Notes(JsonNode json) => json["notes"]!.AsArray().Select(n => (string)n!);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Commands.Find(["indicators"])!.Run(["indicators", .. args], output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static async IAsyncEnumerable<SheetCell[]> Cells(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return [.. row.Select(c => c.Length > 0 && c[0] != '0' && decimal.TryParse(c, out var number) ? (SheetCell)number : c)];
        }
    }

    private Task<JsonNode> Json(params string[] rows) => JsonOf(string.Join('\n', rows.Prepend(Head)));

    private async Task<JsonNode> JsonOf(string text, params string[] options)
    {
        var (code, output, error) = await Run([WriteText(text), "--json", .. options]);
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!;
    }

    private string WriteText(string text) => Write($"{Guid.NewGuid():N}.csv", Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private async Task<string> Workbook(string name, string text)
    {
        var rows = text.Split('\n').Select(r => r.Split(',')).ToList();
        var path = Path.Combine(folder.FullName, name);
        await using var file = File.Create(path);
        await SpreadsheetWriter.Write(file, new Sheet("学校", [.. rows[0].Select(h => new SheetColumn(h, 12))]), Cells(rows.Skip(1)), TestContext.Current.CancellationToken);
        return path;
    }
}
