using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Packs;

/// <summary>
/// Drafts the report of a month, a quarter or half a year (月报、季报、半年报) from the ledger: what was issued, written off and is overdue, and progress,
/// problems and next steps in the words of the reports on that period. Each sentence names its source, as in <see cref="SelfInspectionQueries"/>.
/// </summary>
public sealed class PeriodReportQueries(IDbContextFactory<WorkflowDb> contexts)
{
    private static readonly ReportCycle[] Cycles = [ReportCycle.HalfYear, ReportCycle.Quarter, ReportCycle.Month];

    /// <summary>Halves, quarters and months of a year that have begun by a day.</summary>
    public static IReadOnlyList<ReportPeriod> Begun(int year, DateOnly today) =>
    [
        .. from cycle in Cycles
           from period in Enumerable.Range(1, 12).Select(month => ReportPeriod.Containing(new DateOnly(year, month, 1), cycle)).Distinct()
           where period.FirstDay <= today
           select period,
    ];

    /// <summary>2018年3月, 2018年第一季度, 2018年上半年.</summary>
    public static string Name(ReportPeriod period) => period.Code[4] switch
    {
        'Q' => $"{period.FirstDay.Year}年第{"一二三四"[period.Code[5] - '1']}季度",
        'H' => $"{period.FirstDay.Year}年{(period.Code[5] == '1' ? "上" : "下")}半年",
        _ => $"{period.FirstDay.Year}年{period.FirstDay.Month}月",
    };

    /// <summary>
    /// In four commands; of a period that still runs, as far as it has gone. Refuses (not-allowed) whoever does not read the whole jurisdiction, and a code of no period
    /// that has begun (not-found).
    /// </summary>
    public async Task<PaperDocument> Draft(Actor actor, string code, CancellationToken ct)
    {
        Permission.Require(PackPermissions.MayTake(actor));
        var period = Find(code, actor.Day) ?? throw RuleBroken.Missing();
        var end = period.LastDay < actor.Day ? period.LastDay : actor.Day;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ended = ChinaTime.StartOf(end.AddDays(1));
        var tasks = db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.State != TaskState.Withdrawn && t.IssuedAt < ended
                                              && (t.ClosedOn == null || t.ClosedOn >= period.FirstDay));
        var name = await db.Jurisdictions.Where(j => j.Id == actor.JurisdictionId).Select(j => j.Name).SingleAsync(ct);
        var office = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.Kind == UnitKind.Office && u.EndedOn == null)
            .OrderBy(u => u.SortKey).Select(u => u.Name).FirstOrDefaultAsync(ct);
        var rows = await tasks.OrderBy(t => t.Number).Select(t => new Row(t.Number, t.Title, t.IssuedAt, t.FirstDueOn, t.CurrentDueOn, t.ClosedOn, t.HeldSince)).ToListAsync(ct);
        var sources = await ReportSources.Load(db, tasks, newestOnly: true, period.FirstDay, period.LastDay, ct);
        return new PaperDocument
        {
            Kind = PaperKind.PeriodReport,
            Title = $"{name}{Name(period)}推进义务教育优质均衡发展工作情况报告",
            Body =
            [
                new PaperHeading(1, "总体情况"), new PaperParagraph(Overall(rows, period, end)),
                new PaperHeading(1, "本期办结"), .. Lines(rows.Where(r => r.ClosedBy(end)), r => $"于{ReportSources.Day(r.ClosedOn!.Value)}销账", "本期没有销账的任务。"),
                new PaperHeading(1, "主要进展"), .. sources.Said(s => $"进度{s.Percent}。{s.Narrative}", "没有本期审签的进展报告。"),
                new PaperHeading(1, "存在问题"), .. Lines(rows.Where(r => r.IsOverdue(end)), r => $"期限为{ReportSources.Day(r.CurrentDueOn)}，尚未办结", "期末没有逾期的任务。"),
                .. sources.Said(s => s.Problem, "各单位本期报告中没有填写存在问题。"),
                new PaperHeading(1, "下一步措施"), .. sources.Said(s => s.NextStep, "各单位本期报告中没有填写下一步措施。"),
            ],
            Annexes = sources.Annexes(),
            SignedBy = office ?? name,
        };
    }

    private static ReportPeriod? Find(string code, DateOnly today)
    {
        if (code.Length < 6 || !int.TryParse(code.AsSpan(0, 4), out var year) || year < 1 || year > today.Year)
        {
            return null;
        }

        var found = Begun(year, today).FirstOrDefault(p => p.Code == code);
        return found == default ? null : found;
    }

    /// <summary>Days are the ones in force now: a period that is over is told as the ledger stands.</summary>
    private static string Overall(List<Row> rows, ReportPeriod period, DateOnly end)
    {
        var done = rows.Where(r => r.ClosedBy(end)).ToList();
        var open = rows.Count - done.Count;
        return $"{Name(period)}新下达任务{rows.Count(r => ChinaTime.DayOf(r.IssuedAt) >= period.FirstDay)}项；销账{done.Count}项，其中按首次期限完成{done.Count(r => r.ClosedOn <= r.FirstDueOn)}项；"
            + $"至{ReportSources.Day(end)}在办{open}项，其中逾期{rows.Count(r => r.IsOverdue(end))}项（依据：任务台账，按现行期限）。";
    }

    private static IEnumerable<PaperBlock> Lines(IEnumerable<Row> rows, Func<Row, string> said, string none)
    {
        var lines = rows.Select(r => (PaperBlock)new PaperParagraph($"任务{r.Number}“{r.Title}”{said(r)}（依据：任务台账）。")).ToList();
        return lines.Count > 0 ? lines : [new PaperParagraph(none)];
    }

    private sealed record Row(string Number, string Title, DateTime IssuedAt, DateOnly FirstDueOn, DateOnly CurrentDueOn, DateOnly? ClosedOn, DateOnly? HeldSince)
    {
        public bool ClosedBy(DateOnly day) => ClosedOn <= day;

        public bool IsOverdue(DateOnly day) => !ClosedBy(day) && CurrentDueOn < (HeldSince <= day ? HeldSince.Value : day);
    }
}
