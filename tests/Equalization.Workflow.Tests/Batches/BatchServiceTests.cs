using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Batches;

public sealed class BatchServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task A_row_signed_by_another_and_a_task_withdrawn_meanwhile_are_refused_and_the_others_are_signed()
    {
        await using var city = await TestCity.Create();
        var tasks = await city.LayTasks(4);
        var finance = city.Contact(CityTasks.Cooperating);
        var picks = tasks.ConvertAll(t => t.PartOf(city, CityTasks.Cooperating).Pick());
        var signing = city.Get<SignForService>();
        await signing.SignFor(city.Head(CityTasks.Cooperating), picks[1].Id, picks[1].Version!.Value, Ct);
        await signing.Decline(city.Contact(BatchCity.County), tasks[2].Lead.Id, tasks[2].Lead.Version, "不属本县。", Ct);
        await signing.DecideDecline(city.Office, tasks[2].Lead.Id, (await city.Task(tasks[2].Id)).Lead.Version, release: true, "同意", Ct);

        var results = await city.Get<BatchService>().Run(finance, new BatchOrder(BatchAct.SignFor, picks), Ct);

        Assert.Equal([null, RuleBroken.Stale, "task-closed", null], results.Select(r => r.Refusal?.Code));
        Assert.Equal(tasks.Select(t => t.Number), results.Select(r => r.Task!.Number));
        Assert.All(new[] { tasks[0], tasks[3] }, t => Assert.Equal(TaskUnitState.Signed, city.Task(t.Id).Result.PartOf(city, CityTasks.Cooperating).State));
        Assert.Equal(city.Head(CityTasks.Cooperating).Signature(), (await city.Task(tasks[1].Id)).PartOf(city, CityTasks.Cooperating).SignedBy);
    }

    [Fact]
    public async Task Word_of_a_batch_left_behind_names_what_was_refused_to_who_ordered_it()
    {
        await using var city = await TestCity.Create();
        var tasks = await city.LayTasks(3);
        var contact = city.Contact(CityTasks.Cooperating);
        var picks = tasks.ConvertAll(t => t.PartOf(city, CityTasks.Cooperating).Pick());
        picks[1] = picks[1] with { Version = 77 };
        var batches = city.Get<BatchService>();

        await batches.LeaveWord(contact, await batches.Run(contact, new BatchOrder(BatchAct.SignFor, picks), Ct), Ct);

        var word = await city.Read(db => db.Notices.SingleAsync(n => n.Kind == NoticeKind.BatchDone, Ct));
        Assert.Equal(contact.PersonId, word.PersonId);
        Assert.Equal(["3", "1", tasks[1].Number], TextArguments.Unpack(word.Arguments).Select(a => a.ToString()));
    }

    [Fact]
    public async Task Anothers_row_smuggled_in_is_not_found_and_not_named_and_the_persons_own_is_done()
    {
        await using var story = await StoryCity.Create();
        var own = await story.Part(StoryCity.Issued, StoryCity.Lead);
        var theirs = (await story.Task(StoryCity.Counties)).Lead;

        var results = await story.City.Get<BatchService>().Run(
            story.City.Contact(StoryCity.Lead), new BatchOrder(BatchAct.SignFor, [theirs.Pick(), own.Pick(), new BatchPick(Guid.NewGuid(), 0)]), Ct);

        Assert.Equal([RuleBroken.NotFound, null, RuleBroken.NotFound], results.Select(r => r.Refusal?.Code));
        Assert.Equal([null, StoryCity.Issued, null], results.Select(r => r.Task?.Title));
        Assert.Equal(TaskUnitState.ToSign, (await story.Task(StoryCity.Counties)).Lead.State);
        Assert.Equal(TaskUnitState.Signed, (await story.Part(StoryCity.Issued, StoryCity.Lead)).State);
    }

    [Fact]
    public async Task A_report_repeats_the_last_one_in_a_batch_unless_somebody_has_begun_it_and_the_head_approves_together()
    {
        await using var city = await TestCity.Create();
        var (contact, head) = (city.Contact(CityTasks.Lead), city.Head(CityTasks.Lead));
        var tasks = new List<AnnualTask>();
        for (var n = 0; n < 3; n++)
        {
            tasks.Add(await city.LaySignedTask());
            await city.ReportApproved(tasks[n], CityTasks.Lead, 40);
        }

        city.Clock.SetDay(new DateOnly(2018, 6, 28));
        contact = city.Contact(CityTasks.Lead);
        var picks = await Waiting(city, contact, BatchAct.NoChange);
        Assert.Equal(3, picks.Count);
        await city.Get<ReportService>().Save(contact, tasks[0].Lead.Id, null, CityTasks.Draft(60), Ct);
        Assert.Equal(2, (await Waiting(city, contact, BatchAct.NoChange)).Count);

        var sent = await city.Get<BatchService>().Run(contact, new BatchOrder(BatchAct.NoChange, picks), Ct);
        Assert.Equal(RuleBroken.Stale, Assert.Single(sent, r => r.Refusal is not null).Refusal!.Code);
        Assert.Equal(tasks[0].Lead.Id, sent.Single(r => r.Refusal is not null).Pick.Id);

        var approved = await city.Get<BatchService>().Run(
            city.Head(CityTasks.Lead), new BatchOrder(BatchAct.ApproveReport, await Waiting(city, city.Head(CityTasks.Lead), BatchAct.ApproveReport)), Ct);
        Assert.Equal([null, null], approved.Select(r => r.Refusal?.Code));
        var reports = await city.Read(db => db.ProgressReports.Where(r => r.NoChange).ToListAsync(Ct));
        Assert.All(reports, r => Assert.Equal((ReportState.Approved, 40m), (r.State, r.Percent.Value)));
        Assert.Equal(2, reports.Count);
    }

    [Fact]
    public async Task The_office_grants_each_extension_as_asked_and_writes_off_under_numbers_of_their_own()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<BatchService>());
        var (extension, completion) = (await story.Extension(StoryCity.ExtensionAtOffice), await story.Completion(StoryCity.CompletionAtOffice));

        var granted = Assert.Single(await service.Run(
            city.Office, new BatchOrder(BatchAct.GrantExtension, [new BatchPick(extension.Id, extension.Version)], "请抓紧。"), Ct));
        Assert.Equal((null, extension.NewDueOn), (granted.Refusal?.Code, granted.DueOn!.Value));
        var after = await story.Extension(StoryCity.ExtensionAtOffice);
        Assert.Equal((ExtensionState.Granted, extension.NewDueOn, "请抓紧。"), (after.State, after.GrantedDueOn!.Value, after.Decision));

        var again = await service.Run(
            city.Office, new BatchOrder(BatchAct.AcceptCompletion, [new BatchPick(completion.Id, completion.Version), new BatchPick(extension.Id, 0)], " "), Ct);
        Assert.Equal([null, RuleBroken.NotFound], again.Select(r => r.Refusal?.Code));
        Assert.StartsWith("销", again[0].Number, StringComparison.Ordinal);
        Assert.Equal(TaskState.WrittenOff, (await story.Task(StoryCity.CompletionAtOffice)).State);
    }

    [Fact]
    public async Task The_heads_of_units_pass_on_requests_together()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<BatchService>());
        foreach (var act in new[] { BatchAct.PassOnExtension, BatchAct.PassOnCompletion })
        {
            var picks = await Waiting(city, city.Head(StoryCity.Lead), act);
            Assert.NotEmpty(picks);
            Assert.All(await service.Run(city.Head(StoryCity.Lead), new BatchOrder(act, picks), Ct), r => Assert.Null(r.Refusal));
        }

        Assert.Equal(ExtensionState.WithOffice, (await story.Extension(StoryCity.ExtensionAtHead)).State);
        Assert.Equal(TaskState.UnderReview, (await story.Task(StoryCity.CompletionAtHead)).State);
    }

    [Fact]
    public async Task Urging_many_passes_over_whom_the_rules_rest_and_none_is_urged_without_words()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<BatchService>());
        var (urged, fresh) = (await story.Task(StoryCity.Signed), await story.Task(StoryCity.Approved));
        await city.Get<UrgeService>().Send(city.Office, urged.Lead.Id, "请报送。", Ct);
        List<BatchPick> picks = [new(urged.Id, null), new(fresh.Id, null), new(Guid.NewGuid(), null)];

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => service.Run(city.Office, new BatchOrder(BatchAct.Urge, picks, " "), Ct));
        Assert.Equal(("urge-text", "Text"), (refusal.Code, refusal.Field));
        var results = await service.Run(city.Office, new BatchOrder(BatchAct.Urge, picks, "请于本周内报送。"), Ct);

        Assert.Equal(["urge-cooldown", null, RuleBroken.NotFound], results.Select(r => r.Refusal?.Code));
        Assert.Equal("请于本周内报送。", (await city.Read(db => db.Urges.SingleAsync(u => u.TaskId == fresh.Id && u.Text == "请于本周内报送。", Ct))).Text);
    }

    [Fact]
    public async Task Nothing_ticked_too_much_ticked_and_a_post_that_does_no_such_act_are_refused_as_a_whole()
    {
        await using var city = await TestCity.Create();
        var service = city.Get<BatchService>();
        var contact = city.Contact(BatchCity.County);
        var many = Enumerable.Range(0, BatchService.MostAtOnce + 1).Select(_ => new BatchPick(Guid.NewGuid(), 0)).ToList();

        Assert.Equal("nothing-picked", (await Assert.ThrowsAsync<RuleBroken>(() => service.Run(contact, new BatchOrder(BatchAct.SignFor, []), Ct))).Code);
        Assert.Equal("too-many-picked", (await Assert.ThrowsAsync<RuleBroken>(() => service.Run(contact, new BatchOrder(BatchAct.SignFor, many), Ct))).Code);
        foreach (var (actor, act) in new[] { (city.Leader, BatchAct.SignFor), (contact, BatchAct.ApproveReport), (contact, BatchAct.Urge), (city.Office, BatchAct.NoChange) })
        {
            Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => service.Run(actor, new BatchOrder(act, many[..1]), Ct))).Code);
        }
    }

    private static async Task<List<BatchPick>> Waiting(TestCity city, Actor actor, BatchAct act) =>
        [.. (await city.Get<WorkQueries>().Load(actor, Ct)).Items.Where(i => i.Together == act).Select(i => i.Pick)];
}
