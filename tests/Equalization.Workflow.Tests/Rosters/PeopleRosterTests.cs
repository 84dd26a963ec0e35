using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Rosters;

public sealed class PeopleRosterTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task Of_five_thousand_people_forty_are_wrong_and_nothing_or_the_right_ones_are_stored()
    {
        // A wrong row every 125: row numbers count the head as the first.
        var lines = Enumerable.Range(0, 5000).Select(i => i % 125 == 0
            ? $"人员{i},没有的单位{i},科员,联络员,,,,"
            : $"人员{i},市教育局,科员,联络员,{13800000000 + i},,2018-01-01,ren{i}").ToArray();
        var before = await city.Read(db => db.People.CountAsync());
        var file = await city.Bring(RosterKind.People, lines);

        var wrong = (await city.Check(file)).Lines.Where(l => l.Change == RowChange.Wrong).ToList();
        Assert.Equal(Enumerable.Range(0, 40).Select(i => (i * 125) + 2), wrong.Select(l => l.Row));
        Assert.All(wrong, l => Assert.Equal(("单位", "roster-unit"), (Assert.Single(l.Faults).Column, l.Faults[0].Refusal.Code)));
        await RosterDesk.Refuses("table-wrong", () => city.Take(file));
        Assert.Equal(before, await city.Read(db => db.People.CountAsync()));

        Assert.Equal(new TableOutcome(4960, 0, 40), await city.Take(file, rightRowsOnly: true));
        Assert.Equal(before + 4960, await city.Read(db => db.People.CountAsync()));
        Assert.Null((await city.Get<Core.Audits.AuditQueries>().Verify(city.Jurisdiction.Id, TestCity.Ct)).BrokenAt);

        var again = await city.Check(await city.Bring(RosterKind.People, lines));
        Assert.Equal(4960, again.Count(RowChange.Unchanged));
    }

    [Fact]
    public async Task Checking_asks_the_database_as_often_for_one_row_as_for_a_thousand()
    {
        var one = await Commands("甲,市教育局,科员,联络员,,,,");
        var thousand = await Commands([.. Enumerable.Range(0, 1000).Select(i => $"甲{i},市教育局,科员,联络员,,,,jia{i}")]);
        Assert.Equal(one, thousand);
    }

    [Fact]
    public async Task A_person_of_two_units_is_one_person_with_two_posts()
    {
        await city.Import(RosterKind.People, "欧阳 雪,市教育局,副局长,单位负责人,１３８００１３８０００,,2018年2月1日,", "欧阳雪,市财政局,兼职联络员,联络员,13800138000,,,");

        var person = await city.Read(db => db.People.SingleAsync(p => p.Name == "欧阳雪"));
        Assert.Equal("13800138000", person.Mobile);
        var posts = await city.Read(db => db.Memberships.Where(m => m.PersonId == person.Id).OrderBy(m => m.FromOn).ToListAsync());
        Assert.Equal([new DateOnly(2018, 2, 1), CityPeople.FirstDay], posts.Select(p => p.FromOn));
    }

    [Fact]
    public async Task People_of_equal_names_are_told_apart_or_it_is_said_that_they_cannot_be()
    {
        await city.Import(RosterKind.People, "王伟,市教育局,科员,联络员,13800000001,,,", "王伟,市财政局,科员,联络员,13800000002,,,");
        Assert.Equal(2, await city.Read(db => db.People.CountAsync(p => p.Name == "王伟")));

        Assert.Equal(["2 姓名 roster-same-name"], await city.Faults(RosterKind.People, "王伟,市编办,科员,联络员,,,,"));
        Assert.Equal(["3 姓名 roster-same-name"], await city.Faults(RosterKind.People, "李娜,市编办,科员,联络员,,,,", "李娜,市财政局,科员,联络员,,,,"));
        Assert.Empty(await city.Faults(RosterKind.People, "王伟,市编办,科员,联络员,13800000003,,,"));
    }

    [Fact]
    public async Task The_rules_of_the_form_hold_for_the_file()
    {
        var contact = city.Contact("市教育局");
        Assert.Equal(
            [
                "2 角色 role-unit", "3 职务 text-missing", "4 邮箱 mail-address", "5 角色 roster-role", "6 任职日期 table-day", "7 姓名 own-post", "8 角色 separate-duties",
                "9 用户名 user-name", "11 用户名 roster-user-name-taken", "12 单位 roster-unit-group",
            ],
            await city.Faults(RosterKind.People,
                "甲,市教育局,主任,办公室人员,,,,", "乙,市教育局,,联络员,,,,", "丙,市教育局,科员,联络员,,不是邮箱,,", "丁,市教育局,科员,科员,,,,", "戊,市教育局,科员,联络员,,,去年,",
                $"{city.Admin.PersonName},{CityPeople.OfficeUnit},另一岗位,监督人员,,,,", $"{city.Office.PersonName},{CityPeople.OfficeUnit},系统管理员,系统管理员,,,,", "己,市教育局,科员,联络员,,,,a b",
                "庚,市教育局,科员,联络员,,,,same", "辛,市教育局,科员,联络员,,,,SAME", $"壬,{CityPeople.CountyGroup},科员,联络员,,,,"));
        Assert.Equal(["2 任职日期 roster-from-fixed"], await city.Faults(RosterKind.People, $"{contact.PersonName},市教育局,{contact.Post},联络员,,,2018-02-02,"));
    }

    [Fact]
    public async Task A_second_import_changes_only_what_the_cells_say()
    {
        await city.Import(RosterKind.People, "陈晨,市教育局,科员,联络员,13800000001,a@example.cn,,chenchen");
        var check = await city.Check(await city.Bring(RosterKind.People, "陈晨,市教育局,科员,联络员,13900000000,,,"));

        Assert.Equal([new CellChange("手机", "13800000001", "13900000000")], Assert.Single(check.Lines).Cells);
        Assert.Contains(check.Missing, m => m.Title == city.Contact("市财政局").PersonName);
        Assert.DoesNotContain(check.Missing, m => m.Title == "陈晨");
    }

    [Fact]
    public async Task Leaders_get_their_units_and_the_same_charge_is_not_given_twice()
    {
        var leader = city.Leader.PersonName;
        Assert.Equal(new TableOutcome(1, 0, 0), await city.Import(RosterKind.Portfolios, $"{leader},,市财政局、市发改委,2018-01-01"));
        Assert.Equal(["2 起始日期 roster-charge-fixed", "3 领导 roster-leader", "4 分管单位 roster-charge-unit"], await city.Faults(
            RosterKind.Portfolios, $"{leader},,市财政局,2018-02-01", "没有的人,,市财政局,", $"{leader},,没有的单位,"));
        var again = await city.Check(await city.Bring(RosterKind.Portfolios, $"{leader},,市财政局、市发改委,"));
        Assert.Equal(RowChange.Unchanged, Assert.Single(again.Lines).Change);
    }

    [Fact]
    public async Task Hidden_rows_and_sheets_are_told_and_taken_only_when_asked_for_and_a_formula_without_result_is_an_error()
    {
        var head = Row(1, false, "姓名", "单位", "职务", "角色");
        var shown = new TableSheet("名册", false, [head, Row(2, false, "甲", "市教育局", "科员", "联络员"), Row(3, true, "乙", "市教育局", "科员", "联络员"), new TableRow(
            4, false, [TableCell.Of("丙"), TableCell.Uncalculated, TableCell.Of("科员"), TableCell.Of("联络员")])]);
        var hidden = new TableSheet("旧名册", true, [head, Row(2, false, "丁", "市教育局", "科员", "联络员")]);
        await using var services = city.ServicesAnew(s => s.AddSingleton<ReadTable>((name, _, _) => new TableFile(name, [shown, hidden])));
        var service = services.GetRequiredService<RosterService>();
        var file = await city.Bring(RosterKind.People, "不读");

        var check = (await service.Preview(city.Admin, file, TableReading.Plain, TestCity.Ct)).Check!;
        Assert.Equal([2, 4], check.Lines.Select(l => l.Row));
        Assert.Equal((1, "旧名册"), (check.Sheets[0].HiddenRows, Assert.Single(check.HiddenSheets)));
        Assert.Equal("table-formula", Assert.Single(check.Lines[1].Faults).Refusal.Code);

        check = (await service.Preview(city.Admin, file, TableReading.Plain with { WithHiddenRows = true, WithHiddenSheets = true }, TestCity.Ct)).Check!;
        Assert.Equal([2, 3, 4], check.Lines.Select(l => l.Row));
        Assert.Empty(check.HiddenSheets);
    }

    private static TableRow Row(int number, bool isHidden, params string[] cells) => new(number, isHidden, [.. cells.Select(c => TableCell.Of(c))]);

    private async Task<int> Commands(params string[] lines)
    {
        var file = await city.Bring(RosterKind.People, lines);
        var count = new CommandCount();
        await using var services = city.ServicesAnew(s => s.ConfigureDbContext<SqliteWorkflowDb>(o => o.AddInterceptors(count)));
        await services.GetRequiredService<RosterService>().Preview(city.Admin, file, TableReading.Plain, TestCity.Ct);
        return count.Count;
    }
}
