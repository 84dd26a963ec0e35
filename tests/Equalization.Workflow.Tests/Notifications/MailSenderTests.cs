using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Mail;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Notifications;

/// <summary>The outbox and its sender on a real database.</summary>
public sealed class MailSenderTests
{
    [Fact]
    public async Task A_mail_is_there_with_the_act_that_posts_it_and_gone_with_the_act_that_fails()
    {
        await using var city = await TestCity.Create();

        await city.Transact.Run(city.Office, "登记", (db, _) => Task.FromResult(db.PostPlain(new MailTo(null, "zhang@example.gov.cn", "张三"), "主题", "正文")), TestCity.Ct);
        await Assert.ThrowsAsync<RuleBroken>(() => city.Transact.Run(city.Office, "登记", async (db, _) =>
        {
            db.PostPlain(new MailTo(null, "li@example.gov.cn", "李四"), "主题", "正文");
            await db.SaveChangesAsync(TestCity.Ct);
            throw RuleBroken.Missing();
        }, TestCity.Ct));

        Assert.Equal("zhang@example.gov.cn", Assert.Single(await Rows(city)).ToAddress);
    }

    [Fact]
    public async Task An_address_to_which_nothing_can_be_sent_is_refused_when_posted()
    {
        await using var city = await TestCity.Create();

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => Post(city, "张三@example.gov.cn"));

