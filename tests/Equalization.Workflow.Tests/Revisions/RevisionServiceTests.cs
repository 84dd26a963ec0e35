using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Amendments;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Desks.Waiting;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Revisions;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Plans;
using Equalization.Workflow.Tests.Processes;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Revisions;

/// <summary>Accepting what an edition asks, and leaving tasks as they are, with the real processes.</summary>
public sealed class RevisionServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task New_words_and_a_new_day_are_carried_out_one_after_the_other_and_the_units_sign_again()
    {
        await using var city = await RevisedCity.Create();
        var part = (await city.Titled(RevisedCity.Layout)).PartOf(city, "市教育局");
        await city.Get<SignForService>().SignFor(city.Contact("市教育局"), part.Id, part.Version, Ct);
        await city.Bring(RevisedCity.Second);

        await city.Accept(RevisionKind.Content);
        await city.Accept(RevisionKind.DueDay);

        var task = await city.Titled(RevisedCity.Layout);
        Assert.Equal((2, TaskState.Issued, new DateOnly(2018, 11, 30), new DateOnly(2018, 10, 31)), (task.ContentNumber, task.State, task.CurrentDueOn, task.FirstDueOn));
        Assert.All(task.Units, u => Assert.Equal((TaskUnitState.ToSign, new DateOnly(2018, 11, 30)), (u.State, u.DueOn)));
        var amendments = await city.Get<AmendmentQueries>().OfTask(city.Contact("市教育局"), task.Id, Ct);
        Assert.Equal([AmendmentKind.ContentAmended, AmendmentKind.DueMoved], amendments.Select(a => a.Kind).Order());
        Assert.All(amendments, a => Assert.Equal("按方案第2版修订。", a.Reason));
        var move = await city.Read(db => db.DueMoves.SingleAsync(m => m.TaskId == task.Id, Ct));
        Assert.Equal((new DateOnly(2018, 10, 31), new DateOnly(2018, 11, 30)), (move.FromDueOn, move.ToDueOn));
        Assert.Equal(2, await city.Read(db => db.Notices.CountAsync(n => n.PersonId == city.Contact("市发改委").PersonId && n.Kind == NoticeKind.TaskChanged, Ct)));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task What_an_edition_asks_is_on_the_desk_of_the_office_until_all_of_it_is_decided()
    {
        await using var city = await RevisedCity.Create();
        Assert.DoesNotContain((await city.Get<WorkQueries>().Load(city.Office, Ct)).Items, i => i.Kind == WorkKind.DecideRevisions);
        var edition = await city.Bring(RevisedCity.Second);

        var line = Assert.Single((await city.Get<WorkQueries>().Load(city.Office, Ct)).Items, i => i.Kind == WorkKind.DecideRevisions);
        var open = (await city.Proposals()).FindAll(p => p.State == RevisionState.Open);
        Assert.Equal((edition, new EditionAsks(2, open.Count), new DateOnly(2018, 10, 31)), (line.What!.Value, line.Edition!, line.DueOn));
        Assert.DoesNotContain((await city.Get<WorkQueries>().Load(city.Contact("市教育局"), Ct)).Items, i => i.Kind == WorkKind.DecideRevisions);

        foreach (var proposal in open)
        {
            await city.Get<RevisionService>().Keep(city.Office, proposal.Id, proposal.Version, "按原任务办理", Ct);
        }

        Assert.DoesNotContain((await city.Get<WorkQueries>().Load(city.Office, Ct)).Items, i => i.Kind == WorkKind.DecideRevisions);
    }

    [Fact]
    public async Task The_figures_asked_for_follow_the_words_and_keep_what_was_reported()
    {
        const string with = "生均设备值达到规定标准。2018年生均教学仪器设备值达到2000元。";
        await using var city = await RevisedCity.Create(RevisedCity.First.Replace("生均设备值达到规定标准。", with, StringComparison.Ordinal));
        var target = Assert.Single((await city.Titled(RevisedCity.Equipment)).Targets);
        await city.Lay(db => db.TaskTargets.Single(t => t.Id == target.Id).Report(2100));

        await city.Bring(RevisedCity.First.Replace("生均设备值达到规定标准。", with.Replace("2000", "2200", StringComparison.Ordinal), StringComparison.Ordinal));
        await city.Accept(RevisionKind.Content);

        var task = await city.Titled(RevisedCity.Equipment);
        var followed = Assert.Single(task.Targets);
        Assert.Equal((target.Id, 2000m, 2200m, 2100m, false), (followed.Id, target.Value!.Value, followed.Value!.Value, followed.Reported!.Value, followed.IsMet));
        Assert.Contains("2200元", task.Criteria, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_moves_and_its_cooperating_units_stay()
    {
        await using var city = await RevisedCity.WithSecond();

        await city.Accept(RevisionKind.Lead);

        var task = await city.Titled(RevisedCity.Boarding);
        Assert.Equal(city.Unit("市住建委").Id, task.LeadUnitId);
        Assert.Equal([city.Unit("市财政局").Id], RevisionFacts.CooperatingOf(task));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Cooperating_units_come_and_sign_and_others_are_released_and_told()
    {
        await using var city = await RevisedCity.WithSecond();
        var before = (await city.Titled(RevisedCity.Meals)).PartOf(city, "市财政局");
        await city.Get<SignForService>().SignFor(city.Contact("市财政局"), before.Id, before.Version, Ct);

        await city.Accept(RevisionKind.Cooperating);

        var task = await city.Titled(RevisedCity.Meals);
        Assert.Equal(TaskUnitState.Released, task.PartOf(city, "市财政局").State);
        var came = task.PartOf(city, "市人社局");
        Assert.Equal((UnitRole.Cooperating, TaskUnitState.ToSign, task.CurrentDueOn), (came.Role, came.State, came.DueOn));
        Assert.Equal(
            (1, 1, 1), (await Told(city, "市人社局", "请作为配合单位"), await Told(city, "市财政局", "贵单位不再配合"), await Told(city, "市教育局", "的配合单位已调整")));
        await city.Get<SignForService>().SignFor(city.Contact("市人社局"), came.Id, came.Version, Ct);
        Assert.Equal(RuleBroken.NotFound, (await Assert.ThrowsAsync<RuleBroken>(() =>
            city.Get<AmendmentQueries>().OfTask(city.Contact("市财政局"), task.Id, Ct))).Code);
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task A_removed_measure_ends_its_task_and_an_added_one_is_issued()
    {
        await using var city = await RevisedCity.WithSecond();

        await city.Accept(RevisionKind.Withdrawal);
        await city.Accept(RevisionKind.Issue);

        Assert.Equal(TaskState.Withdrawn, (await city.Titled(RevisedCity.Exchange)).State);
        var made = await city.Titled(RevisedCity.Canteens);
        Assert.Equal((TaskState.Issued, city.Unit("市教育局").Id), (made.State, made.LeadUnitId));
        Assert.Equal(made.Id, (await city.Proposal(RevisionKind.Issue)).MadeTaskId);
        Assert.Equal(2, await city.Read(db => db.Notices.CountAsync(n => n.PersonId == city.Contact("市财政局").PersonId && n.Kind == NoticeKind.TaskIssued, Ct)));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task Units_that_change_places_go_on_under_a_new_number_with_the_editions_measure()
    {
        await using var city = await RevisedCity.WithSecond();
        var old = await city.Titled(RevisedCity.Equipment);

        await city.Accept(RevisionKind.Reissue);

        var made = await city.Titled(RevisedCity.Equipment);
        Assert.NotEqual(old.Id, made.Id);
        Assert.Equal(city.Unit("市财政局").Id, made.LeadUnitId);
        Assert.Equal([city.Unit("市教育局").Id], RevisionFacts.CooperatingOf(made));
        var proposal = await city.Proposal(RevisionKind.Reissue);
        Assert.Equal((made.Id, proposal.MeasureId), (proposal.MadeTaskId, made.MeasureId));
        Assert.Equal((TaskState.Withdrawn, true), await city.Read(async db => await db.AnnualTasks.Where(t => t.Id == old.Id).Select(t => ValueTuple.Create(t.State, t.IsReplaced)).SingleAsync(Ct)));
        Assert.Equal(made.Id, (await city.Get<AmendmentQueries>().Related(city.Office, old.Id, Ct)).Single().Id);
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task A_task_that_has_changed_since_is_not_overwritten()
    {
        await using var city = await RevisedCity.WithSecond();
        var task = await city.Titled(RevisedCity.Layout);
        await city.Get<AmendmentService>().AmendContent(city.Office, task.Id, task.Version, "口径调整。", task.Title, "另行修订的内容。", task.Criteria, Ct);

        var row = await Row(city, RevisionKind.Content);
        Assert.True(row.HasMoved);
        await PlanServiceTests.Refused("revision-task-changed", () => city.Accept(RevisionKind.Content));

        Assert.Equal("另行修订的内容。", (await city.Titled(RevisedCity.Layout)).Content);
        Assert.Equal(RevisionState.Open, (await city.Proposal(RevisionKind.Content)).State);
        Assert.False((await Row(city, RevisionKind.DueDay)).HasMoved);
        await city.Accept(RevisionKind.DueDay);
        await city.Get<AmendmentService>().Withdraw(city.Office, task.Id, (await city.Titled(RevisedCity.Layout)).Version, "停办。", Ct);
        await PlanServiceTests.Refused("revision-task-closed", () => city.Accept(RevisionKind.Content));
    }

    [Fact]
    public async Task A_task_that_has_gone_under_review_since_is_not_withdrawn()
    {
        await using var city = await RevisedCity.WithSecond();
        var task = await city.Titled(RevisedCity.Exchange);
        var part = task.PartOf(city, "市教育局");
        await city.Get<SignForService>().SignFor(city.Contact("市教育局"), part.Id, part.Version, Ct);
        Assert.False((await Row(city, RevisionKind.Withdrawal)).HasMoved);
        await city.Lay(db => db.AnnualTasks.Include(t => t.Units).Single(t => t.Id == task.Id).EnterReview(city.Clock.Today()));

        Assert.True((await Row(city, RevisionKind.Withdrawal)).HasMoved);
        await PlanServiceTests.Refused("revision-task-changed", () => city.Accept(RevisionKind.Withdrawal));

        Assert.Equal(TaskState.UnderReview, (await city.Titled(RevisedCity.Exchange)).State);
    }

    [Fact]
    public async Task Only_the_leads_a_proposal_shows_get_a_task()
    {
        await using var city = await RevisedCity.Create();
        await city.Bring(RevisedCity.First.Replace("新建寄宿制学校宿舍。（牵头单位：市教育局", "新建寄宿制学校宿舍。（牵头单位：市教育局、市住建委", StringComparison.Ordinal));
        var first = await city.Titled(RevisedCity.Boarding);
        await city.Get<AmendmentService>().Withdraw(city.Office, first.Id, first.Version, "另行安排。", Ct);

        await city.Accept(RevisionKind.Issue);

        var made = Assert.Single(await city.Read(db => db.AnnualTasks.Where(t => t.Title == RevisedCity.Boarding && t.Id != first.Id).ToListAsync(Ct)));
        Assert.Equal(city.Unit("市住建委").Id, made.LeadUnitId);
        Assert.Equal(made.Id, (await city.Proposal(RevisionKind.Issue)).MadeTaskId);
    }

    [Fact]
    public async Task A_day_that_has_passed_is_refused_beside_its_field_and_another_day_taken()
    {
        await using var city = await RevisedCity.WithSecond();
        city.Clock.SetDay(new DateOnly(2018, 12, 3));
        var office = city.Office with { Day = new DateOnly(2018, 12, 3) };
        var proposal = await city.Proposal(RevisionKind.DueDay);
        var service = city.Get<RevisionService>();

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => service.Accept(office, proposal.Id, proposal.Version, null, Ct));
        Assert.Equal(("due-in-past", "DueOn"), (refusal.Code, refusal.Field));
        await service.Accept(office, proposal.Id, proposal.Version, new DateOnly(2018, 12, 20), Ct);

        Assert.Equal(new DateOnly(2018, 12, 20), (await city.Titled(RevisedCity.Layout)).CurrentDueOn);
    }

    [Fact]
    public async Task Leaving_a_task_as_it_is_takes_a_reason_and_changes_nothing()
    {
        await using var city = await RevisedCity.WithSecond();
        var proposal = await city.Proposal(RevisionKind.Lead);
        var service = city.Get<RevisionService>();

        await PlanServiceTests.Refused("revision-reason", () => service.Keep(city.Office, proposal.Id, proposal.Version, " ", Ct));
        await service.Keep(city.Office, proposal.Id, proposal.Version, "职能划转尚未完成。", Ct);

        var kept = await city.Proposal(RevisionKind.Lead);
        Assert.Equal((RevisionState.Kept, "职能划转尚未完成。"), (kept.State, kept.Reason));
        Assert.Equal(city.Unit("市教育局").Id, (await city.Titled(RevisedCity.Boarding)).LeadUnitId);
        await PlanServiceTests.Refused("revision-decided", () => service.Accept(city.Office, kept.Id, kept.Version, null, Ct));
    }

    [Fact]
    public async Task Only_the_office_of_the_city_decides_and_a_stale_form_is_refused()
    {
        await using var city = await RevisedCity.WithSecond();
        var proposal = await city.Proposal(RevisionKind.Content);
        var service = city.Get<RevisionService>();

        await PlanServiceTests.Refused(RuleBroken.NotAllowed, () => service.Accept(city.Leader, proposal.Id, proposal.Version, null, Ct));
        await PlanServiceTests.Refused(RuleBroken.NotAllowed, () => service.Keep(city.Contact("市教育局"), proposal.Id, proposal.Version, "不改。", Ct));
        await PlanServiceTests.Refused(RuleBroken.NotFound, () => service.Accept(city.AsNeighbour(Role.Office, TestCity.OfficeUnit), proposal.Id, proposal.Version, null, Ct));
        await PlanServiceTests.Refused(RuleBroken.Stale, () => service.Accept(city.Office, proposal.Id, proposal.Version + 1, null, Ct));
        await PlanServiceTests.Refused(RuleBroken.NotAllowed, () => city.Get<RevisionQueries>().Page(city.Leader, proposal.PlanVersionId, new RevisionFilter(), 1, 20, Ct));
    }

    [Fact]
    public async Task Many_at_once_have_a_result_each_and_one_that_is_refused_stops_no_other()
    {
        await using var city = await RevisedCity.WithSecond();
        var task = await city.Titled(RevisedCity.Boarding);
        await city.Get<AmendmentService>().MoveLead(city.Office, task.Id, task.Version, "职能划转。", city.Unit("市国土局").Id, null, Ct);
        var picks = (await city.Proposals()).ConvertAll(p => new RevisionPick(p.Id, p.Version));
        var service = city.Get<RevisionService>();

        var results = await service.AcceptAll(city.Office, picks, Ct);

        Assert.Equal(picks.Count, results.Count);
        var refused = Assert.Single(results, r => r.Refusal is not null);
        Assert.Equal((RevisionKind.Lead, "revision-task-changed"), (refused.Subject!.Kind, refused.Refusal!.Code));
        Assert.Equal(RevisionState.Open, Assert.Single(await city.Proposals(), p => p.State != RevisionState.Accepted).State);
        await PlanServiceTests.Refused("nothing-picked", () => service.AcceptAll(city.Office, [], Ct));
        await PlanServiceTests.Refused("revision-reason", () => service.KeepAll(city.Office, picks, null, Ct));
        Assert.Equal(6, (await service.KeepAll(city.Office, picks, "另行处理。", Ct)).Count(r => r.Refusal is not null));
        Assert.Empty(await city.Stopped());
    }

    [Fact]
    public async Task The_list_is_filtered_by_state_kind_unit_and_measure_and_open_ones_stand_first()
    {
        await using var city = await RevisedCity.WithSecond();
        await city.Accept(RevisionKind.DueDay);
        var (queries, version) = (city.Get<RevisionQueries>(), (await city.Proposal(RevisionKind.Lead)).PlanVersionId);

        var all = await queries.Page(city.Office, version, new RevisionFilter(), 1, 20, Ct);
        Assert.Equal((7, 6, 1), (all.Page.Total, all.Counts.Open, all.Counts.Accepted));
        Assert.Equal(RevisionKind.DueDay, all.Page.Rows[^1].Kind);
        Assert.Equal([RevisionKind.Lead], await Kinds(new RevisionFilter(UnitId: city.Unit("市住建委").Id)));
        Assert.Equal([RevisionKind.DueDay], await Kinds(new RevisionFilter(State: RevisionState.Accepted)));
        Assert.Equal([RevisionKind.Withdrawal], await Kinds(new RevisionFilter(Kind: RevisionKind.Withdrawal)));
        Assert.Equal([RevisionKind.Content, RevisionKind.DueDay], await Kinds(new RevisionFilter(OriginId: (await city.Proposal(RevisionKind.Content)).OriginId)));
        var last = await queries.Page(city.Office, version, new RevisionFilter(), 9, 3, Ct);
        Assert.Equal((3, 1), (last.Page.Page, last.Page.Rows.Count));
        Assert.Contains(all.Units, u => u.Name == "市住建委");

        async Task<IEnumerable<RevisionKind>> Kinds(RevisionFilter filter) => (await queries.Page(city.Office, version, filter, 1, 20, Ct)).Page.Rows.Select(r => r.Kind);
    }

    private static async Task<RevisionRow> Row(TestCity city, RevisionKind kind) =>
        (await city.Get<RevisionQueries>().Page(city.Office, (await city.Proposal(kind)).PlanVersionId, new RevisionFilter(Kind: kind), 1, 20, Ct)).Page.Rows.Single();

    private static Task<int> Told(TestCity city, string unit, string words) =>
        city.Read(db => db.Notices.CountAsync(n => n.PersonId == city.Contact(unit).PersonId && n.Kind == NoticeKind.TaskChanged && n.Format.Contains(words), Ct));
}
