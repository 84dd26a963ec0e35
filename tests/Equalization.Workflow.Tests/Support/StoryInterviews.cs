using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Interviews of the story city's lead unit, laid down through the services when a test asks for one in a state that there is not.</summary>
internal static class StoryInterviews
{
    /// <summary>Two days after the story's day, a Thursday.</summary>
    public static readonly DateOnly MeetsOn = new(2018, 4, 12);

    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>The newest open one in the state. A meeting that has passed is moved back by an hour before the story's, since the story's clock stands still.</summary>
    public static async Task<Interview> Interview(this StoryCity story, InterviewState state)
    {
        var there = await story.City.Read(db => db.Interviews.AsNoTracking().Include(i => i.FollowUps).Include(i => i.Changes).Where(i => i.State == state)
            .OrderByDescending(i => i.OpenedAt).FirstOrDefaultAsync(Ct));
        return there ?? await story.ReloadInterview(await story.City.Lay(StoryCity.Lead, state, (await story.Task(StoryCity.Late)).Number));
    }

    /// <summary>One that has passed without record.</summary>
    public static async Task<Interview> InterviewPassed(this StoryCity story)
    {
        var interview = await story.Interview(InterviewState.Noticed);
        await story.City.Pass(interview.Id);
        return await story.ReloadInterview(interview.Id);
    }

    /// <summary>One whose minutes the unit objects to.</summary>
    public static async Task<Interview> InterviewObjected(this StoryCity story)
    {
        var interview = await story.Interview(InterviewState.Minuted);
        if (interview.Check == MinutesCheck.Open)
        {
            await story.City.Get<InterviewMeetingService>().CheckMinutes(story.City.Head(StoryCity.Lead), interview.Id, interview.Version, false, "第二点与事实不符。", Ct);
        }

        return await story.ReloadInterview(interview.Id);
    }

    /// <summary>One with a report that waits for the office.</summary>
    public static async Task<(Interview Interview, FollowUp FollowUp)> InterviewReported(this StoryCity story)
    {
        var interview = await story.Interview(InterviewState.FollowUp);
        if (interview.FollowUps.FirstOrDefault(f => f.State == FollowUpState.Reported) is { } there)
        {
            return (interview, there);
        }

        var open = interview.FollowUps.First(f => f.State == FollowUpState.Open);
        await story.City.Get<FollowUpService>().Submit(story.City.Head(StoryCity.Lead), interview.Id, open.Id, open.Version, "已报送。", Ct);
        interview = await story.ReloadInterview(interview.Id);
        return (interview, interview.FollowUps.Single(f => f.Id == open.Id));
    }

    public static Task<Interview> ReloadInterview(this StoryCity story, Guid id) => story.City.Interview(id);

    public static Task<Interview> Interview(this TestCity city, Guid id) =>
        city.Read(db => db.Interviews.AsNoTracking().Include(i => i.FollowUps).Include(i => i.Changes).AsSplitQuery().SingleAsync(i => i.Id == id, Ct));

    public static InterviewOrder Order(this TestCity city, string unit, DateOnly on, int hour = 9, int minute = 30) => new(
        city.Head(unit).PersonId, "告诫约谈", "工作滞后", "任务逾期，经督办仍未办结。", on, new TimeOnly(hour, minute), 60, "市政府三号会议室", "副组长，办公室主任",
        "查明原因，落实整改。", "整改情况书面材料。", "综合组 010-12345678", false);

    /// <summary>Opens one by hand and takes it to the state, on the clock's day; the meeting is set for the first day the rules allow.</summary>
    public static async Task<Guid> Lay(this TestCity city, string unit, InterviewState state, string? taskNumber = null)
    {
        var id = await city.Get<InterviewService>().OpenByHand(city.Office, city.Unit(unit).Id, taskNumber, Ct);
        return await city.Bring(id, unit, state);
    }

    public static async Task<Guid> Bring(this TestCity city, Guid id, string unit, InterviewState state, DateOnly? on = null)
    {
        var (issue, meeting) = (city.Get<InterviewIssueService>(), city.Get<InterviewMeetingService>());
        async Task<int> Version() => (await city.Interview(id)).Version;
        if (state == InterviewState.Draft)
        {
            return id;
        }

        await city.Get<InterviewService>().Write(city.Office, id, await Version(), city.Order(unit, on ?? city.Clock.Today().AddDays(2)), true, Ct);
        if (state == InterviewState.ToSign)
        {
            return id;
        }

        await issue.Sign(city.Leader, id, await Version(), TestSite.Password, Ct);
        if (state == InterviewState.Noticed)
        {
            return id;
        }

        await city.Pass(id);
        await meeting.Hold(city.Office, id, await Version(), new Attendance("被约谈人，副组长", null, "周办事"), new InterviewDemands(true, true), Ct);
        if (state == InterviewState.Held)
        {
            return id;
        }

        await meeting.WriteMinutes(city.Office, id, await Version(), new InterviewMinutes("任务逾期。", "资金到位晚。", "月底前完成。", "保证完成。"), Ct);
        await meeting.AddPromise(city.Office, id, await Version(), "五月底前完成两所学校改扩建。", city.Clock.Today().AddDays(40), Ct);
        await meeting.SignMinutes(city.Leader, id, await Version(), TestSite.Password, Ct);
        if (state == InterviewState.FollowUp)
        {
            await meeting.CheckMinutes(city.Head(unit), id, await Version(), true, null, Ct);
        }

        return id;
    }

    /// <summary>Sets the meeting back, as if it had been this morning.</summary>
    public static Task Pass(this TestCity city, Guid id)
    {
        var at = city.Clock.Now.AddMinutes(-90);
        return city.Read(db => db.Interviews.Where(i => i.Id == id && i.MeetsAt > city.Clock.Now).ExecuteUpdateAsync(s => s.SetProperty(i => i.MeetsAt, at), Ct));
    }
}
