using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans;

public sealed class MeasureServiceTests
{
    [Fact]
    public async Task A_merge_keeps_the_words_units_dates_and_targets_of_both()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var first = review.Measures[0];

        await city.Get<MeasureService>().MergeWithNext(city.Office, first.Id, first.Version, TestCity.Ct);

        var after = await Review(city, review);
        var merged = after.Measures[0];
        Assert.Equal([1, 2, 3], after.Measures.Select(m => m.Position));
        Assert.Equal("修订布局规划。2020年底完成。\n配齐设备。生均设备值达标。2019年达到2000元。", merged.Body);
        Assert.Equal(
            ["市教育局", "各区县(市)政府", "各区县(市)政府", "市发改委", null], merged.Units.Select(u => u.ListedName));
        Assert.Equal((1, 1), (merged.Deadlines.Count, merged.Targets.Count));
        Assert.Equal((review.Measures[0].Start, review.Measures[1].Start + review.Measures[1].Length), (merged.Start, merged.Start + merged.Length));
    }

    [Fact]
    public async Task The_last_measure_has_nothing_to_merge_with()
    {
        await using var city = await TestCity.Create();
        var last = (await PlanServiceTests.Import(city)).Measures[^1];

        await PlanServiceTests.Refused("no-next-measure", () =>
            city.Get<MeasureService>().MergeWithNext(city.Office, last.Id, last.Version, TestCity.Ct));
    }

    [Fact]
    public async Task A_split_undoes_a_merge()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var (first, second) = (review.Measures[0], review.Measures[1]);
        await city.Get<MeasureService>().MergeWithNext(city.Office, first.Id, first.Version, TestCity.Ct);
        var merged = (await Review(city, review)).Measures[0];

        await city.Get<MeasureService>().Split(city.Office, merged.Id, merged.Version, SmallPlan.Find("配齐设备").Start, TestCity.Ct);

        var after = (await Review(city, review)).Measures;
        Assert.Equal(4, after.Count);
        Assert.Equal((first.Title, first.Body), (after[0].Title, after[0].Body));
        Assert.Equal((second.Title, second.Body), (after[1].Title, after[1].Body));
        Assert.Equal(first.Units.Select(u => u.AsWritten), after[0].Units.Select(u => u.AsWritten));
        Assert.Equal(second.Units.Select(u => u.AsWritten), after[1].Units.Select(u => u.AsWritten));
        Assert.Equal((0, 1), (after[0].Targets.Count, after[1].Targets.Count));
    }

    [Fact]
    public async Task A_half_without_units_of_its_own_gets_those_of_the_whole()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var first = review.Measures[0];

        await city.Get<MeasureService>().Split(city.Office, first.Id, first.Version, SmallPlan.Find("2020年底完成").Start, TestCity.Ct);

        var after = (await Review(city, review)).Measures;
        Assert.Equal("修订布局规划。", after[0].Body);
        Assert.Equal("2020年底完成", after[1].Title);
        Assert.Equal(after[1].Units.Select(u => u.AsWritten), after[0].Units.Select(u => u.AsWritten));
        Assert.Equal((0, 1), (after[0].Deadlines.Count, after[1].Deadlines.Count));
        Assert.NotEmpty(after[1].Findings);
    }

    [Fact]
    public async Task A_split_outside_the_measure_is_refused()
    {
        await using var city = await TestCity.Create();
        var first = (await PlanServiceTests.Import(city)).Measures[0];

        await PlanServiceTests.Refused("split-outside", () =>
            city.Get<MeasureService>().Split(city.Office, first.Id, first.Version, first.Start, TestCity.Ct));
    }

    [Fact]
    public async Task A_deleted_measure_leaves_its_stretch_marked_and_can_be_added_again()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var second = review.Measures[1];

        await city.Get<MeasureService>().Delete(city.Office, second.Id, second.Version, TestCity.Ct);

        var after = await Review(city, review);
        Assert.Equal([1, 2, 3], after.Measures.Select(m => m.Position));
        Assert.Contains(after.Runs, r => r.Start == second.Start && r.Use == SourceUse.Skipped);
        Assert.True(after.Coverage < review.Coverage);

        await city.Get<MeasureService>().AddFromSource(
            city.Office, new StretchInput(review.VersionId, second.Start, second.Length), TestCity.Ct);

        var again = await Review(city, review);
        Assert.Equal([1, 2, 3, 4], again.Measures.Select(m => m.Position));
        Assert.Contains("配齐设备", again.Measures[1].Title, StringComparison.Ordinal);
        Assert.Equal(review.Coverage, again.Coverage);
    }

    [Fact]
    public async Task An_empty_stretch_makes_no_measure()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);

        await PlanServiceTests.Refused("stretch-empty", () => city.Get<MeasureService>().AddFromSource(
            city.Office, new StretchInput(review.VersionId, SmallPlan.Text.IndexOf('\n', StringComparison.Ordinal), 1), TestCity.Ct));
    }

    [Fact]
    public async Task Units_change_role_and_order()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var units = city.Get<MeasureUnitService>();
        var measure = review.Measures[0];
        var staff = measure.Units[2];

        await units.Move(city.Office, new MeasureUnitInput(measure.Id, measure.Version, staff.Id), -1, TestCity.Ct);
        measure = (await Review(city, review)).Measures[0];
        Assert.Equal(["市发改委", "区县(市)政府"], measure.In(DraftUnitRole.Cooperating).Select(u => u.AsWritten));

        await units.ChangeRole(city.Office, new MeasureUnitInput(measure.Id, measure.Version, staff.Id), DraftUnitRole.Lead, TestCity.Ct);
        measure = (await Review(city, review)).Measures[0];
        Assert.Equal(["市教育局", "市发改委"], measure.In(DraftUnitRole.Lead).Select(u => u.AsWritten));
        Assert.Equal([0], measure.In(DraftUnitRole.Cooperating).Select(u => u.Position));
    }

    [Fact]
    public async Task A_unit_is_in_a_role_once()
    {
        await using var city = await TestCity.Create();
        var measure = (await PlanServiceTests.Import(city)).Measures[0];

        await PlanServiceTests.Refused("unit-twice", () => city.Get<MeasureUnitService>().Add(
            city.Office, new AddUnitInput(measure.Id, measure.Version, city.Unit("市教育局").Id, DraftUnitRole.Lead), TestCity.Ct));
    }

    [Fact]
    public async Task Targets_and_deadlines_are_added_changed_and_removed()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var targets = city.Get<TargetService>();
        var measure = review.Measures[1];
        var target = measure.Targets[0];

        await targets.Save(
            city.Office,
            new TargetInput(measure.Id, measure.Version, target.Id, 2020, target.AsWritten, target.Metric, Comparator.Between, 2000, 2500, "元", true, false, null),
            TestCity.Ct);
        measure = (await Review(city, review)).Measures[1];
        Assert.Equal((2020, 2500m, true), (measure.Targets[0].Year, measure.Targets[0].Upper, measure.Targets[0].Aspirational));

        await targets.Save(
            city.Office, new DeadlineInput(measure.Id, measure.Version, null, "2021年底", DeadlineKind.By, new DateOnly(2021, 12, 31), null), TestCity.Ct);
        measure = (await Review(city, review)).Measures[1];
        Assert.Equal([2018, 2019, 2020, 2021], measure.Years);

        await targets.Remove(city.Office, measure.Id, measure.Version, measure.Targets[0].Id, TestCity.Ct);
        measure = (await Review(city, review)).Measures[1];
        await targets.RemoveDeadline(city.Office, measure.Id, measure.Version, measure.Deadlines[0].Id, TestCity.Ct);
        measure = (await Review(city, review)).Measures[1];
        Assert.Equal((0, 0), (measure.Targets.Count, measure.Deadlines.Count));
    }

    [Fact]
    public async Task A_doubt_is_accepted_wherever_it_stands()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var sentence = Assert.Single(review.Measures[2].Findings).Format;

        await city.Get<MeasureService>().AcceptDoubt(city.Office, review.VersionId, sentence, TestCity.Ct);

        Assert.Empty((await Review(city, review)).Measures[2].Findings);
    }

    [Fact]
    public async Task A_reason_not_to_issue_is_kept_and_taken_back()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        var measure = review.Measures[3];

        await city.Get<MeasureService>().SetNoTaskReason(city.Office, measure.Id, measure.Version, "宣传部门另行安排", TestCity.Ct);
        measure = (await Review(city, review)).Measures[3];
        Assert.Empty(measure.Findings);

        await city.Get<MeasureService>().SetNoTaskReason(city.Office, measure.Id, measure.Version, "", TestCity.Ct);
        Assert.NotEmpty((await Review(city, review)).Measures[3].Findings);
    }

    private static Task<PlanReview> Review(TestCity city, PlanReview review) =>
        city.Get<PlanQueries>().Review(city.Office, review.Plan.Id, review.VersionId, TestCity.Ct);
}
