using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>Entries by hand: which year they change, and what they leave behind.</summary>
public sealed class SchoolEntryTests : IAsyncLifetime
{
    private const string First = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";

    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task An_opened_year_never_goes_over_the_numbers_of_another()
    {
        await city.TakeSchools(2022, First);
        await city.TakeSchools(2023, First.Replace(",23", ",25", StringComparison.Ordinal));
        var opened = await Opened(2023);

        await RosterDesk.Refuses("school-year-taken", () => Enter(opened with { Year = 2022 }));
        await RosterDesk.Refuses("school-year-taken", () => Enter(opened with { Year = 2022, OpenedYear = null }));
        Assert.Equal(23m, (await View(2022)).Figures.MultimediaRooms);
        await Enter(opened with { Year = 2024 });
        Assert.Equal(25m, (await View(2024)).Figures.MultimediaRooms);
    }

    [Theory]
    [InlineData(20234)]
    [InlineData(0)]
    public async Task What_is_no_year_is_refused_for_a_registered_school_too(int year)
    {
        await city.TakeSchools(2023, First);

        await RosterDesk.Refuses("school-year", async () => await Enter(await Opened(2023) with { Year = year }));
    }

    [Fact]
    public async Task Indoor_rooms_that_are_not_known_stay_not_known()
    {
        var file = await city.BringTable(city.Office, 2023, $"{SchoolDesk.Head},{SchoolColumns.IndoorSportsArea}", First + ",");
        await city.TakeSchools(file);
        var opened = await Opened(2023);
        Assert.True(opened.Figures.TellsIndoorSports);

        await Enter(opened with { Figures = opened.Figures with { TellsIndoorSports = false, MultimediaRooms = 30 } });

        Assert.Null((await View(2023)).Parts[0].Of(4).Value);
    }

    [Fact]
    public async Task Another_source_and_rooms_told_apart_are_changes_that_are_kept()
    {
        await city.TakeSchools(2023, First);
        var opened = await Opened(2023);

        await Enter(opened with { Origin = DataOrigin.Reported });
        await Enter((await Opened(2023)) with { Figures = opened.Figures with { TellsIndoorSports = true, IndoorSportsArea = 100 } }, 1);

        Assert.Equal(
            [$"{SchoolColumns.IndoorSportsArea}\t\t100\n{SchoolChanges.TellsIndoorSports}\t否\t是", $"{SchoolChanges.Origin}\t事业统计\t学校上报"],
            (await View(2023)).Corrections.Select(c => c.Changes).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(SchoolColumns.BuiltIn, "20260901000", "school-built")]
    [InlineData(SchoolColumns.BuiltIn, "1958.5", "school-built")]
    [InlineData(SchoolColumns.PrimaryPupils, "10.5", "school-whole")]
    [InlineData(SchoolColumns.PrimaryPupils, "-1", "school-negative")]
    [InlineData(SchoolColumns.TeachingArea, "1.00001", "school-decimals")]
    [InlineData(SchoolColumns.Equipment, "0.000000001", "school-decimals")]
    [InlineData(SchoolColumns.Equipment, "100000001", "school-negative")]
    public void A_number_is_refused_at_its_field_as_the_import_refuses_it(string column, string written, string code)
    {
        var values = Values() with { Numbers = new Dictionary<string, decimal?>(Values().Numbers) { [column] = decimal.Parse(written, CultureInfo.InvariantCulture) } };

        var refusal = Assert.Throws<RuleBroken>(() => SchoolValueRules.Require(values));
        Assert.Equal((code, $"Numbers[{column}]"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Special_counts_and_words_have_their_bounds()
    {
        SchoolValueRules.Require(Values());
        Assert.Equal("MoreTeachers", Assert.Throws<RuleBroken>(() => SchoolValueRules.Require(Values() with { MoreTeachers = new Allowance(-5, "走教") })).Field);
        Assert.Equal("MoreArea", Assert.Throws<RuleBroken>(() => SchoolValueRules.Require(Values() with { MoreArea = new Allowance(1e20m, "租用") })).Field);
        Assert.Equal("MoreAreaReason", Assert.Throws<RuleBroken>(() => SchoolValueRules.Require(Values() with { MoreArea = new Allowance(100, " ") })).Field);
        var long41 = new Dictionary<string, string?>(Values().Words) { [SchoolColumns.Setting] = new string('镇', SchoolRecord.LongestWord + 1) };
        Assert.Equal("Setting", Assert.Throws<RuleBroken>(() => SchoolValueRules.Require(Values() with { Words = long41 })).Field);
    }

    private static SchoolValues Values() => SchoolValues.Of(Schools.AtThreshold(Level.Primary), new(24, 45, 0, 1958, "镇区", "公办"));

    private async Task<SchoolView> View(int year) => await city.Get<SchoolQueries>().School(city.Office, await city.SchoolId(year), year, TestCity.Ct);

    private async Task<SchoolEntry> Opened(int year)
    {
        var view = await View(year);
        return new SchoolEntry(view.Id, "", "", "", year, view.Origin, view.Figures, view.Conditions, "核对统计台账") { OpenedYear = year };
    }

    private Task Enter(SchoolEntry entry, int version = 0) => city.Get<SchoolEntryService>().Enter(city.Office, entry, version, TestCity.Ct);
}
