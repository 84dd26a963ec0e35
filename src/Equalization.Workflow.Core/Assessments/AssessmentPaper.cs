using System.Globalization;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>
/// An assessment as official papers: the table of all units, which is signed when the result is sealed, and one unit's sheet with the derivation of every
/// point. Without a number it is a draft.
/// </summary>
internal static class AssessmentPaper
{
    /// <summary>The jurisdiction and the office that signs, as they stand on a paper.</summary>
    public static async Task<(string Jurisdiction, string Office)> Issuer(WorkflowDb db, Guid jurisdictionId, CancellationToken ct)
    {
        var name = await db.Jurisdictions.Where(j => j.Id == jurisdictionId).Select(j => j.Name).SingleAsync(ct);
        var office = await db.Units.Where(u => u.JurisdictionId == jurisdictionId && u.Kind == UnitKind.Office && u.EndedOn == null)
            .OrderBy(u => u.SortKey).Select(u => u.Name).FirstOrDefaultAsync(ct);
        return (name, office ?? name);
    }

    public static PaperDocument Table(
        Assessment assessment, AssessmentRuleSet rules, IReadOnlyList<UnitTotal> totals, IEnumerable<AssessmentPoint> points, (string Jurisdiction, string Office) issuer,
        string? number, DateOnly? on)
    {
        var all = Enum.GetValues<AssessmentRule>();
        return new PaperDocument
        {
            Kind = PaperKind.Assessment,
            Title = $"{issuer.Jurisdiction}{assessment.Year}年推进义务教育优质均衡发展考核结果",
            Number = number,
            Addressees = ["各有关单位"],
            Body =
            [
                new PaperParagraph(
                    $"依据{assessment.Year}年考核规则（第{rules.Number}版{(rules.FixedAt is { } at ? "，" + Day(ChinaTime.DayOf(at)) + "固定" : "")}）、{Source(assessment)}和当年的审核、督办、通报，对{totals.Count}个单位逐条计分，结果如下。"),
                new PaperHeading(1, "各单位得分"),
                new PaperTable(null,
                    [new("单位", 20), .. all.Select(r => new PaperColumn(Name(r) is { Length: 4 } four ? $"{four[..2]}\n{four[2..]}" : Name(r), 8)), new("合计", 8)],
                    [.. totals.Select(t => (IReadOnlyList<string>)[t.Unit, .. all.Select(r => Points(t.ByRule.GetValueOrDefault(r))), Points(t.Total)])]),
                new PaperHeading(1, "计分规则"),
                new PaperParagraph(Rules(rules)),
            ],
            Annexes = [.. Objections(points, totals)],
            SignedBy = issuer.Office,
            SignedOn = on,
            Note = Note(assessment),
        };
    }

    public static PaperDocument Sheet(AssessmentSheet sheet, (string Jurisdiction, string Office) issuer) => new()
    {
        Kind = PaperKind.Assessment,
        Title = $"{issuer.Jurisdiction}{sheet.Assessment.Year}年考核单位得分表",
        Addressees = [sheet.Unit],
        Fields =
        [
            new("单位", sheet.Unit), new("合计", Points(sheet.Total)) { Half = true }, new("条数", Number(sheet.Points.Count)) { Half = true },
            new("考核规则", $"第{sheet.Rules.Number}版") { Half = true }, new("异议期至", Day(sheet.Assessment.ObjectionsUntil)) { Half = true },
        ],
        Body = sheet.Points.Count == 0
            ? [new PaperParagraph("本年度没有计分事项。")]
            :
            [
                new PaperTable(null,
                    [new("序号", 4), new("项目", 8), new("事项", 22) { Align = PaperAlign.Left }, new("日期", 19) { Align = PaperAlign.Left }, new("计分", 6), new("依据", 15) { Align = PaperAlign.Left }],
                    [.. sheet.Points.Select(p => (IReadOnlyList<string>)[Number(p.Position), Name(p.Rule), $"{p.Reference}\n{p.Subject}", Days(p), Points(p.Counted), Ground(sheet.Assessment, p)])]),
            ],
        SignedBy = issuer.Office,
        Note = Note(sheet.Assessment),
    };

