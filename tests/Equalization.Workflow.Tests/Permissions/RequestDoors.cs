using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Requests of units: asked by a unit with a part, answered by who was asked or the office, disputes decided by the office, ended by the asker.</summary>
public static partial class Doors
{
    private const string AskingUnits = "s - + + + - - - 0 0 0 0 p";

    private static IEnumerable<Door> Requests =>
    [
        new("GET /Requests/Index", Ledger, async s => (await s.Request(RequestKind.Dispute)).Id == Guid.Empty ? "" : "/Requests"),
        OnTask("GET /Requests/Help", AskingUnits, StoryCity.Signed, "/Help"),
        OnTask("POST /Requests/Help", AskingUnits, StoryCity.Late, "/Help", ("Input.Text", "请协调用地。"), ("Input.AnswerDueOn", "2018-12-01")),
        OnTask("GET /Requests/Dispute", AskingUnits, StoryCity.Signed, "/Dispute"),
        OnTask("POST /Requests/Dispute", AskingUnits, StoryCity.Late, "/Dispute", ("Input.Text", "不属本单位职责。")),
        // Asked of the finance bureau, which so has the story's cooperating contact among those who may.
        new("GET /Requests/One", "s + + + + + + - 0 0 0 0 p", async s => $"/Requests/{(await s.Request(RequestKind.Help)).Id}"),
        OnRequest("Answer", "s + - - + - - - 0 0 0 0 p", RequestKind.Help, RequestState.Open, ("Input.Answer", "可以支持。")),
        OnRequest("Close", "s - + + - - - - 0 0 0 0 p", RequestKind.Help, RequestState.Answered),
        OnRequest("Decide", "s + - - 0 - - - 0 0 0 0 p", RequestKind.Dispute, RequestState.Open, ("Input.Outcome", "Stands"), ("Input.Reason", "按三定方案办理。")),
        OnRequest("Withdraw", "s - + + 0 - - - 0 0 0 0 p", RequestKind.Dispute, RequestState.Open, ("Input.Words", "已协商一致。")),
    ];

    private static Door OnRequest(string handler, string who, RequestKind kind, RequestState state, params (string, string)[] fields) =>
        new($"POST /Requests/One?handler={handler}", who, async s => $"/Requests/{(await s.Request(kind, state)).Id}?handler={handler}", async s =>
            [("Input.Version", $"{(await s.Request(kind, state)).Version}"), .. fields]);
}
