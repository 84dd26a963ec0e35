namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>A person's one message of a working day: its reminders, and the notices still unread since the one before.</summary>
[NotAudited]
public sealed class Digest
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid PersonId { get; init; }

    public DateOnly On { get; init; }

    public DateTime SentAt { get; init; }

    public int RuleSetNumber { get; init; }

    /// <summary>Notices sent after this instant and not yet read belong to it.</summary>
    public DateTime NoticesAfter { get; init; }

    public int Reminders { get; init; }

    public int DueToday { get; init; }

    public int Overdue { get; init; }
}

/// <summary>That a jurisdiction's digests of a day have all been sent; kept so that the next look on the same day costs nothing.</summary>
[NotAudited]
public sealed class ReminderRun
{
    public Guid JurisdictionId { get; init; }

    public DateOnly On { get; init; }

    public DateTime FinishedAt { get; init; }

    public int RuleSetNumber { get; init; }

    public int Digests { get; init; }

    public int Reminders { get; init; }
}
