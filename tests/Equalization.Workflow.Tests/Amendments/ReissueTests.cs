using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Audits;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Amendments;

/// <summary>Another text and another lead for a task that was issued, with the real processes under a set clock.</summary>
public sealed class ReissueTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task After_an_amendment_all_units_sign_anew_and_the_old_text_stays_with_who_signed_it()
    {
        await using var story = await StoryCity.Create();
        var (city, before) = (story.City, await story.Task(StoryCity.Signed));
        Assert.All(before.Units, u => Assert.Equal(TaskUnitState.Signed, u.State));

        await Service(story).AmendContent(city.Office, before.Id, before.Version, "上级口径调整。", before.Title, "新的任务内容。", before.Criteria, Ct);

        var after = await story.Task(StoryCity.Signed);
        Assert.Equal((2, TaskState.Issued, before.CurrentDueOn), (after.ContentNumber, after.State, after.CurrentDueOn));
        Assert.All(after.Units, u => Assert.Equal(TaskUnitState.ToSign, u.State));
        // Work has run since the first sign-for: neither light nor clock forgets it.
        Assert.Equal(before.Lead.SignedAt, after.Lead.SignedAt);
        var contact = city.Contact(StoryCity.Lead);
        var read = await city.Get<AmendmentQueries>().Contents(contact, before.Id, Ct);
        Assert.Equal([2, 1], read.Versions.Select(v => v.Number));
        Assert.Equal(("新的任务内容。", before.Text), (read.Versions[0].Text.Content, read.Versions[1].Text));
        Assert.Equal((0, 2, 2), (read.Versions[0].Receipts.Count, read.Versions[1].Receipts.Count, read.ToSign.Count));
        Assert.Equal("not-signed", await Code(city.Get<ReportService>().Save(contact, after.Lead.Id, null, CityTasks.Draft(50), Ct)));

        await city.Get<SignForService>().SignFor(contact, after.Lead.Id, after.Lead.Version, Ct);
        var signed = await story.Task(StoryCity.Signed);
        Assert.Equal((TaskState.UnderWay, before.Lead.SignedAt), (signed.State, signed.Lead.SignedAt));
        Assert.Equal(StoryCity.Lead, (await city.Get<AmendmentQueries>().Contents(contact, before.Id, Ct)).Versions[0].Receipts.Single().Unit);
        Assert.Null((await city.Get<AuditQueries>().Verify(city.Jurisdiction.Id, Ct)).BrokenAt);
        await city.PassTo(StoryCity.Today.AddDays(30));
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task A_moved_lead_leaves_the_days_before_with_the_unit_that_had_them()
    {
        await using var story = await StoryCity.Create();
        var (city, before) = (story.City, await story.Task(StoryCity.ExtensionAtOffice));
        var facts = (await Facts(city, before.Id)).Parts.Count;

        await Service(story).MoveLead(city.Office, before.Id, before.Version, "职能划转。", city.Unit(StoryCity.Bystander).Id, null, Ct);

        var after = await story.Task(StoryCity.ExtensionAtOffice);
        Assert.Equal((city.Unit(StoryCity.Bystander).Id, TaskState.Issued), (after.LeadUnitId, after.State));
        var old = after.Units.Single(u => u.UnitId == city.Unit(StoryCity.Lead).Id);
        Assert.Equal((UnitRole.FormerLead, TaskUnitState.Released), (old.Role, old.State));
        Assert.Equal(ExtensionState.Lapsed, (await story.Extension(StoryCity.ExtensionAtOffice)).State);
        await city.PassTo(StoryCity.Today.AddDays(3));
        var now = await Facts(city, before.Id);
        Assert.Equal(facts + 1, now.Parts.Count);
        Assert.Equal(city.Unit(StoryCity.Lead).Id, now.LeadOn(StoryCity.Today).UnitId);
        Assert.Equal((new Holder(HolderKind.Lead, city.Unit(StoryCity.Bystander).Id), HeldBecause.ToSign), ClockLedger.HolderOn(now, StoryCity.Today.AddDays(1)));
        // Who led before reads on, and does nothing more.
        var former = city.Contact(StoryCity.Lead) with { Day = StoryCity.Today.AddDays(3) };
        var file = await city.Get<TaskFileQueries>().Load(former, before.Id, StoryFilter.All, 50, Ct);
        Assert.Null(file.Mine.Part);
        Assert.Equal(RuleBroken.NotAllowed, await Code(city.Get<ReportService>().Save(former, old.Id, null, CityTasks.Draft(50), Ct)));

        var lead = city.Contact(StoryCity.Bystander) with { Day = StoryCity.Today.AddDays(3) };
        await city.Get<SignForService>().SignFor(lead, after.Lead.Id, after.Lead.Version, Ct);
        Assert.Equal(TaskState.UnderWay, (await story.Task(StoryCity.ExtensionAtOffice)).State);
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task A_lead_that_was_moved_by_mistake_goes_back_to_the_same_row()
    {
        await using var story = await StoryCity.Create();
        var (city, before) = (story.City, await story.Task(StoryCity.Reported));
        var (first, second) = (city.Unit(StoryCity.Lead).Id, city.Unit(StoryCity.Bystander).Id);
        await Service(story).MoveLead(city.Office, before.Id, before.Version, "职能划转。", second, null, Ct);
        await city.PassTo(StoryCity.Today.AddDays(2));
        var office = city.Office with { Day = StoryCity.Today.AddDays(2) };
        await Service(story).MoveLead(office, before.Id, (await story.Task(StoryCity.Reported)).Version, "划转有误。", first, null, Ct);

        var after = await story.Task(StoryCity.Reported);
        Assert.Equal((before.Lead.Id, UnitRole.Lead, TaskUnitState.ToSign), (after.Lead.Id, after.Lead.Role, after.Lead.State));
        await city.PassTo(StoryCity.Today.AddDays(4));
        var facts = await Facts(city, before.Id);
        Assert.Equal([first, second, second, first], Enumerable.Range(0, 4).Select(i => facts.LeadOn(StoryCity.Today.AddDays(i)).UnitId));
    }

    [Fact]
    public async Task A_late_task_gets_another_lead_only_with_another_day_and_the_ladder_of_the_old_one_ends()
    {
        await using var story = await StoryCity.Create();
        var (city, task) = (story.City, await story.Task(StoryCity.Late));
        var to = city.Unit(StoryCity.Bystander).Id;
        Assert.Equal("lead-due", await Code(Service(story).MoveLead(city.Office, task.Id, task.Version, "职能划转。", to, null, Ct)));

        await Service(story).MoveLead(city.Office, task.Id, task.Version, "职能划转。", to, StoryCity.Today.AddDays(30), Ct);

        var matter = await story.Matter(StoryCity.Late);
        Assert.Equal((EscalationState.Settled, "牵头单位已变更"), (matter.State, matter.SettledBecause));
        var again = await city.Read(db => WhySheets.OfTask(db, task.Id, ChinaTime.StartOf(StoryCity.Today), city.Get<Core.Lights.RuleBook>(), new Core.Calendars.WorkingCalendar([]), Ct));
        Assert.Equal(StoryCity.Lead, again.Unit);
        await city.PassTo(StoryCity.Today.AddDays(32));
        Assert.Equal([city.Unit(StoryCity.Lead).Id, to], await city.Read(db =>
            db.Escalations.Where(e => e.TaskId == task.Id).OrderBy(e => e.DueOn).Select(e => e.UnitId).ToListAsync(Ct)));
        Assert.Single(await city.Stopped());
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_words()
    {
        await using var story = await StoryCity.Create();
        var (service, city) = (Service(story), story.City);
        var task = await story.Task(StoryCity.Signed);
        var other = city.Unit(StoryCity.Bystander).Id;
        Task<Guid> Amend(AnnualTask on, string? content, Actor? by = null, int late = 0) =>
            service.AmendContent(by ?? city.Office, on.Id, on.Version - late, "调整。", on.Title, content, on.Criteria, Ct);
        Task<Guid> Move(AnnualTask on, Guid? to, Actor? by = null, int late = 0) => service.MoveLead(by ?? city.Office, on.Id, on.Version - late, "划转。", to, null, Ct);

        Assert.Equal("content-same", await Code(Amend(task, task.Content)));
        Assert.Equal("content-empty", await Code(Amend(task, " ")));
        Assert.Equal(RuleBroken.NotAllowed, await Code(Amend(task, "改。", city.Contact(StoryCity.Lead))));
        Assert.Equal(RuleBroken.Stale, await Code(Amend(task, "改。", late: 1)));
        Assert.Equal("lead-same", await Code(Move(task, city.Unit(StoryCity.Lead).Id)));
        Assert.Equal("lead-cooperates", await Code(Move(task, city.Unit(StoryCity.Cooperating).Id)));
        Assert.Equal("lead-unit", await Code(Move(task, null)));
        Assert.Equal("lead-unit", await Code(Move(task, city.Unit(TestCity.OfficeUnit).Id)));
        Assert.Equal(RuleBroken.Stale, await Code(Move(task, other, late: 1)));
        var reviewed = await story.Task(StoryCity.CompletionAtOffice);
        Assert.Equal("task-under-review", await Code(Amend(reviewed, "改。")));
        Assert.Equal("task-under-review", await Code(Move(reviewed, other)));
        await service.Hold(city.Office, task.Id, task.Version, "等待。", "省财政厅", StoryCity.Today, Ct);
        var held = await story.Task(StoryCity.Signed);
        Assert.Equal("task-held", await Code(Amend(held, "改。")));
        Assert.Equal("task-held", await Code(Move(held, other)));
        var closed = await story.Task(StoryCity.WrittenOff);
        Assert.Equal("task-closed", await Code(Amend(closed, "改。")));
    }

    private static async Task<ClockFacts> Facts(TestCity city, Guid taskId) =>
        (await city.Read(db => ClockReading.Of(db, [taskId], ClockReading.Until(city.Clock.Now), Ct)))[taskId];

    private static async Task<string> Code(Task act) => (await Assert.ThrowsAsync<RuleBroken>(() => act)).Code;

    private static AmendmentService Service(StoryCity story) => story.City.Get<AmendmentService>();
}
