using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of official papers.</summary>
public static class PaperCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<PaperQueries>(nameof(PaperQueries.Of), async s => [s.City.Office, nameof(EscalationStep), (await s.SignedPaper()).SubjectId]),
        Case.Of<PaperQueries>(nameof(PaperQueries.OfTask), async s => [s.City.Office, (await s.Task(StoryCity.Approved)).Id]),
        Case.Of<PaperService>(nameof(PaperService.Open), async s => [s.City.Office, (await s.SignedPaper()).Id, true]),
        Case.Of<PaperService>(nameof(PaperService.SignFor), async s => [s.City.Contact(StoryCity.Lead), (await s.SignedPaper()).Id]),
    ];
}