    public static string Name(AssessmentRule rule) => rule switch
    {
        AssessmentRule.Done => "完成任务",
        AssessmentRule.Late => "逾期",
        AssessmentRule.Returned => "被退回",
        AssessmentRule.Supervised => "被督办",
        AssessmentRule.Criticised => "通报批评",
        AssessmentRule.Praised => "通报表扬",
    };

    private static string Rules(AssessmentRuleSet rules) =>
        $"牵头单位完成一项任务{Points(rules.Done)}分，配合单位按{rules.CooperatingShare}%计；逾期{Points(rules.Late)}分，配合单位同比例计；办结申请被退回{Points(rules.Returned)}分，"
        + $"被督办{Points(rules.Supervised)}分，被通报批评{Points(rules.Criticised)}分，被通报表扬{Points(rules.Praised)}分。";

    private static IEnumerable<PaperAnnex> Objections(IEnumerable<AssessmentPoint> points, IReadOnlyList<UnitTotal> totals)
    {
        var names = totals.ToDictionary(t => t.UnitId, t => t.Unit);
        var contested = points.Where(p => p.Objection is not null && names.ContainsKey(p.UnitId)).OrderBy(p => p.Position).ToList();
        if (contested.Count > 0)
        {
            yield return new PaperAnnex("异议及裁定",
            [
                new PaperTable(null,
                    [new("序号", 4), new("单位", 12), new("计分事项", 18) { Align = PaperAlign.Left }, new("异议", 20) { Align = PaperAlign.Left }, new("裁定", 20) { Align = PaperAlign.Left }],
                    [.. contested.Select(p => (IReadOnlyList<string>)
                        [Number(p.Position), names[p.UnitId], $"{Name(p.Rule)}{Points(p.Points)}\n{p.Reference}", p.Objection!, Ruling(p)])]),
            ]);
        }
    }

    private static string Ruling(AssessmentPoint point) => point.Decision switch
    {
        PointDecision.Kept => $"维持：{point.DecisionText}",
        PointDecision.Struck => $"撤销：{point.DecisionText}",
        null => "待裁定",
    };

    private static string Days(AssessmentPoint point) => string.Join('\n', new[]
    {
        point.FirstDueOn is { } first ? $"首次期限{Day(first)}" : null,
        point.ApprovedDueOn is { } approved && approved != point.FirstDueOn ? $"批准期限{Day(approved)}" : null,
        point.HappenedOn is { } on ? $"发生{Day(on)}" : null,
        point.LateDays > 0 ? $"逾期{point.LateDays}个工作日" : null,
    }.OfType<string>());

    private static string Ground(Assessment assessment, AssessmentPoint point) => string.Join('\n', new[]
    {
        point.SnapshotPage is { } page ? $"第{assessment.SnapshotNumber}号快照{page}-{point.SnapshotRow}行" : "文书和审核记录",
        point.Share != 100 ? $"配合单位按{point.Share}%计" : null,
        point.Objection is null ? null : point.Decision is null ? "有异议，待裁定" : $"{Ruling(point)}（原{Points(point.Points)}）",
    }.OfType<string>());

    private static string Note(Assessment assessment) => $"数据来源：{Source(assessment)}，SHA-256 {assessment.SnapshotHash}"
        + (assessment.Hash is { } hash ? $"；考核结果封存 SHA-256 {hash}" : "；异议期至" + Day(assessment.ObjectionsUntil) + "，结果尚未封存");

    private static string Source(Assessment assessment) => $"第{assessment.SnapshotNumber}号数据快照（{Day(assessment.SnapshotOn)}封存）";

    private static string Points(decimal points) => points.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