        Assert.Equal("mail-address", refusal.Code);
    }

    [Fact]
    public async Task What_is_due_leaves_once_and_is_booked_with_its_answer()
    {
        await using var city = await TestCity.Create();
        await Post(city, "zhang@example.gov.cn");
        var transport = new KeepingTransport();
        await using var services = Services(city, transport);

        var first = await Run(services);
        var second = await Run(services);

        Assert.Equal(new MailRun(1, 0, 0, 0, null), first);
        Assert.Equal(MailRun.Nothing, second);
        var letter = Assert.Single(transport.Letters);
        var row = Assert.Single(await Rows(city));
        Assert.Equal(MailState.Sent, row.State);
        Assert.Equal(city.Clock.Now, row.SentAt);
        Assert.Equal($"{row.Id:N}@localhost", letter.MessageId);
        Assert.Equal(letter.MessageId, row.MessageId);
        Assert.Equal("plain.equalization.localhost", letter.ListId);
    }

    [Fact]
    public async Task One_line_carries_what_few_mails_there_are_and_never_more_than_four_the_many()
    {
        await using var city = await TestCity.Create();
        await Post(city, [.. Enumerable.Range(0, 8).Select(i => $"p{i}@example.gov.cn")]);
        var transport = new KeepingTransport();
        await using var services = Services(city, transport);
        await Run(services);

        Assert.Equal(1, transport.Opened);

        await Post(city, [.. Enumerable.Range(0, 450).Select(i => $"p{i}@example.gov.cn")]);
        Assert.Equal(450, (await Run(services)).Sent);
        Assert.InRange(transport.Opened, 2, 5);
    }

    [Fact]
    public async Task A_mail_past_its_use_is_dropped_and_not_sent()
    {
        await using var city = await TestCity.Create();
        await city.Lay(db => db.PostPlain(new MailTo(null, "zhang@example.gov.cn", "张三"), "主题", "正文", expiresAt: city.Clock.Now.AddHours(9)));
        city.Clock.AdvanceDays(1);
        var transport = new KeepingTransport();
        await using var services = Services(city, transport);

        Assert.Equal(1, (await Run(services)).Dropped);
        Assert.Empty(transport.Letters);
        Assert.Equal(MailState.Dropped, Assert.Single(await Rows(city)).State);
    }

    [Fact]
    public async Task A_mail_is_composed_when_it_leaves_and_dropped_when_nothing_is_left_to_say()
    {
        await using var city = await TestCity.Create();
        var subjects = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };
        await city.Lay(db => Array.ForEach(subjects, s => db.Post("Said", new MailTo(null, "zhang@example.gov.cn", "张三"), s)));
        var transport = new KeepingTransport();
        await using var services = Services(city, transport, composer: new MailComposer("Said", (_, mail, _) =>
            Task.FromResult(mail.SubjectId == subjects[0] ? new MailContent("今日摘要", "正文", "<p>正文</p>") : null)));

        var run = await Run(services);

        Assert.Equal((1, 1), (run.Sent, run.Dropped));
        Assert.Equal("今日摘要", Assert.Single(transport.Letters).Content.Subject);
        Assert.Equal("今日摘要", (await Rows(city)).Single(m => m.State == MailState.Sent).Subject);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_composed_harms_no_other_and_is_tried_again()
    {
        await using var city = await TestCity.Create();
        await city.Lay(db => db.Post("Broken", new MailTo(null, "zhang@example.gov.cn", "张三")));
        await Post(city, "li@example.gov.cn");
        var transport = new KeepingTransport();
        await using var services = Services(city, transport, composer: new MailComposer("Broken", (_, _, _) => throw new InvalidOperationException("made up")));

        var run = await Run(services);

        Assert.Equal((1, 1), (run.Sent, run.PutOff));
        Assert.Contains("内容无法生成", (await Rows(city)).Single(m => m.Kind == "Broken").Reason);
    }

    [Fact]
    public async Task A_server_that_asks_to_come_later_is_asked_ever_later_and_in_the_end_not_any_more()
    {
        await using var city = await TestCity.Create();
        await Post(city, "zhang@example.gov.cn");
        var transport = new KeepingTransport { Answer = (letter, _) => Task.FromResult(new MailAnswer(letter.To[0].Address, MailOutcome.Later, new MailReason("450 {0}", "later"))) };
        await using var services = Services(city, transport, s => s.Attempts = 3);
        var waits = new List<double>();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(1, (await Run(services)).PutOff);
            var row = Assert.Single(await Rows(city));
            waits.Add((row.NextTryAt - city.Clock.Now).TotalMinutes);
            city.Clock.Advance(TimeSpan.FromMinutes(waits[^1] - 1));
            Assert.Equal(0, (await Run(services)).Total);
            city.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([2, 8], waits);
        Assert.Equal(1, (await Run(services)).Parked);
        city.Clock.AdvanceDays(30);
        Assert.Equal(0, (await Run(services)).Total);
        var parked = Assert.Single(await Rows(city));
        Assert.Equal((MailState.Parked, 3, "450 {0}", "[\"later\"]"), (parked.State, parked.Attempts, parked.Reason, parked.ReasonArguments));
    }

    [Fact]
    public async Task One_of_ten_that_the_server_does_not_know_is_parked_at_once_and_nine_arrive()
    {
        await using var city = await TestCity.Create();
        await Post(city, [.. Enumerable.Range(0, 10).Select(i => $"p{i}@example.gov.cn")]);
        await using var server = await MailServer.Start(new MailServerSettings { HideStartTls = true, Unknown = ["p4@example.gov.cn"] });
        await using var services = Services(city, null, s => Use(s, server));

        var run = await Run(services);

        Assert.Equal(new MailRun(9, 0, 1, 0, null), run);
        var parked = (await Rows(city)).Single(m => m.State == MailState.Parked);
        Assert.Equal("p4@example.gov.cn", parked.ToAddress);
        Assert.Contains("收件地址不存在", parked.Reason);
    }

    [Fact]
    public async Task A_mail_whose_connection_broke_is_sent_again_with_the_same_message_id()
    {
        await using var city = await TestCity.Create();
        await Post(city, "zhang@example.gov.cn");
        await using var server = await MailServer.Start(new MailServerSettings { HideStartTls = true, BreakFirst = 1 });
        await using var services = Services(city, null, s => Use(s, server));

        var first = await Run(services);
        var between = Assert.Single(await Rows(city));
        city.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = await Run(services);

        Assert.Equal((1, 1), (first.PutOff, second.Sent));
        Assert.Equal($"<{between.MessageId}>", (await server.Next()).MessageId);
        Assert.Equal(between.MessageId, Assert.Single(await Rows(city)).MessageId);
    }

    [Fact]
    public async Task While_the_server_cannot_be_used_mails_wait_uncounted_and_runs_come_further_apart()
    {
        await using var city = await TestCity.Create();
        await Post(city, "zhang@example.gov.cn", "li@example.gov.cn");
        var transport = new KeepingTransport { Refuse = before => before < 3 ? new MailReason("连接不上。") : null };
        await using var services = Services(city, transport, s => s.Attempts = 1);

        // After 1, 2 and 4 minutes; in between nobody knocks.
        for (var minute = 0; minute < 7; minute++)
        {
            await Run(services);
            city.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, transport.Opened);
        Assert.All(await Rows(city), row => Assert.Equal((MailState.Waiting, 0, "连接不上。"), (row.State, row.Attempts, row.Reason)));
        Assert.Equal(2, (await Run(services)).Sent);
    }

    [Fact]
    public async Task A_server_that_loses_letter_after_letter_is_left_alone()
    {
        await using var city = await TestCity.Create();
        await Post(city, [.. Enumerable.Range(0, 40).Select(i => $"p{i}@example.gov.cn")]);
        var tried = 0;
        var transport = new KeepingTransport
        {
            Answer = (letter, _) =>
            {
                Interlocked.Increment(ref tried);
                return Task.FromResult(new MailAnswer(letter.To[0].Address, MailOutcome.Lost, new MailReason("中断。")));
            },
        };
        await using var services = Services(city, transport);

        var run = await Run(services);

        Assert.NotNull(run.Reason);
        Assert.InRange(tried, 3, 7);
        Assert.Equal(40 - tried, (await Rows(city)).Count(m => m.Attempts == 0));
    }

    [Fact]
    public async Task A_line_that_the_server_closed_between_two_letters_is_opened_anew()
    {
        await using var city = await TestCity.Create();
        await Post(city, [.. Enumerable.Range(0, 9).Select(i => $"p{i}@example.gov.cn")]);
        var transport = new KeepingTransport { LettersALine = 4 };
        await using var services = Services(city, transport);

        var run = await Run(services);

        Assert.Equal(new MailRun(9, 0, 0, 0, null), run);
        Assert.Equal(3, transport.Opened);
    }

    [Fact]
    public async Task Two_senders_at_once_send_nothing_twice()
    {
        await using var city = await TestCity.Create();
        await Post(city, [.. Enumerable.Range(0, 600).Select(i => $"p{i}@example.gov.cn")]);
        var transport = new KeepingTransport();
        await using var one = Services(city, transport);
        await using var other = Services(city, transport);

        var runs = await Task.WhenAll(Task.Run(() => Run(one)), Task.Run(() => Run(other)));

        Assert.Equal(600, runs.Sum(r => r.Sent));
        Assert.Equal(600, transport.Letters.Select(l => l.MessageId).Distinct().Count());
        Assert.Equal(600, transport.Letters.Count);
    }

    [Fact]
    public async Task A_mail_of_a_sender_that_died_is_sent_once_its_claim_has_run_out_with_the_same_message_id()
    {
        await using var city = await TestCity.Create();
        await Post(city, "zhang@example.gov.cn");
        using var death = new CancellationTokenSource();
        var before = "";
        var dying = new KeepingTransport
        {
            Answer = async (letter, ct) =>
            {
                before = letter.MessageId;
                await death.CancelAsync();
                await Task.Delay(Timeout.Infinite, ct);
                return KeepingTransport.Taken(letter);
            },
        };
        await using (var services = Services(city, dying))
        {
            await services.GetRequiredService<MailSender>().Run(death.Token);
        }

        var transport = new KeepingTransport();
        await using var next = Services(city, transport);
        Assert.Equal(0, (await Run(next)).Total);
        city.Clock.Advance(2 * transport.LongestSend);

        Assert.Equal(1, (await Run(next)).Sent);
        Assert.Equal(before, Assert.Single(transport.Letters).MessageId);
        Assert.Equal(2, Assert.Single(await Rows(city)).Attempts);
    }

    [Fact]
    public async Task Nobody_holds_a_transaction_while_a_server_is_spoken_to()
    {
        await using var city = await TestCity.Create();
        await Post(city, "zhang@example.gov.cn");
        var transport = new KeepingTransport
        {
            Answer = async (letter, _) =>
            {
                // On SQLite a second writer would wait for the first, and the command's time would run out.
                await Post(city, "meanwhile@example.gov.cn");
                return KeepingTransport.Taken(letter);
            },
        };
        await using var services = Services(city, transport);

        Assert.Equal(1, (await Run(services)).Sent);
    }

    [Fact]
    public async Task Where_mail_is_off_nothing_leaves_and_the_log_says_so()
    {
        await using var city = await TestCity.Create();
        await Post(city, "zhang@example.gov.cn");
        var transport = new KeepingTransport();
        await using var services = Services(city, transport, s => s.Route = MailRoute.Off);

        Assert.Equal(1, (await Run(services)).Dropped);
        Assert.Empty(transport.Letters);
    }

    private static Task Post(TestCity city, params string[] addresses) =>
        city.Lay(db => Array.ForEach(addresses, a => db.PostPlain(new MailTo(null, a, "张三"), "主题", "正文")));

    private static ServiceProvider Services(TestCity city, IMailTransport? transport, Action<MailSettings>? change = null, MailComposer? composer = null)
    {
        var settings = new MailSettings { Folder = Path.Combine(city.Database.Folder, "mail") };
        change?.Invoke(settings);
        return city.ServicesAnew(services =>
        {
            services.AddMail(settings);
            if (transport is not null)
            {
                services.AddSingleton(transport);
            }

            if (composer is not null)
            {
                services.AddSingleton(composer);
            }
        });
    }

    private static void Use(MailSettings settings, MailServer server)
    {
        settings.Route = MailRoute.Smtp;
        settings.Host = "127.0.0.1";
        settings.Port = server.Port;
        settings.Security = MailSecurity.None;
        settings.TimeoutSeconds = 10;
    }

    private static Task<MailRun> Run(IServiceProvider services) => services.GetRequiredService<MailSender>().Run(TestCity.Ct);

    private static Task<List<OutgoingMail>> Rows(TestCity city) => city.Read(db => db.OutgoingMails.AsNoTracking().OrderBy(m => m.Id).ToListAsync(TestCity.Ct));
}
