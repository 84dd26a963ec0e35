using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Coverage;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans;

public sealed class CoverageTests
{
    [Fact]
    public async Task A_revised_plan_counts_the_tasks_of_the_version_before_and_issues_none_twice()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        await city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct);
        await Issue(city, review.Plan.Id);

        var revision = await city.Get<PlanService>().Revise(city.Office, review.Plan.Id, TestCity.Ct);
        var draft = await city.Get<PlanQueries>().Review(city.Office, review.Plan.Id, revision.VersionId, TestCity.Ct);
        await city.Get<PlanService>().Confirm(city.Office, revision.VersionId, draft.Version, TestCity.Ct);

        var coverage = await city.Get<CoverageQueries>().Of(city.Contact("市教育局"), review.Plan.Id, TestCity.Ct);
        Assert.Equal([1, 0, 1, 0], coverage.Select(r => r.Years[0].Open));
        Assert.Equal(["没有责任单位"], coverage.Where(r => r.Years[0].Live == 0 && r.Position == 4).Select(r => r.WhyNot!.Format));
        Assert.Equal(new IssueResult(0, 0, 2), await Issue(city, review.Plan.Id));
    }

    [Fact]
    public async Task A_measure_without_a_task_in_a_year_that_has_begun_is_not_covered()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);
        await city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct);
        await Issue(city, review.Plan.Id);

        var row = (await city.Get<CoverageQueries>().Of(city.Office, review.Plan.Id, TestCity.Ct))[0];

        Assert.True(row.IsCovered(2018));
        Assert.False(row.IsCovered(2019));
    }

    [Fact]
    public async Task Another_jurisdiction_and_a_unit_before_the_plan_is_in_force_see_no_coverage()
    {
        await using var city = await TestCity.Create();
        var review = await PlanServiceTests.Import(city);

        await PlanServiceTests.Refused("not-found", () => city.Get<CoverageQueries>().Of(city.Contact("市教育局"), review.Plan.Id, TestCity.Ct));
        await PlanServiceTests.Refused("not-found", () => city.Get<CoverageQueries>().Of(
            city.AsNeighbour(Core.Units.Role.Office, TestCity.OfficeUnit), review.Plan.Id, TestCity.Ct));
    }

    private static async Task<IssueResult> Issue(TestCity city, Guid planId)
    {
        var preview = await city.Get<IssueQueries>().Preview(city.Office, planId, 2018, TestCity.Ct);
        var rows = preview.Rows.Where(r => r.Obstacle is null).Select(r => new IssueRow(r.MeasureId, r.DueOn, null, [])).ToList();
        return await city.Get<IssueService>().Issue(city.Office, new IssueInput(planId, 2018, rows), TestCity.Ct);
    }
}
