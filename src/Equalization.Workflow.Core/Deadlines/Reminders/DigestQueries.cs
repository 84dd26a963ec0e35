using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>How a line of a digest stands by its day; in the order in which they are read.</summary>
public enum DigestGroup
{
    DueToday,
    Overdue,
    Soon,
    Waiting,
}

/// <summary>
/// A line of a digest. Stands: still to be done, by the same day. The rest says why it came: rule set, rung, and the days as counted when it was sent.
/// </summary>
public sealed record DigestLine(
    Guid TaskId, string Number, string Title, string Unit, ReminderMoment Moment, ReminderRecipient Recipient, RiskClass Risk, int Offset, int RuleSetNumber,
    Guid SubjectId, string? Period, DateOnly DueOn, DateOnly TriggerOn, int WorkingDaysLeft, string Post, DigestGroup Group, bool Stands)
{
    public required Guid ReminderId { get; init; }
}

/// <summary>A digest as it is read: lines in order of group and day, and the notices since the one before that are still unread.</summary>
public sealed record DigestPage(
    Guid Id, DateOnly On, DateTime SentAt, int RuleSetNumber, string Person, IReadOnlyList<DigestLine> Lines, IReadOnlyList<NoticeRow> Notices, int NoticeCount);

/// <summary>Reads digests, for their page and for the mail that leaves: what has been done since is marked.</summary>
public sealed class DigestQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook lights, WorkingCalendars calendars)
{
    /// <summary>Notices shown; the count tells of the others.</summary>
    public const int MostNotices = 20;

    /// <summary>Refuses another person's digest as not found.</summary>
    public async Task<DigestPage> Load(Actor actor, Guid digestId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var digest = Permission.Found(
            await db.Digests.AsNoTracking().SingleOrDefaultAsync(d => d.Id == digestId, ct),
            d => d.PersonId == actor.PersonId && d.JurisdictionId == actor.JurisdictionId);
        return await Compose(db, digest, ct);
    }

    /// <summary>The same for the mail that carries it, where no person asks; null when there is no such digest.</summary>
    public async Task<DigestPage?> ForMail(Guid digestId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Digests.AsNoTracking().SingleOrDefaultAsync(d => d.Id == digestId, ct) is { } digest ? await Compose(db, digest, ct) : null;
    }

    private async Task<DigestPage> Compose(WorkflowDb db, Digest digest, CancellationToken ct)
    {
        var person = await db.People.Where(p => p.Id == digest.PersonId).Select(p => p.Name).SingleAsync(ct);
        var rows = await (from r in db.Reminders.AsNoTracking()
                          join t in db.AnnualTasks on r.TaskId equals t.Id
                          join u in db.Units on r.UnitId equals u.Id
                          where r.DigestId == digest.Id
                          select new { Reminder = r, t.Number, t.Title, u.ShortName }).ToListAsync(ct);
        var standing = await Standing(db, digest, rows.ConvertAll(r => r.Reminder), ct);
        var lines = rows.ConvertAll(x => new DigestLine(
            x.Reminder.TaskId, x.Number, x.Title, x.ShortName, x.Reminder.Moment, x.Reminder.Recipient, x.Reminder.Risk, x.Reminder.Offset, x.Reminder.RuleSetNumber,
            x.Reminder.SubjectId, x.Reminder.Period, x.Reminder.DueOn, x.Reminder.TriggerOn, x.Reminder.WorkingDaysLeft, x.Reminder.Post,
            GroupOf(x.Reminder, digest.On), standing.Contains((x.Reminder.Moment, x.Reminder.SubjectId, x.Reminder.DueOn))) { ReminderId = x.Reminder.Id });
        var unread = db.Notices.AsNoTracking().Where(n =>
            n.PersonId == digest.PersonId && n.JurisdictionId == digest.JurisdictionId && n.ReadAt == null && n.SentAt > digest.NoticesAfter && n.SentAt <= digest.SentAt
            && n.Kind != NoticeKind.Digest);
        var notices = await unread.OrderByDescending(n => n.SentAt).ThenByDescending(n => n.Id).Take(MostNotices)
            .Select(n => new NoticeRow(n.Id, n.Kind, n.Format, n.Arguments, n.SubjectKind, n.SubjectId, n.SentAt, n.ReadAt)).ToListAsync(ct);
        return new DigestPage(
            digest.Id, digest.On, digest.SentAt, digest.RuleSetNumber, person,
            [.. lines.OrderBy(l => l.Group).ThenBy(l => l.DueOn).ThenBy(l => l.Number, StringComparer.Ordinal).ThenBy(l => l.Moment)], notices,
            await unread.CountAsync(ct));
    }

    /// <summary>What of it would still be read as a subject with the same day.</summary>
    private async Task<HashSet<(ReminderMoment, Guid, DateOnly)>> Standing(WorkflowDb db, Digest digest, List<Reminder> rows, CancellationToken ct)
    {
        var spans = rows.GroupBy(r => r.Moment).ToDictionary(g => g.Key, g => (g.Min(r => r.DueOn), g.Max(r => r.DueOn)));
        var scope = new ReminderScope(digest.JurisdictionId, null, [.. rows.Select(r => r.UnitId).Distinct()]);
        var subjects = spans.Count == 0 ? [] : await new ReminderSubjects(db, lights, await calendars.Current(ct), scope).Load(spans, ct);
        return [.. subjects.Select(s => (s.Moment, s.SubjectId, s.DueOn))];
    }

    private static DigestGroup GroupOf(Reminder reminder, DateOnly day) => reminder.Moment == ReminderMoment.ReviewWaiting
        ? DigestGroup.Waiting
        : reminder.DueOn == day ? DigestGroup.DueToday : reminder.DueOn < day ? DigestGroup.Overdue : DigestGroup.Soon;
}
