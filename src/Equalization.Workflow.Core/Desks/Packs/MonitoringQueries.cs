using System.Globalization;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Packs;

/// <summary>
/// Drafts the yearly monitoring report (年度监测报告): what was monitored, each indicator with its values over the year, the lights of the last sealed day, the official
/// acts, problems and next steps. Each sentence names what it rests on: a numbered report, the ledger, a sealed day, the register of papers.
/// </summary>
public sealed class MonitoringQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>In nine commands. Refuses (not-allowed) whoever does not read the whole jurisdiction.</summary>
    public async Task<PaperDocument> Draft(Actor actor, int year, CancellationToken ct)
    {
        Permission.Require(PackPermissions.MayTake(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.Year == year && t.State != TaskState.Withdrawn);
        var name = await db.Jurisdictions.Where(j => j.Id == actor.JurisdictionId).Select(j => j.Name).SingleAsync(ct);
        var office = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.Kind == UnitKind.Office && u.EndedOn == null)
            .OrderBy(u => u.SortKey).Select(u => u.Name).FirstOrDefaultAsync(ct);
        var rows = await (from t in tasks
                          join m in db.Measures on t.MeasureId equals m.Id
                          join u in db.Units on t.LeadUnitId equals u.Id
                          orderby t.Number
                          select new Row(t.Id, t.Number, t.MeasurePosition, m.Title, u.Id, u.ShortName, t.State, t.FirstDueOn, t.CurrentDueOn, t.ClosedOn, t.HeldSince)).ToListAsync(ct);
        var targets = await (from t in tasks
                             join target in db.TaskTargets on t.Id equals target.TaskId
                             where !target.Aspirational
                             orderby t.Number, target.Position
                             select target).AsNoTracking().ToListAsync(ct);
        var sources = await ReportSources.Load(db, tasks, newestOnly: false, ct);
        var reportIds = tasks.SelectMany(t => db.ProgressReports.Where(r => r.TaskId == t.Id && r.UnitId == t.LeadUnitId).Select(r => r.Id));
        var values = (await db.ProgressReports.Where(r => reportIds.Contains(r.Id)).SelectMany(r => r.Metrics)
            .Select(m => new Value(m.ReportId, m.TargetId, m.Value)).ToListAsync(ct)).ToLookup(v => v.TargetId);
        return new PaperDocument
        {
            Kind = PaperKind.Monitoring,
            Title = $"{name}{year}年义务教育优质均衡发展监测报告",
            Body =
            [
                new PaperHeading(1, "监测范围"), new PaperParagraph(Scope(rows, targets, sources, year)),
                new PaperHeading(1, "指标监测情况"), .. Indicators(rows, targets, values, sources),
                new PaperHeading(1, "任务推进情况"), .. Progress(rows, actor.Day),
                new PaperHeading(1, "预警和督办情况"), .. await Warnings(db, actor.JurisdictionId, year, ct),
                new PaperHeading(1, "存在问题"), .. sources.Said(s => s.Problem, "各单位报告中没有填写存在问题。"),
                new PaperHeading(1, "改进措施"), .. sources.Said(s => s.NextStep, "各单位报告中没有填写下一步措施。"),
            ],
            Annexes = sources.Annexes(),
            SignedBy = office ?? name,
        };
    }

    private static string Scope(List<Row> rows, List<TaskTarget> targets, ReportSources sources, int year) =>
        $"{year}年监测覆盖{rows.Select(r => r.Measure).Distinct().Count()}条措施、{rows.Count}项年度任务、{rows.Select(r => r.UnitId).Distinct().Count()}个牵头单位（依据：任务台账）。"
        + $"指标取自各项任务的年度目标，共{targets.Select(t => t.Metric).Distinct().Count()}项指标、{targets.Count}个目标值（依据：任务台账）。"
        + (sources.All.Count == 0 ? "本年度没有审签的进展报告（依据：任务台账）。" : $"数据来自经单位负责人审签的进展报告{sources.All.Count}份（依据：附件）。");

    private static IEnumerable<PaperBlock> Indicators(List<Row> rows, List<TaskTarget> targets, ILookup<Guid, Value> values, ReportSources sources)
    {
        if (targets.Count == 0)
        {
            yield return new PaperParagraph("本年度任务没有列出可以监测的目标（依据：任务台账）。");
            yield break;
        }

        var byTask = rows.ToDictionary(r => r.Id);
        var periods = sources.All.Select((r, i) => (r.ReportId, At: i)).ToDictionary(r => r.ReportId, r => r.At);
        foreach (var metric in targets.GroupBy(t => t.Metric).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var lines = metric.Select(t => (Target: t, Values: values[t.Id].Where(v => periods.ContainsKey(v.ReportId)).OrderBy(v => periods[v.ReportId]).ToList())).ToList();
            var told = lines.SelectMany(l => l.Values).Select(v => sources.Name(v.ReportId)).Distinct().ToList();
            yield return new PaperHeading(2, metric.Key.Length > 0 ? metric.Key : "未命名指标");
            yield return new PaperParagraph(
                $"目标值{lines.Count}个，达到{lines.Count(l => l.Target.IsMet == true)}个，未达到{lines.Count(l => l.Target.IsMet == false)}个，未报或无法比对{lines.Count(l => l.Target.IsMet is null)}个"
                + (told.Count == 0 ? "（依据：任务台账）。" : $"（{string.Join('、', told)}）。"));
            yield return new PaperTable(
                null,
                [new("任务编号", 15), new("牵头单位", 16), new("目标", 24) { Align = PaperAlign.Left }, new("各期报告值", 28) { Align = PaperAlign.Left }, new("是否\n达到", 11)],
                [
                    .. lines.Select(l => (IReadOnlyList<string>)
                    [
                        byTask[l.Target.TaskId].Number, byTask[l.Target.TaskId].Unit, l.Target.AsWritten,
                        l.Values.Count == 0 ? "未报" : string.Join('\n', l.Values.Select(v => $"{sources.All[periods[v.ReportId]].PeriodCode}：{Plain(v.Reported)}{l.Target.Unit}（{sources.Name(v.ReportId)}）")),
                        l.Target.IsMet switch { true => "达到", false => "未达到", null => "无法比对" },
                    ]),
                ]);
        }
    }

    private static IEnumerable<PaperBlock> Progress(List<Row> rows, DateOnly today)
    {
        yield return new PaperParagraph(Standing("", rows, today));
        foreach (var measure in rows.GroupBy(r => (r.MeasurePosition, r.Measure)).OrderBy(g => g.Key.MeasurePosition))
        {
            yield return new PaperParagraph(Standing($"“{measure.Key.Measure}”", [.. measure], today));
        }
    }

    private static string Standing(string of, List<Row> rows, DateOnly today)
    {
        var done = rows.Where(r => r.State == TaskState.WrittenOff).ToList();
        return $"截至{ReportSources.Day(today)}，{of}下达任务{rows.Count}项，已销账{done.Count}项，其中按首次期限完成{done.Count(r => r.ClosedOn <= r.FirstDueOn)}项；"
            + $"未销账{rows.Count - done.Count}项，其中逾期{rows.Count(r => r.ClosedOn is null && r.CurrentDueOn < (r.HeldSince ?? today))}项（依据：任务台账）。";
    }

    /// <summary>Papers of cases (interviews, accountability) are for the case's list to know and are not counted.</summary>
    private static async Task<IEnumerable<PaperBlock>> Warnings(WorkflowDb db, Guid jurisdictionId, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var day = await db.Snapshots.AsNoTracking().Where(s => s.JurisdictionId == jurisdictionId && s.On >= first && s.On <= last).OrderByDescending(s => s.On).FirstOrDefaultAsync(ct);
        var (from, until) = (ChinaTime.StartOf(first), ChinaTime.StartOf(last.AddDays(1)));
        var papers = await db.Papers.Where(p => p.JurisdictionId == jurisdictionId && p.CaseId == null && p.IssuedAt >= from && p.IssuedAt < until)
            .GroupBy(p => p.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Kind, g => g.Count, ct);
        return
        [
            new PaperParagraph(day is null
                ? "本年度没有封存的数据快照（依据：数据快照登记）。"
                : $"{ReportSources.Day(day.On)}日终，在办任务{day.Tasks}项、单位任务{day.Parts}件，其中绿灯{day.Green}件、蓝灯{day.Blue}件、黄灯{day.Yellow}件、红灯{day.Red}件，逾期任务{day.Overdue}项（依据：第{day.Number}号数据快照，SHA-256 {day.Hash[..16]}）。"),
            new PaperParagraph(
                $"全年签发督办通知单{papers.GetValueOrDefault(PaperKind.Supervision)}份、督办函{papers.GetValueOrDefault(PaperKind.SupervisionLetter)}份、通报{papers.GetValueOrDefault(PaperKind.Bulletin)}份（依据：文书登记）。"),
        ];
    }

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed record Row(
        Guid Id, string Number, int MeasurePosition, string Measure, Guid UnitId, string Unit, TaskState State, DateOnly FirstDueOn, DateOnly CurrentDueOn, DateOnly? ClosedOn, DateOnly? HeldSince);

    private sealed record Value(Guid ReportId, Guid TargetId, decimal Reported);
}
