using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Papers;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Escalations;

/// <summary>A task that passes Friday 23 March 2018, day by day, against the table of <see cref="ExpectedLadder"/>.</summary>
public sealed class LadderYearTests
{
    private static readonly DateOnly DueOn = new(2018, 3, 23);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public void The_default_ladder_is_the_table()
    {
        foreach (var expected in ExpectedLadder.Rungs)
        {
            var rule = LadderRules.Default.Of(Enum.Parse<Rung>(expected.Rung), Core.AnnualTasks.Risks.RiskClass.General);
            Assert.Equal((expected.Signer, expected.AfterSilence, expected.AfterAnswer, expected.Term), (rule.Signer.ToString(), rule.AfterSilence, rule.AfterAnswer, rule.Term));
            var kind = LadderPapers.Kind(rule.Rung);
            Assert.Equal(expected.Prefix, expected.Prefix is null || kind is null ? expected.Rung == "Interview" ? "约〔" : null : PaperNumbers.Prefix(kind.Value) + "〔");
        }
    }

    [Fact]
    public async Task A_silent_unit_goes_up_rung_by_rung_on_the_days_the_table_gives()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);
        // Urged Monday 26 March, five working days to Monday 2 April; the notice is proposed the next working morning.
        await city.PassTo(new DateOnly(2018, 4, 3), 8);
        Assert.Equal([Rung.Urge], (await Steps(city)).Select(s => s.Rung));
        await city.PassTo(new DateOnly(2018, 4, 3));
        var notice = await Sign(city, Rung.Supervision, city.Office);
        Assert.Equal("督〔2018〕1号", notice.Number);
        // Ten working days with the Qingming days between; 8 April is a make-up day.
        Assert.Equal(new DateOnly(2018, 4, 18), notice.AnswerDueOn);

        await city.PassTo(new DateOnly(2018, 4, 19), 8);
        Assert.Null((await Steps(city)).SingleOrDefault(s => s.Rung == Rung.Letter));
        await city.PassTo(new DateOnly(2018, 4, 19));
        Assert.Contains("督办通知单 {0} 未在 {1} 前答复", await city.Story(task.Id));
        var letter = await Sign(city, Rung.Letter, city.Leader);
        Assert.Equal("督函〔2018〕1号", letter.Number);
        Assert.Equal(new DateOnly(2018, 5, 4), letter.AnswerDueOn);

        await city.PassTo(new DateOnly(2018, 5, 7));
        var listing = await Sign(city, Rung.Bulletin, city.Office);
        Assert.Null(listing.Number);
        // Ten working days after the bulletin is out, then twenty after the interview was settled.
        await city.CarryOut(listing.Id);
        await city.PassTo(new DateOnly(2018, 5, 21));
        await city.CarryOut((await Sign(city, Rung.Interview, city.Leader)).Id);
        await city.PassTo(new DateOnly(2018, 6, 19));
        Assert.Equal(Rung.Accountability, (await Steps(city))[^1].Rung);
        await Sign(city, Rung.Accountability, city.Leader);
        await city.PassTo(new DateOnly(2018, 12, 3));
        Assert.Equal(Enum.GetValues<Rung>(), (await Steps(city)).Select(s => s.Rung));
        Assert.Equal("rest-changed rest-closed rest-moved", await city.Stands("escalation", task.Id));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task After_a_standstill_the_ladder_speaks_on_the_next_working_morning_and_not_on_a_day_off()
    {
        await using var city = await TestCity.Create();
        await Late(city);
        // Nothing ran since before the day due; the program is up again on Saturday.
        city.Clock.Now = ChinaTime.StartOf(new DateOnly(2018, 3, 31)).AddHours(10);
        for (var look = 0; look < 5; look++)
        {
            await city.Get<ProcessTimers>().FireDue(Ct);
        }

        Assert.Empty(await Steps(city));
        await city.PassTo(new DateOnly(2018, 4, 2));
        var urge = Assert.Single(await Steps(city));
        Assert.Equal((Rung.Urge, OfficeHours.Morning(new DateOnly(2018, 4, 2)).UtcDateTime), (urge.Rung, urge.ProposedAt));
    }

    [Fact]
    public async Task An_answered_notice_gives_ten_working_days_more_before_the_letter()
    {
        await using var city = await TestCity.Create();
        await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3));
        var notice = await Sign(city, Rung.Supervision, city.Office);
        await city.Get<SupervisionService>().Answer(city.Contact(CityTasks.Lead), notice.Id, notice.Version, "月底前完成。", Ct);
        await city.PassTo(new DateOnly(2018, 5, 3), 8);
        Assert.Equal(2, (await Steps(city)).Count);
        await city.PassTo(new DateOnly(2018, 5, 3));
        Assert.Equal(Rung.Letter, (await Steps(city))[^1].Rung);
        Assert.NotNull(await city.Read(db => db.PaperReceipts.Select(r => r.SignedForAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_poor_answer_goes_back_with_a_new_term_and_the_climb_counts_from_that()
    {
        await using var city = await TestCity.Create();
        await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3));
        var notice = await Sign(city, Rung.Supervision, city.Office);
        var service = city.Get<SupervisionService>();
        await service.Answer(city.Contact(CityTasks.Lead), notice.Id, notice.Version, "正在办理。", Ct);
        notice = (await Steps(city))[^1];
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => service.Return(city.Office, notice.Id, notice.Version, " ", new DateOnly(2018, 4, 27), Ct));
        Assert.Equal("return-reason", refused.Code);
        await service.Return(city.Office, notice.Id, notice.Version, "没有写明完成时间。", new DateOnly(2018, 4, 27), Ct);
        await service.Answer(city.Contact(CityTasks.Lead), notice.Id, (await Steps(city))[^1].Version, "五月底前完成。", Ct);

        notice = await city.Read(db => db.EscalationSteps.AsNoTracking().Include(s => s.Returns).SingleAsync(s => s.Id == notice.Id, Ct));
        Assert.Equal((1, "五月底前完成。", "正在办理。"), (notice.ReturnCount, notice.Answer, notice.Returns.Single().Answer));
        await city.PassTo(new DateOnly(2018, 5, 14), 8);
        Assert.Equal(2, (await Steps(city)).Count);
        await city.PassTo(new DateOnly(2018, 5, 15));
        Assert.Equal(Rung.Letter, (await Steps(city))[^1].Rung);
    }

    [Fact]
    public async Task Finished_while_a_notice_is_out_the_ladder_ends_and_the_paper_stays()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3));
        await Sign(city, Rung.Supervision, city.Office);
        await WriteOff(city, task.Id);
        await city.PassTo(new DateOnly(2018, 12, 3));

        var paper = await city.Read(db => db.Papers.SingleAsync(Ct));
        Assert.Equal((PaperState.Settled, "任务已销账"), (paper.State, paper.SettledBecause));
        Assert.Equal([StepState.Settled, StepState.Settled], (await Steps(city)).Select(s => s.State));
        Assert.NotNull(city.Files.Open(paper.Sha256));
        Assert.Equal("over", await city.Stands("escalation", task.Id));
    }

    [Fact]
    public async Task Nothing_is_signed_twice_nor_after_the_task_was_done_nor_after_its_day_moved()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3));
        var draft = (await Steps(city))[^1];
        await Sign(city, Rung.Supervision, city.Office);
        Assert.Equal("step-decided", await Refusal(() => Sign(city, draft, city.Office)));
        await city.PassTo(new DateOnly(2018, 4, 19));
        var letter = (await Steps(city))[^1];
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => Sign(city, letter, city.Office)));
        await WriteOff(city, task.Id);
        Assert.Equal("matter-done", await Refusal(() => Sign(city, letter, city.Leader)));

        var other = await Late(city, new DateOnly(2018, 4, 27));
        await city.PassTo(new DateOnly(2018, 5, 9));
        var proposal = await city.Read(db => db.EscalationSteps.AsNoTracking().SingleAsync(s => s.TaskId == other.Id && s.State == StepState.Proposed, Ct));
        var completion = city.Get<CompletionService>();
        var id = await completion.Ask(city.Head(CityTasks.Lead), other.Id, (await city.Task(other.Id)).Version, new CompletionAsk("全部完成。", []), Ct);
        var version = await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct));
        await completion.Return(city.Office, id, version, "数据不全", new DateOnly(2018, 7, 27), Ct);
        Assert.Equal("matter-moved", await Refusal(() => Sign(city, proposal, city.Office)));

        Assert.Equal(1, await city.Read(db => db.Papers.CountAsync(Ct)));
    }

    [Fact]
    public async Task An_exemption_stops_the_ladder_and_says_who_when_and_why()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3));
        await Sign(city, Rung.Supervision, city.Office);
        var matter = await city.Read(db => db.Escalations.SingleAsync(Ct));
        var service = city.Get<LadderService>();
        Assert.Equal("password-wrong", await Refusal(() => service.Exempt(city.Leader, matter.Id, matter.Version, ExemptionGround.ForceMajeure, "洪水。", "wrong", Ct)));
        var number = await service.Exempt(city.Leader, matter.Id, matter.Version, ExemptionGround.ForceMajeure, "洪水冲毁工地。", TestSite.Password, Ct);
        await city.PassTo(new DateOnly(2018, 12, 3));

        matter = await city.Read(db => db.Escalations.SingleAsync(Ct));
        Assert.Equal((EscalationState.Exempted, "洪水冲毁工地。", city.Leader.Signature()), (matter.State, matter.ExemptedBecause, matter.ExemptedBy));
        Assert.Equal("免〔2018〕1号", number);
        Assert.Equal(2, (await Steps(city)).Count);
        Assert.Equal(2, await city.Read(db => db.Papers.CountAsync(Ct)));
        Assert.Equal("over", await city.Stands("escalation", task.Id));
    }

    [Fact]
    public async Task A_grave_matter_starts_higher_with_its_reason_and_the_rungs_between_do_not_fire()
    {
        await using var city = await TestCity.Create();
        await Late(city);
        await city.PassTo(new DateOnly(2018, 3, 26), 10);
        var matter = await city.Read(db => db.Escalations.SingleAsync(Ct));
        await city.Get<LadderService>().StartAt(city.Office, matter.Id, matter.Version, Rung.Letter, "市政府专题会议要求。", Ct);
        await city.PassTo(new DateOnly(2018, 3, 27));

        Assert.Equal([Rung.Urge, Rung.Letter], (await Steps(city)).Select(s => s.Rung));
        Assert.Contains("市政府专题会议要求。", (await Steps(city))[^1].Facts);
    }

    [Fact]
    public async Task Several_are_signed_with_one_password_and_each_has_its_own_result()
    {
        await using var city = await TestCity.Create();
        var first = await Late(city);
        var second = await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3));
        var waiting = await city.Get<SupervisionQueries>().ToSign(city.Office, null, 1, 50, Ct);
        Assert.All(waiting.Rows, r => Assert.NotNull(r.Draft));
        var picks = waiting.Rows.Select(r => new ProposalPick(r.Id, r.Version)).Append(new ProposalPick(Guid.NewGuid(), 0)).ToList();
        Assert.Equal("password-wrong", await Refusal(() => city.Get<ProposalService>().SignAll(city.Office, picks, "wrong", Ct)));
        Assert.Equal(0, await city.Read(db => db.Papers.CountAsync(Ct)));

        await WriteOff(city, first.Id);
        var results = await city.Get<ProposalService>().SignAll(city.Office, picks, TestSite.Password, Ct);
        var signed = results.Single(r => r.Number is not null);
        Assert.Equal(("督〔2018〕1号", waiting.Rows.Single(r => r.TaskId == second.Id).Id), (signed.Number, signed.StepId));
        Assert.Contains("matter-done", results.Select(r => r.Refusal?.Code));
        Assert.Contains(RuleBroken.NotFound, results.Select(r => r.Refusal?.Code));
    }

    [Fact]
    public async Task A_task_keeps_the_ladder_it_was_issued_under()
    {
        await using var city = await TestCity.Create();
        await Late(city);
        var service = city.Get<LadderRuleService>();
        var slower = new LadderRules([.. LadderRules.Default.Rules.Select(r => r.Rung == Rung.Supervision ? r with { AfterSilence = 20 } : r)]);
        await service.SaveDraft(city.Office, slower, "给足时间。", null, Ct);
        Assert.Equal(RuleBroken.NotAllowed, await Refusal(() => service.PutInForce(city.Office, 0, Ct)));
        var version = await city.Read(db => db.LadderDrafts.Select(d => d.Version).SingleAsync(Ct));
        Assert.Equal(2, await service.PutInForce(city.Admin, version, Ct));
        await city.PassTo(new DateOnly(2018, 4, 3));
        Assert.Equal(Rung.Supervision, (await Steps(city))[^1].Rung);
        Assert.Equal(20, LadderRules.Of(await city.Read(db => db.RuleSets.SingleAsync(r => r.JurisdictionId == city.Jurisdiction.Id && r.Number == 2, Ct)))
            .Of(Rung.Supervision, Core.AnnualTasks.Risks.RiskClass.General).AfterSilence);
    }

    internal static async Task<AnnualTask> Late(TestCity city, DateOnly? dueOn = null)
    {
        var task = await TaskProcessTests.Laid(city, dueOn ?? DueOn);
        await TaskProcessTests.Sign(city, task, CityTasks.Lead);
        return task;
    }

    internal static async Task<List<EscalationStep>> Steps(TestCity city)
    {
        Assert.Empty(await city.Stopped());
        return await city.Read(db => db.EscalationSteps.AsNoTracking().OrderBy(s => s.ProposedAt).ThenBy(s => s.Id).ToListAsync(Ct));
    }

    private static async Task<EscalationStep> Sign(TestCity city, Rung rung, Actor by)
    {
        var step = (await Steps(city))[^1];
        Assert.Equal((rung, StepState.Proposed), (step.Rung, step.State));
        return await Sign(city, step, by);
    }

    private static async Task<EscalationStep> Sign(TestCity city, EscalationStep step, Actor by)
    {
        var draft = (await city.Get<SupervisionQueries>().ToSign(by, step.Rung, 1, 50, Ct)).Rows.SingleOrDefault(r => r.Id == step.Id);
        var terms = draft?.Terms ?? new StepTerms("请补办。", null, null, ChinaTime.DayOf(city.Clock.Now).AddDays(20));
        await city.Get<ProposalService>().Sign(by, step.Id, step.Version, terms, TestSite.Password, Ct);
        return await city.Read(db => db.EscalationSteps.AsNoTracking().SingleAsync(s => s.Id == step.Id, Ct));
    }

    private static async Task WriteOff(TestCity city, Guid taskId)
    {
        var completion = city.Get<CompletionService>();
        var id = await completion.Ask(city.Head(CityTasks.Lead), taskId, (await city.Task(taskId)).Version, new CompletionAsk("全部完成。", []), Ct);
        var version = await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct));
        await completion.Accept(city.Office, id, version, "同意", Ct);
    }

    private static async Task<string> Refusal(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;
}
