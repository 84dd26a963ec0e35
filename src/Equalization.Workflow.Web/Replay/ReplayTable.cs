using System.Globalization;
using System.Text;

namespace Equalization.Workflow.Web.Replay;

/// <summary>A replay as a table, a year a column, in Markdown so that it can stand in a document as it is.</summary>
internal static class ReplayTable
{
    private static readonly (string Name, Func<ReplayYear, string> Value)[] Lines =
    [
        ("下达任务", y => N(y.Issued)),
        ("签收（其中逾期）", y => $"{y.Signed}（{y.SignedLate}）"),
        ("进展报告（其中逾期）", y => $"{y.Reports}（{y.ReportsLate}）"),
        ("记为未反馈", y => N(y.SilenceNoted)),
        ("延期：同意 / 不同意", y => $"{y.Extended} / {y.ExtensionsRefused}"),
        ("催办", y => N(y.Urges)),
        ("督办通知单", y => N(y.Supervisions)),
        ("销账（其中逾期）", y => $"{y.WrittenOff}（{y.WrittenOffLate}）"),
        ("站内通知", y => N(y.Notices)),
        ("每日摘要 / 提醒事项", y => $"{y.Digests} / {y.Reminders}"),
        ("年末在办：绿 蓝 黄 红", y => $"{y.Green} {y.Blue} {y.Yellow} {y.Red}"),
    ];

    public static string Write(ReplayResult result)
    {
        var text = new StringBuilder();
        text.Append("| |").AppendJoin("|", result.Years.Select(y => $" {y.Year} ")).AppendLine("|");
        text.Append("|---|").AppendJoin("|", result.Years.Select(_ => "---:")).AppendLine("|");
        foreach (var (name, value) in Lines)
        {
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", result.Years.Select(value)).AppendLine(" |");
        }

        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture,
            $"{result.Units} 个单位，{result.Acts} 次办理、{result.Timers} 次定时推进、{result.Digests} 份摘要，{result.Mornings} 个工作日上午，用时 {result.Elapsed.TotalSeconds:0.0} 秒，每秒 {result.ActionsPerSecond:0} 次；因异常停下的流程 {result.Stopped} 个。");
        text.AppendLine(CultureInfo.InvariantCulture,
            $"其中办理 {result.InActs.TotalSeconds:0.0} 秒，定时推进 {result.InTimers.TotalSeconds:0.0} 秒，上午提醒 {result.InMornings.TotalSeconds:0.0} 秒。");
        return text.ToString().TrimEnd();
    }

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);
}
