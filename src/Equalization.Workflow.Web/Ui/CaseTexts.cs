using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.HandOns;
using Equalization.Workflow.Core.Accountabilities.Rights;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for accountability cases, as keys of the texts.</summary>
public static class CaseTexts
{
    public static string Of(CaseState state) => state switch
    {
        CaseState.Inquiry => Texts.Mark("调查认定"),
        CaseState.Told => Texts.Mark("已告知，听取陈述申辩"),
        CaseState.Forming => Texts.Mark("形成意见"),
        CaseState.Proposed => Texts.Mark("已建议，待有权机关决定"),
        CaseState.Decided => Texts.Mark("已决定"),
        CaseState.Archived => Texts.Mark("已归档"),
        CaseState.Closed => Texts.Mark("案卷已终止"),
    };

    public static string Of(CaseTrigger trigger) => trigger switch
    {
        CaseTrigger.Decisions => Texts.Mark("贯彻落实教育决策部署不力"),
        CaseTrigger.Duties => Texts.Mark("履行教育职责不到位"),
        CaseTrigger.Behind => Texts.Mark("攻坚任务严重滞后"),
        CaseTrigger.Running => Texts.Mark("办学行为不规范"),
        CaseTrigger.Quality => Texts.Mark("教育质量下降"),
        CaseTrigger.Safety => Texts.Mark("安全问题较多或者拒不接受督导"),
    };

    public static string Of(CaseForm form) => form switch
    {
        CaseForm.OpenCriticism => Texts.Mark("公开批评"),
        CaseForm.Interview => Texts.Mark("约谈"),
        CaseForm.Bulletin => Texts.Mark("督导通报"),
        CaseForm.Resources => Texts.Mark("资源调整"),
        CaseForm.Penalty => Texts.Mark("行政处罚"),
    };

    public static string Of(HeavierGround ground) => ground switch
    {
        HeavierGround.Hiding => Texts.Mark("隐瞒事实、阻挠调查"),
        HeavierGround.Revenge => Texts.Mark("威胁、打击报复反映情况的人员或者督导人员"),
        HeavierGround.NotCorrected => Texts.Mark("被问责后拒不纠正"),
        HeavierGround.Repeated => Texts.Mark("一年内两次及以上被问责"),
        HeavierGround.Other => Texts.Mark("其他依规应当从重的情形"),
    };

    public static string Of(HandOnKind kind) => kind switch
    {
        HandOnKind.Transfer => Texts.Mark("移交有关机关"),
        HandOnKind.Filing => Texts.Mark("报上级备案"),
    };

    public static string Of(CaseRange range) => range switch
    {
        CaseRange.OwnUnit => Texts.Mark("本单位"),
        CaseRange.LeadingGroup => Texts.Mark("领导小组"),
        CaseRange.GovernmentSite => Texts.Mark("政府门户网站"),
        CaseRange.MainMedia => Texts.Mark("主要新闻媒体"),
    };

    public static string Of(DecisionStanding standing) => standing switch
    {
        DecisionStanding.Stands => Texts.Mark("决定有效"),
        DecisionStanding.Changed => Texts.Mark("决定已变更"),
        DecisionStanding.Revoked => Texts.Mark("决定已撤销"),
    };

    public static string Of(RemedyKind kind) => kind switch
    {
        RemedyKind.Review => Texts.Mark("复核"),
        RemedyKind.Appeal => Texts.Mark("申诉"),
    };

    public static string Of(RemedyOutcome outcome) => outcome switch
    {
        RemedyOutcome.Upheld => Texts.Mark("维持原决定"),
        RemedyOutcome.Changed => Texts.Mark("变更原决定"),
        RemedyOutcome.Revoked => Texts.Mark("撤销原决定"),
        RemedyOutcome.NotAdmitted => Texts.Mark("逾期提出，不予受理"),
    };

