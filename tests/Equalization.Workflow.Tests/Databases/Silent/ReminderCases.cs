using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Deadlines.Rehearsals;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of risk classes, urges, reminder rules and reminders.</summary>
public static class ReminderCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<RiskService>(nameof(RiskService.Set), async s =>
        {
            var task = await s.Task(StoryCity.Signed);
            return [s.City.Office, task.Id, task.Version, RiskClass.Key, "资金尚未落实。"];
        }),
        Case.Of<UrgeService>(nameof(UrgeService.Send), async s => [s.City.Office, (await s.Part(StoryCity.Signed, StoryCity.Lead)).Id, "请报送进展。"]),
        Case.Of<UrgeService>(nameof(UrgeService.Answer), async s =>
        {
            await Urged(s);
            var urge = await s.Urge();
            return [s.City.Contact(StoryCity.Lead), urge.Id, urge.Version, "本周报送。"];
        }),
        Case.Of<UrgeQueries>(nameof(UrgeQueries.OfTask), async s =>
        {
            await Urged(s);
            return [s.City.Office, (await s.Task(StoryCity.Signed)).Id];
        }),
        Case.Of<ReminderRuleService>(nameof(ReminderRuleService.SaveDraft), s => TaskCases.Now(s.City.Office, Later, "春节前后多提醒。", null), "first"),
        Case.Of<ReminderRuleService>(nameof(ReminderRuleService.SaveDraft), async s => [s.City.Admin, Later, "春节前后多提醒。", await Drafted(s)], "again"),
        Case.Of<ReminderRuleService>(nameof(ReminderRuleService.DropDraft), async s => [s.City.Office, await Drafted(s)]),
        Case.Of<ReminderRuleService>(nameof(ReminderRuleService.PutInForce), async s => [s.City.Admin, await Drafted(s)]),
        Case.Of<ReminderRuleService>(nameof(ReminderRuleService.EnsureDefaults), async s =>
        {
            var other = new Jurisdiction("430009", "又一市");
            await s.City.Lay(db => db.Add(other));
            return [];
        }),
        Case.Of<ReminderRuleQueries>(nameof(ReminderRuleQueries.Page), async s =>
        {
            await Drafted(s);
            return [s.City.Office, null];
        }),
        Case.Of<RehearsalQueries>(nameof(RehearsalQueries.Choices), s => TaskCases.Now(s.City.Office)),
        Case.Of<RehearsalQueries>(nameof(RehearsalQueries.Rehearse), async s =>
            [s.City.Office, new RehearsalAsk(StoryCity.Today, StoryCity.Today.AddDays(60), (await s.Plan()).Id) { Moment = ReminderMoment.ReportDue }, 1, 50], "rules in force"),
        Case.Of<RehearsalQueries>(nameof(RehearsalQueries.Rehearse), async s =>
        {
            await Drafted(s);
            return [s.City.Auditor, new RehearsalAsk(StoryCity.Today, StoryCity.Today.AddDays(9), null, Draft: true), 2, 10];
        }, "draft"),
        Case.Of<DigestQueries>(nameof(DigestQueries.Load), async s => [s.City.Contact(StoryCity.Lead), await Digested(s)]),
        Case.Of<DigestQueries>(nameof(DigestQueries.ForMail), async s => [await Digested(s)]),
        Case.Of<ReminderService>(nameof(ReminderService.Run), s =>
        {
            // The week in which the year's tasks fall due and the reports of its last quarter with them.
            s.City.Clock.SetDay(new DateOnly(2019, 1, 2));
            return TaskCases.Now();
        }),
    ];

    private static readonly ReminderRules Later = ReminderRules.Default with { UrgeCooldownWorkingDays = 5 };

    private static async Task<Guid> Digested(StoryCity story)
    {
        await story.City.Get<ReminderService>().Run(TestCity.Ct);
        return await story.DigestOf(story.City.Contact(StoryCity.Lead).PersonId);
    }

    private static Task Urged(StoryCity story) => Urged(story, StoryCity.Signed);

    private static async Task Urged(StoryCity story, string title) =>
        await story.City.Get<UrgeService>().Send(story.City.Office, (await story.Part(title, StoryCity.Lead)).Id, "请报送进展。", TestCity.Ct);

    private static async Task<int> Drafted(StoryCity story)
    {
        await story.City.Get<ReminderRuleService>().SaveDraft(story.City.Office, Later with { UrgeCooldownWorkingDays = 4 }, "试行。", null, TestCity.Ct);
        return await story.City.Read(db => Task.FromResult(db.ReminderDrafts.Single().Version));
    }
}
