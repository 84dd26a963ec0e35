using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Meetings;
using Equalization.Workflow.Core.Interviews.Rules;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of interviews.</summary>
public static class InterviewCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<InterviewService>(nameof(InterviewService.Open), async s => [s.City.Office, await SignedStep(s)]),
        Case.Of<InterviewService>(nameof(InterviewService.OpenByHand), async s => [s.City.Office, s.City.Unit(StoryCity.Lead).Id, (await s.Task(StoryCity.Late)).Number]),
        On<InterviewService>(nameof(InterviewService.Write), InterviewState.Draft, (s, i) => [s.City.Office, i.Id, i.Version, s.City.Order(StoryCity.Lead, StoryInterviews.MeetsOn), true]),
        On<InterviewService>(nameof(InterviewService.Drop), InterviewState.Draft, (s, i) => [s.City.Office, i.Id, i.Version]),
        On<InterviewService>(nameof(InterviewService.Admit), InterviewState.Noticed, (s, i) => [s.City.Head(StoryCity.Lead), i.Id, s.City.Contact(StoryCity.Lead).PersonId, "协助准备材料。"]),
        On<InterviewService>(nameof(InterviewService.Remove), InterviewState.Noticed, (s, i) => [s.City.Office, i.Id, s.City.Leader.PersonId, "不再分管。"]),
        On<InterviewIssueService>(nameof(InterviewIssueService.Sign), InterviewState.ToSign, (s, i) => [s.City.Leader, i.Id, i.Version, TestSite.Password]),
        On<InterviewIssueService>(nameof(InterviewIssueService.SendBack), InterviewState.ToSign, (s, i) => [s.City.Leader, i.Id, i.Version, "请写明材料。"]),
        On<InterviewIssueService>(nameof(InterviewIssueService.Move), InterviewState.Noticed, (s, i) =>
            [s.City.Leader, i.Id, i.Version, new InterviewMove(StoryInterviews.MeetsOn.AddDays(1), new TimeOnly(14, 0), null, "会议冲突。"), TestSite.Password]),
        On<InterviewIssueService>(nameof(InterviewIssueService.Cancel), InterviewState.Noticed, (s, i) => [s.City.Leader, i.Id, i.Version, "已书面说明。", TestSite.Password]),
        Case.Of<InterviewMeetingService>(nameof(InterviewMeetingService.Hold), async s =>
        {
            var passed = await s.InterviewPassed();
            return [s.City.Office, passed.Id, passed.Version, new Attendance("双方人员", null, "周办事"), new InterviewDemands(true, true)];
        }),
        Case.Of<InterviewMeetingService>(nameof(InterviewMeetingService.StayAway), async s =>
        {
            var passed = await s.InterviewPassed();
            return [s.City.Office, passed.Id, passed.Version, "未说明理由。"];
        }),
        On<InterviewMeetingService>(nameof(InterviewMeetingService.WriteMinutes), InterviewState.Held, (s, i) => [s.City.Office, i.Id, i.Version, new InterviewMinutes("一", "二", "三", "四")]),
        On<InterviewMeetingService>(nameof(InterviewMeetingService.AddPromise), InterviewState.Held, (s, i) => [s.City.Office, i.Id, i.Version, "月底前完成。", StoryCity.Today.AddDays(20)]),
        Case.Of<InterviewMeetingService>(nameof(InterviewMeetingService.DropPromise), async s =>
        {
            var held = await s.Interview(InterviewState.Held);
            await s.City.Get<InterviewMeetingService>().AddPromise(s.City.Office, held.Id, held.Version, "月底前完成。", StoryCity.Today.AddDays(20), TestCity.Ct);
            held = await s.ReloadInterview(held.Id);
            return [s.City.Office, held.Id, held.Version, held.FollowUps.First(f => f.Kind == FollowUpKind.Promise).Id];
        }),
        Case.Of<InterviewMeetingService>(nameof(InterviewMeetingService.SignMinutes), async s =>
        {
            var held = await s.Interview(InterviewState.Held);
            await s.City.Get<InterviewMeetingService>().WriteMinutes(s.City.Office, held.Id, held.Version, new InterviewMinutes("一", "二", "三", "四"), TestCity.Ct);
            return [s.City.Leader, held.Id, (await s.ReloadInterview(held.Id)).Version, TestSite.Password];
        }),
        On<InterviewMeetingService>(nameof(InterviewMeetingService.CheckMinutes), InterviewState.Minuted, (s, i) => [s.City.Head(StoryCity.Lead), i.Id, i.Version, true, null]),
        Case.Of<InterviewMeetingService>(nameof(InterviewMeetingService.AnswerObjection), async s =>
        {
            var objected = await s.InterviewObjected();
            return [s.City.Office, objected.Id, objected.Version, false, "记录无误。"];
        }),
        On<FollowUpService>(nameof(FollowUpService.Submit), InterviewState.FollowUp, (s, i) => [s.City.Head(StoryCity.Lead), i.Id, i.FollowUps[0].Id, i.FollowUps[0].Version, "已报送。"]),
        Case.Of<FollowUpService>(nameof(FollowUpService.Accept), async s =>
        {
            var (interview, reported) = await s.InterviewReported();
            return [s.City.Office, interview.Id, reported.Id, reported.Version];
        }),
        Case.Of<FollowUpService>(nameof(FollowUpService.Return), async s =>
        {
            var (interview, reported) = await s.InterviewReported();
            return [s.City.Office, interview.Id, reported.Id, reported.Version, "没有写明结果。", StoryCity.Today.AddDays(9)];
        }),
        Case.Of<InterviewRuleService>(nameof(InterviewRuleService.Page), async s =>
        {
            await s.Interview(InterviewState.Draft);
            return [s.City.Office];
        }),
        Case.Of<InterviewRuleService>(nameof(InterviewRuleService.Set), async s =>
        {
            await s.Interview(InterviewState.Draft);
            return [s.City.Admin, 1, InterviewTerms.Default with { NoticeAheadDays = 3 }, "试行。"];
        }),
        On<InterviewQueries>(nameof(InterviewQueries.Page), InterviewState.Noticed, (s, _) => [s.City.Office, 1, 20]),
        On<InterviewQueries>(nameof(InterviewQueries.ForMail), InterviewState.Noticed, (s, i) => [i.Id, s.City.Leader.PersonId]),
        On<InterviewQueries>(nameof(InterviewQueries.Units), InterviewState.Draft, (s, _) => [s.City.Office]),
        On<InterviewFiles>(nameof(InterviewFiles.Open), InterviewState.FollowUp, (s, i) => [s.City.Office, i.Id]),
    ];

    /// <summary>A step of the ladder that the leader has signed: an interview is to be opened.</summary>
    internal static async Task<Guid> SignedStep(StoryCity story)
    {
        var matter = await story.Matter(StoryCity.Approved);
        if (matter.StepOn(Rung.Interview) is { } there)
        {
            return there.Id;
        }

        await story.City.Lay(db => db.Escalations.Include(e => e.Steps).Single(e => e.Id == matter.Id)
            .Propose(Rung.Interview, "逾期未办结，已列入通报。", story.City.Clock.Now, LadderSigner.Leader));
        var step = (await story.Matter(StoryCity.Approved)).StepOn(Rung.Interview)!;
        await story.City.Get<ProposalService>().Sign(story.City.Leader, step.Id, step.Version, new StepTerms(null, null, null, null), TestSite.Password, TestCity.Ct);
        return step.Id;
    }

    private static Case On<T>(string method, InterviewState state, Func<StoryCity, Interview, object?[]> arguments) =>
        Case.Of<T>(method, async s => arguments(s, await s.Interview(state)));
}
