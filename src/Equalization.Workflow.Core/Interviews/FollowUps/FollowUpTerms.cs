using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Interviews.FollowUps;

/// <summary>When time next speaks on what an interview left to be done.</summary>
public static class FollowUpTerms
{
    /// <summary>The earliest reminder or passed term that was not told yet, or the end of the unit's term for the minutes; null when there is none.</summary>
    public static DateTimeOffset? Next(Interview interview, WorkingCalendar calendar, int remindWorkingDays)
    {
        DateTimeOffset? check = interview is { State: InterviewState.Minuted, Check: MinutesCheck.Open, ConfirmDueOn: { } due } ? ChinaTime.EndOf(due) : null;
        return interview.FollowUps.SelectMany(f => new[] { f.RemindsAt(calendar, remindWorkingDays), f.LapsesAt(calendar) }).Append(check).Min();
    }
}
