using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>What a notice is about, so that the page can open it.</summary>
public sealed record NoticeSubject(string Kind, Guid Id);

/// <summary>Marks one's own notices as read; nobody reads another's.</summary>
public sealed class NoticeService(Transact transact)
{
    private const int AtOnce = 500;

    /// <summary>Refuses another person's notice as not found. Reading twice changes nothing.</summary>
    public Task<NoticeSubject> Read(Actor actor, Guid noticeId, CancellationToken ct) =>
        transact.Run(actor, "阅读通知", async (db, act) =>
        {
            var notice = Permission.Found(
                await db.Notices.SingleOrDefaultAsync(n => n.Id == noticeId, ct),
                n => n.PersonId == act.Actor.PersonId && n.JurisdictionId == act.Actor.JurisdictionId);
            notice.ReadAt ??= act.At;
            return new NoticeSubject(notice.SubjectKind, notice.SubjectId);
        }, ct);

    /// <summary>Marks the oldest 500 unread as read and tells how many there were; more come with the next click.</summary>
    public Task<int> ReadAll(Actor actor, CancellationToken ct) =>
        transact.Run(actor, "全部标为已读", async (db, act) =>
        {
            var unread = await db.Notices
                .Where(n => n.PersonId == act.Actor.PersonId && n.ReadAt == null && n.JurisdictionId == act.Actor.JurisdictionId)
                .OrderBy(n => n.SentAt).Take(AtOnce).ToListAsync(ct);
            unread.ForEach(n => n.ReadAt = act.At);
            return unread.Count;
        }, ct);
}
