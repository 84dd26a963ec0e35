using System.Globalization;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for accreditations, as keys of the texts.</summary>
public static class AccreditationWords
{
    public static string Of(AccreditationStage stage) => stage switch
    {
        AccreditationStage.CountySelf => Texts.Mark("县级自评"),
        AccreditationStage.CityReview => Texts.Mark("市级复核"),
        AccreditationStage.ProvinceEvaluation => Texts.Mark("省级评估"),
        AccreditationStage.NationalRecognition => Texts.Mark("国家认定"),
    };

    public static string Of(AccreditationState state) => state switch
    {
        AccreditationState.UnderWay => Texts.Mark("认定办理中"),
        AccreditationState.Rectifying => Texts.Mark("退回整改中"),
        AccreditationState.Recognised => Texts.Mark("已通过国家认定"),
        AccreditationState.NotPassed => Texts.Mark("未通过认定"),
        AccreditationState.Withdrawn => Texts.Mark("认定已撤销"),
    };

    public static string Of(StageStanding standing) => standing switch
    {
        StageStanding.Ahead => Texts.Mark("尚未开始"),
        StageStanding.AtTurn => Texts.Mark("正在办理"),
        StageStanding.Returned => Texts.Mark("退回整改中"),
        StageStanding.Passed => Texts.Mark("本阶段已通过"),
        StageStanding.NotPassed => Texts.Mark("本阶段未通过"),
    };

    public static string Of(StageResult result) => result switch
    {
        StageResult.Passed => Texts.Mark("通过本阶段"),
        StageResult.Returned => Texts.Mark("有问题，退回整改"),
        StageResult.NotPassed => Texts.Mark("不通过，结束本轮"),
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Opened => Texts.Mark("开始本轮认定"),
        EntryKind.Retargeted => Texts.Mark("调整目标日期"),
        EntryKind.Passed => Texts.Mark("本阶段已通过"),
        EntryKind.Returned => Texts.Mark("有问题，退回整改"),
        EntryKind.Rectified => Texts.Mark("报告整改完成"),
        EntryKind.NotPassed => Texts.Mark("本阶段未通过"),
        EntryKind.Withdrawn => Texts.Mark("撤销本轮认定"),
    };

    public static string Of(ReadinessPart part) => part switch
    {
        ReadinessPart.Condition => Texts.Mark("申报条件"),
        ReadinessPart.Schools => Texts.Mark("资源配置：学校达标"),
        ReadinessPart.Coefficients => Texts.Mark("资源配置：校际差异系数"),
        ReadinessPart.Guarantee => Texts.Mark("政府保障程度"),
        ReadinessPart.Quality => Texts.Mark("教育质量"),
        ReadinessPart.Recognition => Texts.Mark("社会认可度"),
        ReadinessPart.Veto => Texts.Mark("一票否决事项"),
    };

    /// <summary>Whether an item, a part or the whole is met.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Texts.Mark("达到要求"),
        Verdict.Fail => Texts.Mark("未达到要求"),
        Verdict.Unknown => Texts.Mark("未知"),
    };

    /// <summary>What a county says of a veto: whether anything of the kind happened.</summary>
    public static string OfVeto(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Texts.Mark("未发生"),
        Verdict.Fail => Texts.Mark("已发生"),
        Verdict.Unknown => Texts.Mark("未知"),
    };

    public static string Of(VetoState state) => state switch
    {
        VetoState.Reported => Texts.Mark("待核实"),
        VetoState.Confirmed => Texts.Mark("认定成立"),
        VetoState.Dismissed => Texts.Mark("认定不成立"),
    };

    public static string Of(ProblemState state) => state switch
    {
        ProblemState.Open => Texts.Mark("待整改"),
        ProblemState.Rectified => Texts.Mark("已报告整改，待复查"),
        ProblemState.Closed => Texts.Mark("已销号"),
    };

    /// <summary>Colour never stands alone: a sign and the word go with it.</summary>
    public static string SignOf(StageCell cell) => cell.IsLate && cell.PassedOn is null ? "■" : cell.Standing switch
    {
        StageStanding.Ahead => "○",
        StageStanding.AtTurn => "◆",
        StageStanding.Returned => "▲",
        StageStanding.Passed => "●",
        StageStanding.NotPassed => "■",
    };

    public static string ClassOf(StageCell cell) => cell.IsLate && cell.PassedOn is null ? "heat-below" : cell.Standing switch
    {
        StageStanding.Ahead => "heat-unknown",
        StageStanding.AtTurn or StageStanding.Returned => "heat-near",
        StageStanding.Passed => "heat-reached",
        StageStanding.NotPassed => "heat-below",
    };

    public static string SignOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "●",
        Verdict.Fail => "■",
        Verdict.Unknown => "○",
    };

    public static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "heat-reached",
        Verdict.Fail => "heat-below",
        Verdict.Unknown => "heat-unknown",
    };

    /// <summary>What the standard asks of a line: ≥ 95%.</summary>
    public static string Limit(EvaluationLine line) => line.IsMeasured ? SignOf(line) + " " + Amount(line, line.Limit) : "";

    /// <summary>A rate in percent, anything else in the standard's unit; digits that are there are shown, none is rounded away.</summary>
    public static string Amount(EvaluationLine line, decimal value) => line.IsShare ? Percent(value) : Plain(value) + " " + line.Rule.Unit;

    public static string Plain(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    /// <summary>Cut after four digits, never rounded up to a line that was not reached.</summary>
    public static string Percent(decimal share) => Plain(Math.Floor(share * 1_000_000) / 10_000) + "%";

    private static string SignOf(EvaluationLine line) => line.Rule.Comparison switch
    {
        "at-least" => "≥",
        "at-most" => "≤",
        "less-than" => "<",
        _ => ">",
    };
}
