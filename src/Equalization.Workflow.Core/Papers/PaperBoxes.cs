namespace Equalization.Workflow.Core.Papers;

/// <summary>
/// Names of the boxes that the form of a kind may have, so that a template is held to them before any paper is made; what composes the form has no
/// other, and a paper may leave some out.
/// </summary>
public static class PaperBoxes
{
    private static readonly string[] Supervision =
        ["编号", "任务编号", "事项", "依据", "要求", "时限", "主办单位", "协办单位", "签发人", "签发日期", "签收人", "签收时间", "反馈要求", "办理情况", "审核结论"];

    /// <summary>Of a summons, and of one that is taken back.</summary>
    private static readonly string[] InterviewNotice =
    [
        "发文字号", "约谈类别", "被约谈单位", "被约谈人", "约谈情形", "事由", "所涉任务", "时间", "地点", "约谈人员", "目的", "要求", "联系方式",
        "原通知书", "原定时间", "取消理由",
    ];

    private static readonly string[] InterviewMinutes = ["编号", "约谈通知书", "时间", "地点", "被约谈人", "代为到场", "到场人员", "记录人", "所涉任务"];

    /// <summary>None for a kind that is plain text.</summary>
    public static IReadOnlyList<string> Of(PaperKind kind) => kind switch
    {
        PaperKind.Supervision => Supervision,
        PaperKind.InterviewNotice => InterviewNotice,
        PaperKind.InterviewMinutes => InterviewMinutes,
        PaperKind.SupervisionLetter or PaperKind.Bulletin or PaperKind.AccountabilityNotice or PaperKind.AccountabilityProposal or PaperKind.AccountabilityDecision
            or PaperKind.ReviewDecision or PaperKind.AppealDecision or PaperKind.Exemption or PaperKind.LookBack or PaperKind.Assessment
            or PaperKind.SelfInspection or PaperKind.Monitoring or PaperKind.SelfEvaluation or PaperKind.PeriodReport => [],
    };
}
