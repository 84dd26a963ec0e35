using Equalization.Workflow.Core.Handovers;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for handovers, as keys of the texts.</summary>
public static class HandoverWords
{
    public static string Of(HandoverState state) => state switch
    {
        HandoverState.Open => Texts.Mark("待双方确认"),
        HandoverState.Refused => Texts.Mark("接任人不接收，待裁定"),
        HandoverState.Done => Texts.Mark("已交接"),
        HandoverState.Dropped => Texts.Mark("经裁定不交接"),
    };

    public static string Of(HandoverItemKind kind) => kind switch
    {
        HandoverItemKind.Task => Texts.Mark("在办任务"),
        HandoverItemKind.Report => Texts.Mark("进展报告"),
        HandoverItemKind.Extension => Texts.Mark("延期申请"),
        HandoverItemKind.Completion => Texts.Mark("办结申请"),
        HandoverItemKind.Help => Texts.Mark("待答复协调事项"),
        HandoverItemKind.Supervision => Texts.Mark("待答复督办"),
    };
}
