using System.Globalization;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Core.Accreditations.Evaluations;

/// <summary>
/// The county's self-evaluation report from data alone: each sentence is a count, a figure or a stated word, and what is not known is said to be so. It claims a
/// pass only where every part passes.
/// </summary>
internal static class EvaluationReport
{
    public static PaperDocument Of(Accreditation accreditation, Readiness readiness, IReadOnlyList<ReportedProblem> problems, string unit, DateOnly today) => new()
    {
        Kind = PaperKind.SelfEvaluation,
        Title = $"{accreditation.County}义务教育优质均衡发展县级自评报告",
        Body =
        [
            new PaperHeading(1, "自评结论"), new PaperParagraph(Conclusion(accreditation, readiness, today)), Parts(readiness),
            new PaperHeading(1, "申报条件"), Items(readiness.Condition),
            new PaperHeading(1, "资源配置"), .. Resources(readiness),
            new PaperHeading(1, "政府保障程度"), Items(readiness.Guarantee),
            new PaperHeading(1, "教育质量"), Items(readiness.Quality),
            new PaperHeading(1, "社会认可度"), .. Recognised(readiness.Recognition),
            new PaperHeading(1, "一票否决事项"), Vetoes(readiness),
            new PaperHeading(1, "存在问题和整改"), .. Problems(problems),
        ],
        SignedBy = unit,
    };

    private static string Conclusion(Accreditation accreditation, Readiness readiness, DateOnly today)
    {
        var basis = $"截至{Day(today)}，按《{readiness.Standard.Name}》和{SchoolYear.WordOf(readiness.Year)}数据自评，";
        var due = accreditation.Term(AccreditationStage.CountySelf).TargetOn is { } on ? $"本阶段目标日期为{Day(on)}。" : "本阶段目标日期待定。";
        return basis + readiness.Verdict switch
        {
            Verdict.Pass => $"{accreditation.County}各部分均达到要求。",
            Verdict.Fail => $"{accreditation.County}尚有未达到要求的项目，未通过自评。",
            Verdict.Unknown => $"{accreditation.County}尚有未知的项目，不能得出通过的结论。",
        } + due;
    }

    private static PaperTable Parts(Readiness readiness) => new(
        "各部分情况", [new("部分", 24) { Align = PaperAlign.Left }, new("达到", 12), new("未达到", 12), new("未知", 12), new("结论", 14)],
        [.. readiness.Parts.Select(p => (IReadOnlyList<string>)[WordOf(p.Part), $"{p.Met}", $"{p.NotMet}", $"{p.Unknown}", WordOf(p.Verdict)])]);

    private static IEnumerable<PaperBlock> Resources(Readiness readiness)
    {
        if (readiness.County is not { } county)
        {
            yield return new PaperParagraph($"没有{SchoolYear.WordOf(readiness.Year)}的学校数据，资源配置各项未知。");
            yield break;
        }

        var counted = county.Parts.Where(p => p.Excluded is null).ToList();
        yield return new PaperParagraph(
            $"计入学校{counted.Count}所（含一贯制学校的学部），通过{counted.Count(p => p.Verdict == Verdict.Pass)}所，不通过{counted.Count(p => p.Verdict == Verdict.Fail)}所，未知{counted.Count(p => p.Verdict == Verdict.Unknown)}所；"
            + $"另有{county.Parts.Count - counted.Count}所不计入。");
        if (readiness.Absent.Count > 0)
        {
            yield return new PaperParagraph($"{readiness.Absent[0]}等{readiness.Absent.Count}所学校没有这一学年的数据，也未登记撤并，涉及全部学校的各项不能得出达到的结论。");
        }

        yield return new PaperTable(
            "校际差异系数", [new("指标", 40) { Align = PaperAlign.Left }, new("学段", 8), new("差异系数", 12) { Align = PaperAlign.Right }, new("限值", 8) { Align = PaperAlign.Right }, new("结论", 12)],
            [
                .. county.Coefficients.Select(c => (IReadOnlyList<string>)
                [
                    readiness.Standard.Indicators.First(i => i.Number == c.Indicator).Name, Levels.WordOf(c.Level), CoefficientOf(c), Plain(c.Limit), WordOf(readiness.Judge(c)),
                ]),
            ]);
        var failing = counted.Where(p => p.Verdict != Verdict.Pass).ToList();
        if (failing.Count > 0)
        {
            yield return new PaperTable(
                "未通过和未知的学校", [new("学校", 34) { Align = PaperAlign.Left }, new("学段", 8), new("达标项数", 10), new("未达标或未知的指标", 34) { Align = PaperAlign.Left }, new("结论", 10)],
                [
                    .. failing.Select(p => (IReadOnlyList<string>)
                    [
                        p.School.Name, Levels.WordOf(p.Level), $"{p.Met}", string.Join('、', p.Figures.Where(f => f.Standing != Standing.Reached).Select(f => $"指标{f.Indicator}")), WordOf(p.Verdict),
                    ]),
                ]);
        }
    }

