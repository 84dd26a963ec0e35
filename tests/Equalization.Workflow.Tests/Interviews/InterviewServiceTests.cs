using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Interviews.Meetings;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Escalations;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Interviews;

/// <summary>An interview from the ladder's step to its end, under the virtual clock; the story's day is Tuesday 10 April 2018.</summary>
public sealed class InterviewServiceTests
{
    private const string Lead = StoryCity.Lead;

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_ladders_term_to_accountability_runs_from_the_meeting()
    {
        await using var city = await TestCity.Create();
        var step = await SignedStep(city);
        var id = await city.Get<InterviewService>().Open(city.Office, step, Ct);
        Assert.Equal("interview-open", await Refusal(() => city.Get<InterviewService>().Open(city.Office, step, Ct)));
        // Opened on Tuesday 27 March, held on Thursday the 29th.
        await city.Bring(id, Lead, InterviewState.Noticed, new DateOnly(2018, 3, 29));
        Assert.Equal("noticed-closed noticed-due noticed-ladder noticed-moved noticed-time noticed-times", await Stands(city, id));
        await city.PassTo(new DateOnly(2018, 3, 29), 11);
        await city.Get<InterviewMeetingService>().Hold(city.Office, id, await Version(city, id), new Attendance("双方人员", null, "周办事"), new InterviewDemands(true, true), Ct);

        var done = (await LadderYearTests.Steps(city))[^1];
        Assert.Equal((Rung.Interview, StepState.Done, city.Clock.Now), (done.Rung, done.State, done.FinishedAt));
        // Twenty working days, with Qingming and the make-up Sunday of 8 April between: Friday 27 April.
        await city.PassTo(new DateOnly(2018, 4, 27), 8);
        Assert.Equal(Rung.Interview, (await LadderYearTests.Steps(city))[^1].Rung);
        await city.PassTo(new DateOnly(2018, 4, 27));
        Assert.Equal(Rung.Accountability, (await LadderYearTests.Steps(city))[^1].Rung);
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task While_its_task_is_held_no_notice_is_issued()
    {
        await using var city = await TestCity.Create();
        var id = await city.Get<InterviewService>().Open(city.Office, await SignedStep(city), Ct);
        var taskId = (await city.Interview(id)).TaskId!.Value;
        var office = city.Office with { Day = city.Clock.Today() };
        await city.Get<AmendmentService>().Hold(office, taskId, (await city.Task(taskId)).Version, "等待省级资金。", "省财政厅", city.Clock.Today(), Ct);

        Assert.Contains(await Refusal(() => city.Bring(id, Lead, InterviewState.Noticed, new DateOnly(2018, 3, 29))), new[] { "matter-held", "task-held" });
        Assert.Null((await city.Interview(id)).Number);
    }

    [Fact]
    public async Task Minutes_reminders_and_terms_come_on_the_days_the_rules_give()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var id = await city.Lay(Lead, InterviewState.Noticed);
        await city.PassTo(new DateOnly(2018, 4, 12), 11);
        var meeting = city.Get<InterviewMeetingService>();
        await meeting.Hold(city.Office, id, await Version(city, id), new Attendance("双方人员", null, "周办事"), new InterviewDemands(true, true), Ct);
        await meeting.WriteMinutes(city.Office, id, await Version(city, id), new InterviewMinutes("一", "二", "三", "四"), Ct);
        await meeting.AddPromise(city.Office, id, await Version(city, id), "五月底前完成。", new DateOnly(2018, 5, 31), Ct);
        await meeting.SignMinutes(city.Leader, id, await Version(city, id), TestSite.Password, Ct);

        var interview = await city.Interview(id);
        Assert.Equal("约纪〔2018〕1号", interview.MinutesNumber);
        // Report five working days after Thursday the 12th, plan twenty days after it, minutes three working days.
        Assert.Equal([new(2018, 4, 19), new(2018, 5, 2), new DateOnly(2018, 5, 31)], interview.FollowUps.OrderBy(f => f.DueOn).Select(f => f.DueOn));
        Assert.Equal(new DateOnly(2018, 4, 17), interview.ConfirmDueOn);
        await city.PassTo(new DateOnly(2018, 4, 16), 10);
        Assert.Equal(["约谈 {0} 的{1}将于 {2} 到期，请按时报送。"], await Said(city, city.Head(Lead), "到期"));
        await city.PassTo(new DateOnly(2018, 4, 17), 23);
        Assert.Equal(MinutesCheck.Open, (await city.Interview(id)).Check);
        await city.PassTo(new DateOnly(2018, 4, 18), 1);
        Assert.Equal((InterviewState.FollowUp, MinutesCheck.Told), ((await city.Interview(id)).State, (await city.Interview(id)).Check));
        await city.PassTo(new DateOnly(2018, 4, 20), 8);
        Assert.Empty(await Said(city, city.Leader, "前报送"));
        await city.PassTo(new DateOnly(2018, 4, 20));
        Assert.Single(await Said(city, city.Leader, "前报送"));
        Assert.Single(await Said(city, city.Office, "前报送"));
        Assert.Empty(await Said(city, city.As(Role.Office, TestCity.OfficeUnit, 1), ""));

        foreach (var owed in (await city.Interview(id)).FollowUps)
        {
            await city.Get<FollowUpService>().Submit(city.Head(Lead), id, owed.Id, await VersionOf(city, id, owed.Id), "已完成。", Ct);
        }

        var first = (await city.Interview(id)).FollowUps.OrderBy(f => f.DueOn).First();
        await city.Get<FollowUpService>().Return(city.Office, id, first.Id, first.Version, "没有写明结果。", new DateOnly(2018, 4, 27), Ct);
        Assert.Equal("promise-day", await Refusal(async () =>
        {
            await city.Get<FollowUpService>().Submit(city.Head(Lead), id, first.Id, await VersionOf(city, id, first.Id), "已补充。", Ct);
            await city.Get<FollowUpService>().Return(city.Office, id, first.Id, await VersionOf(city, id, first.Id), "仍不清楚。", new DateOnly(2018, 4, 19), Ct);
        }));
        foreach (var owed in (await city.Interview(id)).FollowUps)
        {
            await city.Get<FollowUpService>().Accept(city.Office, id, owed.Id, await VersionOf(city, id, owed.Id), Ct);
        }

        Assert.Equal(InterviewState.Closed, (await city.Interview(id)).State);
        Assert.Equal("over", await Stands(city, id));
        Assert.Empty(await city.Stopped().ContinueWith(t => t.Result.Where(m => m.Contains("Interview", StringComparison.Ordinal)), Ct));
    }

