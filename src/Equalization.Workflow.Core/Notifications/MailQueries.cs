using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>What the log is narrowed to; Text is part of a name or address, Undelivered as <see cref="MailQueries.Undelivered"/> counts.</summary>
public sealed record MailFilter(MailState? State = null, string? Text = null, DateOnly? Day = null, bool Undelivered = false);

/// <summary>A line of the delivery log.</summary>
public sealed record MailRow(
    Guid Id, DateTime CreatedAt, string Kind, string? Subject, string ToName, string ToAddress, MailState State, int Attempts, DateTime NextTryAt,
    DateTime? LastTryAt, DateTime? SentAt, DateTime? ExpiresAt, string? Reason, string? ReasonArguments, string? MessageId, int Version);

/// <summary>Reads the delivery log of a jurisdiction, for those who look after mail.</summary>
public sealed class MailQueries(IDbContextFactory<WorkflowDb> contexts, TimeProvider clock)
{
    /// <summary>Counted no further than this.</summary>
    public const int CountedTo = 1000;

    /// <summary>A mail that is still waiting after so long is as good as undelivered.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromHours(1);

    /// <summary>Newest first. Refuses (not-allowed) all but office and administrator.</summary>
    public async Task<Paged<MailRow>> Page(Actor actor, MailFilter filter, int page, int size, CancellationToken ct)
    {
        Permission.Require(MailPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mails = db.OutgoingMails.Where(m => m.JurisdictionId == actor.JurisdictionId);
        if (filter.State is { } state)
        {
            mails = mails.Where(m => m.State == state);
        }

        if (filter.Undelivered)
        {
            mails = NotDelivered(mails);
        }

        if (filter.Day is { } day)
        {
            var (from, to) = (ChinaTime.StartOf(day), ChinaTime.StartOf(day.AddDays(1)));
            mails = mails.Where(m => m.CreatedAt >= from && m.CreatedAt < to);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var sought = filter.Text.Trim();
            mails = mails.Where(m => m.ToName.Contains(sought) || m.ToAddress.Contains(sought));
        }

        var total = await mails.CountAsync(ct);
        var rows = await Rows(mails.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Skip((page - 1) * size).Take(size)).ToListAsync(ct);
        return new(rows, total, page, size);
    }

    /// <summary>Refuses a mail of another jurisdiction as not found.</summary>
    public async Task<MailRow> One(Actor actor, Guid mailId, CancellationToken ct)
    {
        Permission.Require(MailPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Rows(db.OutgoingMails.Where(m => m.Id == mailId && m.JurisdictionId == actor.JurisdictionId)).SingleOrDefaultAsync(ct)
            ?? throw RuleBroken.Missing();
    }

    /// <summary>Mails that are parked, or have waited for more than an hour; nobody else's business, so 0 for them.</summary>
    public async Task<int> Undelivered(Actor actor, CancellationToken ct)
    {
        if (!MailPermissions.MaySee(actor, actor.JurisdictionId))
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await NotDelivered(db.OutgoingMails.Where(m => m.JurisdictionId == actor.JurisdictionId))
            .OrderBy(m => m.CreatedAt).Take(CountedTo).CountAsync(ct);
    }

    private IQueryable<OutgoingMail> NotDelivered(IQueryable<OutgoingMail> mails)
    {
        var since = clock.UtcNow() - LongWait;
        return mails.Where(m => m.State == MailState.Parked || (m.State == MailState.Waiting && m.CreatedAt < since));
    }

    private static IQueryable<MailRow> Rows(IQueryable<OutgoingMail> mails) => mails.Select(m => new MailRow(
        m.Id, m.CreatedAt, m.Kind, m.Subject, m.ToName, m.ToAddress, m.State, m.Attempts, m.NextTryAt,
        m.LastTryAt, m.SentAt, m.ExpiresAt, m.Reason, m.ReasonArguments, m.MessageId, m.Version));
}
