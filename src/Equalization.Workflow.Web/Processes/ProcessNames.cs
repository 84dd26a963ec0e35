using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Processes;

/// <summary>
/// The interface's word for each port, event and value that the definitions name, as a key of the texts. A port may be named for one kind of step
/// alone, as type/port. What is not here shows its own name.
/// </summary>
public static class ProcessNames
{
    public static IReadOnlyDictionary<string, string> Ports { get; } = new Dictionary<string, string>
    {
        ["Done"] = Texts.Mark("完成"),
        ["True"] = Texts.Mark("是"),
        ["False"] = Texts.Mark("否"),
        ["Default"] = Texts.Mark("其他"),
        ["Closed"] = Texts.Mark("已销账或撤回"),
        ["Settled"] = Texts.Mark("已了结"),
        ["UnderReview"] = Texts.Mark("审核中"),
        ["Late"] = Texts.Mark("已超期"),
        ["Equalization.CheckSignFor/Waiting"] = Texts.Mark("尚未签收"),
        ["Equalization.CheckSignFor/Signed"] = Texts.Mark("已签收"),
        ["Equalization.CheckSignFor/Closed"] = Texts.Mark("已撤回"),
        ["Equalization.NextSignTerm/Running"] = Texts.Mark("期限未到"),
        ["Equalization.NextSignTerm/Waiting"] = Texts.Mark("期限已过"),
        ["Equalization.NextSignTerm/None"] = Texts.Mark("全部签收"),
        ["Equalization.CheckWork/UnderWay"] = Texts.Mark("期限内"),
        ["Equalization.CheckWork/Overdue"] = Texts.Mark("已逾期"),
        ["Equalization.CheckReview/Waiting"] = Texts.Mark("期限内"),
        ["Equalization.NextReport/Next"] = Texts.Mark("还要报告"),
        ["Equalization.NextReport/Past"] = Texts.Mark("末期已过"),
        ["Equalization.CheckExtension/WithHead"] = Texts.Mark("待负责人审签"),
        ["Equalization.CheckExtension/WithOffice"] = Texts.Mark("待办公室答复"),
        ["Equalization.CheckExtension/OfficeLate"] = Texts.Mark("答复已超期"),
        ["Equalization.CheckExtension/Granted"] = Texts.Mark("同意"),
        ["Equalization.CheckExtension/Refused"] = Texts.Mark("不同意"),
        ["Equalization.CheckExtension/Over"] = Texts.Mark("退回或失效"),
        ["Equalization.OpenEscalation/Opened"] = Texts.Mark("立项"),
        ["Equalization.OpenEscalation/Moot"] = Texts.Mark("无须督办"),
        ["Equalization.CheckSettled/Open"] = Texts.Mark("尚未了结"),
        ["Equalization.UrgeLead/Sent"] = Texts.Mark("已催办"),
        ["Equalization.UrgeLead/ByHand"] = Texts.Mark("由人催办"),
        ["Equalization.CheckSupervision/Proposed"] = Texts.Mark("待签发"),
        ["Equalization.CheckSupervision/Served"] = Texts.Mark("待答复"),
        ["Equalization.CheckSupervision/Rests"] = Texts.Mark("已答复或不予签发"),
        ["Equalization.CheckHelp/Open"] = Texts.Mark("未答复"),
        ["Equalization.CheckHelp/Answered"] = Texts.Mark("已答复"),
    };

    public static IReadOnlyDictionary<string, string> Events { get; } = new Dictionary<string, string>
    {
        ["lead-signed"] = Texts.Mark("牵头单位已签收"),
        ["unit-signed"] = Texts.Mark("单位已签收"),
        ["decline-decided"] = Texts.Mark("退回已裁定"),
        ["deadline-moved"] = Texts.Mark("任务期限已变动"),
        ["completion-submitted"] = Texts.Mark("办结申请已送办公室"),
        ["completion-reviewed"] = Texts.Mark("办结申请已审核"),
        ["times-changed"] = Texts.Mark("日历或规则已变动"),
        ["task-closed"] = Texts.Mark("任务已销账或撤回"),
        ["supervision-decided"] = Texts.Mark("督办建议已签批"),
        ["supervision-answered"] = Texts.Mark("督办通知已答复"),
        ["extension-passed-on"] = Texts.Mark("延期申请已审签"),
        ["extension-over"] = Texts.Mark("延期申请已退回或失效"),
        ["extension-decided"] = Texts.Mark("延期申请已答复"),
        ["help-answered"] = Texts.Mark("协调事项已答复"),
    };

    public static IReadOnlyDictionary<string, string> Values { get; } = new Dictionary<string, string>
    {
        ["about"] = Texts.Mark("交给子流程的内容"),
        ["actAt"] = Texts.Mark("办理时刻"),
        ["answerEndsAt"] = Texts.Mark("答复期限"),
        ["because"] = Texts.Mark("了结原因"),
        ["condition"] = Texts.Mark("条件"),
        ["correlationId"] = Texts.Mark("所办事项"),
        ["dueAt"] = Texts.Mark("等到"),
        ["dueEndsAt"] = Texts.Mark("完成期限"),
        ["dueOn"] = Texts.Mark("完成期限"),
        ["escalationId"] = Texts.Mark("督办事项标识"),
        ["eventName"] = Texts.Mark("等待的事件"),
        ["facts"] = Texts.Mark("依据的事实"),
        ["helpId"] = Texts.Mark("协调事项标识"),
        ["input"] = Texts.Mark("交给子流程的内容"),
        ["key"] = Texts.Mark("所办事项"),
        ["light"] = Texts.Mark("灯"),
        ["people"] = Texts.Mark("通知人数"),
        ["period"] = Texts.Mark("报告期"),
        ["reason"] = Texts.Mark("理由"),
        ["replyEndsAt"] = Texts.Mark("答复期限"),
        ["reportEndsAt"] = Texts.Mark("报告期限"),
        ["requestId"] = Texts.Mark("延期申请标识"),
        ["result"] = Texts.Mark("随附内容"),
        ["reviewEndsAt"] = Texts.Mark("审核期限"),
        ["ruleSet"] = Texts.Mark("所依规则"),
        ["signEndsAt"] = Texts.Mark("签收期限"),
        ["taskId"] = Texts.Mark("任务标识"),
        ["termEndsAt"] = Texts.Mark("期限届满"),
        ["units"] = Texts.Mark("单位"),
        ["waitForCompletion"] = Texts.Mark("等其结束"),
        ["workflowDefinitionId"] = Texts.Mark("所启动的流程"),
    };
}
