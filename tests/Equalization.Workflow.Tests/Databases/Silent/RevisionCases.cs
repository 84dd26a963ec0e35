using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of what an edition asks of tasks, and of carrying each kind of it out.</summary>
public static class RevisionCases
{
    public static IEnumerable<Case> All =>
    [
        .. Enum.GetValues<RevisionKind>().Select(kind => Case.Of<RevisionService>(nameof(RevisionService.Accept), async s =>
        {
            var proposal = await s.Revision(kind);
            return [s.City.Office, proposal.Id, proposal.Version, null];
        }, $"{kind}")),
        Case.Of<RevisionService>(nameof(RevisionService.Keep), async s =>
        {
            var proposal = await s.Revision(RevisionKind.Content);
            return [s.City.Office, proposal.Id, proposal.Version, "任务按原要求办理。"];
        }),
        Case.Of<RevisionService>(nameof(RevisionService.AcceptAll), async s => [s.City.Office, await Picks(s)]),
        Case.Of<RevisionService>(nameof(RevisionService.KeepAll), async s => [s.City.Office, await Picks(s), "任务按原要求办理。"]),
        Case.Of<RevisionQueries>(nameof(RevisionQueries.Page), async s =>
        {
            var proposal = await s.Revision(RevisionKind.Content);
            return [s.City.Office, proposal.PlanVersionId, new RevisionFilter(RevisionState.Open, RevisionKind.Content, s.City.Unit(StoryCity.Lead).Id, proposal.OriginId), 1, 20];
        }),
        Case.Of<RevisionQueries>(nameof(RevisionQueries.Marks), async s =>
        {
            var proposal = await s.Revision(RevisionKind.Content);
            return [s.City.Office, proposal.PlanVersionId, new[] { proposal.OriginId }];
        }),
        Case.Of<RevisionQueries>(nameof(RevisionQueries.Count), async s => [s.City.Office, (await s.Revision(RevisionKind.Content)).PlanVersionId]),
    ];

    private static async Task<IReadOnlyList<RevisionPick>> Picks(StoryCity story)
    {
        var proposal = await story.Revision(RevisionKind.DueDay);
        return [new RevisionPick(proposal.Id, proposal.Version)];
    }
}
