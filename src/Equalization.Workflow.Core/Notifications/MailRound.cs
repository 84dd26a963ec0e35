using System.Threading.Channels;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>
/// Composes and sends the mails of one claim over a few lines at once, and books what became of them: as they come, or many together when they
/// come faster than commits.
/// </summary>
internal sealed class MailRound(
    IDbContextFactory<WorkflowDb> contexts, Transact transact, MailComposers composers, MailLines lines, IMailTransport transport,
    MailSettings settings, TimeProvider clock, ILogger log)
{
    private const int MailsWorthALine = 10;
    private const int ManyAtOnce = 100;
    private const int FaultsInARow = 3;
    private const int FirstWaitMinutes = 2;
    private const int LongestWaitMinutes = 240;

    /// <summary>What a mail in mid-air is left when the program is told to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Channel<Booking> bookings = Channel.CreateUnbounded<Booking>(new UnboundedChannelOptions { SingleReader = true });
    private int faults;
    private MailReason? stop;

    private enum Fate
    {
        Sent,
        PutOff,
        Parked,
        Dropped,
        GivenBack,
    }

    public async Task<MailRun> Send(MailClaim claim, CancellationToken ct)
    {
        using var grace = new CancellationTokenSource();
        await using var told = ct.Register(() => grace.CancelAfter(Grace));
        var mails = Channel.CreateUnbounded<OutgoingMail>();
        foreach (var mail in claim.Mails)
        {
            mails.Writer.TryWrite(mail);
        }

        mails.Writer.Complete();
        var hands = Math.Min(settings.Connections, (claim.Mails.Count + MailsWorthALine - 1) / MailsWorthALine);
        var booking = Book();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, hands).Select(_ => Work(mails.Reader, claim.Until, ct, grace.Token)));
        }
        finally
        {
            bookings.Writer.Complete();
        }

        return await booking with { Reason = stop };
    }

    private async Task Work(ChannelReader<OutgoingMail> mails, DateTime until, CancellationToken told, CancellationToken ct)
    {
        while (mails.TryRead(out var mail))
        {
            var now = clock.UtcNow();
            if (stop is not null || told.IsCancellationRequested || now + transport.LongestSend > until)
            {
                bookings.Writer.TryWrite(new Booking(mail, Fate.GivenBack, m => m.GiveBack(now, stop)));
                continue;
            }

            if (await One(mail, ct) is { } booking)
            {
                bookings.Writer.TryWrite(booking);
            }
        }
    }

    /// <summary>Null when the program stops in mid-air: the claim stands until it runs out, since nobody knows what became of the mail.</summary>
    private async Task<Booking?> One(OutgoingMail mail, CancellationToken ct)
    {
        if (mail.ExpiresAt <= clock.UtcNow())
        {
            return Drop(mail, new MailReason("已过有效期，未再发送。"));
        }

        if (settings.Route == MailRoute.Off)
        {
            return Drop(mail, new MailReason("未启用邮件发送，内容请在站内查看。"));
        }

        if (mail.Attempts > settings.Attempts)
        {
            return Park(mail, new MailReason("已尝试 {0} 次，每次都没有结果。请查看运行日志后重新发送。", settings.Attempts));
        }

        try
        {
            var content = await Compose(mail, ct);
            return content is null ? Drop(mail, new MailReason("发送时已没有需要告知的内容。")) : await Hand(mail, content, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return null;
        }
        catch (ArgumentException e)
        {
            log.LogError(e, "Mail {Id} of kind {Kind} cannot be written.", mail.Id, mail.Kind);
            return Park(mail, new MailReason("邮件不能成文：{0}", e.Message));
        }
        catch (Exception e) when (e is not MailServerUnusable)
        {
            log.LogError(e, "Mail {Id} of kind {Kind} failed.", mail.Id, mail.Kind);
            return Again(mail, new MailReason("邮件内容无法生成（{0}）。请联系技术支持查看运行日志。", e.GetType().Name));
        }
        catch (MailServerUnusable e)
        {
            log.LogWarning(e, "The mail server cannot be used: {Reason}", e.Reason);
            stop = e.Reason;
            var now = clock.UtcNow();
            return new Booking(mail, Fate.GivenBack, m => m.GiveBack(now, e.Reason));
        }
    }

    private async Task<MailContent?> Compose(OutgoingMail mail, CancellationToken ct)
    {
        var composer = composers.Of(mail.Kind) ?? throw new InvalidOperationException($"Nobody composes mails of kind {mail.Kind}.");
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await composer.Compose(db, mail, ct);
    }

    private async Task<Booking> Hand(OutgoingMail mail, MailContent content, CancellationToken ct)
    {
        var letter = new Letter(
            mail.MessageId!, $"{mail.Kind.ToLowerInvariant()}.equalization.{settings.Domain}",
            new MailTo(null, settings.FromAddress, settings.FromName), [new MailTo(mail.PersonId, mail.ToAddress, mail.ToName)], content, clock.UtcNow());
        var answer = await Answer(letter, ct);
        var subject = content.Subject.Cut(OutgoingMail.LongestSubject);
        Judge(answer);
        if (answer.Outcome == MailOutcome.Taken)
        {
            var now = clock.UtcNow();
            return new Booking(mail, Fate.Sent, m =>
            {
                m.Subject = subject;
                m.Deliver(now, answer.Reason);
            });
        }

        var booking = answer.Outcome == MailOutcome.Never ? Park(mail, answer.Reason) : Again(mail, answer.Reason);
        return booking with
        {
            Apply = m =>
            {
                m.Subject = subject;
                booking.Apply(m);
            },
        };
    }

    private async Task<MailAnswer> Answer(Letter letter, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(transport.LongestSend);
        try
        {
            return (await lines.Send(letter, limited.Token))[0];
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // A claim must not run out under a letter, or two senders would send it.
            return new MailAnswer(letter.To[0].Address, MailOutcome.Lost, new MailReason("邮件服务器应答太慢，已中断。将再次发送，对方可能收到两份。"));
        }
    }

    /// <summary>One mail may be at odds with a server and break its connection; several in a row say that the server is, and the others are spared.</summary>
    private void Judge(MailAnswer answer)
    {
        if (answer.Outcome != MailOutcome.Lost)
        {
            faults = 0;
        }
        else if (Interlocked.Increment(ref faults) >= FaultsInARow)
        {
            stop ??= answer.Reason;
        }
    }

    /// <summary>Parked after the last try.</summary>
    private Booking Again(OutgoingMail mail, MailReason reason)
    {
        if (mail.Attempts >= settings.Attempts)
        {
            return Park(mail, reason);
        }

        var next = clock.UtcNow().AddMinutes(Math.Min(LongestWaitMinutes, FirstWaitMinutes * Math.Pow(4, mail.Attempts - 1)));
        return new Booking(mail, Fate.PutOff, m => m.PutOff(next, reason));
    }

    private static Booking Park(OutgoingMail mail, MailReason reason) => new(mail, Fate.Parked, m => m.Park(reason));

    private static Booking Drop(OutgoingMail mail, MailReason reason) => new(mail, Fate.Dropped, m => m.Drop(reason));

    private async Task<MailRun> Book()
    {
        var fates = new List<Fate>();
        while (await bookings.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var some = new List<Booking>();
            while (some.Count < ManyAtOnce && bookings.Reader.TryRead(out var booking))
            {
                some.Add(booking);
            }

            try
            {
                await Write(some);
            }
            catch
            {
                // What cannot be booked would be sent again; no more of it.
                stop ??= new MailReason("发送结果无法登记，已停止发送。请检查数据库。");
                throw;
            }

            fates.AddRange(some.Select(b => b.Fate));
        }

        int Count(Fate fate) => fates.Count(f => f == fate);
        return new MailRun(Count(Fate.Sent), Count(Fate.PutOff), Count(Fate.Parked), Count(Fate.Dropped), null);
    }

    // Not cancelled: what has left must be booked, or it leaves twice.
    private Task Write(List<Booking> some) =>
        transact.Run(Actor.System(Guid.Empty, clock.Today()), "登记邮件结果", async (db, _) =>
        {
            var ids = some.Select(b => b.Mail.Id).ToList();
            var rows = await db.OutgoingMails.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, CancellationToken.None);
            foreach (var booking in some)
            {
                // A row that moved on meanwhile was claimed by another sender, which books for itself; that one of ours left still holds.
                if (rows.GetValueOrDefault(booking.Mail.Id) is { State: MailState.Waiting } row && (booking.Fate == Fate.Sent || row.Version == booking.Mail.Version))
                {
                    booking.Apply(row);
                }
            }
        }, CancellationToken.None);

    private sealed record Booking(OutgoingMail Mail, Fate Fate, Action<OutgoingMail> Apply);
}
