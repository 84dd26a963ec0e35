using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Drafts;
using Equalization.Workflow.Core.Plans.Editions;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Editions;

public sealed class EditionServiceTests
{
    [Fact]
    public async Task A_revised_document_continues_reworded_measures_and_shows_what_changed()
    {
        await using var city = await TestCity.Create();

        var view = await Revised(city);

        Assert.Equal((1, 2, true), (view.Former, view.Number, view.MayCorrect));
        var reworded = view.Comparison.All.Single(d => d.Changes.HasFlag(EditionChanges.Title));
        Assert.Equal(("开展监测", "开展质量监测"), (reworded.Former?.Title, reworded.Draft?.Title));
        Assert.Equal("加强宣传", view.Comparison.All.Single(d => d.Changes == EditionChanges.Removed).Title);
        Assert.Equal("建好食堂", view.Comparison.All.Single(d => d.Changes == EditionChanges.Added).Title);
        Assert.Equal(2, view.Comparison.Unchanged);
    }

    [Fact]
    public async Task A_person_takes_a_pairing_apart_and_pairs_other_measures()
    {
        await using var city = await TestCity.Create();
        var reworded = (await Revised(city)).Comparison.All.Single(d => d.Changes.HasFlag(EditionChanges.Title)).Draft!;

        await city.Get<EditionService>().Part(city.Office, reworded.Id, reworded.Version, TestCity.Ct);
        var apart = await View(city);
        Assert.Equal((2, 2), (apart.Comparison.Count(EditionChanges.Added), apart.Comparison.Count(EditionChanges.Removed)));

        var free = apart.Comparison.All.Single(d => d.Draft?.Id == reworded.Id).Draft!;
        await city.Get<EditionService>().Pair(city.Office, new PairInput(free.Id, free.Version, 4), TestCity.Ct);
        var paired = (await View(city)).Comparison.All.Single(d => d.Draft?.Id == reworded.Id);
        Assert.Equal("加强宣传", paired.Former?.Title);
    }

    [Fact]
    public async Task A_measure_continues_one_of_the_former_version_alone()
    {
        await using var city = await TestCity.Create();
        var added = (await Revised(city)).Comparison.All.Single(d => d.Changes == EditionChanges.Added).Draft!;

        await city.Get<EditionService>().Pair(city.Office, new PairInput(added.Id, added.Version, 1), TestCity.Ct);

        var all = (await View(city)).Comparison.All;
        Assert.Equal("完善规划", all.Single(d => d.Draft?.Id == added.Id).Former?.Title);
        Assert.Equal("完善规划", all.Single(d => d.Changes == EditionChanges.Added).Title);
    }

    [Fact]
    public async Task A_place_that_the_former_version_has_not_a_stale_form_and_a_confirmed_version_are_refused()
    {
        await using var city = await TestCity.Create();
        var view = await Revised(city);
        var added = view.Comparison.All.Single(d => d.Changes == EditionChanges.Added).Draft!;

        await PlanServiceTests.Refused("pair-position", () => city.Get<EditionService>().Pair(city.Office, new PairInput(added.Id, added.Version, 9), TestCity.Ct));
        await Assert.ThrowsAnyAsync<RuleBroken>(() => city.Get<EditionService>().Pair(city.Office, new PairInput(added.Id, added.Version + 1, 1), TestCity.Ct));
        await PlanServiceTests.Refused(RuleBroken.NotAllowed, () => city.Get<EditionService>().Part(city.Leader, added.Id, added.Version, TestCity.Ct));
        await city.Get<PlanService>().Confirm(city.Office, view.VersionId, view.Version, TestCity.Ct);
        await PlanServiceTests.Refused("plan-confirmed", () => city.Get<EditionService>().Part(city.Office, added.Id, added.Version, TestCity.Ct));
        Assert.Equal((1, false), ((await View(city)).Former, (await View(city)).MayCorrect));
    }

    /// <summary>The small plan in force and its second edition as a draft: the third measure renamed, the fourth replaced.</summary>
    private static async Task<EditionView> Revised(TestCity city)
    {
        var first = await PlanServiceTests.Import(city);
        await city.Get<PlanService>().Confirm(city.Office, first.VersionId, first.Version, TestCity.Ct);
        var plan = SmallPlan.Plan();
        var measures = plan.Measures.ToList();
        measures[2] = measures[2] with { Title = "开展质量监测" };
        measures[3] = measures[3] with { Title = "建好食堂", Body = "学生在校用餐。" };
        await PlanServiceTests.Import(city, plan with { Text = SmallPlan.Text + "。", Measures = measures });
        return await View(city);
    }

    private static async Task<EditionView> View(TestCity city)
    {
        var plan = (await city.Get<PlanQueries>().List(city.Office, 1, 1, TestCity.Ct)).Rows[0];
        var newest = (await city.Get<PlanQueries>().Details(city.Office, plan.Id, TestCity.Ct)).Versions[0];
        return await city.Get<EditionQueries>().Of(city.Office, newest.Id, TestCity.Ct);
    }
}
