using System.Net;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.SignIn;

public sealed class ActAsTests : IAsyncLifetime
{
    private TestCity city = null!;
    private TestSite site = null!;
    private Actor person = null!;
    private Membership second = null!;

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        person = city.Contact("市财政局");
        second = new Membership(city.Jurisdiction.Id, person.PersonId, city.Unit(CityPeople.AuditorUnit).Id, Role.Auditor, "兼职督查", person.Day);
        await city.Lay(db => db.Add(second));
        site = await TestSite.Start(city);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task A_person_with_two_posts_chooses_and_is_remembered()
    {
        using var client = await site.SignedIn(person.PersonId);
        await Choose(client, second.Id);
        Assert.Equal("/Tasks", (await client.GetAsync("/", TestCity.Ct)).Headers.Location!.OriginalString);
        await Choose(client, person.MembershipId);
        Assert.Equal("/Work", (await client.GetAsync("/", TestCity.Ct)).Headers.Location!.OriginalString);
        await Choose(client, second.Id);

        using var nextDay = site.Visitor();
        using var entered = await TestSite.Post(nextDay, "/Accounts/SignIn", "/Accounts/SignIn",
            ("Input.UserName", TestSite.UserNameOf(person.PersonId)), ("Input.Password", TestSite.Password));
        Assert.Equal("/Tasks", (await nextDay.GetAsync("/", TestCity.Ct)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_opened_in_the_name_of_one_post_is_not_taken_in_the_name_of_another()
    {
        using var client = await site.SignedIn(person.PersonId);
        var token = TestSite.TokenOf(await client.GetStringAsync("/Accounts/Password", TestCity.Ct));
        await Choose(client, second.Id);
        await Choose(client, person.MembershipId);
        using var same = await TestSite.PostWith(client, token, "/Notices?handler=ReadAll");
        Assert.Equal(HttpStatusCode.Redirect, same.StatusCode);

        await Choose(client, second.Id);
        using var other = await TestSite.PostWith(client, token, "/Notices?handler=ReadAll");
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Contains("身份已切换", await other.Content.ReadAsStringAsync(TestCity.Ct));
    }

    [Fact]
    public async Task Nobody_acts_in_a_post_of_somebody_else()
    {
        using var client = await site.SignedIn(person.PersonId);
        using var answer = await TestSite.Post(client, "/Accounts/Password", "/Accounts/ActAs", ("membershipId", city.Office.MembershipId.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/Board", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task Choosing_in_one_browser_leaves_the_post_of_another_as_it_is()
    {
        using var here = await site.SignedIn(person.PersonId);
        await Choose(here, person.MembershipId);
        using var there = site.Visitor();
        using var entered = await TestSite.Post(there, "/Accounts/SignIn", "/Accounts/SignIn",
            ("Input.UserName", TestSite.UserNameOf(person.PersonId)), ("Input.Password", TestSite.Password));
        await Choose(there, second.Id);

        city.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/Work", (await here.GetAsync("/", TestCity.Ct)).Headers.Location!.OriginalString);
        Assert.Equal("/Work", (await here.GetAsync("/", TestCity.Ct)).Headers.Location!.OriginalString);
    }

    private static async Task Choose(HttpClient client, Guid membershipId)
    {
        using var answer = await TestSite.Post(client, "/Accounts/Password", "/Accounts/ActAs", ("membershipId", membershipId.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
