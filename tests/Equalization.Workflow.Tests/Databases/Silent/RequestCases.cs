using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of units' requests.</summary>
public static class RequestCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<RequestService>(nameof(RequestService.AskHelp), async s =>
            [s.City.Contact(StoryCity.Lead), (await s.Task(StoryCity.Signed)).Id, s.City.Unit(StoryCity.Cooperating).Id, "请安排资金。", StoryCity.Today.AddDays(20)]),
        Case.Of<RequestService>(nameof(RequestService.RaiseDispute), async s => [s.City.Contact(StoryCity.Lead), (await s.Task(StoryCity.Signed)).Id, "不属本单位职责。"]),
        Case.Of<RequestService>(nameof(RequestService.Answer), s => On(s, s.City.Contact(StoryCity.Cooperating), RequestKind.Help, RequestState.Open, "可以支持。")),
        Case.Of<RequestService>(nameof(RequestService.Decide), s => On(s, s.City.Office, RequestKind.Dispute, RequestState.Open,
            new DisputeDecision(DisputeOutcome.Changed, "依三定方案。", "改由市财政局牵头。", s.City.Unit(StoryCity.Cooperating).Id, RequestClock.Asked))),
        Case.Of<RequestService>(nameof(RequestService.Close), s => On(s, s.City.Contact(StoryCity.Lead), RequestKind.Help, RequestState.Answered, "已落实。")),
        Case.Of<RequestService>(nameof(RequestService.Withdraw), s => On(s, s.City.Contact(StoryCity.Lead), RequestKind.Help, RequestState.Open, "不再需要。")),
        Case.Of<RequestQueries>(nameof(RequestQueries.Page), async s =>
        {
            await s.Request(RequestKind.Help);
            return [s.City.Contact(StoryCity.Cooperating), RequestKind.Help, 1, 20];
        }),
        Case.Of<RequestQueries>(nameof(RequestQueries.OfTask), async s => [s.City.Office, (await s.Request(RequestKind.Dispute)).TaskId]),
        Case.Of<RequestQueries>(nameof(RequestQueries.One), async s => [s.City.Office, (await s.Request(RequestKind.Dispute)).Id]),
        Case.Of<RequestQueries>(nameof(RequestQueries.Form), async s => [s.City.Contact(StoryCity.Lead), (await s.Task(StoryCity.Signed)).Id]),
    ];

    private static async Task<object?[]> On(StoryCity story, Actor actor, RequestKind kind, RequestState state, params object?[] rest)
    {
        var request = await story.Request(kind, state);
        return [actor, request.Id, request.Version, .. rest];
    }
}
