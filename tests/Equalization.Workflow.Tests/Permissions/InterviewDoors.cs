using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Meetings;
using Equalization.Workflow.Tests.Databases.Silent;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Interviews: only the case's list opens anything; who is not on it finds nothing. Before the notice the summoned is not on it.</summary>
public static partial class Doors
{
    private const string Opener = "s + 0 0 0 - 0 - 0 0 0 0 p";
    private const string Caller = "s - 0 0 0 + 0 - 0 0 0 0 p";
    private const string OpenerAfterNotice = "s + 0 - 0 - 0 - 0 0 0 0 p";
    private const string CallerAfterNotice = "s - 0 - 0 + 0 - 0 0 0 0 p";
    private const string SummonedUnit = "s - 0 + 0 - 0 - 0 0 0 0 p";

    private static readonly (string, string)[] Passed = [("Input.Password", TestSite.Password)];

    private static IEnumerable<Door> Interviews =>
    [
        At("GET /Interviews/Index", Ledger, "/Interviews"),
        new("POST /Interviews/Index?handler=Open", "s + - - - - - - - - 0 - p", async s => $"/Interviews?handler=Open&stepId={await InterviewCases.SignedStep(s)}"),
        At("GET /Interviews/New", "s + - - - - - - - - + - p", "/Interviews/New"),
        Form("POST /Interviews/New", "s + - - - - - - - - + - p", "/Interviews/New", s => [("Input.UnitId", $"{s.City.Unit(StoryCity.Lead).Id}")]) with { OnlyRefused = true },
        At("GET /Interviews/Rules", "s + - - - - + + - - + - p", "/Interviews/Rules"),
        At("POST /Interviews/Rules", "s - - - - - - + - - - - p", "/Interviews/Rules") with { OnlyRefused = true },
        OnInterview("GET /Interviews/One", "s + 0 0 0 + 0 - 0 0 0 0 p", InterviewState.Draft, ""),
        OnInterview("GET /Interviews/One?handler=Calendar", "s + 0 + 0 + 0 - 0 0 0 0 p", InterviewState.Noticed, "?handler=Calendar"),
        OnInterview("POST /Interviews/One?handler=Write", Opener, InterviewState.Draft, "?handler=Write", OrderFields),
        OnInterview("POST /Interviews/One?handler=ToSign", Opener, InterviewState.Draft, "?handler=ToSign", OrderFields),
        OnInterview("POST /Interviews/One?handler=Drop", Opener, InterviewState.Draft, "?handler=Drop"),
        OnInterview("POST /Interviews/One?handler=SendBack", Caller, InterviewState.ToSign, "?handler=SendBack", (_, _) => [("Input.Reason", "请写明材料。")]),
        OnInterview("POST /Interviews/One?handler=Sign", Caller, InterviewState.ToSign, "?handler=Sign", (_, _) => Passed),
        OnInterview("POST /Interviews/One?handler=Admit", "s + 0 + 0 + 0 - 0 0 0 0 p", InterviewState.Noticed, "?handler=Admit") with { OnlyRefused = true },
        OnInterview("POST /Interviews/One?handler=Remove", "s 0 0 - 0 - 0 - 0 0 0 0 p", InterviewState.Noticed, "?handler=Remove") with { OnlyRefused = true },
        OnInterview("POST /Interviews/One?handler=Move", CallerAfterNotice, InterviewState.Noticed, "?handler=Move", (_, _) =>
            [.. Passed, ("Input.On", "2018-04-13"), ("Input.At", "14:00"), ("Input.Reason", "会议冲突。")]),
        OnInterview("POST /Interviews/One?handler=Cancel", CallerAfterNotice, InterviewState.Noticed, "?handler=Cancel", (_, _) => [.. Passed, ("Input.Reason", "已书面说明。")]),
        On("Hold", OpenerAfterNotice, s => s.InterviewPassed(), (_, _) => [("Input.Attendees", "双方人员"), ("Input.Recorder", "周办事")]),
        On("StayAway", OpenerAfterNotice, s => s.InterviewPassed(), (_, _) => [("Input.Facts", "未说明理由。")]),
        OnInterview("POST /Interviews/One?handler=AddPromise", OpenerAfterNotice, InterviewState.Held, "?handler=AddPromise", (_, _) =>
            [("Input.PromiseText", "月底前完成。"), ("Input.PromiseDueOn", "2018-05-31")]),
        On("DropPromise", OpenerAfterNotice, Promised, (_, i) => [("Input.FollowUpId", $"{i.FollowUps.First(f => f.Kind == FollowUpKind.Promise).Id}")]),
        OnInterview("POST /Interviews/One?handler=Minutes", OpenerAfterNotice, InterviewState.Held, "?handler=Minutes", (_, _) =>
            [("Input.Statement", "一"), ("Input.Explanation", "二"), ("Input.Demands", "三"), ("Input.Reply", "四")]),
        OnInterview("POST /Interviews/One?handler=SignMinutes", CallerAfterNotice, InterviewState.Held, "?handler=SignMinutes", (_, _) => Passed),
        OnInterview("POST /Interviews/One?handler=Confirm", SummonedUnit, InterviewState.Minuted, "?handler=Confirm"),
        OnInterview("POST /Interviews/One?handler=Object", SummonedUnit, InterviewState.Minuted, "?handler=Object", (_, _) => [("Input.Objection", "第二点不符。")]),
        On("Answer", OpenerAfterNotice, s => s.InterviewObjected(), (_, _) => [("Input.ObjectionAnswer", "记录无误。")]),
        On("Report", SummonedUnit, s => s.Interview(InterviewState.FollowUp), (_, i) => Owed(i, FollowUpState.Open, ("Input.Report", "已报送。"))),
        On("Return", OpenerAfterNotice, async s => (await s.InterviewReported()).Interview, (_, i) =>
            Owed(i, FollowUpState.Reported, ("Input.Reason", "没有结果。"), ("Input.DueOn", "2018-05-31"))),
        On("Accept", OpenerAfterNotice, async s => (await s.InterviewReported()).Interview, (_, i) => Owed(i, FollowUpState.Reported)),
    ];

