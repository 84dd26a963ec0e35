using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Infrastructure.Spreadsheets;

namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// indicators FILE [--json]: reads a school table and prints the seven indicators of each school and the county's coefficients; stores nothing. Exit codes:
/// 0 computed, 2 wrong usage, 3 file refused, 4 no school to compute.
/// </summary>
internal static class IndicatorsCommand
{
    public const string Verb = "indicators";

    private const int Done = 0;
    private const int WrongUsage = 2;
    private const int Refused = 3;
    private const int NothingFound = 4;

    private const string Usage = """
        用法：indicators 文件 [--json] [--county 区县] [--year 学年] [--standard 标准文件]
        读取学校数据表（.xlsx、.xls 或 .csv），计算各校七项指标和校际差异系数，不保存任何内容。

          --json             以 JSON 打印，数值不取舍
          --county 区县      表中有几个区县时，计算哪一个；不写则取学校最多的
          --year 学年        表中有几个学年时，计算哪一个，如 2023 或 2023-2024；不写则取最近的
          --standard 文件    按这份标准计算（格式同 db/standards）；不写则按该学年适用的国家标准
          --help             显示本说明

        返回值：0 已算出；2 用法不对；3 文件不能读取；4 没有可计算的学校。
        """;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var rest = args.Skip(1).ToList();
        if (rest.Contains("--help") || rest.Contains("-h"))
        {
            await output.WriteLineAsync(Usage);
            return Done;
        }

        var json = rest.Remove("--json");
        if (!TakeOption(rest, "--county", out var county) || !TakeOption(rest, "--year", out var writtenYear) || !TakeOption(rest, "--standard", out var standard)
            || rest.Count != 1 || rest[0].StartsWith("--", StringComparison.Ordinal) || (writtenYear is not null && SchoolYear.Of(writtenYear) is null))
        {
            await error.WriteLineAsync(Usage);
            return WrongUsage;
        }

        var year = writtenYear is null ? null : SchoolYear.Of(writtenYear);
        var path = CallerPath.Of(rest[0]);
        if (!File.Exists(path))
        {
            await error.WriteLineAsync($"没有找到文件“{path}”。请核对路径后重新运行。");
            return Refused;
        }

        try
        {
            await using var file = File.OpenRead(path);
            var sheet = SchoolReader.Read(await TableFileReader.Read(path, file, CancellationToken.None), TableReading.Plain);
            var choice = SchoolChoice.Of(sheet, year, county);
            var result = CountyIndicators.Of(standard is null ? StandardBook.For(choice.Year) : Read(CallerPath.Of(standard)), choice.Lines.Select(l => l.Figures!));
            var notes = IndicatorNotes.Of(sheet, choice, result);
            await output.WriteLineAsync(json ? IndicatorsJson.Write(result, notes) : IndicatorsTable.Write(choice, result, notes));
            if (result.Parts.Count > 0)
            {
                return Done;
            }

            await error.WriteLineAsync("没有可计算的学校。请按上面的说明改正表格后重新运行。");
            return NothingFound;
        }
        catch (RuleBroken refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (FormatException broken)
        {
            await error.WriteLineAsync($"标准文件“{standard}”读不出来：{broken.Message} 请对照 db/standards 中的文件改正。");
            return Refused;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"文件“{path}”打不开：{refusal.Message} 请确认有读取权限、没有被占用后重新运行。");
            return Refused;
        }
    }

    /// <summary>Takes "--name value" or "--name=value" out of the arguments; false for a name without its value.</summary>
    private static bool TakeOption(List<string> rest, string name, out string? value)
    {
        value = null;
        if (rest.Find(a => a.StartsWith(name + "=", StringComparison.Ordinal)) is { } joined)
        {
            rest.Remove(joined);
            value = joined[(name.Length + 1)..];
            return value.Length > 0;
        }

        var at = rest.IndexOf(name);
        if (at < 0)
        {
            return true;
        }

        if (at + 1 == rest.Count)
        {
            return false;
        }

        value = rest[at + 1];
        rest.RemoveRange(at, 2);
        return true;
    }

    private static StandardSet Read(string path)
    {
        using var lines = new StreamReader(path);
        return StandardFile.Read(lines);
    }
}
