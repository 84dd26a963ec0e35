using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>One day's digests of a jurisdiction, under one rule set: plans and writes them for a batch of people, in the caller's transaction.</summary>
internal sealed class DigestRun(ReminderRuleSet set, ReminderPlanner planner, RuleBook lights, WorkingCalendar calendar, DateOnly day, bool isWholeCity)
{
    private const int RowsAtOnce = 2000;

    /// <summary>Before somebody's first digest, notices older than this are no news.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    /// <summary>Writes the digests of those who have none yet that day, and answers with their number and that of their reminders.</summary>
    public async Task<(int Digests, int Reminders)> Send(WorkflowDb db, CurrentAct act, ReminderAudience everybody, CancellationToken ct)
    {
        var audience = await Unserved(db, everybody, ct);
        if (audience.People.Count == 0)
        {
            return (0, 0);
        }

        var planned = (await Plan(db, audience, ct)).ToLookup(p => p.PersonId);
        var readers = await Readers(db, act, audience.People, planned, ct);
        var (digests, reminders) = (0, 0);
        foreach (var reader in readers)
        {
            var lines = planned[reader.Id].ToList();
            if (lines.Count == 0 && !(reader.HasNews && reader.Mail is not null))
            {
                continue;
            }

            digests++;
            reminders += lines.Count;
            await Write(db, act, reader, lines, ct);
        }

        return (digests, reminders);
    }

    private async Task<ReminderAudience> Unserved(WorkflowDb db, ReminderAudience everybody, CancellationToken ct)
    {
        var people = everybody.People;
        var ofDay = db.Digests.Where(d => d.JurisdictionId == set.JurisdictionId && d.On == day);
        var served = await (isWholeCity ? ofDay : ofDay.Where(d => people.Contains(d.PersonId))).Select(d => d.PersonId).ToListAsync(ct);
        return served.Count == 0 ? everybody : everybody.Only(people.Except(served).ToHashSet());
    }

    private async Task<IEnumerable<PlannedReminder>> Plan(WorkflowDb db, ReminderAudience audience, CancellationToken ct)
    {
        var spans = planner.Spans(day, day, audience.Relations);
        if (spans.Count == 0)
        {
            return [];
        }

        var units = audience.OfficePeople.Count > 0 ? null : audience.Units.SelectMany(u => u).Distinct().ToList();
        var subjects = await new ReminderSubjects(db, lights, calendar, new ReminderScope(set.JurisdictionId, null, units)).Load(spans, ct);
        if (!planner.On(day, subjects, audience, new ReminderLedger()).Any())
        {
            return [];
        }

        var ledger = await ReminderLedger.Load(
            db, set.JurisdictionId, audience.People, spans.Values.Min(s => s.First), spans.Values.Max(s => s.Last), ct);
        return planner.On(day, subjects, audience, ledger);
    }

    /// <summary>
    /// Who may have something to read: those with reminders, and those who want mail. Where that goes, and whether notices came since the digest before
    /// that are still unread. On most mornings of a small city that is nobody.
    /// </summary>
    private async Task<List<Reader>> Readers(
        WorkflowDb db, CurrentAct act, IReadOnlyCollection<Guid> everybody, ILookup<Guid, PlannedReminder> planned, CancellationToken ct)
    {
        var people = (await db.People.AsNoTracking().Where(p => everybody.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Email, p.DigestByMail }).ToListAsync(ct))
            .Select(p => (p.Id, Mail: p is { DigestByMail: true, Email: { } address } && Units.EmailAddress.Holds(address) ? new MailTo(p.Id, address, p.Name) : null))
            .Where(p => p.Mail is not null || planned.Contains(p.Id)).ToList();
        if (people.Count == 0)
        {
            return [];
        }

        var earliest = act.At - News;
        var ids = people.ConvertAll(p => p.Id);
        var mailed = people.FindAll(p => p.Mail is not null).ConvertAll(p => p.Id);
        var before = await db.Digests.Where(d => ids.Contains(d.PersonId) && d.JurisdictionId == set.JurisdictionId && d.SentAt > earliest)
            .GroupBy(d => d.PersonId).Select(g => new { g.Key, At = g.Max(d => d.SentAt) }).ToDictionaryAsync(d => d.Key, d => d.At, ct);
        var unread = mailed.Count == 0 ? [] : await db.Notices
            .Where(n => mailed.Contains(n.PersonId) && n.ReadAt == null && n.SentAt > earliest && n.JurisdictionId == set.JurisdictionId && n.Kind != NoticeKind.Digest)
            .GroupBy(n => n.PersonId).Select(g => new { g.Key, At = g.Max(n => n.SentAt) }).ToDictionaryAsync(d => d.Key, d => d.At, ct);
        return people.ConvertAll(p =>
        {
            var since = before.GetValueOrDefault(p.Id, earliest);
            return new Reader(p.Id, p.Mail, since, unread.TryGetValue(p.Id, out var last) && last > since);
        });
    }

    private async Task Write(WorkflowDb db, CurrentAct act, Reader reader, List<PlannedReminder> lines, CancellationToken ct)
    {
        var dated = lines.Where(l => l.Subject.Moment != ReminderMoment.ReviewWaiting).ToList();
        var digest = new Digest
        {
            JurisdictionId = set.JurisdictionId,
            PersonId = reader.Id,
            On = day,
            SentAt = act.At,
            RuleSetNumber = set.Number,
            NoticesAfter = reader.NewsSince,
            Reminders = lines.Count,
            DueToday = dated.Count(l => l.Subject.DueOn == day),
            Overdue = dated.Count(l => l.Subject.DueOn < day),
        };
        db.Add(digest);
        if (lines.Count > 0)
        {
            db.Notify([reader.Id], NoticeKind.Digest, nameof(Digest), digest.Id, $"digest:{day:yyyyMMdd}:{set.JurisdictionId:N}",
                "今日提醒 {0} 项：今天到期 {1} 项，已逾期 {2} 项。", lines.Count, digest.DueToday, digest.Overdue);
        }

        if (reader.Mail is { } to)
        {
            db.Post(nameof(Digest), to, digest.Id, ChinaTime.StartOf(day) + set.SendTo.ToTimeSpan());
        }

        foreach (var some in lines.Chunk(RowsAtOnce))
        {
            db.AddRange(some.Select(l => Row(digest, l)));
            if (lines.Count > RowsAtOnce)
            {
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
            }
        }
    }

    private Reminder Row(Digest digest, PlannedReminder line) => new()
    {
        JurisdictionId = digest.JurisdictionId,
        DigestId = digest.Id,
        PersonId = line.PersonId,
        Post = line.Post,
        Moment = line.Subject.Moment,
        Recipient = line.Recipient,
        Risk = line.Subject.Risk,
        Offset = line.Offset,
        RuleSetNumber = set.Number,
        TaskId = line.Subject.TaskId,
        SubjectId = line.Subject.SubjectId,
        UnitId = line.Subject.UnitId,
        Period = line.Subject.Period,
        DueOn = line.Subject.DueOn,
        TriggerOn = line.TriggerOn,
        WorkingDaysLeft = line.WorkingDaysLeft,
    };

    private sealed record Reader(Guid Id, MailTo? Mail, DateTime NewsSince, bool HasNews);
}
