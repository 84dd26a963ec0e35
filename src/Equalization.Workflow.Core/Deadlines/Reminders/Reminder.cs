using Equalization.Workflow.Core.AnnualTasks.Risks;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>
/// One line of a digest, and the proof that it was sent: who was told of what, by which rung of which rules, with the days as they were counted.
/// A person is told once of a subject, its day and an offset; the database refuses a second row.
/// </summary>
[Appended]
[NotAudited]
public sealed class Reminder
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid DigestId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>The person's post that day, as it stands on paper.</summary>
    public string Post { get; init; } = "";

    public ReminderMoment Moment { get; init; }

    public ReminderRecipient Recipient { get; init; }

    public RiskClass Risk { get; init; }

    public int Offset { get; init; }

    public int RuleSetNumber { get; init; }

    public Guid TaskId { get; init; }

    /// <summary>The part, help request or extension request; the task for a review that waits.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>The unit that is to act, or the lead unit where the office is.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The reporting period, for a report.</summary>
    public string? Period { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>The working day to which the rung belongs; it was sent that day or, after days off, as soon as could be.</summary>
    public DateOnly TriggerOn { get; init; }

    /// <summary>Working days from the day of sending to the due day; negative when it has passed.</summary>
    public int WorkingDaysLeft { get; init; }
}
