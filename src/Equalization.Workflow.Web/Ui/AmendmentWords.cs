using Equalization.Workflow.Core.Amendments;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Words for decisions that change what was issued.</summary>
public static class AmendmentWords
{
    public static string Of(AmendmentKind kind) => kind switch
    {
        AmendmentKind.Withdrawal => Texts.Mark("撤回任务"),
        AmendmentKind.Hold => Texts.Mark("中止任务"),
        AmendmentKind.Resumption => Texts.Mark("恢复任务"),
        AmendmentKind.ExtensionUndone => Texts.Mark("更正延期决定"),
        AmendmentKind.ContentAmended => Texts.Mark("修改任务内容"),
        AmendmentKind.LeadMoved => Texts.Mark("变更牵头单位"),
        AmendmentKind.Split => Texts.Mark("拆分任务"),
        AmendmentKind.Merged => Texts.Mark("合并任务"),
        AmendmentKind.Reissued => Texts.Mark("更正下达"),
        AmendmentKind.DueMoved => Texts.Mark("调整期限"),
        AmendmentKind.CooperatingChanged => Texts.Mark("调整配合单位"),
        AmendmentKind.WriteOffUndone => Texts.Mark("更正销账"),
    };
}
