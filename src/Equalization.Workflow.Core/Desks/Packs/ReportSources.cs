using System.Globalization;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Progress;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Packs;

/// <summary>An approved report of a lead unit that drafted sentences rest on.</summary>
internal sealed record ReportSource(
    Guid ReportId, Guid TaskId, string Number, string Title, string Unit, string PeriodCode, DateOnly PeriodLastDay, Percent Percent, string Narrative, string? Problem, string? NextStep,
    string? ApprovedBy, DateTime? ApprovedAt);

/// <summary>
/// What a drafted report rests on: approved reports with a number each, in the order of the ledger, then of time. A sentence ends in （依据n）, and the
/// annex says which report, signed by whom, n is.
/// </summary>
internal sealed class ReportSources
{
    private const int LongestQuote = 200;

    private readonly Dictionary<Guid, int> numbers;
    private readonly ILookup<Guid, ReportSource> byTask;

    private ReportSources(List<ReportSource> all)
    {
        All = all;
        numbers = all.Select((r, i) => (r.ReportId, Number: i + 1)).ToDictionary(r => r.ReportId, r => r.Number);
        byTask = all.ToLookup(r => r.TaskId);
    }

    public IReadOnlyList<ReportSource> All { get; }

    /// <summary>In one command. The lead units' approved reports on the tasks: all of them, or each task's newest.</summary>
    public static Task<ReportSources> Load(WorkflowDb db, IQueryable<AnnualTask> tasks, bool newestOnly, CancellationToken ct) =>
        Load(db, tasks, newestOnly, DateOnly.MinValue, DateOnly.MaxValue, ct);

    /// <summary>The same of the reports whose period ends between two days, both included.</summary>
    public static async Task<ReportSources> Load(WorkflowDb db, IQueryable<AnnualTask> tasks, bool newestOnly, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var reports = from t in tasks
                      join r in db.ProgressReports on new { TaskId = t.Id, UnitId = t.LeadUnitId } equals new { r.TaskId, r.UnitId }
                      join u in db.Units on r.UnitId equals u.Id
                      where r.State == ReportState.Approved && r.PeriodLastDay >= first && r.PeriodLastDay <= last
                            && (!newestOnly || !db.ProgressReports.Any(x => x.TaskUnitId == r.TaskUnitId && x.State == ReportState.Approved && x.PeriodLastDay > r.PeriodLastDay && x.PeriodLastDay <= last))
                      orderby t.Number, r.PeriodLastDay, r.Id
                      select new ReportSource(
                          r.Id, t.Id, t.Number, t.Title, u.Name, r.PeriodCode, r.PeriodLastDay, r.Percent, r.Narrative, r.Problem, r.NextStep, r.ApprovedBy, r.ApprovedAt);
        return new ReportSources(await reports.ToListAsync(ct));
    }

    /// <summary>A task's newest report; null without one.</summary>
    public ReportSource? Newest(Guid taskId) => byTask[taskId].LastOrDefault();

    public string Name(Guid reportId) => $"依据{numbers[reportId]}";

    /// <summary>As it ends a sentence.</summary>
    public string Mark(ReportSource source) => $"（{Name(source.ReportId)}）";

    /// <summary>What the units wrote last, one paragraph a task, each with its source; <paramref name="none"/> where nobody wrote anything.</summary>
    public IEnumerable<PaperBlock> Said(Func<ReportSource, string?> words, string none)
    {
        var said = (from task in byTask
                    let source = task.Last()
                    let text = Quote(words(source))
                    where text.Length > 0
                    select (PaperBlock)new PaperParagraph($"{source.Unit}“{source.Title}”：{text}{Mark(source)}")).ToList();
        return said.Count > 0 ? said : [new PaperParagraph(none)];
    }

    /// <summary>The list of all sources; none when there are none.</summary>
    public IReadOnlyList<PaperAnnex> Annexes() => All.Count == 0
        ? []
        :
        [
            new PaperAnnex("依据清单",
            [
                new PaperTable(
                    null, [new("序号", 7), new("任务编号", 14), new("报送单位", 24), new("报告期", 12), new("审签人", 20), new("审签日期", 16)],
                    [
                        .. All.Select((r, i) => (IReadOnlyList<string>)
                            [$"{i + 1}", r.Number, r.Unit, r.PeriodCode, r.ApprovedBy ?? "", r.ApprovedAt is { } at ? Day(ChinaTime.DayOf(at)) : ""]),
                    ]),
            ]),
        ];

    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The text's first sentences, as many as fit.</summary>
    private static string Quote(string? text)
    {
        var line = string.Join("", (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length > LongestQuote)
        {
            var end = line.LastIndexOf('。', LongestQuote - 1);
            line = end > 0 ? line[..(end + 1)] : line[..(char.IsHighSurrogate(line[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "……";
        }

        return line.Length == 0 || "。…！？".Contains(line[^1], StringComparison.Ordinal) ? line : line + "。";
    }
}
