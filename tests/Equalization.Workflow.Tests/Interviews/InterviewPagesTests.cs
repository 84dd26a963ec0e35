using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Browser;
using Equalization.Workflow.Web.Mails;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Equalization.Workflow.Tests.Interviews;

/// <summary>Interviews over HTTP and in a browser: the calendar file read back, the papers opened again, and a leader who signs on a phone.</summary>
public sealed class InterviewPagesTests(Chromium chromium)
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_calendar_file_keeps_its_UID_and_counts_up_until_it_is_struck()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        using var head = await site.SignedIn(story.City.Head(StoryCity.Lead));
        var interview = await story.Interview(InterviewState.Noticed);
        var address = $"/Interviews/{interview.Id}?handler=Calendar";

        var first = Parse(await head.GetStringAsync(address, Ct));
        await story.City.Get<InterviewIssueService>().Move(
            story.City.Leader, interview.Id, interview.Version, new InterviewMove(new DateOnly(2018, 4, 16), new TimeOnly(14, 0), "二楼，东侧；会议室", "会议冲突。"), TestSite.Password, Ct);
        var moved = Parse(await head.GetStringAsync(address, Ct));
        interview = await story.ReloadInterview(interview.Id);
        await story.City.Get<InterviewIssueService>().Cancel(story.City.Leader, interview.Id, interview.Version, "已书面说明。", TestSite.Password, Ct);
        var struck = Parse(await head.GetStringAsync(address, Ct));

        Assert.Equal(("0", "20180412T013000Z", "20180412T023000Z", "市政府三号会议室"), (first["SEQUENCE"], first["DTSTART"], first["DTEND"], first["LOCATION"]));
        Assert.Equal(("1", "20180416T060000Z", "20180416T070000Z", "二楼，东侧；会议室"), (moved["SEQUENCE"], moved["DTSTART"], moved["DTEND"], moved["LOCATION"]));
        Assert.Equal(("2", "CANCELLED"), (struck["SEQUENCE"], struck["STATUS"]));
        Assert.Single(new[] { first["UID"], moved["UID"], struck["UID"] }.Distinct());
        Assert.DoesNotContain("负责人", string.Concat(first.Values));
    }

    [Fact]
    public async Task A_place_with_every_sign_of_the_format_is_read_back_as_it_was()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var draft = await story.Interview(InterviewState.Draft);
        const string place = "𠮷楼, 3层; 东\\西侧" + "会议室会议室会议室会议室会议室会议室会议室会议室会议室会议室";
        await city.Get<InterviewService>().Write(city.Office, draft.Id, draft.Version, city.Order(StoryCity.Lead, StoryInterviews.MeetsOn) with { Place = place }, true, Ct);

        var text = CalendarText.Of(InterviewMail.Calendar(await story.ReloadInterview(draft.Id), "约谈通知", null), city.Clock.Now);

        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Equal(place, Parse(text)["LOCATION"]);
    }

    [Fact]
    public async Task A_mail_with_the_date_leaves_for_those_of_the_case_alone()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        await city.Read(db => db.People.ExecuteUpdateAsync(s => s.SetProperty(p => p.Email, p => "a@example.gov.cn"), Ct));
        var interview = await story.Interview(InterviewState.Noticed);

        var mails = await city.Read(db => db.OutgoingMails.AsNoTracking().Where(m => m.Kind == InterviewIssueService.MailKind).ToListAsync(Ct));

        Assert.Equal(
            new[] { city.Office.PersonId, city.Leader.PersonId, city.Head(StoryCity.Lead).PersonId }.Order(), mails.Select(m => m.PersonId!.Value).Order());
        Assert.All(mails, m => Assert.Equal(interview.Id, m.SubjectId));
        Assert.Null(await city.Get<InterviewQueries>().ForMail(interview.Id, city.Auditor.PersonId, Ct));
    }

    [Fact]
    public async Task Notice_and_minutes_are_opened_again_with_the_hash_that_was_signed()
    {
        await using var story = await StoryCity.Create();
        var interview = await story.Interview(InterviewState.FollowUp);
        var papers = await story.City.Read(db => db.Papers.AsNoTracking().Where(p => p.CaseId == interview.Id).OrderBy(p => p.IssuedAt).ThenBy(p => p.Id).ToListAsync(Ct));
        foreach (var (paper, said) in papers.Zip(["不得委托他人代为接受约谈", "五月底前完成两所学校改扩建"]))
        {
            await using var file = story.City.Files.Open(paper.Sha256)!;
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, Ct);
            Assert.Equal(paper.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())));
            bytes.Position = 0;
            using var document = WordprocessingDocument.Open(bytes, false);
            Assert.Contains(said, document.MainDocumentPart!.Document!.Body!.InnerText);
            if (Office.IsThere)
            {
                Assert.NotEmpty(await Office.Pictures(bytes.ToArray(), "docx", 60));
            }
        }
    }

    [Fact]
    public async Task A_leader_signs_an_interview_on_a_phone()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var toSign = await story.Interview(InterviewState.ToSign);
        await using var tab = await chromium.Open(site, story.City.Leader.PersonId, Chromium.Phone);
        await tab.Page.GotoAsync("/Leader");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "打开约谈案卷" }).First.ClickAsync();
        await tab.Page.GetByText("文书草稿").First.ClickAsync();
        await tab.Page.GetByText("市政府三号会议室").First.WaitForAsync();
        Assert.Equal(0, await tab.Overflow());
        Assert.Empty(await tab.Axe());
        await tab.Page.GetByLabel("登录密码").FillAsync("wrong");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "签发约谈通知书" }).ClickAsync();
        await tab.Page.GetByText("密码不对，没有签署。").First.WaitForAsync();
        await tab.Page.GetByLabel("登录密码").FillAsync(TestSite.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "签发约谈通知书" }).ClickAsync();

        await tab.Page.GetByText("已签发约谈通知书 约〔2018〕1号，并送达被约谈单位。").WaitForAsync();

        var signed = await story.ReloadInterview(toSign.Id);
        Assert.Equal((InterviewState.Noticed, story.City.Leader.Signature()), (signed.State, signed.SignedBy));
        Assert.Equal(0, await tab.Overflow());
        if (Environment.GetEnvironmentVariable("EQUALIZATION_PICTURES") == "1")
        {
            await tab.Page.ScreenshotAsync(new() { Path = Repository.PathOf("docs", "interview-phone.png") });
        }
    }

    [Theory]
    [InlineData(Chromium.Desk)]
    [InlineData(Chromium.Phone)]
    public async Task A_case_is_usable_in_every_state_by_whoever_is_at_turn(int width)
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var (office, leader, head) = (story.City.Office, story.City.Leader, story.City.Head(StoryCity.Lead));
        var faults = new List<string>();
        foreach (var (who, state) in new[]
                 {
                     (office, InterviewState.Draft), (leader, InterviewState.ToSign), (leader, InterviewState.Noticed), (head, InterviewState.Noticed), (office, InterviewState.Held),
                     (head, InterviewState.Minuted), (head, InterviewState.FollowUp),
                 })
        {
            await Look(who, $"/Interviews/{(await story.Interview(state)).Id}", state.ToString());
        }

        await Look(office, $"/Interviews/{(await story.InterviewReported()).Interview.Id}", "reported");
        await Look(office, $"/Interviews/{(await story.InterviewObjected()).Id}", "objected");
        await Look(office, $"/Interviews/{(await story.InterviewPassed()).Id}", "passed");
        await Look(office, "/Interviews", "list");
        await Look(office, "/Interviews/New", "new");
        await Look(story.City.Admin, "/Interviews/Rules", "rules");
        await Look(head, "/Work", "desk");
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        async Task Look(Core.Units.Actor who, string address, string what)
        {
            await using var tab = await chromium.Open(site, who.PersonId, width);
            await tab.Page.GotoAsync(address);
            // Not the questions asked before an act: each lies over the page when it is open.
            await tab.Page.EvaluateAsync("() => document.querySelectorAll('main details:not(.confirm)').forEach(d => { d.open = true; })");
            faults.AddRange((await tab.Axe()).Concat(tab.Complaints).Select(f => $"{what}: {f}"));
            if (await tab.Overflow() is var over and > 0)
            {
                faults.Add($"{what}: {over} px wider than the window");
            }
        }
    }

    [Fact]
    public async Task A_refused_date_comes_back_beside_its_field_with_all_that_was_typed()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var draft = await story.Interview(InterviewState.Draft);
        using var office = await site.SignedIn(story.City.Office);
        var page = $"/Interviews/{draft.Id}";

        using var answer = await TestSite.Post(office, page, page + "?handler=ToSign",
            ("Input.Version", draft.Version.ToString(CultureInfo.InvariantCulture)), ("Input.SummonedId", $"{story.City.Head(StoryCity.Lead).PersonId}"), ("Input.Kind", "告诫约谈"),
            ("Input.Trigger", "工作滞后"), ("Input.Matter", "逾期未办结的事由"), ("Input.On", "2018-04-30"), ("Input.At", "09:30"), ("Input.Minutes", "45"), ("Input.Place", "四号会议室"),
            ("Input.Callers", "副组长"), ("Input.Purpose", "整改"), ("Input.Materials", "材料"), ("Input.Contact", "综合组"));

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("2018年4月30日 (周一) 是劳动节，不是工作日，不能约谈。下一个工作日是 2018年5月2日 (周三)，请改填。", html);
        Assert.Contains("四号会议室", html);
        Assert.Contains("value=\"45\"", html);
    }

    /// <summary>The one event of a file as names and values: unfolded, parameters cut off, escapes read back.</summary>
    private static Dictionary<string, string> Parse(string text) =>
        text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(l => l != "BEGIN:VEVENT").Skip(1).TakeWhile(l => l != "END:VEVENT")
            .ToDictionary(l => l[..l.IndexOfAny([':', ';'])], l => Unescaped(l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..]));

    private static string Unescaped(string value)
    {
        var read = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            read.Append(value[i] == '\\' ? value[++i] == 'n' ? '\n' : value[i] : value[i]);
        }

        return read.ToString();
    }
}
