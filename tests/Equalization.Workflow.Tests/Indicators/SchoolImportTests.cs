using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>What a school table may change of the register, and what it is refused for.</summary>
public sealed class SchoolImportTests : IAsyncLifetime
{
    private const string First = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";
    private static readonly string WithYear = $"{SchoolDesk.Head},{SchoolColumns.Year}";

    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task A_school_is_known_by_its_code_and_keeps_its_name_where_the_cell_is_empty()
    {
        await city.TakeSchools(2023, First);

        Assert.Equal(
            ["2 学校代码 school-unnamed", "3 学校名称 school-name"],
            await city.FaultsOf(await city.BringSchools(city.Office, 2023, First.Replace("001", "", StringComparison.Ordinal), First.Replace("001,第一小学", "009,", StringComparison.Ordinal))));
        await city.TakeSchools(2023, First.Replace("第一小学", "", StringComparison.Ordinal).Replace(",23", ",25", StringComparison.Ordinal));
        Assert.Equal("第一小学", Assert.Single((await city.CountySchools(2023)).Schools.Values).Name);
    }

    [Fact]
    public async Task A_school_stands_once_in_a_year_whether_its_row_names_the_year_or_not() =>
        Assert.Equal(["3 学校代码 school-twice"], await city.FaultsOf(await city.BringTable(city.Office, 2023, WithYear, First + ",2023", First + ",", First + ",2022")));

    [Fact]
    public async Task A_school_whose_row_is_wrong_is_not_missing_from_the_table()
    {
        await city.TakeSchools(2023, First);
        var file = await city.BringSchools(city.Office, 2023, First.Replace(",小学,", ",幼儿园,", StringComparison.Ordinal));

        Assert.Empty((await city.LookAtSchools(file)).Check!.Missing);
    }

    [Theory]
    [InlineData("2024-03-01", 2023)]
    [InlineData("2023-09-01", 2023)]
    public async Task A_day_stands_for_the_school_year_in_which_it_lies(string written, int year)
    {
        await city.TakeSchools(await city.BringTable(city.Office, 2020, WithYear, $"{First},{written}"));

        Assert.Equal(year, Assert.Single(await city.Get<CountyQueries>().Years(city.Office, TestCity.Ct)).Year);
    }

    [Fact]
    public async Task A_number_that_was_formatted_as_a_day_is_no_year() =>
        Assert.Equal(["2 学年 school-year"], await city.FaultsOf(await city.BringTable(city.Office, 2023, WithYear, First + ",1905-07-15")));

    [Fact]
    public async Task An_older_table_leaves_name_and_county_and_a_newer_one_is_kept_as_a_change()
    {
        var head = $"{SchoolDesk.Head},{SchoolColumns.Year},{SchoolColumns.County}";
        await city.TakeSchools(2023, First);
        await city.TakeSchools(await city.BringTable(city.Office, 2021, head, First.Replace("第一小学", "旧名小学", StringComparison.Ordinal) + ",2021,西湖区"));
        Assert.Equal("第一小学", Assert.Single((await city.CountySchools(2021)).Schools.Values).Name);

        await city.TakeSchools(await city.BringTable(city.Office, 2024, head, First.Replace("第一小学", "新名小学", StringComparison.Ordinal) + ",2024,西湖区"));
        await city.TakeSchools(await city.BringTable(city.Office, 2025, head, First.Replace("第一小学", "新名小学", StringComparison.Ordinal) + ",2025,"));

        var view = await city.Get<SchoolQueries>().School(city.Office, (await city.Get<SchoolQueries>().County(city.Office, 2025, "西湖区", TestCity.Ct)).Schools["001"].Id, 2025, TestCity.Ct);
        Assert.Equal(("新名小学", "西湖区"), (view.Name, view.County));
        Assert.Equal("学校名称\t第一小学\t新名小学\n区县\t东湖区\t西湖区", Assert.Single(view.Corrections).Changes);
    }

    [Fact]
    public async Task Equipment_counted_to_the_fen_is_taken_whole()
    {
        await city.TakeSchools(2023, First.Replace(",200,", ",200.12345678,", StringComparison.Ordinal));
        Assert.Equal(2_001_234.5678m, (await city.CountySchools(2023)).Indicators.Parts[0].School.Equipment);

        var file = await city.BringSchools(city.Office, 2023, First.Replace(",200,", ",200.123456789,", StringComparison.Ordinal));
        Assert.Equal(["2 教学仪器设备值(万元) school-decimals"], await city.FaultsOf(file));
        var fen = await city.BringSchools(city.Office, 2023, First.Replace(",200,", ",200.12345679,", StringComparison.Ordinal));
        Assert.Equal("200.12345678", Assert.Single(Assert.Single((await city.LookAtSchools(fen)).Check!.Lines).Cells).Before);
    }

    [Fact]
    public async Task An_explanation_stays_until_the_figures_differ()
    {
        await city.TakeSchools(2023, First);
        await city.Get<SchoolEntryService>().Explain(city.Office, await city.SchoolId(2023), 2023, "并入两所村小", TestCity.Ct);

        await city.TakeSchools(await city.BringTable(city.Office, 2023, $"{SchoolDesk.Head},{SchoolColumns.Classes}", First + ",24"));
        Assert.Equal("并入两所村小", Assert.Single((await city.CountySchools(2023)).Schools.Values).Explanation);
        await city.TakeSchools(2023, First.Replace(",23", ",25", StringComparison.Ordinal));
        Assert.Null(Assert.Single((await city.CountySchools(2023)).Schools.Values).Explanation);
    }

    [Fact]
    public async Task Past_years_are_judged_by_the_standard_that_held_then()
    {
        await city.TakeSchools(2022, First);
        await city.TakeSchools(2023, First);
        await city.Get<LocalStandardService>().Set(city.Office, new LocalValue("threshold", "1", Level.Primary, "4.3", 2023, "某政发〔2023〕1号"), TestCity.Ct);
        var view = await city.Get<SchoolQueries>().School(city.Office, await city.SchoolId(2023), 2023, TestCity.Ct);

        Assert.Equal([(2022, 7), (2023, 6)], view.Years.Select(y => (y.Year, y.Parts[0].Met)));
    }

    [Fact]
    public async Task The_dry_run_tells_of_jumps_and_of_reported_numbers_in_the_place_of_statistics()
    {
        const string row = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";
        await city.TakeSchools(2022, row);
        var jumped = (await city.LookAtSchools(await city.BringSchools(city.Office, 2023, row.Replace("1000", "2500", StringComparison.Ordinal)))).Doubts;
        Assert.Equal(("001", 0), (Assert.Single(jumped.Flags, f => f.Remark.Arguments[0] is SchoolColumns.PrimaryPupils).Code, jumped.Overwrites));

        var reported = await city.Get<SchoolImportService>().Bring(
            city.Office, new SchoolImport(2022, SchoolDesk.County, DataOrigin.Reported), "上报.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{SchoolDesk.Head}\n{row}")), TestCity.Ct);
        var looked = (await city.LookAtSchools(reported)).Doubts;

        Assert.Equal((0, 1), (looked.Flags.Count, looked.Overwrites));
    }
}
