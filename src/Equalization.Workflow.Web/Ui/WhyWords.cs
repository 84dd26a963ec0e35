using Equalization.Workflow.Core.Explanations;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for the sheet that explains, as keys of the texts.</summary>
public static class WhyWords
{
    public static string Title(WhyKind kind) => kind switch
    {
        WhyKind.Task => Texts.Mark("为什么任务亮这个灯"),
        WhyKind.Part => Texts.Mark("为什么本单位亮这个灯"),
        WhyKind.Notice => Texts.Mark("为什么收到这条通知"),
        WhyKind.Reminder => Texts.Mark("为什么收到这条提醒"),
        WhyKind.Step => Texts.Mark("为什么提出这一级督办"),
        WhyKind.Line => Texts.Mark("为什么列入通报"),
        WhyKind.Point => Texts.Mark("为什么得分或扣分"),
    };

    private static readonly Dictionary<NoticeKind, string> Rules = new()
    {
        [NoticeKind.TaskIssued] = Texts.Mark("任务下达或转办时，通知承担单位的联络员和负责人，或者接办人。"),
        [NoticeKind.Declined] = Texts.Mark("单位退回任务时，通知领导小组办公室裁定。"),
        [NoticeKind.ReportToApprove] = Texts.Mark("报告、申请需要单位负责人审签时，通知本单位负责人。"),
        [NoticeKind.ExtensionAsked] = Texts.Mark("申请等待谁办理，就通知谁：先通知单位负责人，审签后通知领导小组办公室。"),
        [NoticeKind.CompletionAsked] = Texts.Mark("申请等待谁办理，就通知谁：先通知单位负责人，审签后通知领导小组办公室。"),
        [NoticeKind.HelpAsked] = Texts.Mark("提出需协调事项时，通知被提请的单位和领导小组办公室。"),
        [NoticeKind.Overdue] = Texts.Mark("任务逾期时，通知承担单位的联络员、负责人和分管领导。"),
        [NoticeKind.Urge] = Texts.Mark("被催办、督办时，通知该单位的联络员和负责人。"),
        [NoticeKind.Supervision] = Texts.Mark("被催办、督办时，通知该单位的联络员和负责人。"),
        [NoticeKind.SupervisionProposed] = Texts.Mark("程序提出督办建议时，通知领导小组办公室决定是否签发。"),
        [NoticeKind.CasePaper] = Texts.Mark("有文书送达本单位时，通知查阅名单上的本单位人员。"),
        [NoticeKind.CaseMoved] = Texts.Mark("案卷有新的进展时，通知查阅名单上的办理人员。"),
        [NoticeKind.CaseTerm] = Texts.Mark("案卷中的期限届满前，通知查阅名单上的双方人员。"),
        [NoticeKind.RequestAsked] = Texts.Mark("请求协助、临近或超过答复日期时，通知被请求的单位；提出和超期时同时通知领导小组办公室。"),
        [NoticeKind.DisputeRaised] = Texts.Mark("提出职责争议、临近或超过裁定日期时，通知领导小组办公室。"),
        [NoticeKind.RecurrenceEnded] = Texts.Mark("周期任务不能继续下达时，通知领导小组办公室。"),
        [NoticeKind.InstructionGiven] = Texts.Mark("有领导批示、临近或超过答复日期时，通知承办单位；给出和超期时同时通知领导小组办公室。"),
        [NoticeKind.TaskChanged] = Texts.Mark("任务被撤回、中止、恢复、修改、变更牵头单位或者更正决定时，通知承担单位的联络员和负责人。"),
        [NoticeKind.GapsToMend] = Texts.Mark("学校有差距登记或指定台账单位时，通知台账单位的联络员和负责人填写一校一策。"),
        [NoticeKind.Accreditation] = Texts.Mark("区县优质均衡认定开始、办理或临近、超过目标日期时，通知该区县单位；报送和超期时同时通知领导小组办公室。"),
        [NoticeKind.AccreditationProblem] = Texts.Mark("登记、复查或超过期限未整改的问题，通知责任单位；报告整改和超期时通知领导小组办公室。"),
        [NoticeKind.RebalancingEnded] = Texts.Mark("均衡方案测算完成或者没有得到方案时，通知申请测算的本人。"),
        [NoticeKind.BatchDone] = Texts.Mark("批量办理时离开了页面，办完后把结果通知办理人本人。"),
        [NoticeKind.Digest] = Texts.Mark("每个工作日把当天应提醒的事项合成一份发给本人。"),
    };

    /// <summary>Whom a notice of the kind goes to; what was decided or answered goes back to who asked.</summary>
    public static string Because(NoticeKind kind) => Rules.GetValueOrDefault(kind, Texts.Mark("事项有结果或有变动时，通知当日在岗的有关人员。"));

    /// <summary>The name of a fact that is not the same when read again.</summary>
    public static string OfFact(string name) => Facts.GetValueOrDefault(name, name);

    private static readonly Dictionary<string, string> Facts = new[]
    {
        Texts.Mark("任务"), Texts.Mark("规则"), Texts.Mark("期限"), Texts.Mark("亮灯"), Texts.Mark("日期"), Texts.Mark("工作日"), Texts.Mark("时长归属"), Texts.Mark("催办"),
        Texts.Mark("已发文书"), Texts.Mark("直接启动"), Texts.Mark("经过"),
    }.ToDictionary(f => f);
}
