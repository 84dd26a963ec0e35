using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Counties;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>School data kept by year: imports with their dry run, entries by hand, local standards, what stands out.</summary>
public sealed class SchoolServiceTests : IAsyncLifetime
{
    private const string First = "001,第一小学,小学,1000,,42,,10,,9,,4500,7500,200,23";
    private const string Second = "002,第二小学,小学,500,,21,,5,,4.5,,2250,3750,100,11.5";
    private const string Through = "003,育才学校,九年一贯制学校,600,300,30,18,6,3,6,3,2700,9000,186,20";

    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task What_was_imported_is_reckoned_as_the_table_is()
    {
        Assert.Equal(new TableOutcome(2, 0, 0), await city.TakeSchools(2023, First, Through));

        var shown = await city.CountySchools(2023);
        Assert.Equal(3, shown.Indicators.Parts.Count);
        Assert.Equal(2000m, shown.Indicators.Parts.Single(p => p.School.Code == "001").Of(6).Value!.Value.Value);
        Assert.Equal(Verdict.Pass, shown.Indicators.Parts.Single(p => p.School.Code == "001").Verdict);
        Assert.Equal([new CountyYear(2023, SchoolDesk.County, 2)], await city.Get<CountyQueries>().Years(city.Office, TestCity.Ct));
    }

    [Fact]
    public async Task Every_wrong_row_is_told_at_its_number_and_column_and_the_rest_may_come_in()
    {
        var file = await city.BringSchools(city.Office, 2023, First, First, ",无名,,500,,,,,,,,,,,", "004,幼儿园,幼儿园,50,,,,,,,,,,,", "005,五小,小学,-5,,,,,,,,约,,,", Second, "006,六小,小学,300,,,,,,,,1.00001,,,");

        Assert.Equal(
            [
                "3 学校代码 school-twice", "4 办学类型 school-type", "5 办学类型 school-type", "6 小学在校生数 school-negative", "6 教学及辅助用房面积 school-number",
                "7 体音美专任教师数(小学) school-whole", "7 网络多媒体教室间数 school-whole", "8 教学及辅助用房面积 school-decimals",
            ],
            (await city.LookAtSchools(file)).Check!.Lines.SelectMany(l => l.Faults, (l, f) => $"{l.Row} {f.Column} {f.Refusal.Code}"));
        await RosterDesk.Refuses("table-wrong", () => city.TakeSchools(file));
        Assert.Equal(new TableOutcome(1, 0, 6), await city.TakeSchools(file, rightRowsOnly: true));
    }

    [Fact]
    public async Task A_second_import_of_the_year_shows_what_changes_and_an_empty_cell_changes_nothing()
    {
        await city.TakeSchools(2023, First, Through);
        var file = await city.BringSchools(city.Office, 2023, "001,第一小学,小学,1000,,45,,,,,,,,250,");
        var check = (await city.LookAtSchools(file)).Check!;

        Assert.Equal(
            [new CellChange(SchoolColumns.PrimaryQualified, "42", "45"), new CellChange(SchoolColumns.Equipment, "200", "250")], Assert.Single(check.Lines).Cells);
        Assert.Equal("育才学校", Assert.Single(check.Missing).Title);
        Assert.Equal(new TableOutcome(0, 1, 0), await city.TakeSchools(file));
        var part = (await city.CountySchools(2023)).Indicators.Parts.Single(p => p.School.Code == "001");
        Assert.Equal((4.5m, 4.5m, 2500m), (part.Of(1).Value!.Value.Value, part.Of(4).Value!.Value.Value, part.Of(6).Value!.Value.Value));
        await RosterDesk.Refuses("table-taken", () => city.TakeSchools(file));
    }

    [Fact]
    public async Task Years_stand_beside_one_another_and_a_jump_asks_for_an_explanation()
    {
        await city.TakeSchools(2022, First);
        await city.TakeSchools(2023, First.Replace(",1000,", ",1400,", StringComparison.Ordinal));
        var shown = await city.CountySchools(2023);

        Assert.Equal(SchoolColumns.PrimaryPupils, Assert.Single(shown.Flags).Remark.Arguments[0]);
        Assert.Empty((await city.CountySchools(2022)).Flags);
        var id = shown.Schools["001"].Id;
        await city.Get<SchoolEntryService>().Explain(city.Office, id, 2023, "并入两所村小", TestCity.Ct);
        Assert.Equal("并入两所村小", (await city.CountySchools(2023)).Schools["001"].Explanation);
        var view = await city.Get<SchoolQueries>().School(city.Contact("市教育局"), id, null, TestCity.Ct);
        Assert.Equal((2023, 2), (view.Year, view.Years.Count));
    }

