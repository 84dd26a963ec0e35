namespace Equalization.Workflow.Core.Papers;

/// <summary>What an official paper is. Each kind has one layout and, where numbers are given, one series of numbers a year.</summary>
public enum PaperKind
{
    /// <summary>督办通知单</summary>
    Supervision,

    /// <summary>督办函</summary>
    SupervisionLetter,

    /// <summary>通报</summary>
    Bulletin,

    /// <summary>约谈通知书</summary>
    InterviewNotice,

    /// <summary>约谈纪要</summary>
    InterviewMinutes,

    /// <summary>问责告知书: finding and proposed measure, before the other side is heard.</summary>
    AccountabilityNotice,

    /// <summary>问责建议书: to the body that decides.</summary>
    AccountabilityProposal,

    /// <summary>问责决定书, as recorded.</summary>
    AccountabilityDecision,

    /// <summary>复核决定书</summary>
    ReviewDecision,

    /// <summary>申诉处理决定书</summary>
    AppealDecision,

    /// <summary>免责决定</summary>
    Exemption,

    /// <summary>回头看情况</summary>
    LookBack,

    /// <summary>考核结果</summary>
    Assessment,

    /// <summary>自查报告</summary>
    SelfInspection,

    /// <summary>年度监测报告</summary>
    Monitoring,

    /// <summary>县级自评报告</summary>
    SelfEvaluation,

    /// <summary>月报、季报、半年报</summary>
    PeriodReport,
}
