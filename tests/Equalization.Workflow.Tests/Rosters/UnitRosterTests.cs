using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Rosters;

public sealed class UnitRosterTests : IAsyncLifetime
{
    private TestCity city = null!;

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task Units_come_in_under_parents_that_stand_further_down()
    {
        var outcome = await city.Import(RosterKind.Units, "第一中学,一中,学校,市体育局,市一中、第一中", "市体育局,,部门,市政府,");

        Assert.Equal(new TableOutcome(2, 0, 0), outcome);
        var units = await city.Read(db => db.Units.Include(u => u.Aliases).Where(u => u.Name == "第一中学" || u.Name == "市体育局").ToDictionaryAsync(u => u.Name));
        Assert.Equal(units["市体育局"].Id, units["第一中学"].ParentId);
        Assert.Equal(["市一中", "第一中"], units["第一中学"].Aliases.Select(a => a.Text).Order());
        Assert.Equal("市体育局", units["市体育局"].ShortName);
    }

    [Fact]
    public async Task Every_wrong_row_is_told_at_its_number_and_column() =>
        Assert.Equal(
            [
                "2 全称 text-missing", "3 类别 roster-kind", "4 上级单位 roster-parent", "5 别名 alias-taken", "6 全称 unit-name-taken", "8 全称 roster-twice", "9 类别 roster-kind-fixed",
                "10 上级单位 roster-parent-wrong",
            ],
            await city.Faults(RosterKind.Units,
                ",,部门,,", "市体育局,,机关,,", "市文旅局,,部门,没有的单位,", "市科技局,,部门,,财政局", "教育局,,部门,,", "市林业局,,部门,,", "市林业局,,部门,,", "市财政局,,学校,,",
                "市体校,,学校,市体育局,"));

    [Fact]
    public async Task Parents_in_a_circle_are_told_and_the_rest_comes_in()
    {
        var file = await city.Bring(RosterKind.Units, "甲局,,部门,乙局,", "乙局,,部门,丙局,", "丙局,,部门,甲局,", "丁局,,部门,,");

        Assert.Equal(["parent-circle", "parent-circle", "parent-circle"], (await city.Check(file)).Lines.SelectMany(l => l.Faults).Select(f => f.Refusal.Code));
        await RosterDesk.Refuses("table-wrong", () => city.Take(file));
        Assert.Equal(new TableOutcome(1, 0, 3), await city.Take(file, rightRowsOnly: true));
    }

    [Fact]
    public async Task A_second_import_shows_what_changes_cell_by_cell_and_what_the_file_leaves_out()
    {
        var check = await city.Check(await city.Bring(RosterKind.Units, "市教育局,教育局机关,部门,市政府,市教委", "市财政局,,,,"));

        Assert.Equal([RowChange.Changed, RowChange.Unchanged], check.Lines.Select(l => l.Change));
        Assert.Equal(
            [new CellChange("简称", "市教育局", "教育局机关"), new CellChange("别名", "教育局", "教育局、市教委"), new CellChange("上级单位", null, "市政府")], check.Lines[0].Cells);
        Assert.Contains(check.Missing, m => m.Title == "市发改委");
        Assert.DoesNotContain(check.Missing, m => m.Title == "市财政局");
    }

    [Fact]
    public async Task A_unit_merged_away_is_not_taken_for_one_that_is_there()
    {
        var gone = city.Unit("市国土局").Id;
        await city.Lay(db => db.Units.Single(u => u.Id == gone).End(CityPeople.FirstDay.AddDays(-1)));

        Assert.Equal(["2 全称 roster-unit-ended"], await city.Faults(RosterKind.Units, "市国土局,,部门,,"));
        Assert.Equal(["2 任职日期 unit-ended"], await city.Faults(RosterKind.People, "张三,市国土局,科员,联络员,,,,"));
        Assert.Equal(["2 分管单位 roster-charge-ended"], await city.Faults(RosterKind.Portfolios, $"{city.Leader.PersonName},,市国土局,"));
    }

    [Fact]
    public void The_words_of_the_pages_are_words_of_the_file()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(role, RosterColumns.RoleOf(UnitWords.Of(role))));
        Assert.All(Enum.GetValues<UnitKind>(), kind => Assert.Equal(kind, RosterColumns.KindOf(UnitWords.Of(kind))));
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal(UnitWords.Of(role), RosterColumns.WordOf(role)));
        Assert.All(Enum.GetValues<UnitKind>(), kind => Assert.Equal(UnitWords.Of(kind), RosterColumns.WordOf(kind)));
    }

    [Fact]
    public async Task A_file_is_taken_once_and_only_as_it_was_looked_at()
    {
        var file = await city.Bring(RosterKind.Units, "市体育局,,部门,,体育局");
        var look = await city.Look(file);
        await city.Get<UnitService>().Create(city.Admin, new UnitInput("市体育总会", null, UnitKind.Department, null, "体育局", 0), TestCity.Ct);

        await RosterDesk.Refuses(RuleBroken.Stale, () => city.Get<RosterService>().Take(city.Admin, file, TableReading.Plain, look.Mark, true, TestCity.Ct));

        var second = await city.Bring(RosterKind.Units, "市文旅局,,部门,,");
        await city.Take(second);
        await RosterDesk.Refuses("table-taken", () => city.Take(second));
    }

    [Fact]
    public async Task Another_citys_office_finds_nothing_and_a_contact_may_not()
    {
        var file = await city.Bring(RosterKind.Units, "市体育局,,部门,,");
        await RosterDesk.Refuses(RuleBroken.NotFound, () => city.Get<RosterService>().Preview(city.AsNeighbour(Role.Office, CityPeople.OfficeUnit), file, TableReading.Plain, TestCity.Ct));
        await RosterDesk.Refuses(RuleBroken.NotAllowed, () => city.Bring(city.Contact("市教育局"), RosterKind.Units, "市体育局,,部门,,"));
    }

    [Fact]
    public async Task Headings_of_ones_own_are_matched_by_a_person()
    {
        var file = await city.Get<RosterService>().Bring(
            city.Admin, RosterKind.Units, "表.csv", new MemoryStream("机构,分类\n市体育局,部门\n"u8.ToArray()), TestCity.Ct);
        var look = await city.Look(file);
        Assert.Equal("table-head", look.Refusal!.Code);
        Assert.Equal(["机构", "分类"], look.Headings);

        var reading = new TableReading(new Dictionary<string, string> { ["全称"] = "机构", ["类别"] = "分类" }, false, false);
        look = await city.Get<RosterService>().Preview(city.Admin, file, reading, TestCity.Ct);
        Assert.Equal(RowChange.Added, Assert.Single(look.Check!.Lines).Change);
    }
}
