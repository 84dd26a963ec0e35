using System.Net;
using System.Net.Http.Headers;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Accounts;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.SignIn;

public sealed class SignInPagesTests : IAsyncLifetime
{
    private const string Page = "/Accounts/SignIn";

    private TestCity city = null!;
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        city = await TestCity.Create();
        site = await TestSite.Start(city);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_alike()
    {
        using var visitor = site.Visitor();
        var wrong = await Enter(visitor, TestSite.UserNameOf(city.Office.PersonId), "wrong password");
        var unknown = await Enter(visitor, "nobody", "wrong password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("用户名或密码不对", wrong.Body);
        Assert.Contains("用户名或密码不对", unknown.Body);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        using var visitor = site.Visitor();
        var name = TestSite.UserNameOf(city.Office.PersonId);
        for (var i = 0; i < 5; i++)
        {
            await Enter(visitor, name, "wrong password");
        }

        Assert.Contains("账户已锁定 15 分钟", (await Enter(visitor, name, TestSite.Password)).Body);
        city.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(visitor, name, TestSite.Password)).Status);
        city.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(visitor, name, TestSite.Password)).Status);
    }

    [Fact]
    public async Task A_sign_in_slides_with_each_click_and_expires_after_eight_hours_without_one()
    {
        using var office = await site.SignedIn(city.Office);
        city.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/Board", TestCity.Ct)).StatusCode);
        city.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/Board", TestCity.Ct)).StatusCode);
        city.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal(HttpStatusCode.Redirect, (await office.GetAsync("/Board", TestCity.Ct)).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        using var visitor = site.Visitor();
        var page = $"{Page}?returnUrl={Uri.EscapeDataString(returnUrl)}";
        using var answer = await TestSite.Post(visitor, page, page, Fields(TestSite.UserNameOf(city.Office.PersonId), TestSite.Password));
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_asked_for_it()
    {
        using var visitor = site.Visitor();
        using var asked = await visitor.GetAsync("/Tasks?year=2018", TestCity.Ct);
        var page = asked.Headers.Location!.OriginalString;
        using var answer = await TestSite.Post(visitor, page, page, Fields(TestSite.UserNameOf(city.Office.PersonId), TestSite.Password));
        Assert.Equal("/Tasks?year=2018", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(Role.Office, CityPeople.OfficeUnit, "/Board")]
    [InlineData(Role.Contact, "市教育局", "/Work")]
    [InlineData(Role.UnitHead, "市教育局", "/Work")]
    [InlineData(Role.Leader, CityPeople.LeaderUnit, "/Leader")]
    [InlineData(Role.Auditor, CityPeople.AuditorUnit, "/Tasks")]
    [InlineData(Role.Admin, CityPeople.OfficeUnit, "/Units")]
    public async Task Each_role_opens_its_own_page_first(Role role, string unit, string expected)
    {
        using var client = await site.SignedIn(city.As(role, unit));
        using var answer = await client.GetAsync("/", TestCity.Ct);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(expected, TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task Somebody_whose_posts_have_ended_signs_in_and_is_told_so()
    {
        using var departed = await site.SignedIn(city.Departed.Person.Id);
        using var answer = await departed.GetAsync("/Work", TestCity.Ct);
        Assert.Equal("/Accounts/NoPost", answer.Headers.Location!.OriginalString);
        Assert.Contains("您目前没有在任岗位", await departed.GetStringAsync("/Accounts/NoPost", TestCity.Ct));
        Assert.Equal(HttpStatusCode.Redirect, (await departed.GetAsync("/Units", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task A_post_that_ends_while_somebody_is_signed_in_ends_with_its_day()
    {
        var actor = city.Contact("市教育局");
        using var client = await site.SignedIn(actor);
        await city.Transact.Run(Actor.System(city.Jurisdiction.Id, actor.Day), "测试", async (db, _) =>
            (await db.Memberships.SingleAsync(m => m.Id == actor.MembershipId, TestCity.Ct)).End(actor.Day), TestCity.Ct);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/Work", TestCity.Ct)).StatusCode);
        city.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/Work", TestCity.Ct)).StatusCode);
        city.Clock.Advance(TimeSpan.FromHours(7.9));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/Work", TestCity.Ct)).StatusCode);
        city.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("/Accounts/NoPost", (await client.GetAsync("/Work", TestCity.Ct)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_one_time_password_opens_nothing_but_the_page_to_change_it()
    {
        var service = site.Services.GetRequiredService<AccountService>();
        var person = city.Contact("市教育局");
        var made = await service.Reset(city.Admin, person.PersonId, TestCity.Ct);
        using var client = site.Visitor();
        await Enter(client, made.UserName, made.Password);

        foreach (var address in (string[])["/", "/Work", "/Tasks", "/Notices", "/Units"])
        {
            Assert.Equal("/Accounts/Password", (await client.GetAsync(address, TestCity.Ct)).Headers.Location?.OriginalString);
        }

        var form = await client.GetStringAsync("/Accounts/Password", TestCity.Ct);
        Assert.Contains("请先设置自己的密码", form);
        using var elsewhere = await TestSite.PostWith(client, TestSite.TokenOf(form), "/Notices?handler=ReadAll");
        Assert.Equal("/Accounts/Password", elsewhere.Headers.Location?.OriginalString);

        Assert.Contains("新密码太短", await Change(client, made.Password, "short", "short"));
        Assert.Contains("当前密码不对", await Change(client, "another one", "一句自己的话，够长了", "一句自己的话，够长了"));
        Assert.Contains("两次填写的内容不一致", await Change(client, made.Password, "一句自己的话，够长了", "另一句"));
        Assert.Equal("", await Change(client, made.Password, "一句自己的话，够长了", "一句自己的话，够长了"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/Work", TestCity.Ct)).StatusCode);

        using var again = site.Visitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(again, made.UserName, made.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(again, made.UserName, "一句自己的话，够长了")).Status);
    }

    [Fact]
    public async Task A_reset_signs_out_whoever_is_signed_in_within_a_minute()
    {
        var person = city.Contact("市教育局");
        using var client = await site.SignedIn(person);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/Work", TestCity.Ct)).StatusCode);
        await site.Services.GetRequiredService<AccountService>().Reset(city.Admin, person.PersonId, TestCity.Ct);
        city.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/Work", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_is_told_so_and_opens_again()
    {
        var service = site.Services.GetRequiredService<AccountService>();
        var person = city.Contact("市教育局").PersonId;
        using var visitor = site.Visitor();
        await service.Close(city.Admin, person, closed: true, TestCity.Ct);
        Assert.Contains("此账户已停用", (await Enter(visitor, TestSite.UserNameOf(person), TestSite.Password)).Body);
        await service.Close(city.Admin, person, closed: false, TestCity.Ct);
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(visitor, TestSite.UserNameOf(person), TestSite.Password)).Status);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var client = await site.SignedIn(city.Auditor);
        using var answer = await TestSite.Post(client, "/Tasks", "/Accounts/SignOut");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/Tasks", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task An_expired_sign_in_asks_a_page_to_sign_in_an_in_place_act_with_401_and_says_what_a_post_lost()
    {
        using var visitor = site.Visitor();
        using var page = await visitor.GetAsync("/Units?q=x", TestCity.Ct);
        Assert.Equal("/Accounts/SignIn?returnUrl=%2FUnits%3Fq%3Dx", page.Headers.Location!.OriginalString);

        using var inPlace = new HttpRequestMessage(HttpMethod.Post, "/Notices?handler=ReadAll") { Headers = { { "HX-Request", "true" } } };
        using var refused = await visitor.SendAsync(inPlace, TestCity.Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.True(refused.Headers.Contains("X-Sign-In"));

        using var plain = new HttpRequestMessage(HttpMethod.Post, "/Units/Edit?handler=Whatever") { Content = new FormUrlEncodedContent([]) };
        plain.Headers.Referrer = new Uri(site.Address, "/Units/Edit");
        using var lost = await visitor.SendAsync(plain, TestCity.Ct);
        Assert.Equal("/Accounts/SignIn?returnUrl=%2FUnits%2FEdit&lost=true", lost.Headers.Location!.OriginalString);
        Assert.Contains("刚才的提交没有保存", await visitor.GetStringAsync(lost.Headers.Location, TestCity.Ct));
    }

    [Fact]
    public async Task A_program_without_a_sign_in_gets_the_bare_status()
    {
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Accept.Clear();
        visitor.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await visitor.GetAsync("/Tasks", TestCity.Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_gets_a_page_in_words()
    {
        using var client = await site.SignedIn(city.Office);
        using var content = new FormUrlEncodedContent([]);
        using var answer = await client.PostAsync("/Notices?handler=ReadAll", content, TestCity.Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("表单已失效", await answer.Content.ReadAsStringAsync(TestCity.Ct));
    }

    private static (string, string)[] Fields(string name, string password) => [("Input.UserName", name), ("Input.Password", password)];

    private static async Task<(HttpStatusCode Status, string Body)> Enter(HttpClient client, string name, string password)
    {
        using var answer = await TestSite.Post(client, Page, Page, Fields(name, password));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestCity.Ct));
    }

    private static async Task<string> Change(HttpClient client, string current, string wanted, string again)
    {
        const string page = "/Accounts/Password";
        using var answer = await TestSite.Post(client, page, page, ("Input.Current", current), ("Input.New", wanted), ("Input.Again", again));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync(TestCity.Ct);
    }
}
