using Equalization.Workflow.Core.Instructions;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Words for instructions.</summary>
public static class InstructionWords
{
    public static string Of(InstructionState state) => state switch
    {
        InstructionState.Open => Texts.Mark("待答复"),
        InstructionState.Answered => Texts.Mark("已答复，待领导审阅"),
        InstructionState.Closed => Texts.Mark("已阅，办结"),
        InstructionState.Withdrawn => Texts.Mark("已撤销"),
    };
}
