using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;
using Equalization.Workflow.Web.Replay;

namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// replay --plan FILE --from DAY --to DAY [--seed N] [--keep FOLDER] [--json]: plays a plan's years under a virtual clock on a database of its own and
/// prints what each came to. Exit codes: 0 played, 1 a process stopped on the way, 2 wrong usage, 3 plan refused.
/// </summary>
internal static class ReplayCommand
{
    public const string Verb = "replay";

    private const int Done = 0;
    private const int SomethingStopped = 1;
    private const int WrongUsage = 2;
    private const int Refused = 3;
    private const int MostYears = 20;

    private const string Usage = """
        用法：replay --plan 文件 --from 2018-01-01 --to 2022-12-31 [--seed 1] [--keep 文件夹] [--json]
        按虚拟时钟把计划的各年度走一遍：下达、签收、报告、延期、办结、催办、督办都由系统自己的服务和流程办理，
        各单位按固定脚本行事（六成按时、二成迟缓、一成不报、一成延期）。打印逐年的通知、亮灯和销账。不触及正式数据库。

          --plan   计划原文（.txt 或 .docx）
          --from   起始日期          --to     截止日期，最多二十年
          --seed   脚本的随机种子，同一种子结果相同，默认 1
          --keep   把推演数据库留在这个文件夹；默认用后删除
          --json   以 JSON 打印
          --help   显示本说明

        返回值：0 已走完；1 有流程因异常停下；2 用法不对；3 计划不能导入。
        """;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var rest = args.Skip(1).ToList();
        if (rest.Contains("--help") || rest.Contains("-h"))
        {
            await output.WriteLineAsync(Usage);
            return Done;
        }

        var json = rest.Remove("--json");
        if (Read(rest) is not { } asked)
        {
            await error.WriteLineAsync(Usage);
            return WrongUsage;
        }

        if (!File.Exists(asked.Plan))
        {
            await error.WriteLineAsync($"没有找到文件“{asked.Plan}”。请核对路径后重新运行。");
            return Refused;
        }

        try
        {
            await using var file = File.OpenRead(asked.Plan);
            var draft = (await PlanDocumentReader.Read(asked.Plan, file, withHidden: false, CancellationToken.None)).Read();
            return await Play(asked, draft, json, output);
        }
        catch (RuleBroken refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return Refused;
        }
    }

    private static async Task<int> Play(Asked asked, PlanDraft draft, bool json, TextWriter output)
    {
        var folder = asked.Keep is { } keep ? Directory.CreateDirectory(keep) : Directory.CreateTempSubdirectory("equalization-replay-");
        try
        {
            var definitions = Path.Combine(AppContext.BaseDirectory, new ProcessSettings().Folder);
            var result = await ReplayTheatre.Play(folder.FullName, definitions, draft, asked.From, asked.To, asked.Seed, CancellationToken.None);
            await output.WriteLineAsync(json ? JsonSerializer.Serialize(result, Json) : ReplayTable.Write(result));
            return result.Stopped == 0 ? Done : SomethingStopped;
        }
        finally
        {
            if (asked.Keep is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static Asked? Read(List<string> rest)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i + 1 < rest.Count; i += 2)
        {
            given[rest[i]] = rest[i + 1];
        }

        var known = given.Keys.All(k => k is "--plan" or "--from" or "--to" or "--seed" or "--keep");
        return rest.Count % 2 == 0 && known && given.TryGetValue("--plan", out var plan)
            && Day(given.GetValueOrDefault("--from")) is { } from && Day(given.GetValueOrDefault("--to")) is { } to
            && to > from && to.Year - from.Year < MostYears
            && int.TryParse(given.GetValueOrDefault("--seed", "1"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? new Asked(CallerPath.Of(plan), from, to, seed, given.TryGetValue("--keep", out var keep) ? CallerPath.Of(keep) : null)
            : null;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private sealed record Asked(string Plan, DateOnly From, DateOnly To, int Seed, string? Keep);
}
