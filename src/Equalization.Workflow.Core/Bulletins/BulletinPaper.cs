using System.Globalization;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Snapshots;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>A sentence as a Chinese format with its arguments, so that a page can say it in the reader's language.</summary>
public sealed record Finding(string Format, object[] Arguments);

/// <summary>Puts a bulletin together as an official paper: text, items, tables, the snapshot it rests on, and the objections as an annex. Units are named, persons never.</summary>
internal static class BulletinPaper
{
    public static async Task<Func<string?, PaperDocument>> Composer(WorkflowDb db, Bulletin bulletin, Snapshot snapshot, DateOnly? on, CancellationToken ct)
    {
        var names = await db.Units.Where(u => u.JurisdictionId == bulletin.JurisdictionId).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var keys = await db.Units.Where(u => u.JurisdictionId == bulletin.JurisdictionId).ToDictionaryAsync(u => u.Id, u => u.SortKey, ct);
        var issuer = await db.Units.Where(u => u.JurisdictionId == bulletin.JurisdictionId && u.Kind == Core.Units.UnitKind.Office).Select(u => u.Name).FirstOrDefaultAsync(ct);
        var figures = Figures(bulletin, snapshot);
        return number => new PaperDocument
        {
            Kind = PaperKind.Bulletin,
            Title = bulletin.Title,
            Names = [.. names.Values.Where(bulletin.Title.Contains)],
            Number = number,
            Addressees = ["各有关单位"],
            Body = [.. Body(bulletin, figures, names, keys)],
            Annexes = [.. Annexes(bulletin, names)],
            SignedBy = issuer ?? "领导小组办公室",
            SignedOn = on,
            Note = $"数据来源：第{snapshot.Number}号数据快照（{Day(snapshot.On)}封存），SHA-256 {snapshot.Hash}",
        };
    }

    /// <summary>The figures of the text; lines that were struck do not count.</summary>
    public static BulletinFigures Figures(Bulletin bulletin, Snapshot snapshot)
    {
        var standing = bulletin.Standing.ToList();
        return new BulletinFigures(
            snapshot.On, snapshot.Number, snapshot.Tasks, snapshot.Parts, snapshot.Overdue, snapshot.Red, standing.Count,
            standing.Select(l => l.UnitId).Distinct().Count(), bulletin.TermOn);
    }

    /// <summary>What is said of a line: late by how much, or how far behind; on a praise, when it was done.</summary>
    public static Finding Finding(BulletinLine line) => line switch
    {
        { DoneOn: { } done } => new("{0} 办结，首次期限 {1}", [done, line.FirstDueOn]),
        { LateDays: > 0, ChargedDays: { } own } when own < line.LateDays =>
            new("期限 {0}，逾期 {1} 个工作日，其中由本单位承担 {2} 个工作日", [line.DueOn, line.LateDays, own]),
        { LateDays: > 0 } => new("期限 {0}，逾期 {1} 个工作日", [line.DueOn, line.LateDays]),
        _ => new("进度 {0}，序时进度 {1}", [Percent(line.Reported ?? 0), Percent(line.Expected)]),
    };

    private static IEnumerable<PaperBlock> Body(
        Bulletin bulletin, BulletinFigures figures, Dictionary<Guid, string> names, Dictionary<Guid, string> keys)
    {
        yield return new PaperParagraph(BulletinText.Fill(bulletin.Introduction, figures));
        yield return new PaperHeading(1, bulletin.Kind == BulletinKind.Criticism ? "滞后事项" : "按期完成事项");
        yield return new PaperTable(
            null,
            [new("序号", 4), new("编号", 8), new("事项", 22) { Align = PaperAlign.Left }, new("牵头单位", 12), new(bulletin.Kind == BulletinKind.Criticism ? "滞后单位" : "单位", 12), new("情况", 20) { Align = PaperAlign.Left }],
            [.. bulletin.Standing.Select(l => (IReadOnlyList<string>)[Number(l.Position), l.TaskNumber, l.TaskTitle, names[l.LeadUnitId], names[l.UnitId], Corrected(l)])]);
        yield return new PaperHeading(1, bulletin.Kind == BulletinKind.Criticism ? "整改要求" : "有关要求");
        yield return new PaperParagraph(BulletinText.Fill(bulletin.Demand, figures));
        yield return new PaperHeading(1, "各单位任务完成情况");
        foreach (var group in bulletin.Units.GroupBy(u => bulletin.WithRanking ? u.Group : default).OrderBy(g => g.Key))
        {
            yield return new PaperTable(
                bulletin.WithRanking ? GroupName(group.Key) : null,
                [new("单位", 20), new("任务", 8), new("按期完成", 8), new("逾期完成", 8), new("逾期未完成", 9), new("进度滞后", 8), .. Rank(new PaperColumn("位次", 6))],
                [.. group.OrderBy(u => bulletin.WithRanking ? u.Rank ?? int.MaxValue : 0).ThenBy(u => keys[u.UnitId], StringComparer.Ordinal).Select(u => (IReadOnlyList<string>)
                    [names[u.UnitId], Number(u.Parts), Number(u.DoneInTime), Number(u.DoneLate), Number(u.Overdue), Number(u.Behind), .. Rank(u.Rank is { } place ? Number(place) : "—")])]);
        }

        IEnumerable<T> Rank<T>(T value) => bulletin.WithRanking ? [value] : [];
    }

    private static IEnumerable<PaperAnnex> Annexes(Bulletin bulletin, Dictionary<Guid, string> names)
    {
        var objected = bulletin.Lines.Where(l => l.Objection is not null).OrderBy(l => l.Position).ToList();
        if (objected.Count > 0)
        {
            yield return new PaperAnnex("核实中提出的异议及答复",
            [
                new PaperTable(
                    null,
                    [new("序号", 4), new("单位", 12), new("异议", 24) { Align = PaperAlign.Left }, new("答复", 24) { Align = PaperAlign.Left }],
                    [.. objected.Select(l => (IReadOnlyList<string>)[Number(l.Position), names[l.UnitId], l.Objection!, l.Answer is { } answer ? $"{AnswerName(answer)}：{l.AnswerText}" : "待答复"])]),
            ]);
        }
    }

    public static string GroupName(RankGroup group) => group switch
    {
        RankGroup.DepartmentsFew => "部门（任务少于10件）",
        RankGroup.DepartmentsMany => "部门（任务10件及以上）",
        RankGroup.CountiesFew => "区县（任务少于10件）",
        RankGroup.CountiesMany => "区县（任务10件及以上）",
    };

    private static string AnswerName(ObjectionAnswer answer) => answer switch
    {
        ObjectionAnswer.Corrected => "更正",
        ObjectionAnswer.Struck => "删去",
        ObjectionAnswer.Kept => "维持",
    };

    private static string Corrected(BulletinLine line)
    {
        var finding = Finding(line);
        var said = TextArguments.Fill(finding.Format, finding.Arguments);
        return said + (line.StepId is null ? "" : "（经督办仍未办结）") + (line.Answer == ObjectionAnswer.Corrected ? $"（更正：{line.AnswerText}）" : "");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
