using Equalization.Workflow.Core.AnnualTasks.Risks;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>
/// Something with a day that somebody may have to be reminded of, as its rows stand. It stands no longer once it is done, withdrawn, released,
/// or its day has moved: then it is not read at all, or with another day.
/// </summary>
/// <param name="SubjectId">The part, help request or extension request; the task for a review that waits.</param>
/// <param name="UnitId">The unit that is to act, or the lead unit where the office is.</param>
/// <param name="IsLead">False for a cooperating unit's part.</param>
/// <param name="Period">The reporting period, for a report.</param>
/// <param name="StandsUntil">The last day on which it can still be done, where there is one: a period is reported until the end of the next.</param>
/// <param name="WithHead">The contact has done the report and it waits for the unit's head.</param>
public sealed record ReminderSubject(
    ReminderMoment Moment, Guid SubjectId, Guid TaskId, Guid UnitId, bool IsLead, RiskClass Risk, DateOnly DueOn, string? Period = null,
    DateOnly? StandsUntil = null, bool WithHead = false)
{
    /// <summary>Whether it concerns people in that relation to it.</summary>
    public bool Concerns(ReminderRecipient recipient) => recipient switch
    {
        ReminderRecipient.Contact => IsLead && !WithHead,
        ReminderRecipient.UnitHead => IsLead,
        ReminderRecipient.Cooperating => !IsLead,
        ReminderRecipient.Leader or ReminderRecipient.Office => IsLead,
    };
}

/// <summary>Which subjects are read: of a jurisdiction, of one plan, of some units; null is all.</summary>
public sealed record ReminderScope(Guid JurisdictionId, Guid? PlanId = null, IReadOnlyCollection<Guid>? UnitIds = null);
