using Equalization.Workflow.Core.Papers;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for official papers, as keys of the texts.</summary>
public static class PaperWords
{
    public static string Of(PaperKind kind) => kind switch
    {
        PaperKind.Supervision => Texts.Mark("督办通知单"),
        PaperKind.SupervisionLetter => Texts.Mark("督办函"),
        PaperKind.Bulletin => Texts.Mark("通报"),
        PaperKind.InterviewNotice => Texts.Mark("约谈通知书"),
        PaperKind.InterviewMinutes => Texts.Mark("约谈纪要"),
        PaperKind.AccountabilityNotice => Texts.Mark("问责告知书"),
        PaperKind.AccountabilityProposal => Texts.Mark("问责建议书"),
        PaperKind.AccountabilityDecision => Texts.Mark("问责决定书"),
        PaperKind.ReviewDecision => Texts.Mark("复核决定书"),
        PaperKind.AppealDecision => Texts.Mark("申诉处理决定书"),
        PaperKind.Exemption => Texts.Mark("免责决定"),
        PaperKind.LookBack => Texts.Mark("回头看情况"),
        PaperKind.Assessment => Texts.Mark("考核结果"),
        PaperKind.SelfInspection => Texts.Mark("自查报告"),
        PaperKind.Monitoring => Texts.Mark("年度监测报告"),
        PaperKind.SelfEvaluation => Texts.Mark("县级自评报告"),
        PaperKind.PeriodReport => Texts.Mark("期间报告"),
    };

    /// <summary>The page of what the paper is about.</summary>
    public static string Address(PaperView paper) => paper.SubjectKind switch
    {
        "EscalationStep" => $"~/Supervision/{paper.SubjectId}",
        "Assessment" => $"~/Assessments/{paper.SubjectId}",
        "Bulletin" => $"~/Bulletins/{paper.SubjectId}",
        "Interview" => $"~/Interviews/{paper.SubjectId}",
        "Accountability" => $"~/Accountabilities/{paper.SubjectId}",
        _ when paper.TaskId is { } taskId => $"~/Tasks/{taskId}",
        _ => "~/",
    };
}
