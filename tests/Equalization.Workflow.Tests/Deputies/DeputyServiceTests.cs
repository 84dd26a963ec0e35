using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Deputies;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Deputies;

public sealed class DeputyServiceTests : IAsyncLifetime
{
    private static readonly DateOnly First = CityPeople.FirstDay;

    private TestCity city = null!;

    private DeputyService Service => city.Get<DeputyService>();

    public async ValueTask InitializeAsync() => city = await TestCity.Create();

    public ValueTask DisposeAsync() => city.DisposeAsync();

    [Fact]
    public async Task A_deputy_may_act_in_the_post_from_the_first_day_to_the_last_and_bears_both_names()
    {
        var head = city.Head("市教育局");
        var contact = city.Contact("市教育局");
        await Service.Set(head, Stand(head, contact, First.AddDays(1), First.AddDays(3)), TestCity.Ct);

        Assert.Single((await Find(contact, null, First)).Posts);
        foreach (var day in new[] { First.AddDays(1), First.AddDays(3) })
        {
            var (own, posts) = await Find(contact, null, day);
            Assert.Equal(contact.MembershipId, own.MembershipId);
            Assert.Equal([null, head.PersonName], posts.Select(p => p.HolderName));
            var (acting, _) = await Find(contact, head.MembershipId, day);
            Assert.Equal((contact.PersonId, Role.UnitHead, head.UnitId), (acting.PersonId, acting.Role, acting.UnitId));
            Assert.Equal($"{contact.PersonName}（代{head.PersonName}，市教育局{head.Post}）", acting.Signature());
            Assert.Equal($"{contact.PersonName}（代{head.PersonName}）", acting.PersonName);
        }

        Assert.Single((await Find(contact, head.MembershipId, First.AddDays(4))).Posts);
    }

    [Fact]
    public async Task Notices_and_reminders_go_to_both_while_it_holds()
    {
        var head = city.Head("市教育局");
        var other = city.Contact("市财政局");
        var leader = city.Leader;
        var id = await Service.Set(city.Admin, Stand(head, other, First, First.AddDays(1)), TestCity.Ct);
        await Service.Set(city.Admin, Stand(leader, city.Office, First, First.AddDays(1)), TestCity.Ct);

        Assert.Equal(new[] { head.PersonId, other.PersonId }.Order(), (await Heads(First)).Order());
        Assert.Equal([head.PersonId], await Heads(First.AddDays(2)));
        var leaders = await city.Read(db => Recipients.LeadersOf(db, [city.Unit("市教育局").Id], First, TestCity.Ct));
        Assert.Equal(new[] { leader.PersonId, city.Office.PersonId }.Order(), leaders.Select(l => l.PersonId).Order());

        var reminded = (await city.Read(db => ReminderPosts.Load(db, city.Jurisdiction.Id, First, First, TestCity.Ct))).On(First);
        Assert.Contains(other.PersonId, reminded.Of(ReminderRecipient.UnitHead, head.UnitId).Select(p => p.PersonId));
        Assert.Contains(city.Office.PersonId, reminded.Of(ReminderRecipient.Leader, head.UnitId).Select(p => p.PersonId));

        await Service.Withdraw(head, id, 0, TestCity.Ct);
        Assert.Equal([head.PersonId], await Heads(First));
        await Refuses("deputy-over", () => Service.Withdraw(head, id, 1, TestCity.Ct));
    }

    [Fact]
    public async Task A_deputy_of_a_deputy_a_second_one_and_one_of_elsewhere_are_refused()
    {
        var head = city.Head("市教育局");
        var contact = city.Contact("市教育局");
        var finance = city.Head("市财政局");
        await Service.Set(head, Stand(head, contact, First, First.AddDays(5)), TestCity.Ct);

        await Refuses("deputy-overlap", () => Service.Set(head, Stand(head, finance, First.AddDays(5), First.AddDays(9)), TestCity.Ct));
        await Refuses("deputy-of-deputy", () => Service.Set(finance, Stand(finance, head, First.AddDays(5), First.AddDays(9)), TestCity.Ct));
        await Refuses("deputy-of-deputy", () => Service.Set(contact, Stand(contact, finance, First.AddDays(5), First.AddDays(9)), TestCity.Ct));
        var (acting, _) = await Find(contact, head.MembershipId, First);
        await Refuses(RuleBroken.NotAllowed, () => Service.Set(acting, Stand(head, finance, First.AddDays(20), First.AddDays(21)), TestCity.Ct));
        await Refuses("deputy-elsewhere", () => Service.Set(finance, Stand(finance, city.AsNeighbour(Role.Office, CityPeople.OfficeUnit), First, First), TestCity.Ct));
        await Service.Set(head, Stand(head, finance, First.AddDays(6), First.AddDays(9)), TestCity.Ct);
    }

    [Fact]
    public async Task Separate_duties_hold_and_nobody_makes_himself_a_deputy()
    {
        var head = city.Head("市教育局");
        await Refuses("deputy-self", () => Service.Set(city.Office, Stand(head, city.Office, First, First), TestCity.Ct));
        await Refuses("deputy-holder", () => Service.Set(city.Office, Stand(head, head, First, First), TestCity.Ct));
        await Refuses("separate-duties", () => Service.Set(city.Office, Stand(city.Office, city.Admin, First, First), TestCity.Ct));
        await Refuses("deputy-days", () => Service.Set(head, Stand(head, city.Leader, First.AddDays(-1), First), TestCity.Ct));
        await Refuses("deputy-days", () => Service.Set(head, Stand(head, city.Leader, First.AddDays(2), First), TestCity.Ct));
        await Refuses("deputy-long", () => Service.Set(head, Stand(head, city.Leader, First, First.AddDays(DeputyService.LongestTerm)), TestCity.Ct));
        await Refuses("deputy-reason", () => Service.Set(head, Stand(head, city.Leader, First, First) with { Reason = " " }, TestCity.Ct));
        await Refuses(RuleBroken.NotAllowed, () => Service.Set(city.Contact("市财政局"), Stand(head, city.Leader, First, First), TestCity.Ct));
    }

    [Fact]
    public async Task Whoever_has_left_acts_for_nobody()
    {
        var head = city.Head("市教育局");
        var contact = city.Contact("市教育局");
        await Service.Set(head, Stand(head, contact, First, First.AddDays(5)), TestCity.Ct);
        await city.Get<PeopleService>().End(city.Admin, contact.MembershipId, First, 0, TestCity.Ct);

        Assert.Null(await city.Get<ActorQueries>().Find(contact.PersonId, head.MembershipId, First.AddDays(1), TestCity.Ct));
    }

    private static DeputyInput Stand(Actor holder, Actor deputy, DateOnly from, DateOnly to) => new(holder.MembershipId, deputy.PersonId, from, to, "出差");

    private static async Task Refuses(string code, Func<Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(act)).Code);

    private async Task<(Actor Actor, IReadOnlyList<PostRow> Posts)> Find(Actor who, Guid? preferred, DateOnly day) =>
        (await city.Get<ActorQueries>().Find(who.PersonId, preferred, day, TestCity.Ct))!.Value;

    private async Task<IReadOnlyList<Guid>> Heads(DateOnly day) =>
        [.. (await city.Read(db => Recipients.Of(db, [city.Unit("市教育局").Id], [Role.UnitHead], day, TestCity.Ct))).Select(r => r.PersonId)];
}
