using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Infrastructure.Documents;

namespace Equalization.Workflow.Web.Cli;

/// <summary>
/// import-plan FILE [--json | --explain] [--plan N] [--with-hidden]: reads a plan and prints the draft; stores nothing. Exit codes: 0 read, 2 wrong usage,
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
        用法：import-plan 文件 [--json | --explain] [--plan 序号] [--with-hidden]
        读取计划原文（.docx、.doc、.pdf、.txt）或任务分解表（.xlsx、.xls、.csv），打印任务分解草稿，不保存任何内容。

          --json      以 JSON 打印全部字段
          --explain   逐项说明每个字段按哪条规则、从原文第几行第几字读出，以及哪些文字没有采用、为什么
          --plan N    文件里有几份方案时，读第 N 份；不写时读措施最多的一份
          --with-hidden   表格中隐藏的行和工作表也读入
          --help      显示本说明

        JSON 的字段：title 标题，documentNumber 文号，issuer 发文单位，issued 发文日期，period 起止年份，overall 总目标，
        overallDeadline 总时限，targets2025 2025 年目标，items 措施（number、title、section、leadUnits、cooperatingUnits、
        responsibleUnits、deadlines、targets、milestones、labels、schedule、mechanisms、exceptions、openList），
        phases 阶段，units 按单位分列的职责，collectiveUnit 集体单位，leadingGroup 领导小组，stages、schedule、deadlineTexts
        创建时序，otherPlans 同一文件里的其他方案，doubts 请核对的事项，coverage 采用率，skipped 没有采用的文字和原因。
        每个字段在 fields 中有原文位置（start、length）、读出它的规则（rule）和把握（certain、likely、doubtful）。

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
        var explain = rest.Remove("--explain");
        var withHidden = rest.Remove("--with-hidden");
        var chosen = Chosen(rest);
        if (rest.Count != 1 || rest[0].StartsWith("--", StringComparison.Ordinal) || (json && explain) || chosen < 0)
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
            var drafts = (await PlanDocumentReader.Read(rest[0], file, withHidden, CancellationToken.None)).ReadAll();
            if (chosen > drafts.Count)
            {
                await error.WriteLineAsync($"文件里只有 {drafts.Count} 份方案，没有第 {chosen} 份。请改用 1 至 {drafts.Count}，或不写 --plan。");
                return WrongUsage;
            }

            var draft = chosen > 0 ? drafts[chosen - 1] : PlanReader.Main(drafts);
            var others = drafts.Where(other => other != draft).ToList();
            await output.WriteLineAsync(
                json ? PlanDraftJson.Write(Path.GetFileName(rest[0]), draft, others) : explain ? PlanDraftExplanation.Write(draft) : PlanDraftTable.Write(draft));
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

    /// <summary>Takes --plan N out of the arguments: N, 0 where it is absent, -1 where it is no number.</summary>
    private static int Chosen(List<string> rest)
    {
        var at = rest.IndexOf("--plan");
        if (at < 0)
        {
            return 0;
        }

        var number = at + 1 < rest.Count && int.TryParse(rest[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : -1;
        rest.RemoveRange(at, Math.Min(2, rest.Count - at));
        return number;
    }
}
