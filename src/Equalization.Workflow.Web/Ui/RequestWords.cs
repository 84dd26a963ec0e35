using Equalization.Workflow.Core.Requests;

namespace Equalization.Workflow.Web.Ui;

/// <summary>Words for units' requests.</summary>
public static class RequestWords
{
    public static string Of(RequestKind kind) => kind switch
    {
        RequestKind.Help => Texts.Mark("协助请求"),
        RequestKind.Dispute => Texts.Mark("职责争议"),
    };

    public static string Of(RequestRow row) => row.Kind == RequestKind.Help ? OfHelp(row.State) : OfDispute(row.State, row.Outcome);

    public static string Of(DisputeOutcome outcome) => outcome switch
    {
        DisputeOutcome.Stands => Texts.Mark("维持原分工"),
        DisputeOutcome.Changed => Texts.Mark("变更职责"),
    };

    /// <summary>Whose clock runs, or ran, while the request waited.</summary>
    public static string Clock(RequestView request) => request.Clock switch
    {
        RequestClock.Asker => Texts.Mark("等待期间的工作日计入提出单位。"),
        RequestClock.Asked when request.Row.Owner is null => Texts.Mark("等待期间的工作日计入领导小组办公室。"),
        RequestClock.Asked => Texts.Mark("等待期间的工作日计入被请求的单位。"),
    };

    private static string OfHelp(RequestState state) => state switch
    {
        RequestState.Open => Texts.Mark("待答复"),
        RequestState.Answered => Texts.Mark("已答复，待提出单位确认"),
        RequestState.Closed => Texts.Mark("已办结"),
        RequestState.Withdrawn => Texts.Mark("已撤回"),
    };

    private static string OfDispute(RequestState state, DisputeOutcome? outcome) => state switch
    {
        RequestState.Open or RequestState.Answered => Texts.Mark("待裁定"),
        RequestState.Closed => Of(outcome ?? DisputeOutcome.Stands),
        RequestState.Withdrawn => Texts.Mark("已撤回"),
    };
}
