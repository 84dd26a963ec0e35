using Equalization.Workflow.Core.Escalations;

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
        StepState.Settled => Texts.Mark("已了结"),
    };

    public static string Of(Rung rung) => rung switch
    {
        Rung.Urge => Texts.Mark("催办"),
        Rung.Supervision => Texts.Mark("督办"),
    };
}
