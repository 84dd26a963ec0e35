using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Explanations;
using Equalization.Workflow.Core.Escalations.Ladders;
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
        Case.Of<WhyQueries>(nameof(WhyQueries.Load), async s => [s.City.Office, WhyKind.Line, (await s.Bulletin(BulletinState.Draft)).LineOf(s.City, StoryCity.Lead).Id], "line"),
        Case.Of<WhyQueries>(nameof(WhyQueries.Load), async s => [s.City.Office, WhyKind.Point, (await s.Point(StoryCity.Lead, isContested: false)).Id], "point"),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.Page), s => TaskCases.Now(s.City.Office, SupervisionFilter.Waiting, 1, 20), "waiting"),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.Page), s => TaskCases.Now(s.City.Contact(StoryCity.Lead), SupervisionFilter.All, 1, 20), "a unit's"),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.Waiting), s => TaskCases.Now(s.City.Office)),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.One), async s => [s.City.Office, (await s.Paper(StoryCity.Late)).Id]),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.ToSign), s => TaskCases.Now(s.City.Office, null, 1, 20), "office"),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.ToSign), s => TaskCases.Now(s.City.Leader, Rung.Letter, 1, 20), "leader"),
        Case.Of<ProposalService>(nameof(ProposalService.Sign), async s =>
        {
            var paper = await s.Paper(StoryCity.Late);
            return [s.City.Office, paper.Id, paper.Version, new StepTerms("请补办。", null, null, StoryCity.Today.AddDays(10)), TestSite.Password];
        }),
        Case.Of<ProposalService>(nameof(ProposalService.SignAll), async s =>
        {
            var letter = await s.Letter();
            return [s.City.Leader, new[] { new ProposalPick(letter.Id, letter.Version) }, TestSite.Password];
        }),
        Case.Of<ProposalService>(nameof(ProposalService.RefuseAll), async s =>
        {
            var letter = await s.Letter();
            return [s.City.Leader, new[] { new ProposalPick(letter.Id, letter.Version) }, "已当面约定。"];
        }),
        Case.Of<SupervisionQueries>(nameof(SupervisionQueries.Titles), async s => [s.City.Office, new[] { (await s.Letter()).Id }]),
        Case.Of<ProposalService>(nameof(ProposalService.Refuse), async s =>
        {
            var paper = await s.Paper(StoryCity.Late);
            return [s.City.Office, paper.Id, paper.Version, "已当面约定。"];
        }),
        Case.Of<LadderService>(nameof(LadderService.StartAt), async s =>
        {
            var matter = await s.Matter(StoryCity.Approved);
            return [s.City.Office, matter.Id, matter.Version, Rung.Interview, "事项紧急。"];
        }),
        Case.Of<LadderService>(nameof(LadderService.Exempt), async s =>
        {
            var matter = await s.Matter(StoryCity.Approved);
            return [s.City.Leader, matter.Id, matter.Version, ExemptionGround.ForceMajeure, "洪水。", TestSite.Password];
        }),
        Case.Of<SupervisionService>(nameof(SupervisionService.Return), async s =>
        {
            var paper = await s.Paper(StoryCity.Approved);
            await s.City.Get<SupervisionService>().Answer(s.City.Contact(StoryCity.Lead), paper.Id, paper.Version, "月底前完成。", TestCity.Ct);
            return [s.City.Office, paper.Id, (await s.Paper(StoryCity.Approved)).Version, "没有写明完成时间。", StoryCity.Today.AddDays(20)];
        }),
        Case.Of<LadderRuleQueries>(nameof(LadderRuleQueries.Page), s => TaskCases.Now(s.City.Office, null)),
        Case.Of<LadderRuleService>(nameof(LadderRuleService.SaveDraft), s => TaskCases.Now(s.City.Office, LadderRules.Default, "试行。", null)),
        Case.Of<LadderRuleService>(nameof(LadderRuleService.DropDraft), async s => [s.City.Office, await Drafted(s)]),
        Case.Of<LadderRuleService>(nameof(LadderRuleService.PutInForce), async s => [s.City.Admin, await Drafted(s)]),
        Case.Of<SupervisionService>(nameof(SupervisionService.Answer), async s =>
        {
            var paper = await s.Paper(StoryCity.Approved);
            return [s.City.Contact(StoryCity.Lead), paper.Id, paper.Version, "月底前完成。"];
        }),
    ];
    /// <summary>The version of a draft that differs from what is in force.</summary>
    private static async Task<int> Drafted(StoryCity story)
    {
        var rules = LadderRules.Default with { Rules = [.. LadderRules.Default.Rules.Select(r => r.Rung == Rung.Letter ? r with { Term = 15 } : r)] };
        await story.City.Get<LadderRuleService>().SaveDraft(story.City.Office, rules, "试行。", null, TestCity.Ct);
        return (await story.LadderDraft())!.Version;
    }
}
