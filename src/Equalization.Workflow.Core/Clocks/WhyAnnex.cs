using System.Globalization;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Core.Clocks;

/// <summary>A sheet as the annex of an official paper, in the words of the day it speaks of.</summary>
public static class WhyAnnex
{
    /// <summary>
    /// The sheet of a task's lead unit just before an instant, to hang on the paper of an act made then. Permission is the caller's matter; made again for
    /// the same instant and calendar it is the same.
    /// </summary>
    public static async Task<PaperAnnex> OfTask(WorkflowDb db, Guid taskId, DateTime at, RuleBook rules, WorkingCalendar calendar, CancellationToken ct) =>
        Of(await WhySheets.OfTask(db, taskId, at, rules, calendar, ct));

    public static PaperAnnex Of(WhySheet sheet) => new($"任务 {sheet.TaskNumber} 情况说明",
    [
        new PaperParagraph($"{sheet.Unit}承担的任务“{sheet.TaskTitle}”，截至{Instant(sheet.At)}：{sheet.Reason.Text}。{sheet.Late.Sentence}"),
        new PaperHeading(1, "依据"),
        new PaperParagraph($"亮灯和时限规则第 {sheet.RuleSetNumber} 版：{string.Join("；", sheet.Rules.Where(r => r.Applies).Select(r => r.Clause.Text))}。"),
        new PaperHeading(1, "日期"),
        new PaperTable(null, [new PaperColumn("事项", 20), new PaperColumn("日期")], [.. sheet.Dates.Select(d => (IReadOnlyList<string>)[d.What.Text, Day(d.Day)])]),
        new PaperHeading(1, "工作日逐日计算"),
        new PaperParagraph(sheet.Count.Meaning.Text + "。" + (sheet.UnknownYears.Count > 0 ? $"{string.Join("、", sheet.UnknownYears)} 年节假日安排未公布，按周末推算。" : "")),
        new PaperTable(null, [new PaperColumn("月份"), new PaperColumn("计入的工作日", 40) { Align = PaperAlign.Left }, new PaperColumn("天数")], Months(sheet.Count)),
        new PaperHeading(1, "各方承担的时间"),
        new PaperTable(
            null, [new PaperColumn("起", 14), new PaperColumn("止", 14), new PaperColumn("承担方", 20), new PaperColumn("原因", 20), new PaperColumn("工作日")],
            [.. sheet.Holders.Select(h => (IReadOnlyList<string>)[Day(h.Span.From), Day(h.Span.To), h.Holder, ClockBook.Word(h.Span.Because), Number(h.Span.WorkingDays)])]),
        new PaperHeading(1, "经过"),
        new PaperTable(
            null, [new PaperColumn("时间", 14), new PaperColumn("人员", 16), new PaperColumn("事项", 30) { Align = PaperAlign.Left }],
            [.. sheet.Events.Select(e => (IReadOnlyList<string>)[Instant(e.At), e.Who, e.What.Text])]),
    ]);

    private static List<IReadOnlyList<string>> Months(WhyCount count) =>
    [
        .. count.Days.GroupBy(d => (d.Day.Year, d.Day.Month)).Select(m => (IReadOnlyList<string>)
        [
            $"{m.Key.Year}年{m.Key.Month}月",
            string.Join("、", m.Where(d => d.Number is not null).Select(d => $"{d.Day.Day}日{(d.Named is null ? "" : "（补班）")}"))
                + (m.Where(d => d is { Number: null, Named: not null }).Select(d => $"{d.Day.Day}日（{d.Name}）").ToList() is { Count: > 0 } off ? "。不计：" + string.Join("、", off) : ""),
            Number(m.Count(d => d.Number is not null)),
        ]),
    ];

    private static string Day(DateOnly day) => TextArguments.Fill("{0}", day);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Instant(DateTime utc) => TextArguments.Fill("{0}", ChinaTime.DayOf(utc)) + ChinaTime.WallClock(utc).ToString(" HH:mm", CultureInfo.InvariantCulture);
}
