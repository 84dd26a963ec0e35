using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>
/// What has been sent, in memory: the furthest offset of each person, subject, moment and due day. Read from the rows for a run; a rehearsal goes on
/// from there and writes nothing.
/// </summary>
public sealed class ReminderLedger
{
    private readonly Dictionary<(Guid PersonId, Guid SubjectId, ReminderMoment Moment, DateOnly DueOn), int> furthest = [];

    /// <summary>Of the people named, or of all when none are, for due days in the span.</summary>
    public static async Task<ReminderLedger> Load(
        WorkflowDb db, Guid jurisdictionId, IReadOnlyCollection<Guid>? people, DateOnly firstDue, DateOnly lastDue, CancellationToken ct)
    {
        var rows = db.Reminders.AsNoTracking().Where(r => r.JurisdictionId == jurisdictionId && r.DueOn >= firstDue && r.DueOn <= lastDue);
        if (people is not null)
        {
            rows = rows.Where(r => people.Contains(r.PersonId));
        }

        var ledger = new ReminderLedger();
        await foreach (var row in rows.Select(r => new { r.PersonId, r.SubjectId, r.Moment, r.DueOn, r.Offset }).AsAsyncEnumerable().WithCancellation(ct))
        {
            ledger.Keep((row.PersonId, row.SubjectId, row.Moment, row.DueOn), row.Offset);
        }

        return ledger;
    }

    /// <summary>A rung once, and never one before a rung that was sent: a clock set back sends nothing anew.</summary>
    public bool MaySend(Guid personId, ReminderSubject subject, int offset) =>
        !furthest.TryGetValue((personId, subject.SubjectId, subject.Moment, subject.DueOn), out var sent) || sent < offset;

    public void Book(PlannedReminder reminder) =>
        Keep((reminder.PersonId, reminder.Subject.SubjectId, reminder.Subject.Moment, reminder.Subject.DueOn), reminder.Offset);

    private void Keep((Guid, Guid, ReminderMoment, DateOnly) key, int offset)
    {
        if (!furthest.TryGetValue(key, out var sent) || sent < offset)
        {
            furthest[key] = offset;
        }
    }
}
