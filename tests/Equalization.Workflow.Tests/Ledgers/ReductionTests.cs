using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Ledgers.Reductions;
using Equalization.Workflow.Tests.Indicators;
using Equalization.Workflow.Tests.Support;
using static Equalization.Workflow.Tests.Ledgers.LedgerDesk;
using static Equalization.Workflow.Tests.Rosters.RosterDesk;

namespace Equalization.Workflow.Tests.Ledgers;

/// <summary>Large classes and too large schools: gaps of their own, and yearly targets against what the data says.</summary>
public sealed class ReductionTests : IAsyncLifetime
{
    private static readonly string Head = string.Join(
        ',', SchoolColumns.Code, SchoolColumns.Name, SchoolColumns.Type, SchoolColumns.PrimaryPupils, SchoolColumns.JuniorPupils, SchoolColumns.Classes, SchoolColumns.LargestClass, SchoolColumns.LargeClasses);

    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Theory]
    [InlineData("小学,900,,20,45,0", Verdict.Pass)]
    [InlineData("小学,900,,20,46,", Verdict.Fail)]
    [InlineData("初级中学,,900,20,50,0", Verdict.Pass)]
    [InlineData("初级中学,,900,20,51,1", Verdict.Fail)]
    [InlineData("九年一贯制学校,500,400,20,48,0", Verdict.Pass)]
    [InlineData("九年一贯制学校,500,400,20,48,2", Verdict.Fail)]
    [InlineData("九年一贯制学校,500,400,20,48,", Verdict.Unknown)]
    [InlineData("小学,900,,20,,3", Verdict.Fail)]
    [InlineData("小学,900,,20,,0", Verdict.Unknown)]
    public async Task A_class_is_judged_by_the_limit_of_its_level(string cells, Verdict verdict)
    {
        await Take(2016, "001,一校," + cells);
        await city.Register(2016);

        Assert.Equal(verdict == Verdict.Fail ? 1 : 0, (await city.Gaps(new GapFilter { Kind = GapKind.ClassSize })).Count);
        var year = Assert.Single((await Of(GapKind.ClassSize)).Years);
        Assert.Null(year.Verdict);
    }

    [Fact]
    public async Task A_target_is_met_by_the_data_of_its_year_and_not_while_a_school_is_unknown()
    {
        await Take(2016, "001,一校,小学,900,,20,52,6", "002,二校,小学,900,,20,44,0");
        await Take(2017, "001,一校,小学,900,,20,50,3", "002,二校,小学,900,,20,46,");
        await Set(GapKind.ClassSize, 2016, 5);
        await Set(GapKind.ClassSize, 2017, 3);
        await Set(GapKind.ClassSize, 2018, 0);

        var shown = await Of(GapKind.ClassSize);

        Assert.Equal(
            [(2018, 0, null, 2, Verdict.Unknown), (2017, 3, 3m, 1, Verdict.Unknown), (2016, 5, 6m, 0, Verdict.Fail)],
            shown.Years.Select(y => (y.Year, y.Most!.Value, y.Actual, y.Unknown, y.Verdict!.Value)));
        Assert.Equal(2017, shown.Year);
        Assert.Equal(["二校", "一校"], shown.Schools.Select(s => s.Name));
        await Take(2017, "002,二校,小学,900,,20,45,0");
        Assert.Equal(Verdict.Pass, (await Of(GapKind.ClassSize)).Years[1].Verdict);
        await Set(GapKind.ClassSize, 2017, 2);
        Assert.Equal(Verdict.Fail, (await Of(GapKind.ClassSize)).Years[1].Verdict);
    }

    [Fact]
    public async Task A_target_is_not_met_while_a_school_is_missing_or_its_largest_class_is_too_large_for_none()
    {
        await Take(2015, "001,一校,小学,900,,20,45,0", "002,二校,小学,900,,20,45,0");
        await Take(2017, "001,一校,小学,900,,20,45,0");
        await Set(GapKind.ClassSize, 2017, 0);
        Assert.Equal((0m, 1, Verdict.Unknown), await Shown());

        await city.Get<SchoolKeepingService>().Close(city.Office, (await city.CountySchools(2015)).Schools["002"].Id, null, 2017, "并入一校", TestCity.Ct);
        Assert.Equal((0m, 0, Verdict.Pass), await Shown());

        await Take(2017, "001,一校,小学,900,,20,46,0");
        Assert.Equal((0m, 1, Verdict.Unknown), await Shown());

        async Task<(decimal?, int, Verdict)> Shown() => (await Of(GapKind.ClassSize)).Years[0] is var year ? (year.Actual, year.Unknown, year.Verdict!.Value) : default;
    }

    [Fact]
    public async Task Too_large_schools_are_counted_and_the_pupils_of_a_through_school_are_those_of_both_levels()
    {
        await Take(2016, "001,一校,小学,2401,,60,40,0", "002,二校,九年一贯制学校,1500,1000,60,40,0", "003,三校,九年一贯制学校,1500,1501,80,40,0", "004,四校,小学,,,60,40,0");
        await city.Register(2016);

        var year = Assert.Single((await Of(GapKind.SchoolSize)).Years);
        Assert.Equal((2m, 1), (year.Actual, year.Unknown));
        Assert.Equal(["一校", "三校"], (await city.Gaps(new GapFilter { Kind = GapKind.SchoolSize })).Select(g => g.School).Order());
        Assert.Equal([2000m, 2500m], (await city.Gaps(new GapFilter { Kind = GapKind.SchoolSize })).Select(g => g.Bound!.Value).Order());
        Assert.All((await Of(GapKind.SchoolSize)).Schools.Where(s => s.Verdict == Verdict.Fail), s => Assert.NotNull(s.Number));
    }

    [Theory]
    [InlineData(2000, "", Verdict.Pass)]
    [InlineData(2001, "", Verdict.Unknown)]
    [InlineData(2400, "2011", Verdict.Unknown)]
    [InlineData(2400, "2010", Verdict.Pass)]
    [InlineData(2401, "2010", Verdict.Fail)]
    [InlineData(2401, "", Verdict.Fail)]
    public async Task A_school_between_the_two_sizes_is_unknown_where_the_data_do_not_say_which_is_its_own(int pupils, string built, Verdict expected)
    {
        await city.TakeSchools(await city.BringTable(city.Office, 2016, Head + ",建成年份", $"001,一校,小学,{pupils},,70,40,0,{built}"));

        var done = await city.Register(2016);

        var year = Assert.Single((await Of(GapKind.SchoolSize)).Years);
        Assert.Equal((expected == Verdict.Fail ? 1m : 0m, expected == Verdict.Unknown ? 1 : 0), (year.Actual, year.Unknown));
        Assert.Equal(expected == Verdict.Fail ? 1 : 0, (await city.Gaps(new GapFilter { Kind = GapKind.SchoolSize })).Count);
        Assert.True(done.Unknown > 0);
    }

    [Fact]
    public async Task Targets_are_the_offices_and_of_a_kind_a_year_and_a_county_that_there_are()
    {
        await Take(2016, "001,一校,小学,900,,20,52,6");

        await Refuses("reduction-kind", () => Set(GapKind.Indicator, 2016, 1));
        await Refuses("school-year", () => Set(GapKind.ClassSize, 20160, 1));
        await Refuses("reduction-number", () => Set(GapKind.ClassSize, 2016, -1));
        await Refuses("ledger-subject", () => city.Get<ReductionService>().Set(city.Office, GapKind.ClassSize, "无此区", 2016, null, 1, TestCity.Ct));
        await Refuses(RuleBroken.NotAllowed, () => city.Get<ReductionService>().Set(city.Leader, GapKind.ClassSize, SchoolDesk.County, 2016, null, 1, TestCity.Ct));
        await Refuses(RuleBroken.NotAllowed, () => city.Get<ReductionQueries>().Of(city.Admin, GapKind.ClassSize, SchoolDesk.County, TestCity.Ct));
    }

    [Fact]
    public async Task A_target_that_another_set_meanwhile_is_not_overwritten_unseen()
    {
        await Take(2016, "001,一校,小学,900,,20,52,6");
        await SetSeen(null, 5);
        await Refuses(RuleBroken.Stale, () => SetSeen(null, 4));
        await SetSeen(0, 3);

        await Refuses(RuleBroken.Stale, () => SetSeen(0, 4));
        Assert.Equal((3, 1), ((await Of(GapKind.ClassSize)).Years[0].Most, (await Of(GapKind.ClassSize)).Years[0].TargetVersion));

        Task SetSeen(int? version, int most) => city.Get<ReductionService>().Set(city.Office, GapKind.ClassSize, SchoolDesk.County, 2016, version, most, TestCity.Ct);
    }

    private async Task Take(int year, params string[] rows) => await city.TakeSchools(await city.BringTable(city.Office, year, [Head, .. rows]));

    private Task<Reduction> Of(GapKind kind) => city.Get<ReductionQueries>().Of(city.Office, kind, SchoolDesk.County, TestCity.Ct);

    private async Task Set(GapKind kind, int year, int most)
    {
        var seen = (await Of(GapKind.ClassSize)).Years.FirstOrDefault(y => y.Year == year)?.TargetVersion;
        await city.Get<ReductionService>().Set(city.Office, kind, SchoolDesk.County, year, seen, most, TestCity.Ct);
    }
}
