using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Desks.Burdens;
using Equalization.Workflow.Core.Desks.Starts;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of what the task page and its forms read.</summary>
public static class TaskFileCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<TaskFileQueries>(nameof(TaskFileQueries.Load), s => OnTask(s, Contact(s), StoryCity.Signed, StoryFilter.All, TaskFileQueries.StorySize), "under way"),
        Case.Of<TaskFileQueries>(nameof(TaskFileQueries.Load), s => OnTask(s, s.City.Office, StoryCity.WrittenOff, StoryFilter.Closing, TaskFileQueries.StorySize), "written off"),
        Case.Of<TaskFileQueries>(nameof(TaskFileQueries.Load), s => OnTask(s, s.City.Office, StoryCity.ExtensionAtOffice, StoryFilter.Deadline, TaskFileQueries.StorySize), "with a request"),
        Case.Of<TaskFileQueries>(nameof(TaskFileQueries.Colleagues), s => TaskCases.Now(Contact(s))),
        Case.Of<TaskFileQueries>(nameof(TaskFileQueries.Audit), s => OnTask(s, s.City.Auditor, StoryCity.WrittenOff)),
        Case.Of<ClockQueries>(nameof(ClockQueries.OfTask), s => OnTask(s, s.City.Office, StoryCity.Approved)),
        Case.Of<ReportQueries>(nameof(ReportQueries.Form), s => OnTask(s, Contact(s), StoryCity.Drafted, [null]), "draft"),
        Case.Of<ReportQueries>(nameof(ReportQueries.Form), s => OnTask(s, Contact(s), StoryCity.Signed, [null]), "first"),
        Case.Of<ReportQueries>(nameof(ReportQueries.One), async s => [Contact(s), (await s.Report(StoryCity.Approved, StoryCity.Lead)).Id]),
        Case.Of<ReportQueries>(nameof(ReportQueries.OfTask), s => OnTask(s, Contact(s), StoryCity.Approved)),
        Case.Of<EvidenceQueries>(nameof(EvidenceQueries.One), async s => [s.City.Office, (await s.Proof()).Id]),
        Case.Of<EvidenceQueries>(nameof(EvidenceQueries.File), async s => [s.City.Office, (await s.Proof()).Id]),
        Case.Of<EvidenceQueries>(nameof(EvidenceQueries.Library), s => TaskCases.Now(Contact(s), (object?)null), "all"),
        Case.Of<EvidenceQueries>(nameof(EvidenceQueries.Library), s => TaskCases.Now(Contact(s), "报告"), "by text"),
        Case.Of<EvidenceQueries>(nameof(EvidenceQueries.Rows), async s =>
            [Contact(s), (await s.Task(StoryCity.Signed)).Id, new[] { (await s.Proof()).Id }]),
        Case.Of<EvidenceQueries>(nameof(EvidenceQueries.OfTask), s => OnTask(s, s.City.Office, StoryCity.WrittenOff)),
        Case.Of<BurdenQueries>(nameof(BurdenQueries.Of), s => TaskCases.Now(Contact(s), s.City.Unit(StoryCity.Lead).Id, new DateOnly(2018, 9, 30))),
        Case.Of<StartQueries>(nameof(StartQueries.Of), s => TaskCases.Now(s.City.Admin)),
        Case.Of<HelpQueries>(nameof(HelpQueries.One), async s => [s.City.Office, (await s.Help()).Id]),
        Case.Of<HelpQueries>(nameof(HelpQueries.OfTask), s => OnTask(s, s.City.Office, StoryCity.Approved)),
        Case.Of<ExtensionQueries>(nameof(ExtensionQueries.Page), s => OnTask(s, s.City.Office, StoryCity.ExtensionAtOffice)),
        Case.Of<ExtensionQueries>(nameof(ExtensionQueries.Effect), s => OnTask(s, Contact(s), StoryCity.Signed, new DateOnly(2019, 3, 31))),
        Case.Of<CompletionQueries>(nameof(CompletionQueries.Page), s => OnTask(s, Contact(s), StoryCity.Signed), "to be asked"),
        Case.Of<CompletionQueries>(nameof(CompletionQueries.Page), s => OnTask(s, s.City.Office, StoryCity.CompletionAtOffice), "to be reviewed"),
    ];

    private static Actor Contact(StoryCity story) => story.City.Contact(StoryCity.Lead);

    private static async Task<object?[]> OnTask(StoryCity story, Actor actor, string title, params object?[] rest) =>
        [actor, (await story.Task(title)).Id, .. rest];
}
