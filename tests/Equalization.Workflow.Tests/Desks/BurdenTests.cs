using System.Net;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks.Issues;
using Equalization.Workflow.Core.Desks.Burdens;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Desks;

/// <summary>What is asked of a unit in a month: two tasks of two plans, the same target and one same kind of evidence, reports by quarter.</summary>
public sealed class BurdenTests
{
    private static CancellationToken Ct => TestCity.Ct;

    [Fact]
    public async Task The_month_that_ends_a_period_asks_for_its_reports_with_their_fields()
    {
        await using var city = await Laid();

        Assert.Equal(new Burden(new DateOnly(2018, 6, 1), 2, 2, 12, 1, 2), await Of(city, CityTasks.Lead, new DateOnly(2018, 6, 15)));
        Assert.Equal(new Burden(new DateOnly(2018, 5, 1), 2, 0, 0, 0, 2), await Of(city, CityTasks.Lead, new DateOnly(2018, 5, 31)));
    }

    [Fact]
    public async Task A_cooperating_unit_is_asked_for_its_reports_alone()
    {
        await using var city = await Laid();

        Assert.Equal(new Burden(new DateOnly(2018, 6, 1), 2, 2, 10, 0, 0), await Of(city, CityTasks.Cooperating, new DateOnly(2018, 6, 1)));
    }

    [Fact]
    public async Task Before_the_work_begins_nothing_is_asked()
    {
        await using var city = await Laid();

        Assert.Equal(new Burden(new DateOnly(2017, 12, 1), 0, 0, 0, 0, 0), await Of(city, CityTasks.Lead, new DateOnly(2017, 12, 31)));
    }

    [Fact]
    public async Task It_is_read_by_the_unit_and_by_whoever_reads_all()
    {
        await using var city = await Laid();
        var lead = city.Unit(CityTasks.Lead).Id;
        var queries = city.Get<BurdenQueries>();

        Assert.Equal(2, (await queries.Of(city.Contact(CityTasks.Lead), lead, new DateOnly(2018, 6, 1), Ct)).Reports);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => queries.Of(city.Contact(CityTasks.Cooperating), lead, new DateOnly(2018, 6, 1), Ct))).Code);
        Assert.Equal(RuleBroken.NotAllowed, (await Assert.ThrowsAsync<RuleBroken>(() => queries.Of(city.Admin, lead, new DateOnly(2018, 6, 1), Ct))).Code);
    }

    [Fact]
    public async Task The_office_finds_it_on_the_units_page_and_the_unit_on_its_desk()
    {
        await using var city = await Laid();
        var lead = city.Unit(CityTasks.Lead).Id;
        await using var site = await TestSite.Start(city);
        using var office = await site.SignedIn(city.Office);
        using var contact = await site.SignedIn(city.Contact(CityTasks.Lead));
        using var other = await site.SignedIn(city.Contact(CityTasks.Cooperating));

        Assert.Contains("2 份，共 12 个填报项", WebUtility.HtmlDecode(await office.GetStringAsync($"/Units/{lead}?month=2018-06-01", Ct)), StringComparison.Ordinal);
        Assert.Contains("要求本单位报送", WebUtility.HtmlDecode(await contact.GetStringAsync("/Work", Ct)), StringComparison.Ordinal);
        Assert.DoesNotContain("要求本单位报送", WebUtility.HtmlDecode(await office.GetStringAsync("/Work", Ct)), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"burden\"", await other.GetStringAsync($"/Units/{lead}", Ct), StringComparison.Ordinal);
    }

    private static async Task<TestCity> Laid()
    {
        var city = await TestCity.Create();
        await city.LayTask(new DateOnly(2018, 12, 31), [IssueService.DefaultEvidence, "验收报告"], withTarget: true);
        await city.LayTask(new DateOnly(2018, 6, 30), [IssueService.DefaultEvidence], withTarget: true);
        return city;
    }

    private static Task<Burden> Of(TestCity city, string unit, DateOnly day) => city.Get<BurdenQueries>().Of(city.Office, city.Unit(unit).Id, day, Ct);
}
