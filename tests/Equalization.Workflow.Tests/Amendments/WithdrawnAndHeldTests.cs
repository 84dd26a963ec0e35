using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Requests;
using Equalization.Workflow.Core.Reviews;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Amendments;

/// <summary>What hangs on a task follows it: it ends when the task is withdrawn and stands still while the task is held.</summary>
public sealed class WithdrawnAndHeldTests
{
    private static readonly DateOnly Today = StoryCity.Today;

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task What_is_asked_on_a_withdrawn_task_ends_with_it_and_nobody_is_late_afterwards()
    {
        await using var story = await StoryCity.Create();
        var (city, help) = (story.City, await story.Help());
        var task = await city.Task(help.TaskId);
        var asker = city.Contact(StoryCity.Lead);
        var requests = city.Get<RequestService>();
        var asked = await requests.AskHelp(asker, task.Id, city.Unit(StoryCity.Bystander).Id, "请协调用地。", Today.AddDays(10), Ct);
        var dispute = await requests.RaiseDispute(asker, task.Id, "不属本单位职责。", Ct);
        var instruction = await city.Get<InstructionService>().Give(city.Leader, task.Id, task.LeadUnitId, "请抓紧。", Today.AddDays(10), Ct);
        task = await city.Task(task.Id);

        await city.Get<AmendmentService>().Withdraw(city.Office, task.Id, task.Version, "政策调整。", Ct);

        var ended = await story.Help();
        Assert.Equal((false, "政策调整。", null, null), (ended.IsOpen, ended.EndedWith, ended.Answer, ended.AnsweredAt));
        var row = (await city.Get<HelpQueries>().OfTask(city.Office, task.Id, Ct)).Single(h => h.Id == help.Id);
        Assert.Equal((ended.EndedAt, "政策调整。"), (row.EndedAt, row.EndedWith));
        var states = await city.Read(db => db.UnitRequests.Where(r => r.TaskId == task.Id).Select(r => new { r.State, r.EndedWith }).ToListAsync(Ct));
        Assert.Equal(2, states.Count);
        Assert.All(states, s => Assert.Equal((RequestState.Withdrawn, "政策调整。"), (s.State, s.EndedWith)));
        Assert.Equal(InstructionState.Withdrawn, await city.Read(db => db.Instructions.Where(i => i.Id == instruction).Select(i => i.State).SingleAsync(Ct)));
        Assert.Equal(
            ("over", "over", "over", "over"),
            (await city.Stands("unit-request", asked), await city.Stands("unit-request", dispute), await city.Stands("instruction", instruction), await city.Stands("help-request", help.Id)));
        Assert.Equal((1, 1), (await Told(city, city.Contact(StoryCity.Bystander)), await Told(city, city.Leader)));
        Assert.Equal("task-closed", (await Assert.ThrowsAsync<RuleBroken>(() => requests.Answer(city.Contact(StoryCity.Bystander), asked, 1, "可以。", Ct))).Code);
        var lines = await city.Read(db => db.Stories.CountAsync(s => s.TaskId == task.Id, Ct));
        await city.PassTo(Today.AddDays(60));
        Assert.Equal(lines, await city.Read(db => db.Stories.CountAsync(s => s.TaskId == task.Id, Ct)));
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task What_a_leader_asks_on_a_task_ends_when_its_lead_is_let_go()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Declined));
        var part = task.Units.Single(u => u.State == TaskUnitState.Declined);
        Assert.Equal(UnitRole.Lead, part.Role);
        var instruction = await city.Get<InstructionService>().Give(city.Leader, task.Id, task.LeadUnitId, "请抓紧。", Today.AddDays(10), Ct);

        await city.Get<SignForService>().DecideDecline(city.Office, part.Id, part.Version, release: true, "同意退回。", Ct);

        var state = await city.Read(db => db.Instructions.Where(i => i.Id == instruction).Select(i => new { i.State, i.EndedWith }).SingleAsync(Ct));
        Assert.Equal((InstructionState.Withdrawn, "同意退回。"), (state.State, state.EndedWith));
        Assert.Equal("over", await city.Stands("instruction", instruction));
        Assert.Equal(1, await Told(city, city.Leader));
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task A_write_off_ends_what_units_asked_for_and_leaves_the_leaders_instruction_to_be_answered()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.CompletionAtOffice));
        var requests = city.Get<RequestService>();
        var asked = await requests.AskHelp(city.Contact(StoryCity.Lead), task.Id, city.Unit(StoryCity.Bystander).Id, "请协调用地。", Today.AddDays(10), Ct);
        var instruction = await city.Get<InstructionService>().Give(city.Leader, task.Id, task.LeadUnitId, "请抓紧。", Today.AddDays(10), Ct);
        var request = await city.Read(db => db.CompletionRequests.AsNoTracking().SingleAsync(c => c.TaskId == task.Id && c.State == CompletionState.WithOffice, Ct));

        await city.Get<CompletionService>().Accept(city.Office, request.Id, request.Version, null, Ct);

        var ended = await city.Read(db => db.UnitRequests.AsNoTracking().SingleAsync(r => r.Id == asked, Ct));
        Assert.Equal((RequestState.Withdrawn, "任务已销账，不再办理"), (ended.State, ended.EndedWith));
        Assert.Equal("over", await city.Stands("unit-request", asked));
        Assert.Equal(1, await Told(city, city.Contact(StoryCity.Bystander)));
        var open = await city.Read(db => db.Instructions.AsNoTracking().SingleAsync(i => i.Id == instruction, Ct));
        Assert.Equal(InstructionState.Open, open.State);
        await city.Get<InstructionService>().Answer(city.Contact(StoryCity.Lead), instruction, open.Version, "已全部完成。", Ct);
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task A_reason_longer_than_the_field_it_ends_in_is_cut_between_characters()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Reported));
        var instruction = await city.Get<InstructionService>().Give(city.Leader, task.Id, task.LeadUnitId, "请抓紧。", Today.AddDays(10), Ct);
        // The character that the bound runs through is written with two halves.
        var reason = new string('理', Instruction.LongestText - 1) + "𠮷由";

        await city.Get<AmendmentService>().Withdraw(city.Office, task.Id, task.Version, reason, Ct);

        Assert.Equal(new string('理', Instruction.LongestText - 1), await city.Read(db => db.Instructions.Where(i => i.Id == instruction).Select(i => i.EndedWith).SingleAsync(Ct)));
    }

    [Fact]
    public async Task The_asker_of_an_extension_is_told_that_the_task_was_withdrawn()
    {
        await using var story = await StoryCity.Create();
        var task = await story.Task(StoryCity.ExtensionAtOffice);

        await story.City.Get<AmendmentService>().Withdraw(story.City.Office, task.Id, task.Version, "政策调整。", Ct);

        var told = await story.City.Read(db => db.Notices.Where(n => n.SubjectId == task.Id && n.Kind == NoticeKind.ExtensionDecided).Select(n => n.Format).ToListAsync(Ct));
        Assert.Equal(["任务 {0}“{1}”已撤回，延期申请不再办理。"], told);
    }

    [Fact]
    public async Task What_is_asked_on_a_held_task_is_neither_reminded_of_nor_late_and_has_its_day_moved_by_the_hold()
    {
        await using var story = await StoryCity.Create();
        var (city, help) = (story.City, await story.Help());
        var task = await city.Task(help.TaskId);
        var asked = await city.Get<RequestService>().AskHelp(city.Contact(StoryCity.Lead), task.Id, city.Unit(StoryCity.Bystander).Id, "请协调用地。", Today.AddDays(10), Ct);
        var instruction = await city.Get<InstructionService>().Give(city.Leader, task.Id, task.LeadUnitId, "请抓紧。", Today.AddDays(10), Ct);
        await Hold(city, task.Id, Today);
        var (lines, notices) = (await Lines(), await Notices());

        var resumeOn = Today.AddDays(40);
        await city.PassTo(resumeOn);
        Assert.Equal((lines, notices), (await Lines(), await Notices()));

        await city.Get<AmendmentService>().Resume(city.Office with { Day = resumeOn }, task.Id, (await city.Task(task.Id)).Version, "资金已到位。", Ct);
        var calendar = await city.Get<WorkingCalendars>().Current(Ct);
        var days = calendar.WorkingDaysBetween(Today.AddDays(-1), resumeOn);
        var moved = calendar.AddWorkingDays(Today.AddDays(10), days);
        Assert.Equal(moved, await city.Read(db => db.UnitRequests.Where(r => r.Id == asked).Select(r => r.AnswerDueOn).SingleAsync(Ct)));
        Assert.Equal(moved, await city.Read(db => db.Instructions.Where(i => i.Id == instruction).Select(i => i.AnswerDueOn).SingleAsync(Ct)));
        Assert.Equal(calendar.AddWorkingDays(help.AnswerDueOn, days), (await story.Help()).AnswerDueOn);

        await city.PassTo(moved.AddDays(30));
        Assert.NotNull(await city.Read(db => db.UnitRequests.Where(r => r.Id == asked).Select(r => r.LapsedAt).SingleAsync(Ct)));
        Assert.NotNull(await city.Read(db => db.Instructions.Where(i => i.Id == instruction).Select(i => i.LapsedAt).SingleAsync(Ct)));
        Assert.Equal(1, await city.Read(db => db.Stories.CountAsync(s => s.TaskId == task.Id && s.Format.StartsWith("需协调事项未在"), Ct)));

        Task<int> Lines() => city.Read(db => db.Stories.CountAsync(s => s.TaskId == task.Id, Ct));
        Task<int> Notices() => city.Read(db => db.Notices.CountAsync(n => n.Kind == NoticeKind.InstructionGiven || n.Kind == NoticeKind.RequestAsked || n.Kind == NoticeKind.HelpAsked, Ct));
    }

    [Fact]
    public async Task The_offices_term_to_answer_an_extension_stands_still_with_the_task()
    {
        await using var story = await StoryCity.Create();
        var (city, request) = (story.City, await story.Extension(StoryCity.ExtensionAtOffice));
        await Hold(city, request.TaskId, Today);
        var resumeOn = Today.AddDays(40);
        await city.PassTo(resumeOn);
        Assert.Equal(0, await LateAnswers(city, request.TaskId));

        await city.Get<AmendmentService>().Resume(city.Office with { Day = resumeOn }, request.TaskId, (await city.Task(request.TaskId)).Version, "资金已到位。", Ct);
        await city.PassTo(resumeOn.AddDays(1));
        Assert.Equal(0, await LateAnswers(city, request.TaskId));
        await city.PassTo(resumeOn.AddDays(30));
        Assert.Equal(1, await LateAnswers(city, request.TaskId));
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task A_head_passes_no_extension_on_while_the_task_is_held()
    {
        await using var story = await StoryCity.Create();
        var request = await story.Extension(StoryCity.ExtensionAtHead);
        await Hold(story.City, request.TaskId, Today);

        Assert.Equal("task-held", (await Assert.ThrowsAsync<RuleBroken>(() =>
            story.City.Get<ExtensionService>().HeadApprove(story.City.Head(StoryCity.Lead), request.Id, request.Version, Ct))).Code);
    }

    [Fact]
    public async Task A_day_to_sign_by_set_during_the_hold_grows_by_no_more_than_its_term()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Declined));
        await Hold(city, task.Id, Today);
        var (decidedOn, resumeOn) = (Today.AddDays(21), Today.AddDays(28));
        await city.PassTo(decidedOn);
        var part = (await city.Task(task.Id)).Units.First(u => u.State == TaskUnitState.Declined);
        await city.Get<SignForService>().DecideDecline(city.Office with { Day = decidedOn }, part.Id, part.Version, release: false, "职责分工已明确。", Ct);
        var term = (await city.Get<WorkingCalendars>().Current(Ct)).WorkingDaysBetween(decidedOn, (await city.Task(task.Id)).Units.Single(u => u.Id == part.Id).SignDueOn);
        await city.PassTo(resumeOn);

        await city.Get<AmendmentService>().Resume(city.Office with { Day = resumeOn }, task.Id, (await city.Task(task.Id)).Version, "资金已到位。", Ct);

        var calendar = await city.Get<WorkingCalendars>().Current(Ct);
        Assert.Equal(calendar.AddWorkingDays(resumeOn, term), (await city.Task(task.Id)).Units.Single(u => u.Id == part.Id).SignDueOn);
    }

    [Fact]
    public async Task A_day_that_passes_while_held_counts_as_late_nowhere()
    {
        await using var city = await TestCity.Create();
        city.Clock.SetDay(new DateOnly(2018, 4, 9));
        var task = await city.LaySignedTask(dueOn: new DateOnly(2018, 4, 20));
        await Hold(city, task.Id, new DateOnly(2018, 4, 9));
        var office = city.Office with { Day = new DateOnly(2018, 4, 18) };
        city.Clock.SetDay(office.Day);
        Assert.Empty((await city.Get<TaskQueries>().Page(office, new TaskFilter { DueWithin = 7 }, 1, 20, Ct)).Rows);

        city.Clock.SetDay(new DateOnly(2018, 7, 4));
        office = city.Office with { Day = new DateOnly(2018, 7, 4) };
        await city.Get<SnapshotService>().Run(Ct);
        var day = await city.Read(db => db.Snapshots.AsNoTracking().SingleAsync(s => s.JurisdictionId == city.Jurisdiction.Id, Ct));
        Assert.Equal((1, 0, 0), (day.Tasks, day.Overdue, day.DueSoon));
        Assert.Equal(0, (await city.Get<ClockQueries>().OfTask(office, task.Id, Ct)).Overdue);
        Assert.DoesNotContain((await city.Get<WorkQueries>().Load(city.Contact(CityTasks.Lead) with { Day = office.Day }, Ct)).Items, i => i.Kind == WorkKind.Report);
    }

    [Fact]
    public async Task A_held_task_is_named_in_no_bulletin()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Late));
        await city.Get<SnapshotService>().Run(Ct);
        var on = Today.AddDays(-1);
        Assert.Contains(await Named(on), l => l == task.Number);
        await Hold(city, task.Id, Today);

        Assert.DoesNotContain(await Named(on), l => l == task.Number);

        async Task<List<string>> Named(DateOnly day)
        {
            var id = await city.Get<BulletinService>().Draft(city.Office, BulletinKind.Criticism, day, Ct);
            return await city.Read(db => db.BulletinLines.Where(l => l.BulletinId == id && l.DroppedAt == null).Select(l => l.TaskNumber).ToListAsync(Ct));
        }
    }

    private static async Task Hold(TestCity city, Guid taskId, DateOnly since) => await city.Get<AmendmentService>().Hold(
        city.Office with { Day = city.Clock.Today() }, taskId, (await city.Task(taskId)).Version, "等待省级资金。", "省财政厅", since, Ct);

    private static Task<int> LateAnswers(TestCity city, Guid taskId) =>
        city.Read(db => db.Stories.CountAsync(s => s.TaskId == taskId && s.Format.StartsWith("延期申请报送后"), Ct));

    private static Task<int> Told(TestCity city, Actor person) =>
        city.Read(db => db.Notices.CountAsync(n => n.PersonId == person.PersonId && n.Kind == NoticeKind.TaskChanged, Ct));
}
