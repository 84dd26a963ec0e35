using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of recurring tasks and of task classes.</summary>
public static class RecurrenceCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<RecurrenceService>(nameof(RecurrenceService.Set), async s =>
        {
            var task = await s.Task(StoryCity.Signed);
            return [s.City.Office, task.Id, task.Version, new RecurrenceInput(RecurrenceCycle.Monthly, StoryCity.Today.AddDays(30), null, null)];
        }),
        Case.Of<RecurrenceService>(nameof(RecurrenceService.Stop), async s =>
        {
            var rule = await s.Recurrence();
            return [s.City.Office, rule.Id, rule.Version, "不再重复。"];
        }),
        Case.Of<RecurrenceIssueService>(nameof(RecurrenceIssueService.Run), async s =>
        {
            await s.Recurrence();
            s.City.Clock.SetDay(new DateOnly(2018, 6, 15));
            return [];
        }),
        Case.Of<RecurrenceQueries>(nameof(RecurrenceQueries.Page), async s =>
        {
            await s.Recurrence();
            return [s.City.Contact(StoryCity.Lead), 1, 20];
        }),
        Case.Of<RecurrenceQueries>(nameof(RecurrenceQueries.OfTask), async s =>
        {
            await s.Recurrence();
            return [s.City.Office, (await s.Task(StoryCity.Signed)).Id];
        }),
        Case.Of<RecurrenceQueries>(nameof(RecurrenceQueries.One), async s =>
        {
            await s.Recurrence();
            return [s.City.Office, (await s.Task(StoryCity.Signed)).Id];
        }),
        Case.Of<ClassService>(nameof(ClassService.Set), async s =>
        {
            var task = await s.Task(StoryCity.Signed);
            return [s.City.Office, task.Id, task.Version, TaskClass.Pilot, "列入试点。"];
        }),
    ];
}
