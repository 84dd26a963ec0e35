using Equalization.Workflow.Core.Duplicates;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of duplicate demands.</summary>
public static class DuplicateCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<SharedReportService>(nameof(SharedReportService.Accept), async s =>
        {
            var task = await s.Task(StoryCity.Signed);
            return [s.City.Office, task.Id, await s.DuplicateTask(), task.LeadUnitId];
        }),
        Case.Of<SharedReportService>(nameof(SharedReportService.End), async s =>
        {
            var link = await s.SharedReport();
            return [s.City.Office, link.Id, link.Version];
        }),
        Case.Of<DuplicateQueries>(nameof(DuplicateQueries.OfTask), async s =>
        {
            await s.SharedReport();
            return [s.City.Office, (await s.Task(StoryCity.Signed)).Id];
        }),
        Case.Of<DuplicateQueries>(nameof(DuplicateQueries.OfVersion), async s => [s.City.Office, (await s.DraftVersion()).Id]),
        Case.Of<DuplicateQueries>(nameof(DuplicateQueries.Offered), async s =>
        {
            await s.SharedReport();
            return [s.City.Contact(StoryCity.Lead), await s.DuplicateTask(), "2018Q1"];
        }),
    ];
}
