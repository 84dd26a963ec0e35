using System.Net;
using System.Net.Sockets;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Mail;

namespace Equalization.Workflow.Tests.Notifications;

/// <summary>Our sender against a real SMTP server, with what arrives read by a MIME reader that is not ours.</summary>
public sealed class SmtpTransportTests
{
    private const string Subject = "督办提醒：关于“扩大优质学位供给”等 3 项任务将于 2018年4月30日 到期的通知（市教育局、市财政局、各区县人民政府）";
    private const string Sender = "长沙市推进义务教育优质均衡发展工作领导小组办公室";
    private const string Text = "张三同志：\n\n您有 3 项任务即将到期。\n.\n..以点开头的行也应完整。\n第四行 𠮷野家。\n";
    private const string Html = "<p>您有 <b>3</b> 项任务即将到期。</p>\n<p>.</p>";

    private static readonly DateTime Noon = ChinaTime.StartOf(new DateOnly(2018, 4, 10)).AddHours(12);

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task A_letter_arrives_whole_over_tls_from_the_start_with_sign_in(string way)
    {
        using var authority = new TestAuthority();
        await using var server = await MailServer.Start(WithTls(authority) with { Secure = true, SignIns = [way] });
        await using var line = await Open(SettingsFor(server, authority, MailSecurity.Tls));

        var answers = await line.Send(Letter("zhang@example.gov.cn"), TestCity.Ct);

        Assert.Equal(MailOutcome.Taken, Assert.Single(answers).Outcome);
        var mail = await server.Next();
        Assert.Equal("office by " + way, mail.User);
        Assert.True(mail.Secure);
        AssertWhole(mail);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_letter_arrives_whole_over_start_tls(bool withoutPipelining)
    {
        using var authority = new TestAuthority();
        await using var server = await MailServer.Start(WithTls(authority) with { SignIns = ["LOGIN"], HidePipelining = withoutPipelining });
        await using var line = await Open(SettingsFor(server, authority, MailSecurity.StartTls));

        await line.Send(Letter("zhang@example.gov.cn"), TestCity.Ct);

        var mail = await server.Next();
        Assert.Equal("office by LOGIN", mail.User);
        Assert.True(mail.Secure);
        AssertWhole(mail);
    }

    [Fact]
    public async Task One_line_carries_many_letters()
    {
        await using var server = await MailServer.Start(InClear);
        await using var line = await Open(SettingsFor(server));
        for (var i = 0; i < 20; i++)
        {
            Assert.True(line.IsOpen);
            await line.Send(Letter("zhang@example.gov.cn"), TestCity.Ct);
        }

        var connections = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            connections.Add((await server.Next()).Connection);
        }

        Assert.Single(connections);
    }

    [Fact]
    public async Task One_refused_of_ten_has_its_own_answer_and_the_nine_have_their_letter()
    {
        await using var server = await MailServer.Start(InClear with { Unknown = ["person4@example.gov.cn"], Busy = ["person7@example.gov.cn"] });
        await using var line = await Open(SettingsFor(server));
        var people = Enumerable.Range(0, 10).Select(i => $"person{i}@example.gov.cn").ToArray();

        var answers = await line.Send(Letter(people), TestCity.Ct);

        Assert.Equal(people, answers.Select(a => a.Address));
        Assert.Equal([people[4]], answers.Where(a => a.Outcome == MailOutcome.Never).Select(a => a.Address));
        Assert.Equal([people[7]], answers.Where(a => a.Outcome == MailOutcome.Later).Select(a => a.Address));
        Assert.Contains("5.1.1 No such user", answers[4].Reason.Arguments[0].ToString());
        Assert.Contains("收件地址不存在", answers[4].Reason.Format);
        Assert.Equal(people.Except([people[4], people[7]]), (await server.Next()).To);
    }

