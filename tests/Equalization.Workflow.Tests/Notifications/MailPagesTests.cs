using System.Net;
using System.Text.RegularExpressions;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Notifications;

/// <summary>The delivery log, a mail with its file, and how people say where and whether mail reaches them.</summary>
public sealed class MailPagesTests : IAsyncLifetime
{
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
    public async Task A_test_mail_goes_out_and_its_page_shows_what_it_says_in_a_sealed_frame()
    {
        using var client = await site.SignedIn(city.Office);
        using var refused = await TestSite.Post(client, "/Mail", "/Mail?handler=Test");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("您还没有登记邮箱", await refused.Content.ReadAsStringAsync(TestCity.Ct));

        await SetEmail(client, "office@example.gov.cn");
        using var sent = await TestSite.Post(client, "/Mail", "/Mail?handler=Test");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(1, (await site.Services.GetRequiredService<MailSender>().Run(TestCity.Ct)).Sent);
        var mail = Assert.Single(await Rows());

        using var page = await client.GetAsync($"/Mail/{mail.Id}", TestCity.Ct);
        var html = await page.Content.ReadAsStringAsync(TestCity.Ct);
        Assert.Contains("这是一封测试邮件", html);
        Assert.Contains("Message-ID", html);
        Assert.Matches(new Regex("<iframe[^>]* sandbox[ =]"), html);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Header(page, "Content-Security-Policy"));

