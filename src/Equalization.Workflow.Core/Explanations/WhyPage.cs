using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Assessments;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Clocks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Notifications;

namespace Equalization.Workflow.Core.Explanations;

/// <summary>
/// What is asked about: a task's light, a unit's light, a line of one's inbox, a line of a digest, a step of the ladder, a line of a bulletin, a point of an
/// assessment.
/// </summary>
public enum WhyKind
{
    Task,
    Part,
    Notice,
    Reminder,
    Step,
    Line,
    Point,
}

/// <summary>A notice as it was sent, and the posts its receiver held on that day.</summary>
public sealed record NoticeCause(NoticeKind Kind, Said Text, DateTime SentAt, string Person, IReadOnlyList<string> Posts);

/// <summary>A reminder with the rung of the rules by which it was sent.</summary>
public sealed record ReminderCause(
    ReminderMoment Moment, ReminderRecipient Recipient, RiskClass Risk, int Offset, int RuleSetNumber, string? Period, DateOnly DueOn, DateOnly TriggerOn, DateOnly SentOn,
    int WorkingDaysLeft, string Person, string Post);

/// <summary>A step of the ladder: the facts of its proposal and what was decided.</summary>
/// <param name="Changed">Which of the kept facts are not the same when read again today; null where none were kept.</param>
public sealed record StepCause(
    Rung Rung, StepState State, string? Number, string Facts, DateTime ProposedAt, string? DecidedBy, DateTime? DecidedAt, DateOnly? AnswerDueOn, DateTime? AnsweredAt,
    IReadOnlyList<FactDifference>? Changed);

/// <summary>A line of a bulletin: what is said of whom, and the sealed row it was read from.</summary>
/// <param name="IsListed">The ladder had it named; else the rule of bulletins alone.</param>
public sealed record LineCause(
    string Bulletin, Guid BulletinId, int Position, string Unit, Finding Finding, int SnapshotNumber, DateOnly SnapshotOn, int Page, int Row, bool IsListed, string? DroppedBecause);

/// <summary>A point of an assessment with its derivation.</summary>
public sealed record PointCause(int Year, Guid AssessmentId, AssessmentPoint Point, string Unit, int SnapshotNumber, DateOnly SnapshotOn, int RuleSetNumber);

/// <summary>The answer to “why”. Sheet is null where the reader does not see the task or nothing of a task is at issue; Count: the days by which it was sent, for a reminder.</summary>
public sealed record WhyPage(WhyKind Kind, Guid Id, WhySheet? Sheet)
{
    public NoticeCause? Notice { get; init; }

    public ReminderCause? Reminder { get; init; }

    public StepCause? Step { get; init; }

    public LineCause? Line { get; init; }

    public PointCause? Point { get; init; }

    public WhyCount? Count { get; init; }
}
