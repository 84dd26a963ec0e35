using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Amendments;

/// <summary>
/// Withdrawing, holding and resuming what was issued, with the real processes under a set clock. One process of the story stands still with an incident
/// by its own will; a second would be these acts' doing.
/// </summary>
public sealed class AmendmentServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_task_under_review_is_withdrawn_with_its_request_and_nothing_is_lost()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.CompletionAtOffice);
        var reports = await story.City.Read(db => db.ProgressReports.CountAsync(r => r.TaskId == task.Id, Ct));

        await Service(story).Withdraw(story.City.Office, task.Id, task.Version, "政策调整，不再单列。", Ct);

        var after = await story.Task(StoryCity.CompletionAtOffice);
        Assert.Equal((TaskState.Withdrawn, StoryCity.Today, (DateOnly?)null), (after.State, after.ClosedOn, after.ReviewSince));
        var request = await story.City.Read(db => db.CompletionRequests.AsNoTracking().SingleAsync(c => c.TaskId == task.Id, Ct));
        Assert.Equal((CompletionState.Lapsed, "政策调整，不再单列。"), (request.State, request.ReturnReason));
        Assert.Equal(reports, await story.City.Read(db => db.ProgressReports.CountAsync(r => r.TaskId == task.Id, Ct)));
        var card = (await story.City.Get<AmendmentQueries>().OfTask(story.City.Contact(StoryCity.Lead), task.Id, Ct)).Single();
        Assert.Equal((AmendmentKind.Withdrawal, TaskState.UnderReview, TaskState.Withdrawn), (card.Kind, card.Before.State, card.After.State));
        Assert.Equal(request.AskedBy, card.Before.CompletionAskedBy);
        Assert.Equal((1, 1), (await Told(story, story.City.Contact(StoryCity.Lead)), await Told(story, story.City.Contact(StoryCity.Cooperating))));
        var key = task.Id.ToString();
        Assert.Equal(0, await story.City.Read(db => db.Set<Instance>().CountAsync(i => i.DefinitionId == "annual-task" && i.CorrelationId == key && i.Status == InstanceStatus.Running, Ct)));
        Assert.Single(await story.City.Stopped());
    }

    [Theory]
    [InlineData(StoryCity.Issued)]
    [InlineData(StoryCity.Reported)]
    [InlineData(StoryCity.ExtensionAtOffice)]
    [InlineData(StoryCity.Late)]
    public async Task Whatever_state_it_is_in_a_withdrawn_task_asks_nothing_more_of_anybody(string title)
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(title);

        await Service(story).Withdraw(story.City.Office, task.Id, task.Version, "并入其他任务。", Ct);

        Assert.Equal(0, await story.City.Read(db => db.ExtensionRequests.CountAsync(e => e.TaskId == task.Id && e.State == ExtensionState.WithOffice, Ct)));
        Assert.Equal(0, await story.City.Read(db => db.Escalations.CountAsync(e => e.TaskId == task.Id && e.State == EscalationState.Open, Ct)));
        await story.City.PassTo(StoryCity.Today.AddDays(60));
        Assert.Single(await story.City.Stopped());
        Assert.Equal("task-closed", (await Assert.ThrowsAsync<RuleBroken>(() => Service(story).Withdraw(story.City.Office, task.Id, task.Version + 1, "再撤。", Ct))).Code);
    }

    [Fact]
    public async Task While_held_no_light_moves_and_nobody_is_urged_and_resuming_moves_the_day_by_the_working_days_held()
    {
        await using var city = await TestCity.Create();
        city.Clock.SetDay(new DateOnly(2018, 4, 9));
        var task = await city.LaySignedTask(dueOn: new DateOnly(2018, 4, 20));
        var light = (await city.Task(task.Id)).Light;
        await Hold(city, task.Id, new DateOnly(2018, 4, 9));

        city.Clock.SetDay(new DateOnly(2018, 6, 4));
        await city.Get<SweepService>().Run(Ct);
        var held = await city.Task(task.Id);
        Assert.Equal((light, new DateOnly(2018, 4, 9)), (held.Light, held.HeldSince));
        var office = city.Office with { Day = new DateOnly(2018, 6, 4) };
        Assert.DoesNotContain((await city.Get<TaskQueries>().Page(office, new TaskFilter { Overdue = true }, 1, 20, Ct)).Rows, r => r.Id == task.Id);
        Assert.Equal("task-held", (await Assert.ThrowsAsync<RuleBroken>(() =>
            city.Get<UrgeService>().Send(office, held.PartOf(city, CityTasks.Lead).Id, "请抓紧。", Ct))).Code);

        var calendar = await city.Get<WorkingCalendars>().Current(Ct);
        var days = calendar.WorkingDaysBetween(new DateOnly(2018, 4, 8), new DateOnly(2018, 6, 4));
        var form = await city.Get<AmendmentQueries>().Form(office, task.Id, Ct);
        await Service(city).Resume(office, task.Id, held.Version, "资金已到位。", Ct);

        var resumed = await city.Task(task.Id);
        Assert.Equal(new DateOnly(2018, 4, 20), resumed.FirstDueOn);
        Assert.Equal(calendar.AddWorkingDays(new DateOnly(2018, 4, 20), days), resumed.CurrentDueOn);
        Assert.Equal((days, resumed.CurrentDueOn), (form.WorkingDaysHeld, form.ResumedDueOn));
        Assert.All(resumed.Units, u => Assert.Equal(resumed.CurrentDueOn, u.DueOn));
        var move = await city.Read(db => db.DueMoves.SingleAsync(m => m.TaskId == task.Id, Ct));
        Assert.Equal((new DateOnly(2018, 4, 20), resumed.CurrentDueOn), (move.FromDueOn, move.ToDueOn));
    }

    [Fact]
    public async Task The_days_held_are_booked_to_nobody()
    {
        await using var city = await TestCity.Create();
        city.Clock.SetDay(new DateOnly(2018, 4, 9));
        var task = await city.LaySignedTask(dueOn: new DateOnly(2018, 5, 31));
        city.Clock.SetDay(new DateOnly(2018, 4, 16));
        await Hold(city, task.Id, new DateOnly(2018, 4, 12));
        city.Clock.SetDay(new DateOnly(2018, 4, 18));
        await Service(city).Resume(city.Office with { Day = new DateOnly(2018, 4, 18) }, task.Id, (await city.Task(task.Id)).Version, "资金已到位。", Ct);
        city.Clock.SetDay(new DateOnly(2018, 4, 23));

        var calendar = await city.Get<WorkingCalendars>().Current(Ct);
        var ledger = ClockLedger.Of((await city.Read(db => ClockReading.Of(db, [task.Id], ClockReading.Until(city.Clock.Now), Ct)))[task.Id], calendar);

        var nobody = ledger.Spans.Single(s => s.Because == HeldBecause.OnHold);
        Assert.Equal((new DateOnly(2018, 4, 12), new DateOnly(2018, 4, 18), HolderKind.Nobody), (nobody.From, nobody.To, nobody.Holder.Kind));
        Assert.Equal(5, nobody.WorkingDays);
        Assert.Equal(ledger.WorkingDays, ledger.Spans.Sum(s => s.WorkingDays));
    }

    [Fact]
    public async Task A_due_day_that_passes_while_held_opens_no_ladder_until_the_moved_day_has_passed()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Reported);
        await Hold(story.City, task.Id, StoryCity.Today);
        var resumeOn = task.CurrentDueOn.AddDays(10);
        await story.City.PassTo(resumeOn);
        Assert.Equal(0, await story.City.Read(db => db.Escalations.CountAsync(e => e.TaskId == task.Id, Ct)));
        Assert.Equal(0, await story.City.Read(db => db.Urges.CountAsync(u => u.TaskId == task.Id, Ct)));

        await Service(story.City).Resume(story.City.Office with { Day = resumeOn }, task.Id, (await story.City.Task(task.Id)).Version, "资金已到位。", Ct);
        var due = (await story.City.Task(task.Id)).CurrentDueOn;
        Assert.True(due > resumeOn);
        await story.City.PassTo(due.AddDays(1), 1);
        Assert.Equal(due, (await story.City.Read(db => db.Escalations.AsNoTracking().SingleAsync(e => e.TaskId == task.Id, Ct))).DueOn);
        Assert.Single(await story.City.Stopped());
    }

    [Fact]
    public async Task A_task_late_when_held_stays_late_by_the_same_days_and_its_ladder_goes_on_where_it_stood()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.Late);
        var (matter, proposed) = (await story.Matter(StoryCity.Late), await story.Paper(StoryCity.Late));
        await story.City.Get<ProposalService>().Sign(
            story.City.Office, proposed.Id, proposed.Version, new StepTerms("请限期办结。", null, null, StoryCity.Today.AddDays(14)), TestSite.Password, Ct);
        var paper = await story.Paper(StoryCity.Late);
        Assert.Equal((true, StepState.Served), (task.CurrentDueOn < StoryCity.Today, paper.State));
        var calendar = await story.City.Get<WorkingCalendars>().Current(Ct);
        var late = calendar.WorkingDaysBetween(task.CurrentDueOn, StoryCity.Today.AddDays(-1));
        var left = calendar.WorkingDaysBetween(StoryCity.Today, paper.AnswerDueOn!.Value);
        await Hold(story.City, task.Id, StoryCity.Today);
        var resumeOn = paper.AnswerDueOn.Value.AddDays(40);
        await story.City.PassTo(resumeOn);
        Assert.Null((await story.Paper(StoryCity.Late)).LapsedAt);

        var office = story.City.Office with { Day = resumeOn };
        await Service(story).Resume(office, task.Id, (await story.Task(StoryCity.Late)).Version, "资金已到位。", Ct);

        var resumed = await story.Task(StoryCity.Late);
        Assert.Equal((task.CurrentDueOn, task.Lead.DueOn), (resumed.CurrentDueOn, resumed.Lead.DueOn));
        Assert.Equal(-late, (await story.City.Get<TaskQueries>().Page(office, new TaskFilter { Overdue = true }, 1, 50, Ct)).Rows.Single(r => r.Id == task.Id).WorkingDaysLeft);
        // The day of resuming is still held.
        var next = calendar.AddWorkingDays(resumeOn, 1);
        await story.City.PassTo(next);
        var sheet = await story.City.Read(db => WhySheets.OfTask(db, task.Id, ClockReading.Until(story.City.Clock.Now), story.City.Get<RuleBook>(), calendar, Ct));
        Assert.Equal((late + 1, late + 1), (sheet.Count.WorkingDays, sheet.Late.WorkingDays));
        Assert.Contains($"逾期 {late + 1} 个工作日", sheet.Reason.Text);
        var termEnds = calendar.AddWorkingDays(resumeOn, left);
        await story.City.PassTo(termEnds);
        Assert.Null((await story.Paper(StoryCity.Late)).LapsedAt);
        await story.City.PassTo(termEnds.AddDays(1));
        Assert.NotNull((await story.Paper(StoryCity.Late)).LapsedAt);
        var after = await story.Matter(StoryCity.Late);
        Assert.Equal((matter.Id, EscalationState.Open), (after.Id, after.State));
        Assert.Single(await story.City.Stopped());
    }

    [Fact]
    public async Task An_extension_granted_by_mistake_is_taken_back_and_stays_on_record()
    {
        await using var story = await StoryCity.Create();
        var before = await story.Task(StoryCity.ExtensionAtOffice);
        Assert.Equal("extension-not-last", await Code(Service(story).UndoExtension(story.City.Office, before.Id, before.Version, "误批。", Ct)));
        var request = await story.Extension(StoryCity.ExtensionAtOffice);
        await story.City.Get<ExtensionService>().Grant(story.City.Office, request.Id, request.Version, request.NewDueOn, null, Ct);
        var granted = await story.Task(StoryCity.ExtensionAtOffice);
        story.City.Clock.Advance(TimeSpan.FromMinutes(5));

        await Service(story).UndoExtension(story.City.Office, granted.Id, granted.Version, "误批。", Ct);

        var after = await story.Task(StoryCity.ExtensionAtOffice);
        Assert.Equal((before.CurrentDueOn, before.ExtensionCount), (after.CurrentDueOn, after.ExtensionCount));
        Assert.Equal(ExtensionState.Granted, (await story.Extension(StoryCity.ExtensionAtOffice)).State);
        Assert.Equal(2, await story.City.Read(db => db.DueMoves.CountAsync(m => m.TaskId == after.Id, Ct)));
        Assert.Equal("extension-not-last", await Code(Service(story).UndoExtension(story.City.Office, after.Id, after.Version, "再更正。", Ct)));
    }

    [Fact]
    public async Task A_write_off_by_mistake_is_revoked_and_the_task_goes_on_under_its_number()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.WrittenOff);

        await Service(story).UndoWriteOff(story.City.Office, task.Id, task.Version, "误销。", StoryCity.Today.AddDays(30), Ct);

        var after = await story.Task(StoryCity.WrittenOff);
        Assert.Equal((TaskState.Returned, task.Number, (DateOnly?)null), (after.State, after.Number, after.ClosedOn));
        Assert.Equal(StoryCity.Today, (await story.City.Read(db => db.WriteOffs.AsNoTracking().SingleAsync(w => w.TaskId == task.Id, Ct))).RevokedOn);
        await story.City.PassTo(StoryCity.Today.AddDays(32));
        Assert.Equal(after.CurrentDueOn, (await story.City.Read(db => db.Escalations.AsNoTracking().SingleAsync(e => e.TaskId == task.Id, Ct))).DueOn);
        Assert.Single(await story.City.Stopped());
        var still = await story.Task(StoryCity.Signed);
        Assert.Equal("not-written-off", await Code(Service(story).UndoWriteOff(story.City.Office, still.Id, still.Version, "误销。", StoryCity.Today.AddDays(30), Ct)));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_words()
    {
        await using var story = await StoryCity.Create();
        var (service, office, today) = (Service(story), story.City.Office, StoryCity.Today);
        var task = await story.Task(StoryCity.Signed);
        Assert.Equal("task-not-held", await Code(service.Resume(office, task.Id, task.Version, "恢复。", Ct)));
        Assert.Equal("amendment-reason", await Code(service.Hold(office, task.Id, task.Version, " ", "省财政厅", today, Ct)));
        Assert.Equal("hold-body", await Code(service.Hold(office, task.Id, task.Version, "等待。", null, today, Ct)));
        Assert.Equal("hold-day", await Code(service.Hold(office, task.Id, task.Version, "等待。", "省财政厅", today.AddDays(1), Ct)));
        Assert.Equal(RuleBroken.NotAllowed, await Code(service.Hold(story.City.Contact(StoryCity.Lead), task.Id, task.Version, "等待。", "省财政厅", today, Ct)));
        Assert.Equal(RuleBroken.Stale, await Code(service.Hold(office, task.Id, task.Version - 1, "等待。", "省财政厅", today, Ct)));
        await Hold(story.City, task.Id, today);
        Assert.Equal("task-held-already", await Code(service.Hold(office, task.Id, task.Version + 1, "等待。", "省财政厅", today, Ct)));
        var closed = await story.Task(StoryCity.WrittenOff);
        Assert.Equal("task-closed", await Code(service.Hold(office, closed.Id, closed.Version, "等待。", "省财政厅", today, Ct)));
        var reviewed = await story.Task(StoryCity.CompletionAtOffice);
        Assert.Equal("task-under-review", await Code(service.Hold(office, reviewed.Id, reviewed.Version, "等待。", "省财政厅", today, Ct)));
    }

    private static async Task<string> Code(Task act) => (await Assert.ThrowsAsync<RuleBroken>(() => act)).Code;

    private static AmendmentService Service(StoryCity story) => Service(story.City);

    private static AmendmentService Service(TestCity city) => city.Get<AmendmentService>();

    private static async Task Hold(TestCity city, Guid taskId, DateOnly since) =>
        await Service(city).Hold(city.Office with { Day = city.Clock.Today() }, taskId, (await city.Task(taskId)).Version, "等待省级资金。", "省财政厅", since, Ct);

    private static Task<int> Told(StoryCity story, Actor person) =>
        story.City.Read(db => db.Notices.CountAsync(n => n.PersonId == person.PersonId && n.Kind == NoticeKind.TaskChanged, Ct));
}
