using System.Globalization;
using System.Net;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks.Packs;

namespace Equalization.Workflow.Infrastructure.Packs;

/// <summary>The pack's front page: by indicator, by measure, then by task, each file with its size and hash. All style is in it; nothing is fetched.</summary>
internal static class PackIndex
{
    private const string Style =
        "body{font:16px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#1b2733;max-width:62rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem}h2{margin-top:2.5rem;border-bottom:2px solid #c3ccd6}"
        + "table{border-collapse:collapse;width:100%}th,td{border:1px solid #c3ccd6;padding:.3rem .6rem;text-align:left;vertical-align:top}th{background:#eef2f6}code{font-size:.75rem;word-break:break-all}"
        + ".bad{color:#a11}.quiet{color:#55636f}";

    public static string Of(PackContent content, IReadOnlyDictionary<string, PackedFile> packed, DateTime madeAt)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text($"{content.Jurisdiction}{content.Year}年迎检材料")}</title><style>{Style}</style></head><body>");
        var troubled = packed.Values.Count(p => p.State != PackedState.Whole);
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Text(content.Jurisdiction)}{content.Year}年义务教育优质均衡发展迎检材料</h1>");
        html.Append(CultureInfo.InvariantCulture,
            $"<p class=\"quiet\">生成时间 {ChinaTime.WallClock(madeAt):yyyy年M月d日 HH:mm}，任务 {content.Tasks.Count} 项，佐证材料 {packed.Count} 件。每件材料的 SHA-256 见 <a href=\"{InspectionPack.Sums}\">{InspectionPack.Sums}</a>。</p>");
        if (troubled > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"bad\">有 {troubled} 件材料缺失或与上报时不一致，已在下文标出，请向报送单位核实。</p>");
        }

        Indicators(html, content);
        html.Append("<h2>按措施</h2><table><thead><tr><th>措施</th><th>任务</th><th>材料</th></tr></thead><tbody>");
        foreach (var measure in content.Tasks.GroupBy(t => (t.MeasurePosition, t.Measure)).OrderBy(g => g.Key.MeasurePosition))
        {
            var links = string.Join("<br>", measure.Select(t => $"{Link(t)} {Text(t.LeadUnit)}"));
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{measure.Key.MeasurePosition}. {Text(measure.Key.Measure)}</td><td>{links}</td><td>{measure.Sum(t => t.Files.Count)} 件</td></tr>");
        }

        html.Append("</tbody></table><h2>按任务</h2>");
        foreach (var task in content.Tasks)
        {
            Task(html, task, packed);
        }

        return html.Append("</body></html>").ToString();
    }

    /// <summary>An indicator is what the tasks' goals name; a task without goals is listed at the end, so that nothing is left out.</summary>
    private static void Indicators(StringBuilder html, PackContent content)
    {
        html.Append("<h2>按指标</h2><p class=\"quiet\">指标取自方案措施的年度目标，名称以方案原文为准；各项任务的材料见“按任务”。</p>");
        html.Append("<table><thead><tr><th>指标</th><th>任务和目标</th><th>报告值</th><th>材料</th></tr></thead><tbody>");
        var goals = content.Tasks.SelectMany(t => t.Goals.Select(g => (Task: t, Goal: g)));
        foreach (var indicator in goals.GroupBy(g => g.Goal.Indicator.Length > 0 ? g.Goal.Indicator : "未命名指标").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var rows = indicator.ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                var (task, goal) = rows[i];
                var first = i > 0 ? "" : $"<td rowspan=\"{rows.Count}\">{Text(indicator.Key)}</td>";
                var value = goal.Reported is { } reported ? reported.ToString("0.####", CultureInfo.InvariantCulture) + goal.Unit : "未报";
                var met = goal.IsMet switch { true => "，达到", false => "，未达到", null => "" };
                html.Append(CultureInfo.InvariantCulture,
                    $"<tr>{first}<td>{Link(task)} {Text(task.LeadUnit)}<br>{Text(goal.AsWritten)}</td><td>{Text(value + met)}</td><td>{task.Files.Count} 件</td></tr>");
            }
        }

        var bare = content.Tasks.Where(t => t.Goals.Count == 0).ToList();
        if (bare.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><td>没有列出指标的任务</td><td>{string.Join("<br>", bare.Select(t => $"{Link(t)} {Text(t.LeadUnit)}"))}</td><td>—</td><td>{bare.Sum(t => t.Files.Count)} 件</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Link(PackTask task) => $"<a href=\"#t{Text(task.Number)}\">{Text(task.Number)}</a>";

    private static void Task(StringBuilder html, PackTask task, IReadOnlyDictionary<string, PackedFile> packed)
    {
        var end = task.State == TaskState.WrittenOff ? $"已销账（{task.WriteOff}）" : "未销账";
        var moved = task.FirstDueOn == task.CurrentDueOn ? "" : $"（首次期限 {Day(task.FirstDueOn)}）";
        html.Append(CultureInfo.InvariantCulture, $"<h3 id=\"t{Text(task.Number)}\">{Text(task.Number)}　{Text(task.Title)}</h3>");
        html.Append(CultureInfo.InvariantCulture, $"<p>牵头单位：{Text(task.LeadUnit)}　期限：{Day(task.CurrentDueOn)}{moved}　进度：{task.Reported?.ToString() ?? "未报"}　{Text(end)}</p>");
        if (task.Criteria.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\">验收标准：{Text(task.Criteria)}</p>");
        }

        if (task.Files.Count == 0)
        {
            html.Append("<p class=\"quiet\">没有佐证材料。</p>");
            return;
        }

        html.Append("<table><thead><tr><th>种类</th><th>材料</th><th>单位</th><th>大小</th><th>SHA-256</th></tr></thead><tbody>");
        foreach (var file in task.Files)
        {
            var place = packed[file.Sha256];
            var name = place.State == PackedState.Absent
                ? Text(file.FileName)
                : $"<a href=\"{Text(string.Join('/', place.Path.Split('/').Select(Uri.EscapeDataString)))}\">{Text(file.FileName)}</a>";
            var trouble = place.State switch
            {
                PackedState.Whole => "",
                PackedState.Altered => "<br><strong class=\"bad\">内容与上报时不一致</strong>",
                PackedState.Absent => "<br><strong class=\"bad\">文件缺失</strong>",
            };
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{Text(file.Kind)}</td><td>{Text(file.Title)}<br>{name}{trouble}</td><td>{Text(file.Unit)}</td><td>{Math.Max(1, file.Length / 1024)} KB</td><td><code>{file.Sha256}</code></td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