    private static PaperTable Items(IReadOnlyList<JudgedItem> items) => new(
        null, [new("序号", 7), new("内容", 36) { Align = PaperAlign.Left }, new("标准", 11), new("数值", 11), new("依据", 25) { Align = PaperAlign.Left }, new("结论", 10)],
        [
            .. items.SelectMany(i => i.Lines).Select(l => (IReadOnlyList<string>)
            [
                $"{l.Line.Item}", l.Line.Name, l.Line.IsMeasured ? SignOf(l.Line) + Amount(l.Line, l.Line.Limit) : "材料认定", l.Value is { } value ? Amount(l.Line, value) : "",
                l.IsComputed ? "由学校数据计算" : l.Words ?? "", WordOf(l.Verdict),
            ]),
        ]);

    private static IEnumerable<PaperBlock> Recognised(Recognition recognition)
    {
        yield return new PaperParagraph(recognition.Share is { } share
            ? $"调查{recognition.Groups.Sum(g => g.Asked)}人，答卷{recognition.Groups.Sum(g => g.Answered)}人，满意{recognition.Groups.Sum(g => g.Satisfied)}人，社会认可度{Percent(share)}，标准为不低于{Percent(recognition.Least)}，结论：{WordOf(recognition.Verdict)}。"
            : "没有社会认可度调查结果，本部分未知。");
        if (recognition.Groups.Count > 0)
        {
            yield return new PaperTable(
                null, [new("对象", 20), new("调查人数", 14), new("答卷人数", 14), new("满意人数", 14), new("满意率", 14)],
                [.. recognition.Groups.Select(g => (IReadOnlyList<string>)[g.Name, $"{g.Asked}", $"{g.Answered}", $"{g.Satisfied}", g.Answered == 0 ? "" : Percent((decimal)g.Satisfied / g.Answered)])]);
        }
    }

    private static PaperTable Vetoes(Readiness readiness) => new(
        null, [new("否决事项", 40) { Align = PaperAlign.Left }, new("登记件数", 12), new("依据", 34) { Align = PaperAlign.Left }, new("状态", 14)],
        [
            .. readiness.Vetoes.Select(v => (IReadOnlyList<string>)
            [
                v.Rule.Name, $"{v.Cases.Count}", v.Line?.Words ?? "", v.Verdict switch { Verdict.Pass => "未发生", Verdict.Fail => "成立", Verdict.Unknown => "未知" },
            ]),
        ]);

    private static IEnumerable<PaperBlock> Problems(IReadOnlyList<ReportedProblem> problems)
    {
        yield return new PaperParagraph(problems.Count == 0
            ? "问题台账中没有登记问题。"
            : $"登记问题{problems.Count}个，已销号{problems.Count(p => p.State == ProblemState.Closed)}个，待复查{problems.Count(p => p.State == ProblemState.Rectified)}个，待整改{problems.Count(p => p.State == ProblemState.Open)}个。");
        if (problems.Count > 0)
        {
            yield return new PaperTable(
                null, [new("序号", 7), new("发现阶段", 12), new("问题", 30) { Align = PaperAlign.Left }, new("责任单位", 14), new("整改期限", 14), new("整改情况", 23) { Align = PaperAlign.Left }],
                [.. problems.Select(p => (IReadOnlyList<string>)[$"{p.Number}", AccreditationStages.WordOf(p.Stage), p.Text, p.Unit, Day(p.DueOn), p.State == ProblemState.Closed ? $"已销号。{p.Rectification}" : p.Rectification ?? "整改中"])]);
        }
    }

    internal static string WordOf(ReadinessPart part) => part switch
    {
        ReadinessPart.Condition => "申报条件",
        ReadinessPart.Schools => "资源配置：学校达标",
        ReadinessPart.Coefficients => "资源配置：校际差异系数",
        ReadinessPart.Guarantee => "政府保障程度",
        ReadinessPart.Quality => "教育质量",
        ReadinessPart.Recognition => "社会认可度",
        ReadinessPart.Veto => "一票否决事项",
    };

    private static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "达到",
        Verdict.Fail => "未达到",
        Verdict.Unknown => "未知",
    };

    /// <summary>Cut, not rounded, towards the side of the verdict: 0.5004 is never shown as 0.50 beside a failure.</summary>
    private static string CoefficientOf(CountyCoefficient one) => one.Coefficient?.Value is { } value
        ? ((one.Verdict == Verdict.Fail ? Math.Ceiling(value * 10000) : Math.Floor(value * 10000)) / 10000).ToString("0.0000", CultureInfo.InvariantCulture)
        : "不能计算";

    private static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 1000000) / 10000:0.####}%");

    private static string Amount(EvaluationLine line, decimal value) => line.IsShare ? Percent(value) : Plain(value) + line.Rule.Unit;

    private static string SignOf(EvaluationLine line) => line.Rule.Comparison switch
    {
        "at-least" => "≥",
        "at-most" => "≤",
        "less-than" => "＜",
        _ => "＞",
    };

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
