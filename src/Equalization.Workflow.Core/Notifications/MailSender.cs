using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>What one run did. Reason says why it stopped early, null when it did not.</summary>
public sealed record MailRun(int Sent, int PutOff, int Parked, int Dropped, MailReason? Reason)
{
    public static readonly MailRun Nothing = new(0, 0, 0, 0, null);

    public int Total => Sent + PutOff + Parked + Dropped;

    public MailRun Plus(MailRun other) =>
        new(Sent + other.Sent, PutOff + other.PutOff, Parked + other.Parked, Dropped + other.Dropped, other.Reason ?? Reason);
}

/// <summary>
/// Sends what is due. A mail is claimed in one transaction, composed and sent outside any, and what became of it is booked in another; between
/// the two a crash leaves a mail that was perhaps sent, and it is sent again with the same Message-ID once its claim has run out. While the
/// server itself cannot be used, mails wait without a try being counted, and the runs come further apart: a wrong password must not lock the
/// mail account.
/// </summary>
public sealed class MailSender(
    IDbContextFactory<WorkflowDb> contexts, Transact transact, MailComposers composers, IMailTransport transport, MailSettings settings,
    TimeProvider clock, ILogger<MailSender> log)
{
    private const int BatchSize = 500;
    private const int LongestRestMinutes = 30;

    private readonly SemaphoreSlim one = new(1, 1);
    private int failures;
    private DateTime restUntil;

    /// <summary>Until the instant given, all that is due; a second call while one runs waits for it.</summary>
    public async Task<MailRun> Run(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (clock.UtcNow() < restUntil)
            {
                return MailRun.Nothing;
            }

            var total = await Send(ct);
            Rest(total);
            return total;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<MailRun> Send(CancellationToken ct)
    {
        var total = MailRun.Nothing;
        await using var lines = new MailLines(transport);
        while (total.Reason is null && !ct.IsCancellationRequested)
        {
            var claim = await Claim(ct);
            if (claim.Mails.Count > 0)
            {
                total = total.Plus(await new MailRound(contexts, transact, composers, lines, transport, settings, clock, log).Send(claim, ct));
            }

            if (claim.Mails.Count < BatchSize)
            {
                break;
            }
        }

        return total;
    }

    /// <summary>The version of a row decides between two senders: the one that loses runs its claim again and finds other mails.</summary>
    private Task<MailClaim> Claim(CancellationToken ct) =>
        transact.Run(Actor.System(Guid.Empty, clock.Today()), "发送邮件", async (db, act) =>
        {
            var mails = await db.OutgoingMails
                .Where(m => m.State == MailState.Waiting && m.NextTryAt <= act.At)
                .OrderBy(m => m.NextTryAt).ThenBy(m => m.Id).Take(BatchSize)
                .ToListAsync(ct);
            // Twice: a mail is begun only while a whole send still fits into its claim.
            var until = act.At + (2 * transport.LongestSend);
            foreach (var mail in mails)
            {
                mail.Begin(act.At, until, settings.Domain);
            }

            return new MailClaim(mails, until);
        }, ct);

    private void Rest(MailRun run)
    {
        failures = run.Reason is null ? 0 : failures + 1;
        restUntil = failures == 0 ? default : clock.UtcNow().AddMinutes(Math.Min(LongestRestMinutes, Math.Pow(2, failures - 1)));
    }
}

/// <summary>Mails in hand, and until when.</summary>
internal sealed record MailClaim(IReadOnlyList<OutgoingMail> Mails, DateTime Until);
