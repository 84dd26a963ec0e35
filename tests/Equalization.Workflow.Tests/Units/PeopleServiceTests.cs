using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Units;

public sealed class PeopleServiceTests : IAsyncLifetime
{
    private TestCity city = null!;

    private PeopleService Service => city.Get<PeopleService>();

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task Somebody_appointed_acts_from_the_first_day_to_the_last_and_not_beyond()
    {
        var today = CityPeople.FirstDay;
        var post = await Service.Appoint(city.Admin, New("市教育局", Role.Contact) with { FromOn = today.AddDays(2) }, TestCity.Ct);
        var person = await city.Read(db => db.Memberships.Where(m => m.Id == post).Select(m => m.PersonId).SingleAsync());
        var actors = city.Get<ActorQueries>();
        Assert.Null(await actors.Find(person, null, today.AddDays(1), TestCity.Ct));
        Assert.Equal(post, (await actors.Find(person, null, today.AddDays(2), TestCity.Ct))!.Value.Actor.MembershipId);

        await Service.End(city.Office, post, today.AddDays(10), 0, TestCity.Ct);
        Assert.NotNull(await actors.Find(person, post, today.AddDays(10), TestCity.Ct));
        Assert.Null(await actors.Find(person, post, today.AddDays(11), TestCity.Ct));
    }

    [Fact]
    public async Task An_administrator_does_not_give_himself_the_offices_post()
    {
        var own = New(CityPeople.OfficeUnit, Role.Office) with { PersonId = city.Admin.PersonId };
        await Refuses("own-post", () => Service.Appoint(city.Admin, own, TestCity.Ct));
        await Refuses("separate-duties", () => Service.Appoint(city.Office, own, TestCity.Ct));
        await Refuses("own-post", () => Service.Appoint(city.Office, New("市教育局", Role.UnitHead) with { PersonId = city.Office.PersonId }, TestCity.Ct));
    }

    [Fact]
    public async Task A_role_stands_where_it_belongs()
    {
        await Refuses("role-unit", () => Service.Appoint(city.Admin, New("市教育局", Role.Office), TestCity.Ct));
        await Refuses("role-unit", () => Service.Appoint(city.Admin, New("市教育局", Role.Leader), TestCity.Ct));
        await Service.Appoint(city.Admin, New(CityPeople.LeaderUnit, Role.Leader), TestCity.Ct);
    }

    [Fact]
    public async Task The_same_post_is_not_given_twice()
    {
        var contact = city.Contact("市教育局");
        await Refuses("post-held", () => Service.Appoint(
            city.Admin, New("市教育局", Role.Contact) with { PersonId = contact.PersonId, Post = contact.Post }, TestCity.Ct));
    }

    [Fact]
    public async Task The_last_administrator_stays_until_another_is_there()
    {
        var admin = city.Admin;
        await Refuses("last-admin", () => Service.End(city.Office, admin.MembershipId, CityPeople.FirstDay, 0, TestCity.Ct));
        await Service.Appoint(city.Office, New(CityPeople.OfficeUnit, Role.Admin), TestCity.Ct);
        await Service.End(city.Office, admin.MembershipId, CityPeople.FirstDay, 0, TestCity.Ct);
    }

    [Fact]
    public async Task A_post_ends_no_earlier_than_it_began_and_a_stale_form_is_told()
    {
        var post = city.Contact("市教育局").MembershipId;
        await Refuses("membership-dates", () => Service.End(city.Admin, post, new DateOnly(2009, 12, 31), 0, TestCity.Ct));
        await Service.End(city.Admin, post, CityPeople.FirstDay, 0, TestCity.Ct);
        await Refuses(RuleBroken.Stale, () => Service.End(city.Admin, post, CityPeople.FirstDay.AddDays(30), 0, TestCity.Ct));
    }

