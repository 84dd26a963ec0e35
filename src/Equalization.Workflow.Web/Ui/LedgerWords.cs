using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Ties;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for the ledger of gaps, as keys of the texts.</summary>
public static class LedgerWords
{
    private const int LeastDigits = 4;

    public static string Of(GapKind kind) => kind switch
    {
        GapKind.Indicator => Texts.Mark("资源配置指标"),
        GapKind.Coefficient => Texts.Mark("校际差异系数"),
        GapKind.ClassSize => Texts.Mark("大班额"),
        GapKind.SchoolSize => Texts.Mark("大规模学校"),
        GapKind.Other => Texts.Mark("其他问题"),
    };

    public static string Of(GapSource source) => source switch
    {
        GapSource.Computed => Texts.Mark("数据计算"),
        GapSource.SelfEvaluation => Texts.Mark("县级自评"),
        GapSource.Inspection => Texts.Mark("督导检查"),
    };

    public static string Of(LedgerState state) => state switch
    {
        LedgerState.Open => Texts.Mark("未销账"),
        LedgerState.WrittenOff => Texts.Mark("已销账"),
    };

    public static string Of(WriteOffGround ground) => ground switch
    {
        WriteOffGround.Data => Texts.Mark("数据达标销账"),
        WriteOffGround.Reason => Texts.Mark("说明理由销账"),
    };

    public static string Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Measure => Texts.Mark("填写一校一策"),
        DecisionKind.Tie => Texts.Mark("关联任务"),
        DecisionKind.Untie => Texts.Mark("解除关联"),
        DecisionKind.Succession => Texts.Mark("转由新任务承接"),
        DecisionKind.WriteOff => Texts.Mark("数据达标销账"),
        DecisionKind.WriteOffWithReason => Texts.Mark("说明理由销账"),
        DecisionKind.TakeBack => Texts.Mark("撤销销账"),
    };

    public static string IconOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Measure => "edit",
        DecisionKind.Tie or DecisionKind.Untie or DecisionKind.Succession => "link",
        DecisionKind.WriteOff or DecisionKind.WriteOffWithReason => "circle-check",
        DecisionKind.TakeBack => "arrow-back-up",
    };

    public static string Of(Movement movement) => movement switch
    {
        Movement.NoNewer => Texts.Mark("关联后还没有新学年的数据"),
        Movement.Unknown => Texts.Mark("缺少数据，是否变动未知"),
        Movement.Better => Texts.Mark("数值已改善"),
        Movement.Same => Texts.Mark("数值没有变动"),
        Movement.Worse => Texts.Mark("数值变差"),
    };

    /// <summary>The sign beside the words, so that colour is never alone.</summary>
    public static string SignOf(Movement movement) => movement switch
    {
        Movement.NoNewer or Movement.Unknown => "○",
        Movement.Better => "●",
        Movement.Same => "▲",
        Movement.Worse => "■",
    };

    /// <summary>What the newest figure says of the gap.</summary>
    public static string OfGap(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Texts.Mark("已达到标准"),
        Verdict.Fail => Texts.Mark("未达到标准"),
        Verdict.Unknown => Texts.Mark("未知"),
    };

    /// <summary>What is short, in one phrase.</summary>
    public static string Title(IStringLocalizer l, GapKind kind, int indicator, Level? level)
    {
        var rule = StandardBook.For(null).Indicators.FirstOrDefault(i => i.Number == indicator);
        var name = rule is null ? "" : l[SchoolWords.ShortOf(rule)].Value;
        var part = level is { } one ? l[SchoolWords.Of(one)].Value : "";
        return kind switch
        {
            GapKind.Indicator => l["{0}指标 {1}（{2}）", part, indicator, name],
            GapKind.Coefficient => l["{0}指标 {1}（{2}）差异系数", part, indicator, name],
            GapKind.ClassSize or GapKind.SchoolSize or GapKind.Other => l[Of(kind)],
        };
    }

    public static string Title(IStringLocalizer l, GapRow row) => Title(l, row.Kind, row.Indicator, row.Level);

    /// <summary>The bound with its direction.</summary>
    public static string Bound(GapKind kind, decimal? bound) => bound is { } value
        ? (GapKinds.IsMoreBetter(kind) ? "≥ " : "≤ ") + value.ToString("0.##########", CultureInfo.InvariantCulture)
        : "—";

    /// <summary>A value with so many digits that it stands, as shown, on the side of its bound on which it does.</summary>
    public static string Value(GapKind kind, decimal? value, decimal? bound)
    {
        if (value is not { } number)
        {
            return "—";
        }

        bool Stands(int digits) => bound is not { } b || IsWithin(kind, decimal.Round(number, digits, MidpointRounding.AwayFromZero), b) == IsWithin(kind, number, b);
        var enough = Enumerable.Range(LeastDigits, LedgerEntry.Digits - LeastDigits).FirstOrDefault(Stands, LedgerEntry.Digits);
        return number.ToString("0." + new string('#', enough), CultureInfo.InvariantCulture);
    }

    private static bool IsWithin(GapKind kind, decimal value, decimal bound) => GapKinds.IsMoreBetter(kind) ? value >= bound : value <= bound;
}
