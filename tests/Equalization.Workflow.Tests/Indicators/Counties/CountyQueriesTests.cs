using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators.Counties;

/// <summary>A county by pages, through its years, and beside the others; what is kept in memory follows every change of the data.</summary>
public sealed class CountyQueriesTests
{
    private const string Good = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";
    private const string Poor = "002,第二小学,小学,1000,,42,,2,,9,,4500,7500,200,2";

    [Fact]
    public async Task A_summary_says_what_the_whole_computation_says()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, Good, Poor);
        var whole = (await city.CountySchools(2023)).Indicators;

        var summary = (await City(city, 2023))!.Summary;

        var level = Assert.Single(summary.Levels);
        Assert.Equal((2, 1, 1, 0), (summary.Schools, level.Pass, level.Fail, level.Unknown));
        Assert.Equal(["002"], summary.Failing);
        Assert.All(level.Indicators, one =>
        {
            var coefficient = whole.Of(one.Rule.Number, Level.Primary);
            Assert.Equal((coefficient.Coefficient!.Value, coefficient.Verdict, coefficient.Coefficient.Mean), (one.Coefficient, one.Verdict, one.Mean));
        });
        Assert.Equal((1, 0, 1, 0, 50m), (level.Indicators[1].Reached, level.Indicators[1].AboveFloor, level.Indicators[1].BelowFloor, level.Indicators[1].Unknown, level.Indicators[1].ReachedShare));
    }

    [Fact]
    public async Task Schools_are_listed_a_page_at_a_time_in_their_order()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, [.. Enumerable.Range(1, 120).Select(i => Good.Replace("001,第一小学", $"{i:000},第{i:000}小学", StringComparison.Ordinal))]);
        var queries = city.Get<CountyQueries>();

        var last = (await queries.Page(city.Office, 2023, SchoolDesk.County, SchoolChoice.All, 3, 50, TestCity.Ct))!.Schools;

        Assert.Equal((120, 3, 20, "第101小学", "第120小学"), (last.Total, last.Pages, last.Rows.Count, last.Rows[0].Name, last.Rows[^1].Name));
        Assert.Null(await queries.Page(city.Office, 2023, "没有的区", SchoolChoice.All, 1, 50, TestCity.Ct));
    }

    [Fact]
    public async Task Only_those_that_fail_or_stand_out_can_be_listed()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, Good, Poor, "003,第三小学,小学,1000,,42,,10,,9,,4500,99999,200,23");

        Assert.Equal(["002"], (await City(city, 2023, SchoolChoice.Failing))!.Schools.Rows.Select(s => s.Code));
        var flagged = (await City(city, 2023, SchoolChoice.Flagged))!;
        Assert.Contains("003", flagged.Schools.Rows.Select(s => s.Code));
        Assert.Equal((flagged.Flagged, flagged.Flagged), (flagged.Schools.Total, flagged.Flags.Select(f => f.Code).Distinct().Count()));
    }

    [Fact]
    public async Task Every_change_of_the_data_shows_at_once()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2023, Good, Poor);
        Assert.Equal(1, (await City(city, 2023))!.Summary.Levels[0].Fail);

        await city.TakeSchools(2023, Good, Poor.Replace(",2,,9", ",10,,9", StringComparison.Ordinal).Replace(",200,2", ",200,23", StringComparison.Ordinal));
        Assert.Equal(0, (await City(city, 2023))!.Summary.Levels[0].Fail);

        var schools = city.Get<SchoolQueries>();
        var view = await schools.School(city.Office, (await city.CountySchools(2023)).Schools["001"].Id, 2023, TestCity.Ct);
        var entry = new SchoolEntry(view.Id, "", "", "", 2023, view.Origin, view.Figures with { SportsArea = 100 }, view.Conditions, "核对") { OpenedYear = 2023 };
        await city.Get<SchoolEntryService>().Enter(city.Office, entry, view.Version, TestCity.Ct);
        Assert.Equal(["001"], (await City(city, 2023))!.Summary.Failing);

        await city.Get<LocalStandardService>().Set(city.Office, new LocalValue("limit", "", Level.Primary, "0.3", 2023, "某政发〔2023〕1号"), TestCity.Ct);
        Assert.Equal(0.3m, (await City(city, 2023))!.Summary.Levels[0].Indicators[0].Limit);
    }

    [Fact]
    public async Task A_county_through_its_years_and_the_counties_of_a_year()
    {
        await using var city = await TestCity.Create();
        await city.TakeSchools(2022, Good, Poor);
        await city.TakeSchools(2023, Good, Poor.Replace(",2,,9", ",8,,9", StringComparison.Ordinal));
        await city.TakeSchools(await city.BringTable(city.Office, 2023, SchoolDesk.Head + ",区县", Good.Replace("001", "901", StringComparison.Ordinal) + ",安宁区"));
        var queries = city.Get<CountyQueries>();

        var trend = await queries.Trend(city.Office, SchoolDesk.County, TestCity.Ct);
        var compared = await queries.Comparison(city.Office, 2023, TestCity.Ct);

        Assert.Equal([(2022, 2.0 / 3), (2023, 1.0 / 9)], trend.Select(y => (y.Year, Math.Round(y.Levels[0].Indicators[1].Coefficient!.Value, 12))), (a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 1e-11);
        Assert.Equal(["安宁区", SchoolDesk.County], compared.Select(c => c.County));
        Assert.Equal((0.0, 1), (compared[0].Levels[0].Indicators[1].Coefficient!.Value, compared[0].Schools));
    }

    private static Task<CountyPage?> City(TestCity city, int year, SchoolChoice choice = SchoolChoice.All) =>
        city.Get<CountyQueries>().Page(city.Office, year, SchoolDesk.County, choice, 1, 50, TestCity.Ct);
}
