using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for the ladder, as keys of the texts.</summary>
public static class EscalationWords
{
    public static string Of(StepState state) => state switch
    {
        StepState.Proposed => Texts.Mark("待签发"),
        StepState.Refused => Texts.Mark("不予签发"),
        StepState.Served => Texts.Mark("已送达，待答复"),
        StepState.Answered => Texts.Mark("已答复"),
        StepState.Done => Texts.Mark("已办理"),
        StepState.Settled => Texts.Mark("已了结"),
    };

    /// <summary>A rung without an answer of its own is not served but approved.</summary>
    public static string Of(Rung rung, StepState state) =>
        state == StepState.Served && rung is (Rung.Bulletin or Rung.Interview or Rung.Accountability) ? Texts.Mark("已签批，转办") : Of(state);

    public static string Of(Rung rung) => rung switch
    {
        Rung.Urge => Texts.Mark("催办"),
        Rung.Supervision => Texts.Mark("督办通知单"),
        Rung.Letter => Texts.Mark("督办函"),
        Rung.Bulletin => Texts.Mark("列入通报"),
        Rung.Interview => Texts.Mark("约谈"),
        Rung.Accountability => Texts.Mark("问责建议"),
    };

    public static string Of(LadderSigner signer) => signer switch
    {
        LadderSigner.Program => Texts.Mark("系统自动发出"),
        LadderSigner.Office => Texts.Mark("领导小组办公室"),
        LadderSigner.Leader => Texts.Mark("分管领导"),
    };

    public static string Of(ExemptionGround ground) => ground switch
    {
        ExemptionGround.ForceMajeure => Texts.Mark("不可抗力"),
        ExemptionGround.AwaitsHigherBody => Texts.Mark("等待上级机关办理"),
        ExemptionGround.Other => Texts.Mark("其他不可归责的情形"),
    };
}
