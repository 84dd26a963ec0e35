using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans;

/// <summary>The real five-year plan through reader, draft, confirmation and issue, in a city with its nine counties.</summary>
public sealed class ChangshaTests
{
    [Fact]
    public async Task The_plan_is_ready_to_confirm_but_for_one_proposed_lead()
    {
        await using var city = await TestCity.Create();

        var review = await Import(city);

        Assert.Equal((19, 19), (review.Measures.Count, review.Issuable));
        var point = Assert.Single(review.OpenPoints);
        Assert.Equal([17], point.Measures.Select(m => m.Position));
        Assert.InRange(review.Coverage, 90, 100);
        Assert.Equal(review.SourceText.Length, review.Runs.Sum(r => r.Length));
    }

    [Fact]
    public async Task Its_first_year_is_131_tasks_and_464_task_units()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);
        await city.Get<PlanService>().Confirm(city.Office, review.VersionId, review.Version, TestCity.Ct);

        var preview = await city.Get<IssueQueries>().Preview(city.Office, review.Plan.Id, 2018, TestCity.Ct);
        var rows = preview.Rows.Where(r => r.Proposed).Select(r => new IssueRow(r.MeasureId, r.DueOn, null, [])).ToList();
        var result = await city.Get<IssueService>().Issue(city.Office, new IssueInput(review.Plan.Id, 2018, rows), TestCity.Ct);

        Assert.Equal((131, 464), (preview.Tasks, preview.TaskUnits));
        Assert.Equal(new IssueResult(131, 464, 0), result);
    }

    [Fact]
    public async Task A_stretch_that_the_importer_understands_becomes_a_measure_with_its_units()
    {
        await using var city = await TestCity.Create();
        var review = await Import(city);
        var tenth = review.Measures[9];
        await city.Get<MeasureService>().Delete(city.Office, tenth.Id, tenth.Version, TestCity.Ct);

        await city.Get<MeasureService>().AddFromSource(city.Office, new StretchInput(review.VersionId, tenth.Start, tenth.Length), TestCity.Ct);

        var again = (await city.Get<PlanQueries>().Review(city.Office, review.Plan.Id, review.VersionId, TestCity.Ct)).Measures[9];
        Assert.Equal((tenth.Title, tenth.Section), (again.Title, again.Section));
        Assert.Equal(tenth.Units.Select(u => (u.Role, u.AsWritten, u.ListedName, u.Start)), again.Units.Select(u => (u.Role, u.AsWritten, u.ListedName, u.Start)));
        Assert.Equal(tenth.Targets.Select(t => (t.Value, t.Unit)), again.Targets.Select(t => (t.Value, t.Unit)));
    }

    private static async Task<PlanReview> Import(TestCity city)
    {
        var path = Repository.SharedFile("reference", "seeds", "003_78f6664cd1c75a99.txt");
        var draft = PlanReader.Read(await File.ReadAllTextAsync(path, TestCity.Ct));
        return await PlanServiceTests.Import(city, draft);
    }
}