        using var body = await client.GetAsync($"/Mail/{mail.Id}?handler=Html", TestCity.Ct);
        Assert.Contains("<p>这是一封测试邮件", await body.Content.ReadAsStringAsync(TestCity.Ct));
        Assert.StartsWith("default-src 'none'", Header(body, "Content-Security-Policy"));
        Assert.Contains("sandbox;", Header(body, "Content-Security-Policy"));
        Assert.Equal("SAMEORIGIN", Header(body, "X-Frame-Options"));
    }

    [Fact]
    public async Task An_administrator_sees_that_a_mail_failed_and_not_what_it_says()
    {
        await Park("测试主题");
        var mail = Assert.Single(await Rows());
        using var client = await site.SignedIn(city.Admin);

        Assert.Contains("550 5.7.1 No", await client.GetStringAsync($"/Mail/{mail.Id}", TestCity.Ct));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/Mail/{mail.Id}?handler=Html", TestCity.Ct)).StatusCode);
    }

    [Fact]
    public async Task The_office_finds_what_did_not_arrive_and_sends_it_again()
    {
        await Park("给张三的摘要");
        using var client = await site.SignedIn(city.Office);
        Assert.Contains("有 1 封邮件未送达", await client.GetStringAsync("/Work", TestCity.Ct));
        Assert.Contains("有 1 封邮件未送达", await client.GetStringAsync("/Board", TestCity.Ct));
        Assert.Contains("给张三的摘要", await client.GetStringAsync("/Mail?state=parked&person=%E5%BC%A0%E4%B8%89&day=2018-03-01", TestCity.Ct));
        Assert.DoesNotContain("给张三的摘要", await client.GetStringAsync("/Mail?state=sent", TestCity.Ct));
        Assert.DoesNotContain("给张三的摘要", await client.GetStringAsync("/Mail?day=2018-03-02", TestCity.Ct));

        var mail = Assert.Single(await Rows());
        using var stale = await TestSite.Post(client, "/Mail", $"/Mail/{mail.Id}?handler=Resend", ("Input.Version", $"{mail.Version + 1}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        using var done = await TestSite.Post(client, "/Mail", $"/Mail/{mail.Id}?handler=Resend", ("Input.Version", $"{mail.Version}"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        Assert.Equal((MailState.Waiting, 0, mail.MessageId), Assert.Single((await Rows()).Select(m => (m.State, m.Attempts, m.MessageId))));
        Assert.DoesNotContain("未送达，收件人", await client.GetStringAsync("/Work", TestCity.Ct));
    }

    [Fact]
    public async Task A_mail_that_waits_for_more_than_an_hour_counts_as_undelivered()
    {
        await city.Lay(db => db.PostPlain(new MailTo(null, "zhang@example.gov.cn", "张三"), "主题", "正文"));
        var queries = city.Get<MailQueries>();
        Assert.Equal(0, await queries.Undelivered(city.Office, TestCity.Ct));
        city.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(1, await queries.Undelivered(city.Office, TestCity.Ct));
        Assert.Equal(0, await queries.Undelivered(city.AsNeighbour(Role.Office, TestCity.OfficeUnit), TestCity.Ct));
        Assert.Equal(0, await queries.Undelivered(city.Contact("市教育局"), TestCity.Ct));
    }

    [Fact]
    public async Task A_parked_mail_past_its_use_is_given_up_and_not_sent_again()
    {
        await city.Lay(db => db.PostPlain(new MailTo(null, "zhang@example.gov.cn", "张三"), "主题", "正文", city.Clock.Now.AddHours(8)).Park(new MailReason("拒收。")));
        city.Clock.AdvanceDays(1);
        var mail = Assert.Single(await Rows());

        var refusal = await Assert.ThrowsAsync<Core.RuleBroken>(() => city.Get<MailService>().Resend(city.Office, mail.Id, mail.Version, TestCity.Ct));
        Assert.Equal("mail-expired", refusal.Code);
        Assert.Equal(0, await city.Get<MailService>().ResendAll(city.Office, TestCity.Ct));
        await city.Get<MailService>().GiveUp(city.Office, mail.Id, mail.Version, TestCity.Ct);

        Assert.Equal(MailState.Dropped, Assert.Single(await Rows()).State);
    }

    [Fact]
    public async Task A_person_says_where_mail_reaches_them_and_whether_the_digest_shall()
    {
        using var client = await site.SignedIn(city.Contact("市教育局"));
        using var wrong = await TestSite.Post(client, "/Accounts/Contact", "/Accounts/Contact", ("Input.Email", "张三@example.cn"), ("Input.Version", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var again = await wrong.Content.ReadAsStringAsync(TestCity.Ct);
        Assert.Contains("邮箱地址不成立", again);
        Assert.Contains("value=\"张三@example.cn\"", again);

        using var right = await TestSite.Post(client, "/Accounts/Contact", "/Accounts/Contact", ("Input.Email", " zhang@example.gov.cn "), ("Input.Version", "0"));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);

        var id = city.Contact("市教育局").PersonId;
        var person = await city.Read(db => db.People.AsNoTracking().SingleAsync(p => p.Id == id, TestCity.Ct));
        Assert.Equal(("zhang@example.gov.cn", false), (person.Email, person.DigestByMail));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_where_people_are_appointed_and_changed()
    {
        var contacts = city.Get<ContactService>();
        var id = city.Contact("市教育局").PersonId;

        var refusal = await Assert.ThrowsAsync<Core.RuleBroken>(() => contacts.Change(city.Admin, id, new ContactInput("a@b@c", null, 0), TestCity.Ct));
        Assert.Equal(("mail-address", "Email"), (refusal.Code, refusal.Field));
        var appointment = new Appointment(city.Unit("市教育局").Id, null, "新人", "not an address", null, Role.Contact, "联络员", CityPeople.FirstDay);
        Assert.Equal("mail-address", (await Assert.ThrowsAsync<Core.RuleBroken>(() => city.Get<PeopleService>().Appoint(city.Admin, appointment, TestCity.Ct))).Code);
    }

    [Fact]
    public async Task Nobody_changes_the_address_of_another_or_of_another_citys_people()
    {
        var contacts = city.Get<ContactService>();
        var id = city.Contact("市教育局").PersonId;
        var input = new ContactInput("x@example.gov.cn", null, 0);

        Assert.Equal(Core.RuleBroken.NotAllowed, (await Assert.ThrowsAsync<Core.RuleBroken>(() => contacts.Change(city.Contact("市财政局"), id, input, TestCity.Ct))).Code);
        var neighbour = city.AsNeighbour(Role.Office, TestCity.OfficeUnit);
        Assert.Equal(Core.RuleBroken.NotFound, (await Assert.ThrowsAsync<Core.RuleBroken>(() => contacts.Change(neighbour, id, input, TestCity.Ct))).Code);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static async Task SetEmail(HttpClient client, string address)
    {
        using var answer = await TestSite.Post(client, "/Accounts/Contact", "/Accounts/Contact",
            ("Input.Email", address), ("Input.DigestByMail", "true"), ("Input.Version", "0"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task Park(string subject) => city.Lay(db =>
    {
        var mail = db.PostPlain(new MailTo(null, "zhang@example.gov.cn", "张三"), subject, "正文");
        mail.Begin(city.Clock.Now, city.Clock.Now, "example.gov.cn");
        mail.Park(new MailReason("邮件服务器拒收（{0}）。请联系邮件管理员。", "550 5.7.1 No"));
    });

    private Task<List<OutgoingMail>> Rows() => city.Read(db => db.OutgoingMails.AsNoTracking().ToListAsync(TestCity.Ct));
}
