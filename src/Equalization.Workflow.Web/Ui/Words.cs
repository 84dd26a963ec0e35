using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's word for each state, as a key of the texts.</summary>
public static class Words
{
    public static string Of(TaskState state) => state switch
    {
        TaskState.Issued => Texts.Mark("待签收"),
        TaskState.UnderWay => Texts.Mark("办理中"),
        TaskState.UnderReview => Texts.Mark("审核中"),
        TaskState.Returned => Texts.Mark("退回重办"),
        TaskState.WrittenOff => Texts.Mark("已销账"),
        TaskState.Withdrawn => Texts.Mark("已撤回"),
    };

    /// <summary>The lights' own names, for choosing and counting by them.</summary>
    public static string Of(Light light) => light switch
    {
        Light.Grey => Texts.Mark("灰灯"),
        Light.Blue => Texts.Mark("蓝灯"),
        Light.Green => Texts.Mark("绿灯"),
        Light.Yellow => Texts.Mark("黄灯"),
        Light.Red => Texts.Mark("红灯"),
    };

    /// <summary>What a judged light says of its task: red means overdue only where the day has passed.</summary>
    public static string Of(Judgement judgement) => judgement is { Light: Light.Red, Overdue: false }
        ? Texts.Mark("严重滞后")
        : LightTagHelper.Face(judgement.Light).Word;

    public static string Of(UnitRole role) => role switch
    {
        UnitRole.Lead => Texts.Mark("牵头"),
        UnitRole.Cooperating => Texts.Mark("配合"),
        UnitRole.FormerLead => Texts.Mark("原牵头"),
    };

    public static string Of(WorkSection section) => section switch
    {
        WorkSection.ToSign => Texts.Mark("待签收"),
        WorkSection.Returned => Texts.Mark("被退回"),
        WorkSection.ToApprove => Texts.Mark("待我审批"),
        WorkSection.ToDecide => Texts.Mark("待我审核"),
        WorkSection.ToAnswer => Texts.Mark("待我答复"),
        WorkSection.ToReport => Texts.Mark("待报告"),
        WorkSection.DueSoon => Texts.Mark("即将到期"),
    };

    /// <summary>What is asked, for the line of 我的工作.</summary>
    public static string Asked(WorkKind kind) => kind switch
    {
        WorkKind.SignFor => Texts.Mark("签收任务"),
        WorkKind.Report => Texts.Mark("填写进展"),
        WorkKind.ReportReturned => Texts.Mark("修改报告"),
        WorkKind.CompletionReturned => Texts.Mark("重新办结"),
        WorkKind.ApproveReport => Texts.Mark("审签报告"),
        WorkKind.ApproveExtension => Texts.Mark("审签延期申请"),
        WorkKind.ApproveCompletion => Texts.Mark("审签办结申请"),
        WorkKind.DecideDecline => Texts.Mark("裁定退回"),
        WorkKind.DecideExtension => Texts.Mark("审核延期申请"),
        WorkKind.DecideCompletion => Texts.Mark("审核办结申请"),
        WorkKind.AnswerHelp => Texts.Mark("答复协调事项"),
        WorkKind.DecideSupervision => Texts.Mark("签发督办"),
        WorkKind.AnswerSupervision => Texts.Mark("答复督办通知单"),
        WorkKind.CheckLookBack => Texts.Mark("回头看复核"),
        WorkKind.CheckBulletin => Texts.Mark("核实通报"),
        WorkKind.OpenInterview => Texts.Mark("办理约谈"),
        WorkKind.Interview => Texts.Mark("打开约谈案卷"),
        WorkKind.OpenCase => Texts.Mark("问责立案"),
        WorkKind.Case => Texts.Mark("打开问责案卷"),
        WorkKind.AnswerRequest => Texts.Mark("答复协助请求"),
        WorkKind.CloseRequest => Texts.Mark("确认协助答复"),
        WorkKind.DecideDispute => Texts.Mark("裁定职责争议"),
        WorkKind.WriteEvaluation => Texts.Mark("填写自评表"),
        WorkKind.SubmitEvaluation => Texts.Mark("报送县级自评"),
        WorkKind.DecideStage => Texts.Mark("登记认定结论"),
        WorkKind.ReportRectified => Texts.Mark("报告整改完成"),
        WorkKind.RectifyProblem => Texts.Mark("报告问题整改"),
        WorkKind.RecheckProblem => Texts.Mark("复查问题整改"),
        WorkKind.DecideRevisions => Texts.Mark("办理修订建议"),
        WorkKind.AnswerInstruction => Texts.Mark("答复批示"),
        WorkKind.ReadInstruction => Texts.Mark("审阅批示答复"),
        WorkKind.Complete => Texts.Mark("申请办结"),
    };

    /// <summary>Whether the line's note names a stage of an accreditation, a word of the interface.</summary>
    public static bool IsStage(WorkKind kind) => kind is WorkKind.WriteEvaluation or WorkKind.SubmitEvaluation or WorkKind.DecideStage or WorkKind.ReportRectified;

    /// <summary>Where the line's button leads when the act needs more than one click.</summary>
    public static string Address(WorkItem item) => item.Kind switch
    {
        WorkKind.Report => $"~/Tasks/{item.TaskId}/Report",
        WorkKind.ReportReturned => $"~/Tasks/{item.TaskId}/Report",
        WorkKind.ApproveReport => $"~/Tasks/{item.TaskId}/Report/{item.What}",
        WorkKind.ApproveExtension or WorkKind.DecideExtension => $"~/Tasks/{item.TaskId}/Extension",
        WorkKind.ApproveCompletion or WorkKind.CompletionReturned or WorkKind.Complete => $"~/Tasks/{item.TaskId}/Completion",
        WorkKind.DecideCompletion => $"~/Tasks/{item.TaskId}/Review",
        WorkKind.AnswerHelp => $"~/HelpRequests/{item.What}",
        WorkKind.DecideSupervision or WorkKind.AnswerSupervision => $"~/Supervision/{item.What}",
        WorkKind.CheckLookBack => $"~/LookBacks/{item.What}",
        WorkKind.CheckBulletin => $"~/Bulletins/{item.What}",
        WorkKind.OpenInterview => "~/Interviews",
        WorkKind.Interview => $"~/Interviews/{item.What}",
        WorkKind.OpenCase => $"~/Accountabilities/Open?step={item.What}",
        WorkKind.Case => $"~/Accountabilities/{item.What}",
        WorkKind.AnswerRequest or WorkKind.CloseRequest or WorkKind.DecideDispute => $"~/Requests/{item.What}",
        WorkKind.WriteEvaluation => $"~/Accreditations/{item.What}/Evaluation",
        WorkKind.SubmitEvaluation or WorkKind.DecideStage or WorkKind.ReportRectified => $"~/Accreditations/{item.What}",
        WorkKind.RectifyProblem or WorkKind.RecheckProblem => $"~/Accreditations/Problems/{item.What}",
        WorkKind.AnswerInstruction or WorkKind.ReadInstruction => $"~/Instructions/{item.What}",
        WorkKind.DecideRevisions => $"~/Plans/Versions/{item.What}/Revisions?state=Open",
        WorkKind.DecideDecline => $"~/Tasks/{item.TaskId}?tab=units#part-{item.TaskUnitId}",
        WorkKind.SignFor => $"~/Tasks/{item.TaskId}",
    };
}