    [Fact]
    public async Task A_value_in_the_wrong_unit_stands_out()
    {
        await city.TakeSchools(2023, First, First.Replace("001", "002", StringComparison.Ordinal), First.Replace("001", "003", StringComparison.Ordinal).Replace(",200,", ",2000000,", StringComparison.Ordinal));

        Assert.Equal("003", Assert.Single((await city.CountySchools(2023)).Flags).Code);
    }

    [Fact]
    public async Task An_entry_by_hand_leaves_who_why_and_the_values_before_and_after()
    {
        await city.TakeSchools(2023, First);
        var view = await city.Get<SchoolQueries>().School(city.Office, await city.SchoolId(2023), 2023, TestCity.Ct);
        var entry = new SchoolEntry(view.Id, "", "", "", 2023, DataOrigin.Reported, view.Figures with { MultimediaRooms = 30 }, view.Conditions, "新建教学楼投用") { OpenedYear = 2023 };

        await RosterDesk.Refuses("school-reason", () => Enter(entry with { Reason = " " }, view.Version));
        await RosterDesk.Refuses("school-nothing", () => Enter(entry with { Figures = view.Figures, Origin = view.Origin }, view.Version));
        await RosterDesk.Refuses(RuleBroken.Stale, () => Enter(entry, view.Version + 1));
        await Enter(entry, view.Version);

        var after = await city.Get<SchoolQueries>().School(city.Office, view.Id, 2023, TestCity.Ct);
        Assert.Equal((3m, DataOrigin.Reported), (after.Parts[0].Of(7).Value!.Value.Value, after.Origin));
        Assert.Equal($"{SchoolColumns.MultimediaRooms}\t23\t30\n{SchoolChanges.Origin}\t事业统计\t学校上报", Assert.Single(after.Corrections).Changes);
        Assert.Equal(1, await city.Read(db => db.AuditEntries.CountAsync(a => a.EntityKind == nameof(SchoolCorrection))));
    }

    [Fact]
    public async Task A_new_school_is_registered_once()
    {
        var entry = new SchoolEntry(null, "Ａ０１", "新校", SchoolDesk.County, 2023, DataOrigin.Reported, Schools.AtThreshold(Level.Primary), new(null, null, null, null, null, null), "新建");

        await Enter(entry, 0);
        await RosterDesk.Refuses("school-code-taken", () => Enter(entry with { Code = "a01" }, 0));
        Assert.Equal(Verdict.Pass, Assert.Single((await city.CountySchools(2023)).Indicators.Parts).Verdict);
    }

    [Fact]
    public async Task A_stricter_local_value_judges_from_its_year_on()
    {
        await city.TakeSchools(2022, First);
        await city.TakeSchools(2023, First);
        await city.Get<LocalStandardService>().Set(city.Office, new LocalValue("threshold", "1", Level.Primary, "4.3", 2023, "某政发〔2023〕1号"), TestCity.Ct);

        Assert.Equal(7, Assert.Single((await city.CountySchools(2022)).Indicators.Parts).Met);
        Assert.Equal(6, Assert.Single((await city.CountySchools(2023)).Indicators.Parts).Met);
        await RosterDesk.Refuses("standard-laxer", () => city.Get<LocalStandardService>().Set(city.Office, new LocalValue("limit", "", Level.Primary, "0.6", 2023, "文件"), TestCity.Ct));
        await RosterDesk.Refuses("standard-basis", () => city.Get<LocalStandardService>().Set(city.Office, new LocalValue("limit", "", Level.Primary, "0.4", 2023, ""), TestCity.Ct));
    }

    [Fact]
    public async Task The_office_imports_units_see_and_another_city_finds_nothing()
    {
        await city.TakeSchools(2023, First);
        var neighbour = city.AsNeighbour(Role.Office, CityPeople.OfficeUnit);

        await RosterDesk.Refuses(RuleBroken.NotAllowed, () => city.BringSchools(city.Contact("市教育局"), 2023, Second));
        Assert.Empty(await city.Get<CountyQueries>().Years(neighbour, TestCity.Ct));
        var id = await city.SchoolId(2023);
        await RosterDesk.Refuses(RuleBroken.NotFound, () => city.Get<SchoolQueries>().School(neighbour, id, null, TestCity.Ct));
        await RosterDesk.Refuses(RuleBroken.NotAllowed, () => city.Get<CountyQueries>().Years(city.Admin, TestCity.Ct));
        Assert.Single((await city.Get<SchoolQueries>().County(city.Auditor, 2023, SchoolDesk.County, TestCity.Ct)).Schools);
    }

    private Task Enter(SchoolEntry entry, int version) => city.Get<SchoolEntryService>().Enter(city.Office, entry, version, TestCity.Ct);
}
