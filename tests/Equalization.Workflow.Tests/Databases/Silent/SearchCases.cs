using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Searches.Filters;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of the search: the index made whole, and after a change; found by whoever reads all and by a unit; and saved filters.</summary>
public static class SearchCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<SearchIndexService>(nameof(SearchIndexService.IsBehind), _ => TaskCases.Now()),
        Case.Of<SearchIndexService>(nameof(SearchIndexService.Run), _ => TaskCases.Now()),
        Case.Of<SearchIndexService>(nameof(SearchIndexService.Run), async s =>
        {
            await s.City.Get<SearchIndexService>().Run(TestCity.Ct);
            await s.ChangeEverythingFound();
            return [];
        }, "after changes"),
        Case.Of<SearchQueries>(nameof(SearchQueries.Find), async s => await Indexed(s, s.City.Office, "义务教育 100%_", null, 1, 5)),
        Case.Of<SearchQueries>(nameof(SearchQueries.Find), async s => await Indexed(s, s.City.Contact(StoryCity.Lead), "行动计划", null, 1, 5), "by a unit"),
        Case.Of<SearchQueries>(nameof(SearchQueries.Find), async s =>
        {
            await s.LayManyTasks();
            return await Indexed(s, s.City.Contact(StoryCity.Lead), "行动计划 任务", null, 1, 5);
        }, "by a unit with very many tasks"),
        Case.Of<SearchQueries>(nameof(SearchQueries.Find), async s => await Indexed(s, s.City.Office, "已", SearchKind.Task, 1, 20), "one kind"),
        Case.Of<SearchQueries>(nameof(SearchQueries.Find), async s => await Indexed(s, s.City.Office, "𠮷", null, 1, 5), "one rare character"),
        Case.Of<SearchQueries>(nameof(SearchQueries.Find), async s => await Indexed(s, s.City.Contact(StoryCity.Lead), "𠮷䶮小学", null, 1, 5), "rare characters in a word"),
        Case.Of<SavedFilterService>(nameof(SavedFilterService.Save), s => TaskCases.Now(s.City.Office, "逾期", "/Tasks", "?show=overdue")),
        Case.Of<SavedFilterService>(nameof(SavedFilterService.Delete), async s =>
            [s.City.Office, await s.City.Get<SavedFilterService>().Save(s.City.Office, "逾期", "/Tasks", "?show=overdue", TestCity.Ct)]),
        Case.Of<SavedFilterQueries>(nameof(SavedFilterQueries.Of), s => TaskCases.Now(s.City.Office, "/Tasks")),
    ];

    private static async Task<object?[]> Indexed(StoryCity story, params object?[] arguments)
    {
        await story.City.Get<SearchIndexService>().Run(TestCity.Ct);
        return arguments;
    }
}
