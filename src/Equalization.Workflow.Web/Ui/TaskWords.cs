using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for what happens on a task, as keys of the texts; icons beside them where the story shows one.</summary>
public static class TaskWords
{
    public static string Of(TaskUnitState state) => state switch
    {
        TaskUnitState.ToSign => Texts.Mark("待签收"),
        TaskUnitState.Declined => Texts.Mark("已退回，待裁定"),
        TaskUnitState.Signed => Texts.Mark("已签收"),
        TaskUnitState.Released => Texts.Mark("已同意退出"),
        TaskUnitState.Finished => Texts.Mark("已办结"),
    };

    public static string Of(RiskClass risk) => risk switch
    {
        RiskClass.General => Texts.Mark("一般"),
        RiskClass.Key => Texts.Mark("重点"),
        RiskClass.HighRisk => Texts.Mark("高风险"),
    };

    public static string Of(TaskClass taskClass) => taskClass switch
    {
        TaskClass.Ordinary => Texts.Mark("一般"),
        TaskClass.Key => Texts.Mark("重点"),
        TaskClass.Pilot => Texts.Mark("试点"),
    };

    public static string Of(RecurrenceCycle cycle) => cycle switch
    {
        RecurrenceCycle.Monthly => Texts.Mark("每月一期"),
        RecurrenceCycle.Quarterly => Texts.Mark("每季度一期"),
        RecurrenceCycle.Yearly => Texts.Mark("每年一期"),
    };

    public static string Of(ReportState state) => state switch
    {
        ReportState.Draft => Texts.Mark("草稿"),
        ReportState.WithHead => Texts.Mark("待审签"),
        ReportState.Approved => Texts.Mark("已审签"),
        ReportState.Returned => Texts.Mark("被退回"),
    };

    public static string Of(ExtensionState state) => state switch
    {
        ExtensionState.WithHead => Texts.Mark("待单位负责人审签"),
        ExtensionState.WithOffice => Texts.Mark("待领导小组办公室决定"),
        ExtensionState.Granted => Texts.Mark("同意延期"),
        ExtensionState.Refused => Texts.Mark("不同意延期"),
        ExtensionState.Returned => Texts.Mark("被退回"),
        ExtensionState.Lapsed => Texts.Mark("任务已了结，不再办理"),
    };

    public static string Of(CompletionState state) => state switch
    {
        CompletionState.WithHead => Texts.Mark("待单位负责人审签"),
        CompletionState.WithOffice => Texts.Mark("待领导小组办公室审核"),
        CompletionState.Accepted => Texts.Mark("审核通过"),
        CompletionState.Returned => Texts.Mark("被退回"),
        CompletionState.Lapsed => Texts.Mark("任务已了结，不再办理"),
    };

    public static string Of(OwnWord word) => word switch
    {
        OwnWord.OnSchedule => Texts.Mark("按进度推进"),
        OwnWord.SlowButInTime => Texts.Mark("进展偏慢，仍可按期完成"),
        OwnWord.CannotFinish => Texts.Mark("不能按期完成"),
    };

    public static string Of(StoryFilter filter) => filter switch
    {
        StoryFilter.All => Texts.Mark("全部"),
        StoryFilter.Signing => Texts.Mark("下达与签收"),
        StoryFilter.Progress => Texts.Mark("进展与协调"),
        StoryFilter.Deadline => Texts.Mark("延期"),
        StoryFilter.Closing => Texts.Mark("办结与销账"),
        StoryFilter.Light => Texts.Mark("亮灯变化"),
        StoryFilter.Urging => Texts.Mark("催办"),
    };

    /// <summary>What is asked of whoever has the turn.</summary>
    public static string Of(TurnKind kind) => kind switch
    {
        TurnKind.SignFor => Texts.Mark("签收任务"),
        TurnKind.DecideDecline => Texts.Mark("裁定退回"),
        TurnKind.Work => Texts.Mark("推进任务，完成后申请办结"),
        TurnKind.ApproveReport => Texts.Mark("审签 {0} 进展报告"),
        TurnKind.AnswerHelp => Texts.Mark("答复需协调事项"),
        TurnKind.PassOnExtension => Texts.Mark("审签延期申请"),
        TurnKind.DecideExtension => Texts.Mark("决定延期申请"),
        TurnKind.PassOnCompletion => Texts.Mark("审签办结申请"),
        TurnKind.Review => Texts.Mark("审核办结申请"),
    };

    public static string IconOf(ActKind kind) => kind switch
    {
        ActKind.Issue => "send",
        ActKind.SignFor => "writing-sign",
        ActKind.Decline or ActKind.ReportReturn or ActKind.Return => "arrow-back-up",
        ActKind.DeclineDecision or ActKind.ExtensionDecision => "gavel",
        ActKind.HandOn => "switch-horizontal",
        ActKind.Report => "report",
        ActKind.ReportApproval => "clipboard-check",
        ActKind.HelpRequest => "message-report",
        ActKind.HelpAnswer => "message",
        ActKind.Extension => "calendar-plus",
        ActKind.Completion => "flag",
        ActKind.WriteOff => "circle-check",
        ActKind.Withdrawal => "ban",
        ActKind.LightChange => "alert-triangle",
        ActKind.Risk => "flag",
        ActKind.Urge => "speakerphone",
        ActKind.UrgeAnswer => "message",
        ActKind.CalendarChange => "calendar",
        ActKind.Supervision => "gavel",
        ActKind.Reopening => "arrow-back-up",
        ActKind.LookBack => "eye",
        ActKind.PaperReceipt => "writing-sign",
        ActKind.Exemption => "gavel",
        ActKind.Instruction => "message",
        ActKind.Hold => "player-pause",
        ActKind.Recurrence => "calendar",
        ActKind.SharedReport => "report",
        ActKind.DutyDispute => "message-report",
        ActKind.DisputeDecision => "gavel",
        ActKind.Amendment => "edit",
        ActKind.LeadMove or ActKind.UnitChange => "users",
        ActKind.DueMove => "calendar",
        ActKind.GapTie => "link",
    };

    /// <summary>Acts that say no; the only ones the story shows in red.</summary>
    public static bool Refuses(ActKind kind) => kind is ActKind.Decline or ActKind.ReportReturn or ActKind.Return or ActKind.Reopening;

    public static string IconOf(string contentType) => contentType switch
    {
        "application/pdf" => "file-type-pdf",
        "application/msword" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "file-type-doc",
        "application/vnd.ms-excel" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "file-type-xls",
        _ => "file-text",
    };

    /// <summary>Where the step of a turn is taken.</summary>
    public static string Address(Turn turn, Guid taskId) => turn.Kind switch
    {
        TurnKind.SignFor => $"~/Tasks/{taskId}",
        TurnKind.DecideDecline => $"~/Tasks/{taskId}?tab=units#part-{turn.What}",
        TurnKind.Work => $"~/Tasks/{taskId}/Report",
        TurnKind.ApproveReport => $"~/Tasks/{taskId}/Report/{turn.What}",
        TurnKind.AnswerHelp => $"~/HelpRequests/{turn.What}",
        TurnKind.PassOnExtension or TurnKind.DecideExtension => $"~/Tasks/{taskId}/Extension",
        TurnKind.PassOnCompletion => $"~/Tasks/{taskId}/Completion",
        TurnKind.Review => $"~/Tasks/{taskId}/Review",
    };
}