    [Fact]
    public async Task A_letter_for_nobody_but_the_unknown_is_not_left_half_said()
    {
        await using var server = await MailServer.Start(InClear with { Unknown = ["nobody@example.gov.cn"] });
        await using var line = await Open(SettingsFor(server));

        var refused = await line.Send(Letter("nobody@example.gov.cn"), TestCity.Ct);
        await line.Send(Letter("zhang@example.gov.cn"), TestCity.Ct);

        Assert.Equal(MailOutcome.Never, Assert.Single(refused).Outcome);
        Assert.Equal(["zhang@example.gov.cn"], (await server.Next()).To);
        Assert.Empty(server.Rest());
    }

    [Fact]
    public async Task A_server_that_only_knows_ways_to_sign_in_that_we_lack_gets_nothing()
    {
        using var authority = new TestAuthority();
        await using var server = await MailServer.Start(WithTls(authority) with { Secure = true, SignIns = ["XOAUTH2", "CRAM-MD5"] });

        var reason = await Refused(SettingsFor(server, authority, MailSecurity.Tls));

        Assert.Contains("未登录不发送", reason.Format);
        Assert.Contains("XOAUTH2", reason.Arguments[1].ToString());
        Assert.Empty(server.Rest());
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_stands_in_no_message()
    {
        using var authority = new TestAuthority();
        await using var server = await MailServer.Start(WithTls(authority) with { Secure = true });
        var settings = SettingsFor(server, authority, MailSecurity.Tls);
        settings.Password = "错误的密码 7d1f";

        var reason = await Refused(settings);

        Assert.Contains("Mail:Password", reason.Format);
        Assert.DoesNotContain("7d1f", string.Join(' ', reason.Arguments));
    }

    [Fact]
    public async Task A_server_without_start_tls_gets_neither_password_nor_letter()
    {
        await using var server = await MailServer.Start(InClear with { User = "office", Password = "secret" });
        var settings = SettingsFor(server);
        settings.Security = MailSecurity.StartTls;

        Assert.Contains("STARTTLS", (await Refused(settings)).Format);
    }

    [Theory]
    [InlineData(true, "mail.example.gov.cn")]
    [InlineData(false, "localhost")]
    public async Task A_certificate_for_another_host_or_of_an_unknown_authority_is_refused(bool trusted, string host)
    {
        using var authority = new TestAuthority(host);
        await using var server = await MailServer.Start(WithTls(authority) with { Secure = true });
        var settings = SettingsFor(server, authority, MailSecurity.Tls);
        settings.TrustFile = trusted ? authority.TrustFile : "";

        Assert.Contains("证书不可信", (await Refused(settings)).Format);
    }

    [Fact]
    public async Task A_server_that_turns_us_away_is_quoted()
    {
        await using var server = await MailServer.Start(InClear with { Greeting = "5.7.1 Your network is not welcome" });

        Assert.Contains("Your network is not welcome", (await Refused(SettingsFor(server))).Arguments[1].ToString());
    }

    [Fact]
    public async Task Nobody_listening_is_said_with_host_and_port()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        var reason = await Refused(new MailSettings { Route = MailRoute.Smtp, Host = "127.0.0.1", Port = port, Security = MailSecurity.None });

        Assert.Equal($"127.0.0.1:{port}", reason.Arguments[0]);
        Assert.Equal("连接被拒绝", reason.Arguments[1]);
    }

    [Fact]
    public async Task A_server_that_never_greets_is_given_up_in_time()
    {
        await using var server = await MailServer.Start(InClear with { Silent = "greeting" });
        var settings = SettingsFor(server);
        settings.TimeoutSeconds = 1;

        Assert.Equal("没有应答", (await Refused(settings)).Arguments[1]);
    }

