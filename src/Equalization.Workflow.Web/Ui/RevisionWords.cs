using Equalization.Workflow.Core.Revisions;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Words for what an edition of a plan asks of tasks.</summary>
public static class RevisionWords
{
    public static string Of(RevisionKind kind) => kind switch
    {
        RevisionKind.DueDay => Texts.Mark("调整期限"),
        RevisionKind.Lead => Texts.Mark("变更牵头单位"),
        RevisionKind.Cooperating => Texts.Mark("调整配合单位"),
        RevisionKind.Content => Texts.Mark("修改任务内容"),
        RevisionKind.Withdrawal => Texts.Mark("撤回任务"),
        RevisionKind.Reissue => Texts.Mark("按新分工重新下达"),
        RevisionKind.Issue => Texts.Mark("下达新任务"),
    };

    public static string Of(RevisionState state) => state switch
    {
        RevisionState.Open => Texts.Mark("待处理"),
        RevisionState.Accepted => Texts.Mark("已采纳"),
        RevisionState.Kept => Texts.Mark("保留原样"),
        RevisionState.Superseded => Texts.Mark("已由更新的版本取代"),
    };

    /// <summary>What accepting it does, said before it does.</summary>
    public static string Says(RevisionKind kind) => kind switch
    {
        RevisionKind.DueDay => Texts.Mark("期限按新版调整，未决的延期申请终止，并通知各单位。"),
        RevisionKind.Lead => Texts.Mark("由新的牵头单位签收并接续办理，原牵头单位退出，其未决申请终止，并通知各单位。"),
        RevisionKind.Cooperating => Texts.Mark("增加的单位须签收，去掉的单位退出任务，并通知有关单位。"),
        RevisionKind.Content => Texts.Mark("任务改为新的内容，原内容和签收记录保留，各单位须重新签收。"),
        RevisionKind.Withdrawal => Texts.Mark("任务撤回，不再办理，未决申请终止，并通知各单位。"),
        RevisionKind.Reissue => Texts.Mark("原任务了结，按新的分工、内容和期限下达一项新任务，各单位须签收。"),
        RevisionKind.Issue => Texts.Mark("按新版措施下达任务，有关单位须签收。"),
    };

    /// <summary>Whether the office may name another day than the edition's.</summary>
    public static bool TakesDay(RevisionKind kind) => kind is RevisionKind.DueDay or RevisionKind.Lead or RevisionKind.Reissue or RevisionKind.Issue;
}
