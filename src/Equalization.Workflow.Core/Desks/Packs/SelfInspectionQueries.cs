using System.Globalization;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Packs;

/// <summary>
/// Drafts a year's self-inspection report (自查报告) from the ledger: goals, progress, problems and next steps in the units' own words. Each sentence
/// names its source by a number, and the annex says which approved report, signed by whom, that is. Whoever signs the report edits it first.
/// </summary>
public sealed class SelfInspectionQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>In five commands. Refuses (not-allowed) whoever does not read the whole jurisdiction.</summary>
    public async Task<PaperDocument> Draft(Actor actor, int year, CancellationToken ct)
    {
        Permission.Require(PackPermissions.MayTake(actor));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.Year == year && t.State != TaskState.Withdrawn);
        var name = await db.Jurisdictions.Where(j => j.Id == actor.JurisdictionId).Select(j => j.Name).SingleAsync(ct);
        var office = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && u.Kind == UnitKind.Office && u.EndedOn == null)
            .OrderBy(u => u.SortKey).Select(u => u.Name).FirstOrDefaultAsync(ct);
        var rows = await tasks.OrderBy(t => t.Number)
            .Select(t => new Row(t.Id, t.Number, t.Title, t.State, t.FirstDueOn, t.CurrentDueOn, t.ClosedOn, t.HeldSince)).ToListAsync(ct);
        var targets = (await (from t in tasks
                              join target in db.TaskTargets on t.Id equals target.TaskId
                              where !target.Aspirational
                              orderby t.Number, target.Position
                              select target).AsNoTracking().ToListAsync(ct)).ToLookup(t => t.TaskId);
        var sources = await ReportSources.Load(db, tasks, newestOnly: true, ct);
        return new PaperDocument
        {
            Kind = PaperKind.SelfInspection,
            Title = $"{name}{year}年义务教育优质均衡发展自查报告",
            Body =
            [
                new PaperHeading(1, "总体情况"), new PaperParagraph(Overall(rows, year, actor.Day)),
                new PaperHeading(1, "目标完成情况"), .. Goals(rows, targets, sources),
                new PaperHeading(1, "主要进展"), .. sources.Said(s => $"进度{s.Percent}。{s.Narrative}", "没有审签的进展报告。"),
                new PaperHeading(1, "存在问题"), .. Overdue(rows, actor.Day), .. sources.Said(s => s.Problem, "各单位报告中没有填写存在问题。"),
                new PaperHeading(1, "下一步措施"), .. sources.Said(s => s.NextStep, "各单位报告中没有填写下一步措施。"),
            ],
            Annexes = sources.Annexes(),
            SignedBy = office ?? name,
        };
    }

    private static string Overall(List<Row> rows, int year, DateOnly today)
    {
        var done = rows.Where(r => r.State == TaskState.WrittenOff).ToList();
        var late = rows.Count(r => r.ClosedOn is null && r.CurrentDueOn < (r.HeldSince ?? today));
        return $"{year}年共下达任务{rows.Count}项。截至{ReportSources.Day(today)}，已销账{done.Count}项，其中按首次期限完成{done.Count(r => r.ClosedOn <= r.FirstDueOn)}项；未销账{rows.Count - done.Count}项，其中逾期{late}项（依据：任务台账）。";
    }

    private static IEnumerable<PaperBlock> Goals(List<Row> rows, ILookup<Guid, TaskTarget> targets, ReportSources sources)
    {
        var lines = (from row in rows
                     from target in targets[row.Id]
                     select (IReadOnlyList<string>)
                     [
                         row.Number, target.AsWritten, target.Reported is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) + target.Unit : "未报",
                         target.IsMet switch { true => "达到", false => "未达到", null => "无法比对" },
                         sources.Newest(row.Id) is { } source ? sources.Name(source.ReportId) : "任务台账",
                     ]).ToList();
        if (lines.Count == 0)
        {
            yield return new PaperParagraph("本年度任务没有列出可以比对的目标（依据：任务台账）。");
            yield break;
        }

        yield return new PaperParagraph($"列入台账的目标{lines.Count}项，达到{lines.Count(l => l[3] == "达到")}项，未达到{lines.Count(l => l[3] == "未达到")}项，其余尚无法比对（依据：下表）。");
        yield return new PaperTable(
            null, [new("任务编号", 12), new("目标", 34) { Align = PaperAlign.Left }, new("报告值", 12), new("是否达到", 10), new("依据", 10)], lines);
    }

    private static IEnumerable<PaperBlock> Overdue(List<Row> rows, DateOnly today) =>
        from row in rows
        where row.ClosedOn is null && row.CurrentDueOn < (row.HeldSince ?? today)
        select new PaperParagraph($"任务{row.Number}“{row.Title}”期限为{ReportSources.Day(row.CurrentDueOn)}，尚未办结（依据：任务台账）。");

    private sealed record Row(Guid Id, string Number, string Title, TaskState State, DateOnly FirstDueOn, DateOnly CurrentDueOn, DateOnly? ClosedOn, DateOnly? HeldSince);
}
