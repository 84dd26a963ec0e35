using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Assessments;

public sealed class AssessmentServiceTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task Rules_of_a_year_are_fixed_once_and_too_late_after_its_first_quarter()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<AssessmentRuleService>());
        var rules = await story.YearRules(isFixed: true);

        Assert.Equal("rules-fixed", (await Refusal(() => service.Write(city.Office, rules.Id, rules.Version, AssessmentValues.Default, Ct))).Code);
        Assert.Equal("rules-fixed", (await Refusal(() => service.Fix(city.Office, rules.Id, rules.Version, Ct))).Code);
        var next = await story.NextRules();
        Assert.Equal(2, next.Number);
        city.Clock.SetDay(new DateOnly(2019, 4, 1));
        Assert.Equal("rules-late", (await Refusal(() => service.Fix(city.Office, next.Id, next.Version, Ct))).Code);
        city.Clock.SetDay(new DateOnly(2019, 3, 31));
        await service.Fix(city.Office, next.Id, next.Version, Ct);
    }

    [Fact]
    public async Task The_lead_gets_all_and_the_cooperating_unit_half_and_each_point_shows_where_it_comes_from()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var assessment = await story.Assessment();
        var done = await story.Task(StoryCity.WrittenOff);
        var late = await story.Task(StoryCity.Late);

        Assert.Equal(10m, Of(done, StoryCity.Lead, AssessmentRule.Done).Points);
        Assert.Equal(5m, Of(done, StoryCity.Cooperating, AssessmentRule.Done).Points);
        var point = Of(late, StoryCity.Lead, AssessmentRule.Late);
        Assert.Equal(-2m, point.Points);
        Assert.Equal(-1m, Of(await story.Task(StoryCity.Drafted), StoryCity.Cooperating, AssessmentRule.Late).Points);
        // The lead unit held the late task all the time.
        Assert.DoesNotContain(assessment.Points, p => p.Reference == late.Number && p.UnitId == city.Unit(StoryCity.Cooperating).Id && p.Rule == AssessmentRule.Late);
        Assert.Equal((late.FirstDueOn, late.CurrentDueOn), (point.FirstDueOn!.Value, point.ApprovedDueOn!.Value));
        var sealedRows = (await city.Get<BulletinQueries>().Rows(city.Office, (await story.Bulletin(BulletinState.Draft)).Id, city.Unit(StoryCity.Lead).Id, 1, 1000, Ct)).Rows.Rows;
        var row = sealedRows.Single(r => (r.Line.Page, r.Line.Row) == (point.SnapshotPage, point.SnapshotRow));
        Assert.Equal((late.Number, point.LateDays), (row.Line.Task, row.Line.Late));

        AssessmentPoint Of(AnnualTask task, string unit, AssessmentRule rule) =>
            assessment.Points.Single(p => p.Reference == task.Number && p.UnitId == city.Unit(unit).Id && p.Rule == rule);
    }

    [Fact]
    public async Task A_published_bulletin_counts_once_for_a_unit_however_many_lines_name_it()
    {
        await using var story = await StoryCity.Create();
        var bulletin = await story.Bulletin(BulletinState.Published);
        story.City.Clock.AdvanceDays(1);
        await story.City.Get<Core.Snapshots.SnapshotService>().Run(Ct);

        var assessment = await story.Assessment();

        var named = bulletin.Lines.Where(l => l.Answer != ObjectionAnswer.Struck).Select(l => l.UnitId).Distinct().Order();
        Assert.Equal(named, assessment.Points.Where(p => p.Rule == AssessmentRule.Criticised && p.Reference == bulletin.Number).Select(p => p.UnitId).Order());
    }

    [Fact]
    public async Task An_objection_in_time_is_decided_before_the_result_is_sealed()
    {
        await using var story = await StoryCity.Create();
        var (city, service) = (story.City, story.City.Get<AssessmentService>());
        var point = await story.Point(StoryCity.Lead, isContested: true);
        var assessment = await story.Assessment();
        Assert.Equal("objections-running", (await Refusal(() => service.Seal(city.Office, assessment.Id, assessment.Version, TestSite.Password, Ct))).Code);
        city.Clock.SetDay(assessment.ObjectionsUntil);
        var other = assessment.Points.First(p => p.UnitId == city.Unit(StoryCity.Cooperating).Id);
        Assert.Equal(RuleBroken.NotFound, (await Refusal(() => service.Object(city.Head(StoryCity.Lead), assessment.Id, other.Id, other.Version, "不符。", Ct))).Code);
        await service.Object(city.Contact(StoryCity.Cooperating), assessment.Id, other.Id, other.Version, "不符。", Ct);
        city.Clock.AdvanceDays(1);
        Assert.Equal("objections-over", (await Refusal(() => service.Object(city.Head(StoryCity.Lead), assessment.Id, point.Id, point.Version, "再提。", Ct))).Code);
        Assert.Equal("objections-open", (await Refusal(() => service.Seal(city.Office, assessment.Id, assessment.Version, TestSite.Password, Ct))).Code);
        await service.Decide(city.Office, assessment.Id, point.Id, point.Version, PointDecision.Struck, "情况属实。", Ct);
        other = (await story.Assessment()).Points.Single(p => p.Id == other.Id);
        await service.Decide(city.Office, assessment.Id, other.Id, other.Version, PointDecision.Kept, "依据充分。", Ct);
        var before = assessment.Points.Where(p => p.UnitId == city.Unit(StoryCity.Lead).Id).Sum(p => p.Counted);
        Assert.Equal("password-wrong", (await Refusal(() => service.Seal(city.Office, assessment.Id, assessment.Version, "wrong", Ct))).Code);

        var hash = await service.Seal(city.Office, assessment.Id, assessment.Version, TestSite.Password, Ct);

        Assert.Equal(64, hash.Length);
        var table = await city.Get<AssessmentQueries>().Table(city.Contact(StoryCity.Bystander), assessment.Id, Ct);
        Assert.Equal(before - point.Points, table.Totals.Single(t => t.UnitId == city.Unit(StoryCity.Lead).Id).Total);
    }

    [Fact]
    public async Task A_unit_sees_its_own_row_until_the_result_is_sealed()
    {
        await using var story = await StoryCity.Create();
        var assessment = await story.Assessment();

        var table = await story.City.Get<AssessmentQueries>().Table(story.City.Contact(StoryCity.Lead), assessment.Id, Ct);

        Assert.Equal([story.City.Unit(StoryCity.Lead).Id], table.Totals.Select(t => t.UnitId));
    }

    [Fact]
    public async Task A_sealed_result_that_was_changed_by_one_character_is_found_by_its_year()
    {
        await using var story = await StoryCity.Create();
        var city = story.City;
        var assessment = await story.Assessment();
        city.Clock.SetDay(assessment.ObjectionsUntil.AddDays(1));
        await city.Get<AssessmentService>().Seal(city.Office, assessment.Id, assessment.Version, TestSite.Password, Ct);
        var queries = city.Get<AssessmentQueries>();
        Assert.Equal(new AssessmentCheck(1, null), await queries.Verify(city.Jurisdiction.Id, Ct));
        var point = assessment.Points.First(p => p.Rule == AssessmentRule.Late);

        await city.Read(db => db.AssessmentPoints.Where(p => p.Id == point.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Points, point.Points + 1), Ct));

        Assert.Equal(new AssessmentCheck(0, 2018), await queries.Verify(city.Jurisdiction.Id, Ct));
        await city.Read(db => db.AssessmentPoints.Where(p => p.Id == point.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Points, point.Points).SetProperty(p => p.Subject, "别的事"), Ct));
        Assert.Equal(2018, (await queries.Verify(city.Jurisdiction.Id, Ct)).BrokenYear);
    }

    private static Task<RuleBroken> Refusal(Func<Task> act) => Assert.ThrowsAsync<RuleBroken>(act);
}
