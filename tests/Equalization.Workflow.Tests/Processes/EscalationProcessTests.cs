using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Processes;

/// <summary>The ladder: urge and supervision. The task passes Friday 23 March 2018; the ladder acts in working hours only.</summary>
public sealed class EscalationProcessTests
{
    private static readonly DateOnly DueOn = new(2018, 3, 23);

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_lead_is_urged_on_the_next_working_morning_and_once()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);

        await city.PassTo(new DateOnly(2018, 3, 26), hour: 8);
        Assert.Equal(0, await city.Read(db => db.Urges.CountAsync(Ct)));
        await city.PassTo(new DateOnly(2018, 3, 26), hour: 9);
        var urge = await city.Read(db => db.Urges.SingleAsync(Ct));
        Assert.True(urge.IsAutomatic);
        Assert.Equal(city.Unit(CityTasks.Lead).Id, urge.UnitId);
        Assert.Equal("wait-changed wait-closed wait-due wait-moved wait-times", await city.Stands("escalation", task.Id));
        await city.PassTo(new DateOnly(2018, 6, 1));
        Assert.Equal(1, await city.Read(db => db.Urges.CountAsync(Ct)));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Unanswered_supervision_is_proposed_and_nothing_leaves_until_the_office_signs()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3), hour: 9);
        var step = await Step(city);
        Assert.Equal(StepState.Proposed, step.State);
        Assert.Contains("逾期 7 个工作日", step.Facts);
        Assert.Empty(await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.Supervision).ToListAsync(Ct)));
        Assert.NotEmpty(await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.SupervisionProposed).ToListAsync(Ct)));
        Assert.Equal(0, await city.Get<SupervisionQueries>().Waiting(city.Contact(CityTasks.Lead), Ct));

        var number = await Sign(city, step);
        Assert.Equal("督〔2018〕1号", number);
        Assert.Equal("wait-changed wait-closed wait-due wait-moved wait-times", await city.Stands("escalation", task.Id));
        Assert.Contains(city.Head(CityTasks.Lead).PersonId, await city.Read(db => db.Notices.Where(n => n.Kind == NoticeKind.Supervision).Select(n => n.PersonId).ToListAsync(Ct)));
        Assert.Equal(1, await city.Get<SupervisionQueries>().Waiting(city.Contact(CityTasks.Lead), Ct));

        step = await Step(city);
        await city.Get<SupervisionService>().Answer(city.Head(CityTasks.Lead), step.Id, step.Version, "月底前完成。", Ct);
        Assert.Equal("wait-changed wait-closed wait-due wait-moved wait-times", await city.Stands("escalation", task.Id));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task A_refused_proposal_is_not_made_again_for_the_same_day()
    {
        await using var city = await TestCity.Create();
        await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3), hour: 9);
        var step = await Step(city);
        await city.Get<ProposalService>().Refuse(city.Office, step.Id, step.Version, "已当面约定。", Ct);
        await city.PassTo(new DateOnly(2018, 9, 3), hour: 9);

        Assert.Equal(StepState.Refused, (await Step(city)).State);
        Assert.Equal(1, await city.Read(db => db.EscalationSteps.CountAsync(s => s.Rung == Rung.Supervision, Ct)));
        Assert.Null(await Record.ExceptionAsync(() => city.Get<SupervisionQueries>().One(city.Office, step.Id, Ct)));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => Sign(city, step));
        Assert.Equal("step-decided", refused.Code);
    }

    [Fact]
    public async Task An_unanswered_notice_is_noted_once_its_term_ends()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3), hour: 9);
        var step = await Step(city);
        await Sign(city, step);
        await city.PassTo(new DateOnly(2018, 4, 21), hour: 0);

        Assert.Contains("督办通知单 {0} 未在 {1} 前答复", await city.Story(task.Id));
        Assert.Equal("wait-changed wait-closed wait-due wait-moved wait-times", await city.Stands("escalation", task.Id));
    }

    [Fact]
    public async Task A_new_day_settles_the_ladder_and_a_later_day_passed_opens_another()
    {
        await using var city = await TestCity.Create();
        var task = await Late(city);
        await city.PassTo(new DateOnly(2018, 4, 3), hour: 9);
        var head = city.Head(CityTasks.Lead);
        var completion = city.Get<CompletionService>();
        var id = await completion.Ask(head, task.Id, (await city.Task(task.Id)).Version, new CompletionAsk("全部完成。", []), Ct);
        var version = await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct));
        await completion.Return(city.Office, id, version, "数据不全", new DateOnly(2018, 4, 27), Ct);

        var settled = await city.Read(db => db.Escalations.Include(e => e.Steps).SingleAsync(Ct));
        Assert.Equal((EscalationState.Settled, "期限已变动"), (settled.State, settled.SettledBecause));
        Assert.Equal(StepState.Settled, settled.StepOn(Rung.Supervision)!.State);
        Assert.Equal("over", await city.Stands("escalation", task.Id));

        await city.PassTo(new DateOnly(2018, 5, 2), hour: 9);
        Assert.Equal(2, await city.Read(db => db.Escalations.CountAsync(Ct)));
        Assert.Equal(2, await city.Read(db => db.Urges.CountAsync(Ct)));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Written_off_before_the_morning_nobody_is_urged()
    {
        await using var city = await TestCity.Create();
        var task = await TaskProcessTests.Laid(city, DueOn);
        await TaskProcessTests.Sign(city, task, CityTasks.Lead);
        await city.PassTo(new DateOnly(2018, 3, 24), hour: 10);
        var completion = city.Get<CompletionService>();
        var id = await completion.Ask(city.Head(CityTasks.Lead), task.Id, (await city.Task(task.Id)).Version, new CompletionAsk("全部完成。", []), Ct);
        var version = await city.Read(db => db.CompletionRequests.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Ct));
        await completion.Accept(city.Office, id, version, "同意", Ct);
        await city.PassTo(new DateOnly(2018, 6, 1));

        Assert.Equal(0, await city.Read(db => db.Urges.CountAsync(Ct)));
        Assert.Equal("任务已销账", await city.Read(db => db.Escalations.Select(e => e.SettledBecause).SingleAsync(Ct)));
        Assert.Empty(await city.Stopped());
    }

    private static async Task<AnnualTask> Late(TestCity city)
    {
        var task = await TaskProcessTests.Laid(city, DueOn);
        await TaskProcessTests.Sign(city, task, CityTasks.Lead);
        return task;
    }

    private static Task<string?> Sign(TestCity city, EscalationStep step) => city.Get<ProposalService>().Sign(
        city.Office, step.Id, step.Version, new StepTerms("请补办。", null, null, new DateOnly(2018, 4, 20)), TestSite.Password, Ct);

    private static Task<EscalationStep> Step(TestCity city) => city.Read(db => db.EscalationSteps.AsNoTracking().SingleAsync(s => s.Rung == Rung.Supervision, Ct));
}
