using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Explanations;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of the ladder.</summary>
public static class LadderCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<WhyQueries>(nameof(WhyQueries.Load), async s => [s.City.Office, WhyKind.Task, (await s.Task(StoryCity.Late)).Id], "task"),
        Case.Of<WhyQueries>(nameof(WhyQueries.Load), async s => [s.City.Office, WhyKind.Part, (await s.Part(StoryCity.Late, StoryCity.Lead)).Id], "part"),
        Case.Of<WhyQueries>(nameof(WhyQueries.Load), async s => [s.City.Contact(StoryCity.Lead), WhyKind.Notice, (await s.NoticeTo(s.City.Contact(StoryCity.Lead).PersonId)).Id], "notice"),
        Case.Of<WhyQueries>(nameof(WhyQueries.Load), async s =>
        {
            await s.City.Get<ReminderService>().Run(TestCity.Ct);
            var contact = s.City.Contact(StoryCity.Lead);
            return [contact, WhyKind.Reminder, await s.City.Read(db => db.Reminders.Where(r => r.PersonId == contact.PersonId).Select(r => r.Id).FirstAsync(TestCity.Ct))];
        }, "reminder"),
        Case.Of<WhyQueries>(nameof(WhyQueries.Load), async s => [s.City.Office, WhyKind.Step, (await s.Paper(StoryCity.Late)).Id], "step"),
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
