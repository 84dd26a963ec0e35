using Equalization.Workflow.Core.Batches;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for acts on many rows at once, as keys of the texts.</summary>
public static class BatchWords
{
    /// <summary>The button, and what ticking all ticks.</summary>
    public static string Act(BatchAct act) => act switch
    {
        BatchAct.SignFor => Texts.Mark("签收所选任务"),
        BatchAct.NoChange => Texts.Mark("所选任务报告无变化"),
        BatchAct.ApproveReport => Texts.Mark("审签所选报告"),
        BatchAct.PassOnExtension => Texts.Mark("审签所选延期申请"),
        BatchAct.PassOnCompletion => Texts.Mark("审签所选办结申请"),
        BatchAct.GrantExtension => Texts.Mark("同意所选延期申请"),
        BatchAct.AcceptCompletion => Texts.Mark("所选任务审核通过并销账"),
        BatchAct.Urge => Texts.Mark("催办所选任务"),
    };

    /// <summary>The box that ticks all: what kind of line and how many there are.</summary>
    public static string All(BatchAct act) => act switch
    {
        BatchAct.SignFor => Texts.Mark("勾选全部 {0} 项待签收任务"),
        BatchAct.NoChange => Texts.Mark("勾选全部 {0} 项可沿用上期数据的报告"),
        BatchAct.ApproveReport => Texts.Mark("勾选全部 {0} 份待审签报告"),
        BatchAct.PassOnExtension or BatchAct.GrantExtension => Texts.Mark("勾选全部 {0} 份延期申请"),
        BatchAct.PassOnCompletion or BatchAct.AcceptCompletion => Texts.Mark("勾选全部 {0} 份办结申请"),
        BatchAct.Urge => Texts.Mark("勾选本页全部 {0} 项任务"),
    };

    /// <summary>What will happen, said before it does.</summary>
    public static string Says(BatchAct act) => act switch
    {
        BatchAct.SignFor => Texts.Mark("以您的姓名和职务逐项签收所选任务，签收后即开始办理。不属于本单位的任务请先取消勾选，另行退回。"),
        BatchAct.NoChange => Texts.Mark("逐项沿用上期已审签的数据，本期报告写明“无变化”，按规定报单位负责人审签。"),
        BatchAct.ApproveReport => Texts.Mark("逐份审签所选报告，审签后即为本单位的正式报告，不能再改。"),
        BatchAct.PassOnExtension => Texts.Mark("逐份审签所选延期申请，报领导小组办公室决定。"),
        BatchAct.PassOnCompletion => Texts.Mark("逐份审签所选办结申请，报领导小组办公室审核。"),
        BatchAct.GrantExtension => Texts.Mark("逐份同意，新期限按各自申请的日期执行。需要另定期限的请取消勾选，逐份办理。"),
        BatchAct.AcceptCompletion => Texts.Mark("逐项审核通过并销账，各编销账编号；销账后不能撤回。"),
        BatchAct.Urge => Texts.Mark("逐项向牵头单位的联络员和负责人发出催办，规定间隔内已催办过的不再重复。"),
    };

    /// <summary>The label of the one text for all; null for an act that takes none.</summary>
    public static string? Text(BatchAct act) => act switch
    {
        BatchAct.GrantExtension => Texts.Mark("决定意见（各份相同，不填为“同意延期”）"),
        BatchAct.AcceptCompletion => Texts.Mark("审核意见（各项相同，不填为“同意销账”）"),
        BatchAct.Urge => Texts.Mark("催办内容（各项相同）"),
        _ => null,
    };

    /// <summary>What a row's result says when it was done; {0} is the write-off's number or the new day, where there is one.</summary>
    public static string Done(BatchAct act) => act switch
    {
        BatchAct.SignFor => Texts.Mark("已签收"),
        BatchAct.NoChange => Texts.Mark("已报告无变化"),
        BatchAct.ApproveReport => Texts.Mark("已审签"),
        BatchAct.PassOnExtension or BatchAct.PassOnCompletion => Texts.Mark("已审签，报领导小组办公室"),
        BatchAct.GrantExtension => Texts.Mark("已同意延期至 {0}"),
        BatchAct.AcceptCompletion => Texts.Mark("已销账，编号 {0}"),
        BatchAct.Urge => Texts.Mark("已催办"),
    };
}
