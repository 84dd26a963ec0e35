using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Requests;

/// <summary>Help asked for and duty disputes, with the real process under a set clock. The story's day is Tuesday 10 April 2018.</summary>
public sealed class RequestTests
{
    private static readonly DateOnly Today = StoryCity.Today;

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Help_is_followed_from_the_asking_to_the_closing()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var (asker, helper) = (city.Contact(StoryCity.Lead), city.Contact(StoryCity.Bystander));
        var id = await Service(story).AskHelp(asker, task.Id, helper.UnitId, "请协调校园用地。", Today.AddDays(10), Ct);
        Assert.Equal((1, 1), (await Told(story, helper, NoticeKind.RequestAsked), await Told(story, city.Office, NoticeKind.RequestAsked)));

        // A unit without a part in the task reads the request, not the task.
        var view = await city.Get<RequestQueries>().One(helper, id, Ct);
        Assert.True(view is { SeesTask: false, MayAnswer: true, MayClose: false });
        Assert.Contains((await city.Get<WorkQueries>().Load(helper, Ct)).Items, i => i.Kind == WorkKind.AnswerRequest && i.What == id);
        await Service(story).Answer(helper, id, await Version(story, id), "五月底前完成划拨，“𠮷”字地块除外。", Ct);
        Assert.Equal(1, await Told(story, asker, NoticeKind.RequestAnswered));
        Assert.Contains((await city.Get<WorkQueries>().Load(asker, Ct)).Items, i => i.Kind == WorkKind.CloseRequest && i.What == id);
        await Service(story).Close(asker, id, await Version(story, id), "已划拨。", Ct);

