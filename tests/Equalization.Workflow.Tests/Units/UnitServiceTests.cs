using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Units;

public sealed class UnitServiceTests : IAsyncLifetime
{
    private TestCity city = null!;

    private UnitService Service => city.Get<UnitService>();

    private UnitQueries Queries => city.Get<UnitQueries>();

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task A_new_unit_is_found_by_the_other_ways_it_is_written()
    {
        var id = await Service.Create(city.Admin, Input("市体育局", aliases: "市文体局\n体育局、市 文体局"), TestCity.Ct);

        var found = await Queries.Page(city.Auditor, "文体", null, false, 1, 50, TestCity.Ct);
        Assert.Equal(id, Assert.Single(found.Rows).Id);
        Assert.Equal(["体育局", "市文体局"], (await Queries.Detail(city.Office, id, TestCity.Ct)).Aliases.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_or_an_alias_means_one_unit_only()
    {
        await Refuses("unit-name-taken", () => Service.Create(city.Admin, Input("市教育局"), TestCity.Ct));
        await Refuses("unit-name-taken", () => Service.Create(city.Admin, Input("教育局"), TestCity.Ct));
        await Refuses("unit-name-taken", () => Service.Create(city.Admin, Input(CityPeople.CountyGroup), TestCity.Ct));
        await Refuses("alias-taken", () => Service.Create(city.Admin, Input("市体育局", aliases: "教育局"), TestCity.Ct));
        await Refuses("alias-taken", () => Service.Create(city.Admin, Input("市体育局", aliases: "市财政局"), TestCity.Ct));
    }

    [Fact]
    public async Task A_unit_without_a_name_or_with_one_too_long_is_refused_at_its_field()
    {
        Assert.Equal("Name", (await Refuses("text-missing", () => Service.Create(city.Admin, Input("  "), TestCity.Ct))).Field);
        Assert.Equal("Name", (await Refuses("text-long", () => Service.Create(city.Admin, Input(new string('局', 101)), TestCity.Ct))).Field);
        Assert.Equal("Aliases", (await Refuses("text-long", () => Service.Create(city.Admin, Input("市体育局", aliases: new string('局', 101)), TestCity.Ct))).Field);
    }

    [Fact]
    public async Task Of_two_who_change_a_unit_at_once_the_second_is_told()
    {
        var id = city.Unit("市教育局").Id;
        var seen = await Queries.Detail(city.Admin, id, TestCity.Ct);
        await Service.Change(city.Admin, id, Input("市教育局", aliases: "教育局、市教委", version: seen.Version), TestCity.Ct);

        await Refuses(RuleBroken.Stale, () => Service.Change(city.Office, id, Input("市教育局", aliases: "教育局", version: seen.Version), TestCity.Ct));
        Assert.Equal(["市教委", "教育局"], (await Queries.Detail(city.Admin, id, TestCity.Ct)).Aliases.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_unit_never_stands_below_itself()
    {
        var above = city.Unit("市教育局").Id;
        var below = await Service.Create(city.Admin, Input("市教科院", parent: above), TestCity.Ct);
        var lowest = await Service.Create(city.Admin, Input("市教科院附属学校", parent: below), TestCity.Ct);

        await Refuses("parent-circle", () => Service.Change(city.Admin, above, Input("市教育局", parent: lowest), TestCity.Ct));
        await Refuses("parent-circle", () => Service.Change(city.Admin, above, Input("市教育局", parent: above), TestCity.Ct));
    }

    [Fact]
    public async Task A_unit_with_people_does_not_end()
    {
        var id = city.Unit("市教育局").Id;
        await Refuses("unit-has-people", () => Service.End(city.Admin, id, CityPeople.FirstDay, 0, TestCity.Ct));

        var empty = await Service.Create(city.Admin, Input("市体育局"), TestCity.Ct);
        await Service.End(city.Admin, empty, CityPeople.FirstDay, 0, TestCity.Ct);
        city.Clock.AdvanceDays(1);
        Assert.Empty((await Queries.Page(city.Admin, "市体育局", null, false, 1, 50, TestCity.Ct)).Rows);
        Assert.Single((await Queries.Page(city.Admin, "市体育局", null, true, 1, 50, TestCity.Ct)).Rows);
    }

    [Fact]
    public async Task A_unit_with_open_tasks_does_not_end_before_another_leads_them()
    {
        await using var story = await StoryCity.Create();
        var units = story.City.Get<UnitService>();
        var id = story.City.Unit(StoryCity.Lead).Id;
        var open = await story.City.Read(db => db.AnnualTasks.Where(t => t.ClosedOn == null && t.Units.Any(u => u.UnitId == id && u.State != TaskUnitState.Released))
            .Select(t => t.Number).ToListAsync());
        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => units.End(story.City.Admin, id, StoryCity.Today, 0, TestCity.Ct));
        Assert.Equal("unit-has-tasks", refusal.Code);
        Assert.Contains($"{open.Count} 项在办任务（{open.Min(StringComparer.Ordinal)}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_a_group_come_and_go_and_keep_their_order()
    {
        var group = Assert.Single(await Queries.Groups(city.Admin, TestCity.Ct));
        var kept = group.Members.Skip(2).Select(m => m.Id).ToList();
        await Service.ChangeGroup(city.Office, group.Id, new GroupInput(group.Name, "各区县", [.. kept, city.Unit("市教育局").Id], group.Version), TestCity.Ct);

        var changed = Assert.Single(await Queries.Groups(city.Admin, TestCity.Ct));
        Assert.Equal([.. kept, city.Unit("市教育局").Id], changed.Members.Select(m => m.Id));
        Assert.Equal(["各区县"], changed.Aliases);
        await Refuses(RuleBroken.Stale, () => Service.ChangeGroup(city.Office, group.Id, new GroupInput(group.Name, "", kept, group.Version), TestCity.Ct));
        await Refuses("group-members", () => Service.CreateGroup(city.Office, new GroupInput("各部门", "", [], 0), TestCity.Ct));
        var theirs = await city.Read(db => db.Units.Where(u => u.JurisdictionId == city.Neighbour.Id).Select(u => u.Id).FirstAsync());
        await Refuses("group-members", () => Service.CreateGroup(city.Office, new GroupInput("各部门", "", [theirs], 0), TestCity.Ct));
    }

    [Fact]
    public async Task Only_administrator_and_office_of_the_place_change_units()
    {
        var id = city.Unit("市教育局").Id;
        foreach (var actor in new[] { city.Leader, city.Auditor, city.Contact("市教育局"), city.Head("市教育局") })
        {
            await Refuses(RuleBroken.NotAllowed, () => Service.Create(actor, Input("市体育局"), TestCity.Ct));
            await Refuses(RuleBroken.NotAllowed, () => Service.Change(actor, id, Input("市教育局"), TestCity.Ct));
            Assert.Equal("市教育局", (await Queries.Detail(actor, id, TestCity.Ct)).Name);
        }

        var neighbour = city.AsNeighbour(Role.Office, CityPeople.OfficeUnit);
        await Refuses(RuleBroken.NotFound, () => Service.Change(neighbour, id, Input("市教育局"), TestCity.Ct));
        await Refuses(RuleBroken.NotFound, () => Queries.Detail(neighbour, id, TestCity.Ct));
        Assert.Equal(2, (await Queries.Page(neighbour, null, null, true, 1, 50, TestCity.Ct)).Total);
    }

    private static UnitInput Input(string name, string? aliases = null, Guid? parent = null, int version = 0) =>
        new(name, null, UnitKind.Department, parent, aliases, version);

    private static async Task<RuleBroken> Refuses(string code, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RuleBroken>(act);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }
}