    public static string Of(CaseTerm term) => term switch
    {
        CaseTerm.Inquiry => Texts.Mark("完成调查认定（自督导结束）"),
        CaseTerm.Statement => Texts.Mark("陈述申辩（自签收告知书）"),
        CaseTerm.Review => Texts.Mark("申请复核（自签收决定）"),
        CaseTerm.ReviewAnswer => Texts.Mark("作出复核决定（自收到申请）"),
        CaseTerm.AppealAfterReview => Texts.Mark("复核后申诉（自签收复核决定）"),
        CaseTerm.Appeal => Texts.Mark("不经复核直接申诉（自签收决定）"),
        CaseTerm.AppealAnswer => Texts.Mark("作出申诉处理决定（自提出申诉）"),
        CaseTerm.Correction => Texts.Mark("更正原决定（自申诉处理决定）"),
        CaseTerm.RepeatWindow => Texts.Mark("再次问责从重的期间（自前次决定）"),
        CaseTerm.RemindBefore => Texts.Mark("期限届满前几日提醒"),
    };

    public static string Of(TermHolder holder) => holder switch
    {
        TermHolder.Office => Texts.Mark("办公室"),
        TermHolder.Unit => Texts.Mark("被问责单位"),
        TermHolder.Upper => Texts.Mark("上一级机关"),
    };

    /// <summary>What the clock says: of what was not done, whether a right lapsed or somebody is late.</summary>
    public static string Of(ClockRow row) => row.State switch
    {
        ClockState.NotBegun => Texts.Mark("尚未起算"),
        ClockState.Running => Texts.Mark("期限内"),
        ClockState.InTime => Texts.Mark("按期办理"),
        ClockState.Late => row.Holder == TermHolder.Unit ? Texts.Mark("逾期提出") : Texts.Mark("延误后办理"),
        ClockState.Missed => row.Holder == TermHolder.Unit ? Texts.Mark("期满未行使") : Texts.Mark("延误，尚未办理"),
        ClockState.Void => Texts.Mark("本案不适用"),
    };

    /// <summary>What is next, and by whom.</summary>
    public static (string Who, string What) Next(CaseView view)
    {
        var (about, clocks) = (view.Case, view.Clocks.ToDictionary(c => c.Term));
        var (office, unit, leader) = (Texts.Mark("办公室"), Texts.Mark("被问责单位"), Texts.Mark("领导"));
        return about.State switch
        {
            CaseState.Inquiry => about.FoundAt is null ? (office, Texts.Mark("查明事实，填写调查认定")) : (leader, Texts.Mark("审阅并签发告知书")),
            CaseState.Told => clocks[CaseTerm.Statement].FromOn is null ? (unit, Texts.Mark("签收告知书")) : (unit, Texts.Mark("在期限内陈述申辩")),
            CaseState.Forming => about.OpinionAt is null ? (office, Texts.Mark("研究陈述申辩，形成意见")) : (leader, Texts.Mark("审阅并签发建议书")),
            CaseState.Proposed => (Texts.Mark("有权机关"), Texts.Mark("作出决定，由办公室登记送达")),
            CaseState.Decided => Rights(),
            CaseState.Archived or CaseState.Closed => (Texts.Mark("无"), Texts.Mark("案卷已经办结")),
        };

        (string, string) Rights() =>
            clocks[CaseTerm.Correction].IsOpen ? (office, Texts.Mark("更正原决定"))
            : clocks[CaseTerm.AppealAnswer].IsOpen ? (Texts.Mark("上一级机关"), Texts.Mark("作出申诉处理决定，由办公室登记送达"))
            : clocks[CaseTerm.ReviewAnswer].IsOpen ? (office, Texts.Mark("作出复核决定"))
            : clocks[CaseTerm.Review].State == ClockState.NotBegun ? (unit, Texts.Mark("签收决定书"))
            : CaseClock.RightsRun(view.Clocks) ? (unit, Texts.Mark("不服决定的，在期限内申请复核或者申诉"))
            : (office, Texts.Mark("归档"));
    }
}
