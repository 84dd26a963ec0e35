using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Documents;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Plans;

public sealed class PlanServiceTests
{
    [Fact]
    public async Task An_import_is_a_draft_with_its_units_matched()
    {
        await using var city = await TestCity.Create();

        var review = await Import(city);

        Assert.Equal(PlanVersionState.Draft, review.State);
        Assert.Equal([1, 2, 3, 4], review.Measures.Select(m => m.Position));
        Assert.Equal(
            ["市教育局", "各区县(市)政府", "市发改委"], review.Measures[0].Units.Select(u => u.ListedName));
        Assert.Equal(9, review.Measures[0].Units[1].Members);
        Assert.Equal(2, review.Issuable);
    }

    [Fact]
    public async Task A_single_responsible_unit_is_proposed_as_lead_and_the_doubt_says_so()
    {
        await using var city = await TestCity.Create();

        var measure = (await Import(city)).Measures[2];

        Assert.Equal((DraftUnitRole.Lead, "市教育局"), (measure.Units[0].Role, measure.Units[0].ListedName));
        Assert.Equal("原文只写“负责单位：市教育局”，没有写牵头单位，已拟为牵头单位，请核对。", Assert.Single(measure.Findings).Format);
    }

    [Fact]
    public async Task The_same_document_twice_is_one_draft_and_another_of_that_title_the_next_version()
    {
        await using var city = await TestCity.Create();
        var first = await Import(city);

        var again = await city.Get<PlanService>().Import(city.Office, new ImportInput(SmallPlan.FileName, null, null), SmallPlan.Plan(), TestCity.Ct);
        var changed = SmallPlan.Plan() with { Text = SmallPlan.Text + "。" };
        var next = await city.Get<PlanService>().Import(city.Office, new ImportInput(SmallPlan.FileName, null, null), changed, TestCity.Ct);

        Assert.Equal(new ImportResult(first.Plan.Id, first.VersionId, 1), again);
        Assert.Equal((first.Plan.Id, 2), (next.PlanId, next.Number));
        var measures = (await city.Get<PlanQueries>().Review(city.Office, next.PlanId, next.VersionId, TestCity.Ct)).Measures;
        var origins = await city.Read(db => db.Measures.Where(m => m.Position == 1).Select(m => m.OriginId).Distinct().CountAsync(TestCity.Ct));
        Assert.Equal((4, 1), (measures.Count, origins));
    }

    [Fact]
    public async Task An_empty_text_is_refused_and_nothing_is_kept()
    {
        await using var city = await TestCity.Create();
        var content = new StoredFile { Sha256 = new string('a', 64) };

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<PlanService>().Import(
            city.Office, new ImportInput("空.txt", content, null), SmallPlan.Plan() with { Text = " \n" }, TestCity.Ct));