    [Fact]
    public async Task A_leader_takes_charge_of_a_unit_and_hands_it_back()
    {
        var unit = city.Unit("市财政局").Id;
        await Service.Entrust(city.Admin, city.Leader.MembershipId, unit, CityPeople.FirstDay, TestCity.Ct);
        await Refuses("portfolio-held", () => Service.Entrust(city.Admin, city.Leader.MembershipId, unit, CityPeople.FirstDay, TestCity.Ct));
        await Refuses("not-leader", () => Service.Entrust(city.Admin, city.Contact("市财政局").MembershipId, unit, CityPeople.FirstDay, TestCity.Ct));

        var charge = Assert.Single((await city.Get<UnitQueries>().Detail(city.Auditor, unit, TestCity.Ct)).InChargeOfThis);
        await Refuses("portfolio-dates", () => Service.Relieve(city.Admin, charge.Id, CityPeople.FirstDay.AddDays(-1), TestCity.Ct));
        await Service.Relieve(city.Admin, charge.Id, CityPeople.FirstDay, TestCity.Ct);
        var next = CityPeople.FirstDay.AddDays(1);
        Assert.Empty(await city.Read(db => Recipients.LeadersOf(db, [unit], next, TestCity.Ct)));
    }

    [Fact]
    public async Task Only_administrator_and_office_of_the_place_appoint_and_read_how_to_reach_people()
    {
        foreach (var actor in new[] { city.Leader, city.Auditor, city.Head("市教育局") })
        {
            await Refuses(RuleBroken.NotAllowed, () => Service.Appoint(actor, New("市教育局", Role.Contact), TestCity.Ct));
            await Refuses(RuleBroken.NotAllowed, () => city.Get<UnitQueries>().People(actor, TestCity.Ct));
        }

        var unit = city.Unit("市教育局").Id;
        await Service.Appoint(city.Admin, New("市教育局", Role.Contact) with { Mobile = "13800000000" }, TestCity.Ct);
        var queries = city.Get<UnitQueries>();
        Assert.Contains((await queries.Detail(city.Admin, unit, TestCity.Ct)).Posts, p => p.Mobile == "13800000000");
        Assert.DoesNotContain((await queries.Detail(city.Head("市教育局"), unit, TestCity.Ct)).Posts, p => p.Mobile is not null);
        var neighbour = city.AsNeighbour(Role.Office, CityPeople.OfficeUnit);
        await Refuses(RuleBroken.NotFound, () => Service.End(neighbour, city.Contact("市教育局").MembershipId, CityPeople.FirstDay, 0, TestCity.Ct));
        await Refuses(RuleBroken.NotFound, () => Service.Appoint(
            neighbour, new Appointment(unit, null, "张三", null, null, Role.Contact, "联络员", CityPeople.FirstDay), TestCity.Ct));
    }

    [Fact]
    public async Task A_sign_in_is_opened_once_by_those_who_may_and_leaves_a_line_in_the_audit()
    {
        var accounts = new AccountService(
            city.Transact, new Microsoft.AspNetCore.Identity.PasswordHasher<Account>(), new Microsoft.AspNetCore.Identity.UpperInvariantLookupNormalizer(), new CodeTerm(CodeTerm.DefaultDays));
        var person = city.Contact("市教育局").PersonId;
        await Refuses(RuleBroken.NotAllowed, () => accounts.Open(city.Leader, person, "lianluo", TestCity.Ct));
        await Refuses(RuleBroken.NotFound, () => accounts.Open(city.AsNeighbour(Role.Office, CityPeople.OfficeUnit), person, "lianluo", TestCity.Ct));
        await Refuses("user-name", () => accounts.Open(city.Admin, person, "a b", TestCity.Ct));
        var made = await accounts.Open(city.Admin, person, "联络员", TestCity.Ct);
        Assert.Equal(12, made.Password.Length);
        await Refuses("has-sign-in", () => accounts.Open(city.Admin, person, "another", TestCity.Ct));
        await Refuses("user-name-taken", () => accounts.Open(city.Admin, city.Head("市教育局").PersonId, "联络员", TestCity.Ct));
        await Refuses("own-sign-in", () => accounts.Close(city.Admin, city.Admin.PersonId, closed: true, TestCity.Ct));

        var line = await city.Read(db => db.AuditEntries.SingleAsync(e => e.Act == "开通账户"));
        Assert.Equal(city.Admin.PersonName, line.PersonName);
        Assert.DoesNotContain(made.Password, line.Values);
    }

    private Appointment New(string unit, Role role) => new(city.Unit(unit).Id, null, "新来的", null, null, role, "试岗", CityPeople.FirstDay);

    private static async Task Refuses(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);
}
