using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of the pages of processes.</summary>
public static class ProcessCases
{
    private const string Help = "help-request";

    public static IEnumerable<Case> All =>
    [
        Case.Of<ProcessQueries>(nameof(ProcessQueries.Definitions), s => TaskCases.Now(s.City.Office)),
        Case.Of<ProcessQueries>(nameof(ProcessQueries.Definition), s => TaskCases.Now(s.City.Office, Help, null), "the current version"),
        Case.Of<ProcessQueries>(nameof(ProcessQueries.Definition), s => TaskCases.Now(s.City.Contact(StoryCity.Lead), Help, 1), "a version, by a unit"),
        Case.Of<ProcessQueries>(nameof(ProcessQueries.Stopped), s => TaskCases.Now(s.City.Admin)),
        Case.Of<ProcessFileQueries>(nameof(ProcessFileQueries.Page), s => TaskCases.Now(s.City.Office, Help, null, 1, 20), "all"),
        Case.Of<ProcessFileQueries>(nameof(ProcessFileQueries.Page), s => TaskCases.Now(s.City.Admin, Help, InstanceStatus.Running, 1, 20), "narrowed"),
        Case.Of<ProcessFileQueries>(nameof(ProcessFileQueries.Stopped), s => TaskCases.Now(s.City.Admin, 1, 20)),
        Case.Of<ProcessFileQueries>(nameof(ProcessFileQueries.OfTask), async s => [s.City.Contact(StoryCity.Lead), (await s.Task(StoryCity.Approved)).Id]),
        Case.Of<ProcessFileQueries>(nameof(ProcessFileQueries.Load), async s => [s.City.Contact(StoryCity.Lead), (await s.HelpProcess()).Id, 1], "by a unit"),
        Case.Of<ProcessFileQueries>(nameof(ProcessFileQueries.Load), async s => [s.City.Admin, (await s.StoppedProcess()).Id, 1], "a stopped one"),
        Case.Of<ProcessService>(nameof(ProcessService.Retry), async s => [s.City.Admin, (await s.StoppedProcess()).Id]),
        Case.Of<ProcessService>(nameof(ProcessService.Cancel), async s => [s.City.Admin, (await s.StoppedProcess()).Id, "数据已由人工更正。"]),
    ];
}