    [Fact]
    public async Task A_server_that_hangs_after_the_letter_leaves_its_fate_open()
    {
        await using var server = await MailServer.Start(InClear with { Silent = "data" });
        var settings = SettingsFor(server);
        settings.TimeoutSeconds = 1;
        await using var line = await Open(settings);

        var answer = Assert.Single(await line.Send(Letter("zhang@example.gov.cn"), TestCity.Ct));

        Assert.Equal(MailOutcome.Lost, answer.Outcome);
        Assert.False(line.IsOpen);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_mid_letter_leaves_its_fate_open()
    {
        await using var server = await MailServer.Start(InClear with { BreakFirst = 1 });
        await using var line = await Open(SettingsFor(server));

        var answer = Assert.Single(await line.Send(Letter("zhang@example.gov.cn"), TestCity.Ct));

        Assert.Equal(MailOutcome.Lost, answer.Outcome);
        Assert.False(line.IsOpen);
    }

    [Fact]
    public async Task A_sender_that_is_not_taken_concerns_all_letters()
    {
        await using var server = await MailServer.Start(InClear with { RefuseSender = true });
        await using var line = await Open(SettingsFor(server));

        var refusal = await Assert.ThrowsAsync<MailServerUnusable>(() => line.Send(Letter("zhang@example.gov.cn"), TestCity.Ct));

        Assert.Contains("Mail:FromAddress", refusal.Reason.Format);
    }

    [Fact]
    public async Task Something_that_is_no_mail_server_is_recognised()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });

        var reason = await Refused(new MailSettings
        {
            Route = MailRoute.Smtp, Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, Security = MailSecurity.None,
        });

        Assert.Equal("对方不是 SMTP 服务器", reason.Arguments[1]);
        await answering;
    }

    private static MailServerSettings InClear => new() { HideStartTls = true };

    private static MailServerSettings WithTls(TestAuthority authority) =>
        new() { Key = authority.KeyFile, Cert = authority.CertificateFile, User = "office", Password = "密码 secret" };

    private static MailSettings SettingsFor(MailServer server) =>
        new() { Route = MailRoute.Smtp, Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None, TimeoutSeconds = 10 };

    private static MailSettings SettingsFor(MailServer server, TestAuthority authority, MailSecurity security) => new()
    {
        Route = MailRoute.Smtp, Host = "localhost", Port = server.Port, Security = security, TrustFile = authority.TrustFile,
        User = "office", Password = "密码 secret", TimeoutSeconds = 10,
    };

    private static Task<IMailLine> Open(MailSettings settings) => new SmtpTransport(settings).Open(TestCity.Ct);

    private static async Task<MailReason> Refused(MailSettings settings) => (await Assert.ThrowsAsync<MailServerUnusable>(() => Open(settings))).Reason;

    private static Letter Letter(params string[] addresses) => new(
        "0195a@example.gov.cn", "digest.equalization.example.gov.cn", new MailTo(null, "ledger@example.gov.cn", Sender),
        [.. addresses.Select(a => new MailTo(null, a, "张三"))],
        new MailContent(Subject, Text, Html, new CalendarFile("任务期限.ics",
            [new CalendarEvent("task-1@example.gov.cn", 2, new DateOnly(2018, 4, 30), "任务 2018-01 到期：扩大优质学位供给", "牵头单位：市教育局；配合单位：市财政局, 市编办")])),
        Noon);

    private static void AssertWhole(ReceivedMail mail)
    {
        Assert.Equal(Subject, mail.Subject);
        Assert.Equal(Sender, mail.FromName);
        Assert.Equal("ledger@example.gov.cn", mail.FromAddress);
        Assert.Equal("张三", mail.ToName);
        Assert.Equal(Text, mail.Text.ReplaceLineEndings("\n"));
        Assert.Equal(Html, mail.Html.ReplaceLineEndings("\n"));
        Assert.Equal("<0195a@example.gov.cn>", mail.MessageId);
        Assert.Equal(Noon, mail.Date.UtcDateTime);
        Assert.Contains("List-Id: <digest.equalization.example.gov.cn>", mail.Headers);
        Assert.True(mail.LongestLine <= 78, $"A line has {mail.LongestLine} characters.");
        var file = Assert.Single(mail.Attachments);
        Assert.Equal("任务期限.ics", file.Name);
        Assert.Equal("text/calendar", file.Type);
        Assert.Contains("DTSTART;VALUE=DATE:20180430\r\n", file.Text);
        Assert.Contains("任务 2018-01 到期：扩大优质学位供给", file.Text.Replace("\r\n ", "", StringComparison.Ordinal));
    }
}