    [Fact]
    public async Task The_task_done_settles_everything_and_the_papers_stay_marked()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var interview = await story.Interview(InterviewState.FollowUp);
        var task = await story.Task(StoryCity.Late);

        var completion = city.Get<CompletionService>();
        var asked = await completion.Ask(city.Head(Lead), task.Id, task.Version, new CompletionAsk("全部完成。", []), Ct);
        await completion.Accept(city.Office, asked, await city.Read(db => db.CompletionRequests.Where(c => c.Id == asked).Select(c => c.Version).SingleAsync(Ct)), "同意", Ct);

        interview = await city.Interview(interview.Id);
        Assert.Equal((InterviewState.Settled, "任务已销账"), (interview.State, interview.EndedBecause));
        Assert.All(interview.FollowUps, f => Assert.Equal(FollowUpState.Settled, f.State));
        var papers = await city.Read(db => db.Papers.AsNoTracking().Where(p => p.CaseId == interview.Id).ToListAsync(Ct));
        Assert.Equal(2, papers.Count);
        Assert.All(papers, p => Assert.Equal((PaperState.Settled, "任务已销账"), (p.State, p.SettledBecause)));
        Assert.Equal("over", await city.Stands("interview", interview.TaskId!.Value));
        Assert.Equal("follow-up-not-open", await Refusal(() =>
            city.Get<FollowUpService>().Submit(city.Head(Lead), interview.Id, interview.FollowUps[0].Id, interview.FollowUps[0].Version, "已完成。", Ct)));
    }

    [Fact]
    public async Task A_deputy_counts_only_when_the_notice_allows_one_and_staying_away_goes_back_to_the_ladder()
    {
        await using var city = await TestCity.Create();
        var id = await city.Get<InterviewService>().Open(city.Office, await SignedStep(city), Ct);
        var day = new DateOnly(2018, 3, 29);
        Assert.Equal("deputy-rule", await Refusal(() => city.Get<InterviewService>().Write(city.Office, id, 0, city.Order(Lead, day) with { DeputyMay = true }, false, Ct)));
        await city.Bring(id, Lead, InterviewState.Noticed, day);
        var meeting = city.Get<InterviewMeetingService>();
        Assert.Equal("meeting-early", await Refusal(async () => await meeting.StayAway(city.Office, id, await Version(city, id), "没有来。", Ct)));
        await city.PassTo(new DateOnly(2018, 3, 30));
        Assert.Single(await Said(city, city.Leader, "时间已过"));
        Assert.Equal("no-deputy", await Refusal(async () => await meeting.Hold(
            city.Office, id, await Version(city, id), new Attendance("双方人员", "副局长", "周办事"), new InterviewDemands(true, true), Ct)));

        await meeting.StayAway(city.Office, id, await Version(city, id), "未到场，未说明理由。", Ct);

        var interview = await city.Interview(id);
        Assert.Equal((InterviewState.NoShow, "被约谈人未到场"), (interview.State, interview.EndedBecause));
        Assert.Equal(StepState.Done, (await LadderYearTests.Steps(city))[^1].State);
        Assert.Equal("over", await Stands(city, id));
    }

    [Theory]
    [InlineData(InterviewState.ToSign, InterviewState.Settled)]
    [InlineData(InterviewState.Noticed, InterviewState.Settled)]
    [InlineData(InterviewState.FollowUp, InterviewState.FollowUp)]
    public async Task An_exemption_ends_a_summons_but_not_what_was_promised_in_the_meeting(InterviewState before, InterviewState after)
    {
        await using var city = await TestCity.Create();
        var id = await city.Get<InterviewService>().Open(city.Office, await SignedStep(city), Ct);
        await city.Bring(id, Lead, before, new DateOnly(2018, 3, 29));
        var matter = await city.Read(db => db.Escalations.AsNoTracking().SingleAsync(Ct));

        await city.Get<LadderService>().Exempt(city.Leader, matter.Id, matter.Version, ExemptionGround.ForceMajeure, "洪水。", TestSite.Password, Ct);

        Assert.Equal(after, (await city.Interview(id)).State);
        if (before == InterviewState.ToSign)
        {
            Assert.Equal("interview-not-to-sign", await Refusal(async () => await city.Get<InterviewIssueService>().Sign(city.Leader, id, await Version(city, id), TestSite.Password, Ct)));
        }
    }

    [Fact]
    public async Task Moving_it_is_a_new_paper_with_its_reason_and_a_date_under_the_same_UID()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var interview = await story.Interview(InterviewState.Noticed);
        var issue = city.Get<InterviewIssueService>();
        Assert.Equal("change-reason", await Refusal(() => issue.Move(
            city.Leader, interview.Id, interview.Version, new InterviewMove(new DateOnly(2018, 4, 16), new TimeOnly(14, 0), null, " "), TestSite.Password, Ct)));
        Assert.Equal("meeting-day", await Refusal(() => issue.Move(
            city.Leader, interview.Id, interview.Version, new InterviewMove(new DateOnly(2018, 4, 15), new TimeOnly(14, 0), null, "冲突"), TestSite.Password, Ct)));
        Assert.Equal("password-wrong", await Refusal(() => issue.Move(
            city.Leader, interview.Id, interview.Version, new InterviewMove(new DateOnly(2018, 4, 16), new TimeOnly(14, 0), null, "冲突"), "wrong", Ct)));

        var number = await issue.Move(
            city.Leader, interview.Id, interview.Version, new InterviewMove(new DateOnly(2018, 4, 16), new TimeOnly(14, 0), null, "会议冲突。"), TestSite.Password, Ct);

        var moved = await city.Interview(interview.Id);
        Assert.Equal(("约〔2018〕2号", 1, "会议冲突。"), (number, moved.Sequence, moved.Changes.Single().Because));
        var papers = await city.Read(db => db.Papers.AsNoTracking().Where(p => p.CaseId == moved.Id).OrderBy(p => p.IssuedAt).ThenBy(p => p.Id).ToListAsync(Ct));
        Assert.Equal([("约〔2018〕1号", PaperState.Settled), ("约〔2018〕2号", PaperState.Issued)], papers.Select(p => (p.Number!, p.State)));
        await issue.Cancel(city.Leader, moved.Id, moved.Version, "已书面说明。", TestSite.Password, Ct);
        Assert.Equal((2, InterviewState.Cancelled), ((await city.Interview(moved.Id)).Sequence, (await city.Interview(moved.Id)).State));
    }

    [Fact]
    public async Task Only_the_list_reads_it_every_reading_is_logged_and_no_trace_is_left_elsewhere()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var interview = await story.Interview(InterviewState.Noticed);
        var files = city.Get<InterviewFiles>();
        foreach (var stranger in new[] { city.As(Role.Office, TestCity.OfficeUnit, 1), city.Auditor, city.Contact(Lead), city.Head(StoryCity.Cooperating), city.Admin })
        {
            Assert.Equal(RuleBroken.NotFound, await Refusal(() => files.Open(stranger, interview.Id, Ct)));
            Assert.Empty((await city.Get<InterviewQueries>().Page(stranger, 1, 20, Ct)).Interviews.Rows);
        }

        var view = await files.Open(city.Head(Lead), interview.Id, Ct);
        Assert.Contains(view.Readings, r => r.Reader == city.Head(Lead).Signature() && r.What == "查阅约谈案卷");
        Assert.Equal(3, view.Readers.Count);
        await city.Get<InterviewService>().Admit(city.Head(Lead), interview.Id, city.Contact(Lead).PersonId, "协助准备材料。", Ct);
        Assert.Equal("admit-person", await Refusal(() => city.Get<InterviewService>().Admit(city.Head(Lead), interview.Id, city.Contact(StoryCity.Cooperating).PersonId, "协助。", Ct)));
        await files.Open(city.Contact(Lead), interview.Id, Ct);
        var service = city.Get<InterviewService>();
        Assert.Equal("member-summoned", await Refusal(() => service.Remove(city.Office, interview.Id, interview.SummonedId, "回避。", Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => service.Remove(city.Head(Lead), interview.Id, city.Contact(Lead).PersonId, "调离。", Ct)));
        Assert.Equal("member-reason", await Refusal(() => service.Remove(city.Office, interview.Id, city.Contact(Lead).PersonId, null, Ct)));
        await service.Remove(city.Office, interview.Id, city.Contact(Lead).PersonId, "调离该岗位。", Ct);
        Assert.Equal(RuleBroken.NotFound, await Refusal(() => files.Open(city.Contact(Lead), interview.Id, Ct)));
        Assert.Equal("调离该岗位。", (await files.Open(city.Head(Lead), interview.Id, Ct)).Readers.Single(r => r.PersonId == city.Contact(Lead).PersonId).RemovedBecause);

        var task = await story.Task(StoryCity.Late);
        Assert.DoesNotContain(await city.Story(task.Id), line => line.Contains("约谈", StringComparison.Ordinal));
        Assert.DoesNotContain(await city.Get<PaperQueries>().OfTask(city.Office, task.Id, Ct), p => p.Kind == PaperKind.InterviewNotice);
        Assert.DoesNotContain(await city.Get<Core.Desks.ProcessFileQueries>().OfTask(city.Office, task.Id, Ct), p => p.DefinitionId == "interview");
        var audited = await city.Read(db => db.AuditEntries.Where(a => a.EntityKind == nameof(Interview)).Select(a => a.Values).ToListAsync(Ct));
        Assert.NotEmpty(audited);
        Assert.DoesNotContain(audited, v => v.Contains(interview.SummonedName, StringComparison.Ordinal) || v.Contains("三号会议室", StringComparison.Ordinal));
        var told = await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.Interview).Select(n => n.Arguments).ToListAsync(Ct));
        Assert.DoesNotContain(told, a => a.Contains(interview.SummonedName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_the_units_head_is_not_summoned_and_rare_characters_stay_whole()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var draft = await story.Interview(InterviewState.Draft);
        var service = city.Get<InterviewService>();
        foreach (var wrong in new[] { city.Contact(Lead), city.Head(StoryCity.Cooperating), city.Leader })
        {
            Assert.Equal("summoned", await Refusal(() => service.Write(
                city.Office, draft.Id, draft.Version, city.Order(Lead, StoryInterviews.MeetsOn) with { SummonedId = wrong.PersonId }, true, Ct)));
        }

        Assert.Equal("meeting-day", await Refusal(() => service.Write(city.Office, draft.Id, draft.Version, city.Order(Lead, new DateOnly(2018, 4, 14)), true, Ct)));
        Assert.Equal("interview-text", await Refusal(() => service.Write(city.Office, draft.Id, draft.Version, city.Order(Lead, StoryInterviews.MeetsOn) with { Place = " " }, true, Ct)));
        const string rare = "𠮷㐂䶮𬀩";
        var person = city.Head(Lead).PersonId;
        await city.Read(db => db.People.Where(p => p.Id == person).ExecuteUpdateAsync(s => s.SetProperty(p => p.Name, rare), Ct));
        await service.Write(city.Office, draft.Id, draft.Version, city.Order(Lead, StoryInterviews.MeetsOn), true, Ct);
        await city.Get<InterviewIssueService>().Sign(city.Leader, draft.Id, await Version(city, draft.Id), TestSite.Password, Ct);

        var paper = await city.Read(db => db.Papers.AsNoTracking().Include(p => p.Signatures).Include(p => p.Receipts).SingleAsync(p => p.CaseId == draft.Id, Ct));
        Assert.Contains(paper.Document.Fields, f => f.Value.StartsWith(rare, StringComparison.Ordinal));
        Assert.Equal((paper.Sha256, city.Unit(Lead).Id), (paper.Signatures.Single().Sha256, paper.Receipts.Single().UnitId));
        Assert.Equal(
            ["发文字号", "约谈类别", "被约谈单位", "被约谈人", "约谈情形", "事由", "所涉任务", "时间", "地点", "约谈人员", "目的", "要求", "联系方式"], paper.Document.Fields.Select(f => f.Name));
        Assert.Contains(paper.Document.Annexes, a => a.Title.Contains("情况说明", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_signed_after_the_day_moved_and_a_signature_is_given_once()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var toSign = await story.Interview(InterviewState.ToSign);
        var issue = city.Get<InterviewIssueService>();
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => issue.Sign(city.Office, toSign.Id, toSign.Version, TestSite.Password, Ct)));
        await issue.Sign(city.Leader, toSign.Id, toSign.Version, TestSite.Password, Ct);
        Assert.Equal("interview-not-to-sign", await Refusal(async () => await issue.Sign(city.Leader, toSign.Id, await Version(city, toSign.Id), TestSite.Password, Ct)));

        var other = await city.Lay(Lead, InterviewState.ToSign);
        await city.PassTo(new DateOnly(2018, 4, 12), 12);
        Assert.Equal("meeting-past", await Refusal(async () => await issue.Sign(city.Leader, other, await Version(city, other), TestSite.Password, Ct)));
    }

    [Fact]
    public async Task Objected_minutes_are_answered_or_written_anew_under_a_new_number()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var interview = await story.InterviewObjected();
        var meeting = city.Get<InterviewMeetingService>();
        Assert.Equal("objection-answer", await Refusal(() => meeting.AnswerObjection(city.Office, interview.Id, interview.Version, true, " ", Ct)));
        await meeting.AnswerObjection(city.Office, interview.Id, interview.Version, true, "第二点改写。", Ct);
        await meeting.WriteMinutes(city.Office, interview.Id, await Version(city, interview.Id), new InterviewMinutes("一", "改写", "三", "四"), Ct);
        await meeting.SignMinutes(city.Leader, interview.Id, await Version(city, interview.Id), TestSite.Password, Ct);
        await meeting.CheckMinutes(city.Head(Lead), interview.Id, await Version(city, interview.Id), true, null, Ct);

        var after = await city.Interview(interview.Id);
        Assert.Equal(("约纪〔2018〕2号", MinutesCheck.Confirmed, InterviewState.FollowUp), (after.MinutesNumber, after.Check, after.State));
        var minutes = await city.Read(db => db.Papers.AsNoTracking().Include(p => p.Receipts).Where(p => p.CaseId == after.Id && p.Kind == PaperKind.InterviewMinutes).OrderBy(p => p.IssuedAt).ThenBy(p => p.Id).ToListAsync(Ct));
        Assert.Equal([PaperState.Settled, PaperState.Issued], minutes.Select(m => m.State));
        Assert.NotNull(minutes[1].Receipts.Single().SignedForAt);
    }

    /// <summary>A task late since Friday 23 March; on Tuesday the 27th its interview, started at directly, is approved by the leader.</summary>
    private static async Task<Guid> SignedStep(TestCity city)
    {
        await LadderYearTests.Late(city);
        await city.PassTo(new DateOnly(2018, 3, 26));
        var matter = await city.Read(db => db.Escalations.AsNoTracking().SingleAsync(Ct));
        await city.Get<LadderService>().StartAt(city.Office, matter.Id, matter.Version, Rung.Interview, "事项紧急。", Ct);
        await city.PassTo(new DateOnly(2018, 3, 27));
        var step = (await LadderYearTests.Steps(city))[^1];
        await city.Get<ProposalService>().Sign(city.Leader, step.Id, step.Version, new StepTerms(null, null, null, null), TestSite.Password, Ct);
        return step.Id;
    }

    [Fact]
    public async Task Whoever_takes_over_the_post_follows_on_the_list()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var interview = await story.Interview(InterviewState.Minuted);
        var head = city.Head(Lead);
        var successor = new Person("接任者");
        await city.Lay(db =>
        {
            db.Memberships.Single(m => m.Id == head.MembershipId).End(new DateOnly(2018, 4, 11));
            db.AddRange(successor, new Membership(city.Jurisdiction.Id, successor.Id, head.UnitId, Role.UnitHead, "局长", new DateOnly(2018, 4, 12)));
        });
        await city.PassTo(new DateOnly(2018, 4, 16));

        var members = await city.Read(db => db.CaseMembers.Where(m => m.CaseId == interview.Id).Select(m => new { m.PersonId, m.Because }).ToListAsync(Ct));
        Assert.Equal("接任被约谈人的岗位", members.Single(m => m.PersonId == successor.Id).Because);
        Assert.Equal(4, members.Count);
    }

    private static async Task<int> Version(TestCity city, Guid id) => (await city.Interview(id)).Version;

    private static async Task<int> VersionOf(TestCity city, Guid id, Guid followUpId) => (await city.Interview(id)).FollowUps.Single(f => f.Id == followUpId).Version;

    private static async Task<string> Stands(TestCity city, Guid id) => await city.Stands("interview", (await city.Interview(id)).ProcessSubject);

    private static Task<List<string>> Said(TestCity city, Actor actor, string part) => city.Read(db =>
        db.Notices.Where(n => n.PersonId == actor.PersonId && n.Kind == NoticeKind.Interview && n.Format.Contains(part)).Select(n => n.Format).ToListAsync(Ct));

    private static async Task<string?> Refusal(Func<Task> act) => (await Record.ExceptionAsync(act)) is RuleBroken refusal ? refusal.Code : null;
}