        var done = await One(story, id);
        Assert.Equal((RequestState.Closed, "已划拨。"), (done.State, done.EndedWith));
        Assert.Equal("over", await city.Stands("unit-request", id));
    }

    [Fact]
    public async Task Who_was_asked_is_reminded_once_and_silence_is_on_record()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Signed);
        var (asker, helper) = (story.City.Contact(StoryCity.Lead), story.City.Contact(StoryCity.Cooperating));
        // Sunday 6 May 2018: the working day before is Friday the 4th.
        var id = await Service(story).AskHelp(asker, task.Id, helper.UnitId, "请安排资金。", new DateOnly(2018, 5, 6), Ct);
        await story.City.PassTo(new DateOnly(2018, 5, 4), 8);
        Assert.Equal(1, await Told(story, helper, NoticeKind.RequestAsked));
        await story.City.PassTo(new DateOnly(2018, 5, 4), 10);
        Assert.Equal((2, 0), (await Told(story, helper, NoticeKind.RequestAsked), await Told(story, asker, NoticeKind.RequestAsked)));
        await story.City.PassTo(new DateOnly(2018, 5, 7), 8);
        Assert.Equal(0, await Told(story, asker, NoticeKind.RequestAsked));
        await story.City.PassTo(new DateOnly(2018, 5, 7), 10);
        Assert.NotNull((await One(story, id)).LapsedAt);
        Assert.Equal((3, 1), (await Told(story, helper, NoticeKind.RequestAsked), await Told(story, asker, NoticeKind.RequestAsked)));
        await Service(story).Answer(helper, id, await Version(story, id), "迟复。", Ct);
        await Service(story).Close(asker, id, await Version(story, id), null, Ct);
        Assert.Equal("over", await story.City.Stands("unit-request", id));
    }

    [Fact]
    public async Task A_dispute_is_decided_in_the_sign_term_with_a_named_change()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var (asker, before) = (city.Contact(StoryCity.Lead), await story.Part(StoryCity.Signed, StoryCity.Lead));
        var id = await Service(story).RaiseDispute(asker, task.Id, "编制核定属编办职责。", Ct);
        Assert.Equal("request-disputed", await Refused(() => Service(story).RaiseDispute(asker, task.Id, "再提。", Ct)));
        var form = await city.Get<RequestQueries>().Form(asker, task.Id, Ct);
        Assert.Equal(form.DecideBy, (await One(story, id)).AnswerDueOn);
        Assert.Contains((await city.Get<WorkQueries>().Load(city.Office, Ct)).Items, i => i.Kind == WorkKind.DecideDispute && i.What == id);

        var version = await Version(story, id);
        var change = new DisputeDecision(DisputeOutcome.Changed, "依三定方案。", "改由市财政局牵头。", city.Unit(StoryCity.Cooperating).Id, RequestClock.Asked);
        Assert.Equal("request-dispute", await Refused(() => Service(story).Answer(city.Office, id, version, "答复。", Ct)));
        Assert.Equal("request-reason", await Refused(() => Service(story).Decide(city.Office, id, version, change with { Reason = " " }, Ct)));
        Assert.Equal("request-change", await Refused(() => Service(story).Decide(city.Office, id, version, change with { Change = null }, Ct)));
        Assert.Equal("request-new-unit", await Refused(() => Service(story).Decide(city.Office, id, version, change with { NewUnitId = asker.UnitId }, Ct)));
        Assert.Equal("request-unit", await Refused(() => Service(story).Decide(city.Office, id, version, change with { NewUnitId = Guid.NewGuid() }, Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refused(() => Service(story).Decide(city.Leader, id, version, change, Ct)));
        await Service(story).Decide(city.Office, id, version, change, Ct);

        var view = await city.Get<RequestQueries>().One(asker, id, Ct);
        Assert.Equal((DisputeOutcome.Changed, "改由市财政局牵头。", StoryCity.Cooperating), (view.Row.Outcome, view.Change, view.NewUnit));
        Assert.Equal(1, await Told(story, asker, NoticeKind.DisputeDecided));
        Assert.Equal("request-not-open", await Refused(() => Service(story).Decide(city.Office, id, version + 1, change, Ct)));
        // The decision names the change; the task itself has not moved.
        Assert.Equal((before.State, before.DueOn), ((await story.Part(StoryCity.Signed, StoryCity.Lead)).State, (await story.Part(StoryCity.Signed, StoryCity.Lead)).DueOn));
        Assert.Equal("over", await city.Stands("unit-request", id));
    }

    [Theory]
    [InlineData(RequestClock.Asked, HolderKind.Office)]
    [InlineData(RequestClock.Asker, HolderKind.Lead)]
    public async Task The_days_of_a_dispute_go_to_the_office_unless_it_decides_otherwise(RequestClock clock, HolderKind expected)
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var id = await Service(story).RaiseDispute(city.Contact(StoryCity.Lead), task.Id, "不属本单位职责。", Ct);
        city.Clock.SetDay(Today.AddDays(3));
        Assert.Equal(HolderKind.Office, await HolderOn(story, task, Today.AddDays(2)));
        await Service(story).Decide(city.Office, id, await Version(story, id), new DisputeDecision(DisputeOutcome.Stands, "属本单位职责。", null, null, clock), Ct);
        city.Clock.SetDay(Today.AddDays(8));
        Assert.Equal(expected, await HolderOn(story, task, Today.AddDays(2)));
        Assert.Equal(HolderKind.Lead, await HolderOn(story, task, Today.AddDays(7)));
    }

    [Fact]
    public async Task While_help_is_awaited_the_day_is_who_was_askeds()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Signed));
        var id = await Service(story).AskHelp(city.Contact(StoryCity.Lead), task.Id, city.Unit(StoryCity.Bystander).Id, "请协调用地。", Today.AddDays(10), Ct);
        city.Clock.SetDay(Today.AddDays(2));
        Assert.Equal(HolderKind.Unit, await HolderOn(story, task, Today.AddDays(1)));
        await Service(story).Withdraw(city.Contact(StoryCity.Lead), id, await Version(story, id), null, Ct);
        city.Clock.SetDay(Today.AddDays(5));
        Assert.Equal(HolderKind.Lead, await HolderOn(story, task, Today.AddDays(4)));
    }

    [Fact]
    public async Task A_unit_that_has_not_signed_declines_instead_and_outsiders_ask_nothing()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var (issued, closed, signed) = (await story.Task(StoryCity.Issued), await story.Task(StoryCity.WrittenOff), await story.Task(StoryCity.Signed));
        Assert.Equal("request-unsigned", await Refused(() => Service(story).RaiseDispute(city.Contact(StoryCity.Lead), issued.Id, "不是本单位的事。", Ct)));
        Assert.Equal("task-closed", await Refused(() => Service(story).AskHelp(city.Contact(StoryCity.Lead), closed.Id, null, "请协调。", Today.AddDays(5), Ct)));
        Assert.Equal(RuleBroken.NotFound, await Refused(() => Service(story).AskHelp(city.Contact(StoryCity.Bystander), signed.Id, null, "请协调。", Today.AddDays(5), Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Refused(() => Service(story).AskHelp(city.Office, signed.Id, null, "请协调。", Today.AddDays(5), Ct)));
    }

    [Theory]
    [InlineData("", 5, false, "request-text")]
    [InlineData("请协调。", -1, false, "request-day")]
    [InlineData("请协调。", null, false, "request-day")]
    [InlineData("请协调。", 5, true, "request-own")]
    public async Task What_cannot_be_asked_is_refused_at_its_field(string text, int? days, bool own, string code)
    {
        await using var story = await StoryCity.Create();
        var (contact, task) = (story.City.Contact(StoryCity.Lead), await story.Task(StoryCity.Signed));
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() =>
            Service(story).AskHelp(contact, task.Id, own ? contact.UnitId : null, text, days is { } d ? Today.AddDays(d) : null, Ct));
        Assert.Equal(code, refusal.Code);
        Assert.NotNull(refusal.Field);
    }

    [Fact]
    public async Task A_stale_form_is_refused_and_only_the_asker_ends_it()
    {
        await using var story = await StoryCity.Create();
        var request = await story.Request(RequestKind.Help, RequestState.Answered);
        var asker = story.City.Contact(StoryCity.Lead);
        Assert.Equal(RuleBroken.NotAllowed, await Refused(() => Service(story).Close(story.City.Contact(StoryCity.Cooperating), request.Id, request.Version, null, Ct)));
        Assert.Equal(RuleBroken.Stale, await Refused(() => Service(story).Close(asker, request.Id, request.Version - 1, null, Ct)));
        await Service(story).Close(asker, request.Id, request.Version, null, Ct);
        Assert.Equal("request-over", await Refused(() => Service(story).Withdraw(asker, request.Id, request.Version + 1, null, Ct)));
    }

    private static RequestService Service(StoryCity story) => story.City.Get<RequestService>();

    private static Task<UnitRequest> One(StoryCity story, Guid id) => story.City.Read(db => db.UnitRequests.AsNoTracking().SingleAsync(r => r.Id == id, Ct));

    private static async Task<int> Version(StoryCity story, Guid id) => (await One(story, id)).Version;

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;

    private static Task<int> Told(StoryCity story, Actor person, NoticeKind kind) =>
        story.City.Read(db => db.Notices.CountAsync(n => n.PersonId == person.PersonId && n.Kind == kind, Ct));

    private static Task<HolderKind> HolderOn(StoryCity story, AnnualTask task, DateOnly day) => story.City.Read(async db =>
        ClockLedger.HolderOn((await ClockReading.Of(db, [task.Id], ClockReading.Until(story.City.Clock.Now), Ct))[task.Id], day).Holder.Kind);
}
