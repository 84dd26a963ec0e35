using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Accreditations.Evaluations;
using Equalization.Workflow.Core.Accreditations.Problems;
using Equalization.Workflow.Core.Accreditations.Schedules;
using Equalization.Workflow.Core.Desks;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Engine.Storage;
using Equalization.Workflow.Tests.Databases.Silent;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Accreditations;

/// <summary>A county's round from its opening to recognition, with the real process under a set clock.</summary>
public sealed class AccreditationServiceTests
{
    private const string Unit = "芙蓉区政府";
    private const string County = "芙蓉区";

    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Four_stages_passed_in_turn_end_in_recognition()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        Assert.Equal("self-moved self-time", await city.Stands("accreditation", id));
        await city.Evaluate(id);
        await city.Submit(id);
        foreach (var waits in new[] { "city-moved city-time", "province-moved province-time", "state-moved state-time" })
        {
            Assert.Equal(waits, await city.Stands("accreditation", id));
            await city.Decide(id, StageResult.Passed);
        }

        var round = await city.Round(id);
        Assert.Equal((AccreditationState.Recognised, city.Clock.Today()), (round.State, round.EndedOn));
        Assert.All(round.Terms, t => Assert.Equal(city.Clock.Today(), t.PassedOn));
        Assert.Equal("over", await city.Stands("accreditation", id));
        Assert.Equal(4, round.Entries.Count(e => e is { Kind: EntryKind.Passed, Readiness: not null }));
        Assert.Equal("accreditation-over", await Refused(() => city.Get<AccreditationService>().Withdraw(city.Office, id, round.Version, "再议", Ct)));
    }

    [Fact]
    public async Task A_returned_stage_waits_for_the_rectification_and_is_taken_up_again()
    {
        await using var city = await TestCity.Create();
        var id = await HandedIn(city);
        var due = city.Clock.Today().AddDays(20);
        await city.Decide(id, StageResult.Returned, due);
        Assert.Equal("rectify-moved rectify-time", await city.Stands("accreditation", id));
        Assert.Equal("stage-not-open", await Refused(() => city.Decide(id, StageResult.Passed)));

        var service = city.Get<AccreditationService>();
        Assert.Equal(RuleBroken.NotAllowed, await Refused(async () => await service.ReportRectified(city.Contact(Unit), id, await city.VersionOf(id), "已整改。", null, Ct)));
        await service.ReportRectified(city.Head(Unit), id, await city.VersionOf(id), "班额已化解。", null, Ct);
        Assert.Equal("city-moved city-time", await city.Stands("accreditation", id));
        await city.Decide(id, StageResult.Passed);

        var round = await city.Round(id);
        Assert.Equal((AccreditationStage.ProvinceEvaluation, null), (round.Stage, round.RectifyDueOn));
        Assert.Equal([EntryKind.Opened, EntryKind.Passed, EntryKind.Returned, EntryKind.Rectified, EntryKind.Passed], round.Entries.OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind));
    }

    [Fact]
    public async Task A_round_that_did_not_pass_is_history_beside_the_next()
    {
        await using var city = await TestCity.Create();
        var first = await HandedIn(city);
        Assert.Equal("accreditation-open", await Refused(() => city.OpenRound(County, Unit)));
        await city.Decide(first, StageResult.NotPassed);
        var second = await city.OpenRound(County, Unit);

        var row = Assert.Single((await city.Get<AccreditationQueries>().Matrix(city.Leader, 1, 20, Ct)).Rows);
        var view = await city.Get<AccreditationQueries>().One(city.Leader, second, Ct);

        Assert.Equal((second, 2), (row.Id, row.Round));
        Assert.Equal([AccreditationState.UnderWay, AccreditationState.NotPassed], view.Rounds.Select(r => r.State));
        Assert.Equal("over", await city.Stands("accreditation", first));
    }

    [Fact]
    public async Task Open_problems_hold_a_stage_unless_a_reason_is_recorded()
    {
        await using var city = await TestCity.Create();
        var id = await HandedIn(city);
        var problems = city.Get<ProblemService>();
        var problem = await problems.Find(city.Office, id, new ProblemInput("班额超标。", null, city.Unit(Unit).Id, city.Clock.Today().AddDays(10), null), Ct);
        Assert.Equal("problems-open", await Refused(() => city.Decide(id, StageResult.Passed)));

        // What was reported but not re-checked is not closed.
        await problems.Rectify(city.Contact(Unit), problem, await Version(city, problem), "已分班。", Ct);
        Assert.Equal("problems-open", await Refused(() => city.Decide(id, StageResult.Passed)));
        await city.Decide(id, StageResult.Passed, because: "新校九月启用，届时销号。");

        Assert.Equal("新校九月启用，届时销号。", (await city.Round(id)).Entries.OrderBy(e => e.At).Last().OpenBecause);
        await problems.Close(city.Office, problem, await Version(city, problem), "属实。", Ct);
        await city.Decide(id, StageResult.Passed);
    }

    [Fact]
    public async Task What_is_not_stated_and_what_is_vetoed_cannot_be_handed_in()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        Assert.Equal("evaluation-open", await Refused(() => city.Submit(id)));
        await city.Evaluate(id, StoryAccreditations.Complete() with { Groups = [new SurveyInput("家长", 100, 100, 84)] });
        Assert.Equal("veto-stands", await Refused(() => city.Submit(id)));
        await city.Evaluate(id);
        await city.Submit(id);

        Assert.Equal("evaluation-closed", await Refused(() => city.Evaluate(id)));
        Assert.Equal("stage-not-open", await Refused(() => city.Submit(id)));
    }

    [Fact]
    public async Task The_county_is_reminded_once_before_its_day_and_told_once_when_it_has_passed()
    {
        await using var city = await TestCity.Create();
        // 30 days before Sunday 10 June 2018 is Friday 11 May.
        var target = new DateOnly(2018, 6, 10);
        var id = await city.OpenRound(County, Unit, (AccreditationStage.CountySelf, target));
        var contact = city.Contact(Unit);
        var before = await Told(city, contact);
        await city.PassTo(new DateOnly(2018, 5, 11), 8);
        Assert.Equal(before, await Told(city, contact));
        await city.PassTo(new DateOnly(2018, 5, 11), 10);
        Assert.Equal(before + 1, await Told(city, contact));
        await city.PassTo(target, 23);
        Assert.Equal(before + 1, await Told(city, contact));
        await city.PassTo(target.AddDays(1), 10);
        await city.PassTo(target.AddDays(700), 10);

        Assert.Equal(before + 2, await Told(city, contact));
        Assert.Equal("self-moved self-time", await city.Stands("accreditation", id));
    }

    [Fact]
    public async Task A_problem_past_its_term_is_told_once_to_its_unit()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        var due = city.Clock.Today().AddDays(5);
        await city.Get<ProblemService>().Find(city.Office, id, new ProblemInput("班额超标。", null, city.Unit("市教育局").Id, due, null), Ct);
        var contact = city.Contact("市教育局");
        var before = await Told(city, contact);

        await city.PassTo(due, 23);
        Assert.Equal(before, await Told(city, contact));
        await city.PassTo(due.AddDays(30), 10);
        Assert.Equal("self-moved self-time", await city.Stands("accreditation", id));
        Assert.Equal(before + 1, await Told(city, contact));
    }

    [Fact]
    public async Task A_plans_schedule_opens_rounds_and_sets_the_days_of_open_ones()
    {
        await using var story = await StoryCity.Create();
        var plan = await AccreditationCases.Planned(story);
        var old = await story.City.OpenRound("天心区", "天心区政府", (AccreditationStage.CountySelf, new DateOnly(2019, 12, 31)), (AccreditationStage.NationalRecognition, new DateOnly(2030, 12, 31)));
        var view = await story.City.Get<ScheduleQueries>().Of(story.City.Office, plan, Ct);
        Assert.Equal(["芙蓉区", "天心区", "岳麓区"], view.Rows.Select(r => r.Planned.County));
        Assert.Equal(["芙蓉区政府", "天心区政府", "岳麓区政府"], view.Rows.Select(r => r.Unit));

        var taken = await story.City.Get<ScheduleService>().Take(story.City.Office, plan, [.. view.Rows.Select(r => new SchedulePick(r.Index, null))], Ct);

        Assert.Equal(new ScheduleTaken(2, 1), taken);
        var rows = (await story.City.Get<AccreditationQueries>().Matrix(story.City.Office, 1, 20, Ct)).Rows.ToDictionary(r => r.County);
        Assert.Equal(["2020-12-31", "2020-12-31", "2020-12-31", "2022-12-31"], Days(rows["芙蓉区"]));
        // What the plan does not date keeps its day.
        Assert.Equal(["2022-12-31", "2022-12-31", "2022-12-31", "2030-12-31"], Days(rows["天心区"]));
        Assert.Equal(old, rows["天心区"].Id);
        Assert.Equal("测试市优质均衡发展实施方案", rows["岳麓区"].Cells[0].Plan);
    }

    [Fact]
    public async Task A_stage_is_not_due_before_the_one_that_goes_before_it()
    {
        await using var city = await TestCity.Create();

        Assert.Equal("stage-order", await Refused(() => city.OpenRound(County, Unit, (AccreditationStage.CityReview, new DateOnly(2019, 1, 1)), (AccreditationStage.CountySelf, new DateOnly(2019, 1, 2)))));
    }

    [Fact]
    public async Task Two_people_cannot_write_one_evaluation_over()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        await city.Evaluate(id);
        var service = city.Get<EvaluationService>();
        var version = (await city.Get<EvaluationQueries>().One(city.Office, id, null, Ct)).Version;
        var other = new EvaluationInput(2017, new Dictionary<string, ItemInput> { ["quality.3"] = new(Core.Indicators.Verdict.Unknown, null, "待核") }, []);
        await service.State(city.Contact(Unit), id, version, other, Ct);

        Assert.Equal(RuleBroken.Stale, await Refused(() => service.State(city.Office, id, version, other, Ct)));
    }

    [Fact]
    public async Task A_county_sees_its_own_round_and_a_unit_its_own_problems()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        await city.Get<ProblemService>().Find(city.Office, id, new ProblemInput("教师缺编。", null, city.Unit("市编办").Id, city.Clock.Today().AddDays(9), null), Ct);
        var (rounds, problems) = (city.Get<AccreditationQueries>(), city.Get<ProblemQueries>());
        async Task<(int, int)> Sees(Actor actor) => ((await rounds.Matrix(actor, 1, 20, Ct)).Total, (await problems.Page(actor, new ProblemFilter(), 1, 20, Ct)).Total);

        Assert.Equal((1, 1), await Sees(city.Contact(Unit)));
        Assert.Equal((0, 1), await Sees(city.Contact("市编办")));
        Assert.Equal((0, 0), await Sees(city.Contact("天心区政府")));
        Assert.Equal((1, 1), await Sees(city.Auditor));
        Assert.Equal((0, 0), await Sees(city.AsNeighbour(Role.Office, TestCity.OfficeUnit)));
    }

    [Fact]
    public async Task A_rectification_that_does_not_hold_goes_back_and_is_kept()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        var service = city.Get<ProblemService>();
        var problem = await service.Find(city.Office, id, new ProblemInput("班额超标。", null, city.Unit(Unit).Id, city.Clock.Today(), null), Ct);
        await service.Rectify(city.Contact(Unit), problem, await Version(city, problem), "已分班。", Ct);
        Assert.Equal(RuleBroken.NotAllowed, await Refused(async () => await service.Close(city.Contact(Unit), problem, await Version(city, problem), "合格", Ct)));
        await service.Reopen(city.Office, problem, await Version(city, problem), "仍有 56 人班。", city.Clock.Today().AddDays(30), Ct);
        await service.Rectify(city.Contact(Unit), problem, await Version(city, problem), "已全部分班。", Ct);
        await service.Close(city.Office, problem, await Version(city, problem), "属实。", Ct);

        var shown = await city.Get<ProblemQueries>().One(city.Leader, problem, Ct);
        Assert.Equal((ProblemState.Closed, "已全部分班。", "已分班。"), (shown.Problem.State, shown.Problem.Rectification, shown.Problem.Turns.Single().Rectification));
        Assert.Equal("problem-not-open", await Refused(async () => await service.Rectify(city.Contact(Unit), problem, await Version(city, problem), "再报", Ct)));
    }

    [Fact]
    public async Task Each_turn_of_a_round_waits_on_the_desk_of_who_must_act()
    {
        await using var city = await TestCity.Create();
        var far = city.Clock.Today().AddDays(61);
        var id = await city.OpenRound(County, Unit, (AccreditationStage.CountySelf, far));
        Assert.Empty(await Waiting(city.Head(Unit)));
        await city.PassTo(city.Clock.Today().AddDays(1));
        Assert.Equal([(WorkSection.ToReport, WorkKind.SubmitEvaluation, far)], await Waiting(city.Head(Unit)));
        Assert.Equal([(WorkSection.ToReport, WorkKind.WriteEvaluation, far)], await Waiting(city.Contact(Unit)));
        Assert.Empty(await Waiting(city.Office));
        Assert.Empty(await Waiting(city.Head("天心区政府")));

        await city.Evaluate(id);
        await city.Submit(id);
        Assert.Empty(await Waiting(city.Contact(Unit)));
        Assert.Equal([(WorkSection.ToDecide, WorkKind.DecideStage, city.Clock.Today())], await Waiting(city.Office));
        var due = city.Clock.Today().AddDays(20);
        await city.Decide(id, StageResult.Returned, due);

        Assert.Empty(await Waiting(city.Office));
        Assert.Equal([(WorkSection.Returned, WorkKind.ReportRectified, due)], await Waiting(city.Head(Unit)));
        Assert.Equal([(WorkSection.Returned, WorkKind.WriteEvaluation, due)], await Waiting(city.Contact(Unit)));

        async Task<IEnumerable<(WorkSection, WorkKind, DateOnly)>> Waiting(Actor actor) =>
            (await city.Get<WorkQueries>().Load(actor, Ct)).Items.Where(i => i.What == id).Select(i => (i.Section, i.Kind, i.DueOn));
    }

    [Fact]
    public async Task A_problem_waits_on_its_units_desk_near_its_term_and_on_the_offices_once_it_was_put_right()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        var problem = await city.Get<ProblemService>().Find(city.Office, id, new ProblemInput("班额超标。", null, city.Unit("市教育局").Id, city.Clock.Today().AddDays(15), null), Ct);
        Assert.Empty(await Waiting(city.Contact("市教育局")));
        await city.PassTo(city.Clock.Today().AddDays(1));
        Assert.Equal([WorkKind.RectifyProblem], await Waiting(city.Contact("市教育局")));
        Assert.Empty(await Waiting(city.Contact(Unit)));

        await city.Get<ProblemService>().Rectify(city.Contact("市教育局"), problem, await Version(city, problem), "已分班。", Ct);

        Assert.Empty(await Waiting(city.Contact("市教育局")));
        Assert.Equal([WorkKind.RecheckProblem], await Waiting(city.Office));

        async Task<IEnumerable<WorkKind>> Waiting(Actor actor) => (await city.Get<WorkQueries>().Load(actor, Ct)).Items.Where(i => i.What == problem).Select(i => i.Kind);
    }

    [Fact]
    public async Task The_process_page_names_the_county_and_its_stage_to_whoever_may_see_them()
    {
        await using var city = await TestCity.Create();
        var id = await city.OpenRound(County, Unit);
        var instance = await city.Read(db => db.Set<Instance>().Where(i => i.DefinitionId == "accreditation").Select(i => i.Id).SingleAsync(Ct));

        var subject = (await city.Get<ProcessFileQueries>().Load(city.Contact(Unit), instance, 1, Ct)).Subject!;

        Assert.Equal((SubjectKind.Accreditation, id, County, AccreditationStage.CountySelf, true), (subject.Kind, subject.TaskId, subject.Number, subject.Stage, subject.SeesTask));
        Assert.False((await city.Get<ProcessFileQueries>().Load(city.Admin, instance, 1, Ct)).Subject!.SeesTask);
        Assert.Equal(RuleBroken.NotFound, await Refused(() => city.Get<ProcessFileQueries>().Load(city.Contact("天心区政府"), instance, 1, Ct)));
    }

    private static Task<int> Version(TestCity city, Guid problem) => city.Read(db => db.AccreditationProblems.Where(p => p.Id == problem).Select(p => p.Version).SingleAsync(Ct));

    private static IEnumerable<string> Days(AccreditationRow row) => row.Cells.Select(c => $"{c.TargetOn:yyyy-MM-dd}");

    private static async Task<Guid> HandedIn(TestCity city)
    {
        var id = await city.OpenRound(County, Unit);
        await city.Evaluate(id);
        await city.Submit(id);
        return id;
    }

    private static async Task<string> Refused(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Code;

    private static Task<int> Told(TestCity city, Actor actor) => city.Read(db =>
        db.Notices.CountAsync(n => n.PersonId == actor.PersonId && (n.Kind == NoticeKind.Accreditation || n.Kind == NoticeKind.AccreditationProblem), Ct));
}
