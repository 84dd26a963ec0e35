using System.Text;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Infrastructure.Mail;

/// <summary>
/// One connection to an SMTP server that greeted, is secured and signed in as asked. Sender and recipients go in one group where the server
/// takes that (PIPELINING); DATA waits for their answers, so that no server is ever left with a letter for nobody.
/// </summary>
internal sealed class SmtpLine(SmtpWire wire, SmtpGreeting offers, TimeSpan patience) : IMailLine
{
    /// <summary>Servers and the boxes before them begin to close connections that carry more.</summary>
    private const int LettersALine = 100;

    private const int HandOverFactor = 10;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private bool lost;
    private int letters;

    public bool IsOpen => !lost && letters < LettersALine;

    public async Task<IReadOnlyList<MailAnswer>> Send(Letter letter, CancellationToken ct)
    {
        var message = MimeText.Of(letter);
        if (offers.Size is { } most && message.Length > most)
        {
            return All(letter, MailOutcome.Never, new MailReason("邮件有 {0} 字节，超过服务器允许的 {1} 字节。请联系邮件管理员。", message.Length, most));
        }

        var begun = false;
        try
        {
            var replies = await Envelope(letter, ct);
            if (!replies[0].IsFine)
            {
                throw new MailServerUnusable(new MailReason("邮件服务器不接受以 {0} 发件（{1}）。请核对 Mail:FromAddress，或稍后再试。", letter.From.Address, replies[0].Text));
            }

            begun = true;
            return await Deliver(letter, [.. replies.Skip(1)], message, ct);
        }
        catch (MailServerUnusable)
        {
            lost = true;
            throw;
        }
        catch (Exception e) when (SmtpTransport.IsWireFault(e))
        {
            lost = true;
            var reason = new MailReason("发送途中与邮件服务器的连接中断（{0}）。将再次发送，对方可能收到两份。", SmtpTransport.WordFor(e));
            return begun || letters == 0 ? All(letter, MailOutcome.Lost, reason) : throw new MailServerUnusable(reason, e);
        }
        catch (OperationCanceledException)
        {
            lost = true;
            throw;
        }
        finally
        {
            letters++;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!lost)
        {
            try
            {
                using var soon = new CancellationTokenSource(Farewell);
                await wire.Ask("QUIT", soon.Token);
            }
            catch (Exception e) when (SmtpTransport.IsWireFault(e) || e is OperationCanceledException)
            {
                // Every letter on this line has its answer; a server that does not say goodbye changes nothing.
            }
        }

        await wire.DisposeAsync();
    }

    private static IReadOnlyList<MailAnswer> All(Letter letter, MailOutcome outcome, MailReason reason) =>
        [.. letter.To.Select(to => new MailAnswer(to.Address, outcome, reason))];

    /// <summary>The answers to MAIL and, if that was taken, to each RCPT.</summary>
    private async Task<List<SmtpReply>> Envelope(Letter letter, CancellationToken ct)
    {
        var commands = letter.To.Select(to => $"RCPT TO:<{to.Address}>").Prepend($"MAIL FROM:<{letter.From.Address}>").ToList();
        var replies = new List<SmtpReply>();
        if (offers.Pipelining)
        {
            await wire.Write(Encoding.ASCII.GetBytes(string.Concat(commands.Select(c => c + "\r\n"))), patience, ct);
            while (replies.Count < commands.Count)
            {
                replies.Add(await wire.Read(ct));
                if (replies[^1].Code == SmtpReply.Closing)
                {
                    break;
                }
            }
        }
        else
        {
            foreach (var command in commands)
            {
                replies.Add(await wire.Ask(command, ct));
                if (!replies[0].IsFine || replies[^1].Code == SmtpReply.Closing)
                {
                    break;
                }
            }
        }

        // What a server that says goodbye leaves unanswered has its goodbye for an answer.
        while (replies.Count < commands.Count)
        {
            replies.Add(replies[^1]);
        }

        return replies;
    }

    private async Task<IReadOnlyList<MailAnswer>> Deliver(Letter letter, List<SmtpReply> recipients, byte[] message, CancellationToken ct)
    {
        if (recipients.Exists(r => r.Code == SmtpReply.Closing))
        {
            lost = true;
            return Answers(letter, recipients, recipients.Find(r => r.Code == SmtpReply.Closing)!);
        }

        if (!recipients.Exists(r => r.IsFine))
        {
            await Reset(ct);
            return Answers(letter, recipients, recipients[0]);
        }

        var data = await wire.Ask("DATA", ct);
        if (data.Code == 354)
        {
            await wire.Write(DotStuffing.Of(message), HandOverFactor * patience, ct);
            data = await wire.Read(HandOverFactor * patience, ct);
        }
        else
        {
            await Reset(ct);
        }

        lost |= data.Code == SmtpReply.Closing;
        return Answers(letter, recipients, data);
    }

    private static IReadOnlyList<MailAnswer> Answers(Letter letter, List<SmtpReply> recipients, SmtpReply data) =>
        [.. letter.To.Zip(recipients, (to, reply) => (reply.IsFine ? data : reply).AnswerFor(to.Address))];

    private async Task Reset(CancellationToken ct) => lost |= !(await wire.Ask("RSET", ct)).IsFine;
}
