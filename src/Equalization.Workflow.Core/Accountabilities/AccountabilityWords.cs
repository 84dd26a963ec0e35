namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>
/// Inquiry: the office finds the facts. Told: the notice is out, the unit is heard. Forming: the opinion is formed. Proposed: the recommendation lies with the
/// body that decides. Decided: its decision is recorded and served, rights run. Archived. Closed: given up, or its task was settled before the unit was told.
/// </summary>
public enum CaseState
{
    Inquiry,
    Told,
    Forming,
    Proposed,
    Decided,
    Archived,
    Closed,
}

/// <summary>What accountability is opened for (six triggers of 国教督〔2021〕2号).</summary>
public enum CaseTrigger
{
    /// <summary>贯彻落实党中央、国务院教育决策部署不力</summary>
    Decisions,

    /// <summary>履行教育职责不到位</summary>
    Duties,

    /// <summary>攻坚任务严重滞后</summary>
    Behind,

    /// <summary>办学行为不规范</summary>
    Running,

    /// <summary>教育质量下降</summary>
    Quality,

    /// <summary>安全问题较多或者拒不接受督导</summary>
    Safety,
}

/// <summary>Forms of accountability for a unit. Persons are dealt with by the bodies in charge of them.</summary>
public enum CaseForm
{
    /// <summary>公开批评</summary>
    OpenCriticism,

    /// <summary>约谈</summary>
    Interview,

    /// <summary>督导通报</summary>
    Bulletin,

    /// <summary>资源调整</summary>
    Resources,

    /// <summary>行政处罚</summary>
    Penalty,
}

/// <summary>When accountability is heavier. Repeated is counted by the program and never ticked.</summary>
public enum HeavierGround
{
    /// <summary>隐瞒事实、阻挠调查</summary>
    Hiding,

    /// <summary>威胁、打击报复</summary>
    Revenge,

    /// <summary>问责后拒不纠正</summary>
    NotCorrected,

    /// <summary>一年内两次及以上被问责</summary>
    Repeated,

    /// <summary>其他依规应当从重的情形</summary>
    Other,
}

/// <summary>To whom the decision is made known; by gravity.</summary>
public enum CaseRange
{
    /// <summary>本单位</summary>
    OwnUnit,

    /// <summary>领导小组</summary>
    LeadingGroup,

    /// <summary>政府门户网站</summary>
    GovernmentSite,

    /// <summary>主要新闻媒体</summary>
    MainMedia,
}

/// <summary>Whether the decision holds after review and appeal.</summary>
public enum DecisionStanding
{
    Stands,
    Changed,
    Revoked,
}

/// <summary>The words that papers write for the data lists of a case.</summary>
public static class CaseWords
{
    public static string Of(CaseTrigger trigger) => trigger switch
    {
        CaseTrigger.Decisions => "贯彻落实教育决策部署不力",
        CaseTrigger.Duties => "履行教育职责不到位",
        CaseTrigger.Behind => "攻坚任务严重滞后",
        CaseTrigger.Running => "办学行为不规范",
        CaseTrigger.Quality => "教育质量下降",
        CaseTrigger.Safety => "安全问题较多或者拒不接受督导",
    };

    public static string Of(CaseForm form) => form switch
    {
        CaseForm.OpenCriticism => "公开批评",
        CaseForm.Interview => "约谈",
        CaseForm.Bulletin => "督导通报",
        CaseForm.Resources => "资源调整",
        CaseForm.Penalty => "行政处罚",
    };

    public static string Of(HeavierGround ground) => ground switch
    {
        HeavierGround.Hiding => "隐瞒事实、阻挠调查",
        HeavierGround.Revenge => "威胁、打击报复反映情况的人员或者督导人员",
        HeavierGround.NotCorrected => "被问责后拒不纠正",
        HeavierGround.Repeated => "一年内两次及以上被问责",
        HeavierGround.Other => "其他依规应当从重的情形",
    };
}
