using Equalization.Workflow.Core.AnnualTasks.Risks;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>What a day is the last day of; for ReviewWaiting the day itself is the one on which the completion request came to the office.</summary>
public enum ReminderMoment
{
    SignFor,
    ReportDue,
    PartDue,
    HelpAnswer,
    ExtensionReply,
    ReviewWaiting,
}

/// <summary>
/// Contact and UnitHead: of the lead unit, or of the unit whose answer is asked for. Cooperating: contacts and heads of a cooperating unit, for its
/// own part. Leader: in charge of the lead unit. Office: the leading group's office.
/// </summary>
public enum ReminderRecipient
{
    Contact,
    UnitHead,
    Cooperating,
    Leader,
    Office,
}

/// <summary>
/// One rung: whom to remind of what, so many working days before (negative), on (0) or after the day. The rungs that differ only in their offset
/// are a ladder, of which only the latest is ever sent.
/// </summary>
public sealed record ReminderRung(ReminderMoment Moment, ReminderRecipient Recipient, RiskClass Risk, int Offset);

/// <summary>A ladder's place in the rules.</summary>
public sealed record ReminderLadder(ReminderMoment Moment, ReminderRecipient Recipient, RiskClass Risk);
