using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>A line of the inbox.</summary>
public sealed record NoticeRow(
    Guid Id, NoticeKind Kind, string Format, string Arguments, string SubjectKind, Guid SubjectId, DateTime SentAt, DateTime? ReadAt);

/// <summary>Reads a person's own notices. They follow the person through all posts within a jurisdiction.</summary>
public sealed class NoticeQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Counted no further than this: the frame shows 99+ from there.</summary>
    private const int CountedTo = 100;

    public async Task<int> Unread(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Own(db, actor).Where(n => n.ReadAt == null).OrderBy(n => n.SentAt).Take(CountedTo).CountAsync(ct);
    }

    /// <summary>Newest first.</summary>
    public async Task<Paged<NoticeRow>> Page(Actor actor, bool unreadOnly, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var notices = Own(db, actor);
        if (unreadOnly)
        {
            notices = notices.Where(n => n.ReadAt == null);
        }

        var total = await notices.CountAsync(ct);
        var rows = await notices.OrderByDescending(n => n.SentAt).ThenByDescending(n => n.Id).Skip((page - 1) * size).Take(size)
            .Select(n => new NoticeRow(n.Id, n.Kind, n.Format, n.Arguments, n.SubjectKind, n.SubjectId, n.SentAt, n.ReadAt))
            .ToListAsync(ct);
        return new(rows, total, page, size);
    }

    private static IQueryable<Notice> Own(WorkflowDb db, Actor actor) =>
        db.Notices.Where(n => n.PersonId == actor.PersonId && n.JurisdictionId == actor.JurisdictionId);
}