        Assert.Equal("plan-empty", refusal.Code);
        Assert.Equal(0, await city.Read(db => db.StoredFiles.CountAsync(TestCity.Ct)));
    }

    [Fact]
    public async Task A_matched_name_is_settled_throughout_the_draft_and_remembered_for_the_next_import()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);
        var (measure, unit) = Unknown(review);

        var settled = await city.Get<MeasureUnitService>().Match(
            city.Office, new MatchInput(measure.Id, measure.Version, unit.Id, city.Unit("市财政局").Id, true), TestCity.Ct);

        var next = await Import(city, SmallPlan.Plan("另一方案"));
        Assert.Equal(1, settled);
        Assert.Equal("市财政局", next.Measures[1].Units[1].ListedName);
    }

    [Fact]
    public async Task A_name_of_another_unit_is_not_taken_as_alias()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);
        var measure = review.Measures[0];

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<MeasureUnitService>().Match(
            city.Office, new MatchInput(measure.Id, measure.Version, measure.Units[0].Id, city.Unit("市财政局").Id, true), TestCity.Ct));

        Assert.Equal(("alias-taken", "Remember"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task An_unknown_name_becomes_a_new_unit()
    {
        await using var city = await TestCity.Create();
        var (measure, unit) = Unknown(await Import(city));

        await city.Get<MeasureUnitService>().CreateUnit(
            city.Office, new NewUnitInput(measure.Id, measure.Version, unit.Id, "市某某局", UnitKind.Department), TestCity.Ct);

        var after = await city.Get<PlanQueries>().Measure(city.Office, measure.Id, TestCity.Ct);
        Assert.Equal("市某某局", after.Units[1].ListedName);
        Assert.Null(after.WhyNot);
    }

    [Fact]
    public async Task A_collective_name_becomes_a_group_of_the_chosen_members()
    {
        await using var city = await TestCity.Create();
        var (measure, unit) = Unknown(await Import(city));
        Guid[] members = [city.Unit("芙蓉区政府").Id, city.Unit("天心区政府").Id];

        await city.Get<MeasureUnitService>().CreateGroup(
            city.Office, new NewGroupInput(measure.Id, measure.Version, unit.Id, "主城区", members), TestCity.Ct);

        var after = await city.Get<PlanQueries>().Measure(city.Office, measure.Id, TestCity.Ct);
        Assert.Equal(("主城区", 2), (after.Units[1].ListedName, after.Units[1].Members));
    }

    [Fact]
    public async Task A_stale_form_is_refused()
    {
        await using var city = await TestCity.Create();
        var measure = (await Import(city)).Measures[0];
        var input = new MeasureInput(measure.Id, measure.Version, "1", "改过的名称", "", "正文");
        await city.Get<MeasureService>().Reword(city.Office, input, TestCity.Ct);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<MeasureService>().Reword(
            city.As(Role.Office, TestCity.OfficeUnit, 1), input with { Title = "另一个名称" }, TestCity.Ct));

        Assert.Equal(RuleBroken.Stale, refusal.Code);
        Assert.Equal("改过的名称", (await city.Get<PlanQueries>().Measure(city.Office, measure.Id, TestCity.Ct)).Title);
    }

    [Fact]
    public async Task A_change_of_a_unit_makes_a_form_of_its_measure_stale()
    {
        await using var city = await TestCity.Create();
        var measure = (await Import(city)).Measures[0];
        await city.Get<MeasureUnitService>().Remove(
            city.Office, new MeasureUnitInput(measure.Id, measure.Version, measure.Units[2].Id), TestCity.Ct);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => city.Get<MeasureService>().Reword(
            city.Office, new MeasureInput(measure.Id, measure.Version, "1", "名称", "", ""), TestCity.Ct));

        Assert.Equal(RuleBroken.Stale, refusal.Code);
    }

    [Theory]
    [InlineData("市教育局")]
    public async Task A_unit_may_not_write_and_does_not_see_a_draft(string unit)
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);

        await Refused(RuleBroken.NotAllowed, () => city.Get<PlanService>().Import(
            city.Contact(unit), new ImportInput("a.txt", null, null), SmallPlan.Plan(), TestCity.Ct));
        await Refused(RuleBroken.NotFound, () => city.Get<PlanQueries>().Details(city.Contact(unit), review.Plan.Id, TestCity.Ct));
        await Refused(RuleBroken.NotFound, () => city.Get<PlanService>().Confirm(city.Contact(unit), review.VersionId, review.Version, TestCity.Ct));
        await Refused(RuleBroken.NotAllowed, () => city.Get<PlanService>().Confirm(city.Leader, review.VersionId, review.Version, TestCity.Ct));
        await Refused(RuleBroken.NotAllowed, () => city.Get<PlanQueries>().List(city.Admin, 1, 20, TestCity.Ct));
    }

    [Fact]
    public async Task Another_jurisdiction_sees_nothing()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);
        var stranger = city.AsNeighbour(Role.Office, TestCity.OfficeUnit);
        var measure = review.Measures[0];

        Assert.Equal(0, (await city.Get<PlanQueries>().List(stranger, 1, 20, TestCity.Ct)).Total);
        await Refused(RuleBroken.NotFound, () => city.Get<PlanQueries>().Review(stranger, review.Plan.Id, null, TestCity.Ct));
        await Refused(RuleBroken.NotFound, () => city.Get<PlanQueries>().Measure(stranger, measure.Id, TestCity.Ct));
        await Refused(RuleBroken.NotFound, () => city.Get<PlanService>().Confirm(stranger, review.VersionId, review.Version, TestCity.Ct));
        await Refused(RuleBroken.NotFound, () => city.Get<MeasureService>().Delete(stranger, measure.Id, measure.Version, TestCity.Ct));
    }

    [Fact]
    public async Task A_unit_of_another_jurisdiction_cannot_be_put_to_a_measure()
    {
        await using var city = await TestCity.Create();
        var measure = (await Import(city)).Measures[0];
        var foreign = await city.Read(db => db.Units.Where(u => u.JurisdictionId == city.Neighbour.Id).Select(u => u.Id).FirstAsync(TestCity.Ct));

        await Refused("unit-unknown", () => city.Get<MeasureUnitService>().Add(
            city.Office, new AddUnitInput(measure.Id, measure.Version, foreign, DraftUnitRole.Cooperating), TestCity.Ct));
    }

    [Fact]
    public async Task A_confirmed_version_is_fixed_and_a_second_confirmation_is_refused()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);

        var result = await city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct);

        Assert.Equal((4, 2), (result.Measures, result.NotIssuable));
        var measure = review.Measures[0];
        await Refused("plan-confirmed", () => city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct));
        await Refused("plan-confirmed", () => city.Get<MeasureService>().Delete(city.Office, measure.Id, measure.Version, TestCity.Ct));
        Assert.Equal(PlanState.InForce, (await city.Get<PlanQueries>().Details(city.Contact("市教育局"), review.Plan.Id, TestCity.Ct)).State);
    }

    [Fact]
    public async Task A_confirmation_of_a_draft_that_was_changed_since_is_stale()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);
        await city.Get<MeasureService>().Delete(city.Office, review.Measures[3].Id, review.Measures[3].Version, TestCity.Ct);

        await Refused(RuleBroken.Stale, () => city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct));
    }

    [Fact]
    public async Task Of_two_who_confirm_at_once_one_is_refused()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async nth =>
        {
            try
            {
                await city.Get<PlanService>().Confirm(city.As(Role.Office, TestCity.OfficeUnit, nth), review.VersionId, review.Version, TestCity.Ct);
                return "";
            }
            catch (RuleBroken e)
            {
                return e.Code;
            }
        }));

        Assert.Equal(["", "plan-confirmed"], answers.Order());
    }

    [Fact]
    public async Task A_revision_copies_what_is_in_force_and_takes_its_place_when_confirmed()
    {
        await using var city = await TestCity.Create();
        var first = await Import(city);
        await city.Get<PlanService>().Confirm(city.Office, first.VersionId, first.Version, TestCity.Ct);

        var revision = await city.Get<PlanService>().Revise(city.Office, first.Plan.Id, TestCity.Ct);

        await Refused("draft-open", () => city.Get<PlanService>().Revise(city.Office, first.Plan.Id, TestCity.Ct));
        var draft = await city.Get<PlanQueries>().Review(city.Office, first.Plan.Id, revision.VersionId, TestCity.Ct);
        Assert.Equal(
            first.Measures.Select(m => (m.Title, m.Units.Count, m.Targets.Count, m.Deadlines.Count)),
            draft.Measures.Select(m => (m.Title, m.Units.Count, m.Targets.Count, m.Deadlines.Count)));
        await city.Get<PlanService>().Confirm(city.Office, revision.VersionId, draft.Version, TestCity.Ct);
        var versions = (await city.Get<PlanQueries>().Details(city.Office, first.Plan.Id, TestCity.Ct)).Versions;
        Assert.Equal([PlanVersionState.Confirmed, PlanVersionState.Superseded], versions.Select(v => v.State));
    }

    internal static async Task<PlanReview> Import(TestCity city, PlanDraft? draft = null)
    {
        var result = await city.Get<PlanService>().Import(
            city.Office, new ImportInput(SmallPlan.FileName, null, null), draft ?? SmallPlan.Plan(), TestCity.Ct);
        return await city.Get<PlanQueries>().Review(city.Office, result.PlanId, result.VersionId, TestCity.Ct);
    }

    internal static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    private static (MeasureRow Measure, MeasureUnitRow Unit) Unknown(PlanReview review) =>
        (review.Measures[1], review.Measures[1].Units.Single(u => u.ListId is null));
}