    private static async Task<Interview> Promised(StoryCity story)
    {
        var held = await story.Interview(InterviewState.Held);
        if (!held.FollowUps.Any(f => f.Kind == FollowUpKind.Promise))
        {
            await story.City.Get<InterviewMeetingService>().AddPromise(story.City.Office, held.Id, held.Version, "月底前完成。", StoryCity.Today.AddDays(20), TestCity.Ct);
        }

        return await story.ReloadInterview(held.Id);
    }

    private static (string Name, string Value)[] Owed(Interview interview, FollowUpState state, params (string Name, string Value)[] more)
    {
        var owed = interview.FollowUps.First(f => f.State == state);
        return [("Input.FollowUpId", $"{owed.Id}"), ("Input.Version", $"{owed.Version}"), .. more];
    }

    private static (string Name, string Value)[] OrderFields(StoryCity story, Interview _) =>
    [
        ("Input.SummonedId", $"{story.City.Head(StoryCity.Lead).PersonId}"), ("Input.Kind", "告诫约谈"), ("Input.Trigger", "工作滞后"), ("Input.Matter", "任务逾期。"),
        ("Input.On", $"{StoryInterviews.MeetsOn:yyyy-MM-dd}"), ("Input.At", "09:30"), ("Input.Minutes", "60"), ("Input.Place", "三号会议室"), ("Input.Callers", "副组长"),
        ("Input.Purpose", "落实整改。"), ("Input.Materials", "书面材料。"), ("Input.Contact", "综合组"),
    ];

    private static Door OnInterview(
        string endpoint, string expected, InterviewState state, string rest, Func<StoryCity, Interview, (string Name, string Value)[]>? fields = null) =>
        On(endpoint, expected, s => s.Interview(state), rest, fields);

    private static Door On(
        string handler, string expected, Func<StoryCity, Task<Interview>> take, Func<StoryCity, Interview, (string Name, string Value)[]> fields) =>
        On($"POST /Interviews/One?handler={handler}", expected, take, $"?handler={handler}", fields);

    private static Door On(
        string endpoint, string expected, Func<StoryCity, Task<Interview>> take, string rest, Func<StoryCity, Interview, (string Name, string Value)[]>? fields) =>
        new(endpoint, expected, async s => $"/Interviews/{(await take(s)).Id}{rest}", async s =>
        {
            var interview = await take(s);
            var own = fields?.Invoke(s, interview) ?? [];
            return [.. own, .. own.Any(f => f.Name == "Input.Version") ? [] : new[] { ("Input.Version", $"{interview.Version}") }];
        });
}
