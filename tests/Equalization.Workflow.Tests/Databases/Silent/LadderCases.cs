using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of the ladder.</summary>
public static class LadderCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.Page), s => TaskCases.Now(s.City.Office, SupervisionFilter.Waiting, 1, 20), "waiting"),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.Page), s => TaskCases.Now(s.City.Contact(StoryCity.Lead), SupervisionFilter.All, 1, 20), "a unit's"),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.Waiting), s => TaskCases.Now(s.City.Office)),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.One), async s => [s.City.Office, (await s.Paper(StoryCity.Late)).Id]),
        Case.Of<SupervisionService>(nameof(SupervisionService.Issue), async s =>
        {
            var paper = await s.Paper(StoryCity.Late);
            return [s.City.Office, paper.Id, paper.Version, "请补办。", StoryCity.Today.AddDays(10)];
        }),
        Case.Of<SupervisionService>(nameof(SupervisionService.Refuse), async s =>
        {
            var paper = await s.Paper(StoryCity.Late);
            return [s.City.Office, paper.Id, paper.Version, "已当面约定。"];
        }),
        Case.Of<SupervisionService>(nameof(SupervisionService.Answer), async s =>
        {
            var paper = await s.Paper(StoryCity.Approved);
            return [s.City.Contact(StoryCity.Lead), paper.Id, paper.Version, "月底前完成。"];
        }),
    ];
}
