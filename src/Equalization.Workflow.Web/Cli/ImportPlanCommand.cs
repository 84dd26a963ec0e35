using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;

namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// import-plan FILE [--json]: reads a plan and prints the draft; stores nothing. Exit codes: 0 read, 2 wrong usage,
/// 3 file refused, 4 no measure found.
/// </summary>
internal static class ImportPlanCommand
{
    public const string Verb = "import-plan";

    private const int Done = 0;
    private const int WrongUsage = 2;
    private const int Refused = 3;
    private const int NothingFound = 4;

    private const string Usage = """
        用法：import-plan 文件 [--json]
        读取计划原文（.txt 或 .docx），打印任务分解草稿，不保存任何内容。

          --json   以 JSON 打印全部字段
          --help   显示本说明

        返回值：0 已读出；2 用法不对；3 文件不能导入；4 没有读到措施。
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
        if (rest.Count != 1 || rest[0].StartsWith("--", StringComparison.Ordinal))
        {
            await error.WriteLineAsync(Usage);
            return WrongUsage;
        }

        rest[0] = CallerPath.Of(rest[0]);
        if (!File.Exists(rest[0]))
        {
            await error.WriteLineAsync($"没有找到文件“{rest[0]}”。请核对路径后重新运行。");
            return Refused;
        }

        try
        {
            await using var file = File.OpenRead(rest[0]);
            var draft = PlanReader.Read(await PlanDocumentReader.Read(rest[0], file, CancellationToken.None));
            await output.WriteLineAsync(json ? PlanDraftJson.Write(Path.GetFileName(rest[0]), draft) : PlanDraftTable.Write(draft));
            if (draft.Measures.Count > 0)
            {
                return Done;
            }

            await error.WriteLineAsync("没有读到带责任单位的措施。请确认选择的是行动计划或实施方案，或在页面上手工录入。");
            return NothingFound;
        }
        catch (RuleBroken refusal)
        {
            await error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"文件“{rest[0]}”打不开：{refusal.Message} 请确认有读取权限、没有被占用后重新运行。");
            return Refused;
        }
    }
}
