using Equalization.Workflow.Core.Handovers;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Handovers;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of handovers.</summary>
public static class HandoverCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<HandoverQueries>(nameof(HandoverQueries.Page), s => TaskCases.Now(s.City.Contact(StoryCity.Lead), 1, 20)),
        Case.Of<HandoverQueries>(nameof(HandoverQueries.Desk), s => TaskCases.Now(s.City.Office, s.City.Contact(StoryCity.Lead).MembershipId)),
        Case.Of<HandoverQueries>(nameof(HandoverQueries.View), async s => [s.City.Office, (await Begun(s)).Id]),
        Case.Of<HandoverService>(nameof(HandoverService.Open), async s =>
            [s.City.Office, s.City.Contact(StoryCity.Lead).MembershipId, (await Successors.In(s.City)).MembershipId]),
        Case.Of<HandoverService>(nameof(HandoverService.Give), async s =>
        {
            var (id, taker) = await Begun(s);
            await s.City.Get<HandoverService>().Take(taker, id, 0, TestCity.Ct);
            return [s.City.Contact(StoryCity.Lead), id, 1];
        }),
        Case.Of<HandoverService>(nameof(HandoverService.Take), async s =>
        {
            var (id, taker) = await Begun(s);
            return [taker, id, 0];
        }),
        Case.Of<HandoverService>(nameof(HandoverService.Refuse), async s =>
        {
            var (id, taker) = await Begun(s);
            return [taker, id, 0, "台账不全"];
        }),
        Case.Of<HandoverService>(nameof(HandoverService.Decide), async s =>
        {
            var (id, taker) = await Begun(s);
            await s.City.Get<HandoverService>().Refuse(taker, id, 0, "台账不全", TestCity.Ct);
            return [s.City.Office, id, 1, true, "由接任人办理"];
        }),
    ];

    private static async Task<(Guid Id, Actor Taker)> Begun(StoryCity story)
    {
        var giver = story.City.Contact(StoryCity.Lead);
        var taker = await Successors.In(story.City);
        return (await story.City.Get<HandoverService>().Open(giver, giver.MembershipId, taker.MembershipId, TestCity.Ct), taker);
    }
}
