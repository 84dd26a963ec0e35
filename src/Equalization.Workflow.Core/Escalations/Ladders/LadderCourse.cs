using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>
/// What comes next on a ladder. Settled: it has ended. Rests: it waits for a signature or for the bulletin, interview or case a rung was handed on to,
/// lies with the reviewing office, the task is held, or nothing comes after. Waits: until <see cref="LadderTurn.At"/>. Due: the rung is to be proposed now.
/// </summary>
public enum LadderCall
{
    Settled,
    Rests,
    Waits,
    Due,
}

/// <param name="Rung">The rung that comes next, for Waits and Due; null where only a term ends.</param>
/// <param name="IsRepeat">It fired before, and its rules let it be repeated.</param>
public sealed record LadderTurn(LadderCall Call, Rung? Rung = null, DateTimeOffset? At = null, bool IsRepeat = false);

/// <summary>
/// Decides from a matter's own steps, the rules it was issued under and the calendar what comes next; nothing else has a say; days on which the task was held are no days of that calendar. A refused proposal
/// ends the climb for this day: a person has decided, and only a person lets it go on from a higher rung.
/// </summary>
public static class LadderCourse
{
    public static LadderTurn Of(Escalation matter, AnnualTask task, LadderRules rules, WorkingCalendar calendar, DateTime now)
    {
        if (matter.State != EscalationState.Open)
        {
            return new(LadderCall.Settled);
        }

        var last = matter.Latest;
        if (task.State == TaskState.UnderReview || task.HeldSince is not null || last?.State == StepState.Proposed)
        {
            return new(LadderCall.Rests);
        }

        if (matter.StartsAt is { } higher && (last is null || higher > last.Rung) && rules.First(task.Risk, higher) is { } raised)
        {
            return Turn(raised, OfficeHours.NextMorning(calendar, matter.StartsSince!.Value), calendar, now);
        }

        return last is null
            ? rules.First(task.Risk) is { } first ? Turn(first, After(matter.DueOn, rules.Of(first, task.Risk).AfterSilence, calendar), calendar, now) : new(LadderCall.Rests)
            : Beyond(last, task, rules, calendar, now);
    }

    private static LadderTurn Beyond(EscalationStep last, AnnualTask task, LadderRules rules, WorkingCalendar calendar, DateTime now)
    {
        var next = rules.Next(task.Risk, last.Rung);
        switch (last.State)
        {
            case StepState.Served when last.TermEnds(calendar) is { } dueOn:
                if (last.Rung != Rung.Urge && ChinaTime.EndOf(dueOn) > now)
                {
                    return new(LadderCall.Waits, null, ChinaTime.EndOf(dueOn));
                }

                var rule = rules.Of(last.Rung, task.Risk);
                return rule.RepeatEvery > 0 && last.Turn <= rule.RepeatMost
                    ? Turn(last.Rung, After(dueOn, rule.RepeatEvery, calendar), calendar, now) with { IsRepeat = true }
                    : next is { } unanswered ? Turn(unanswered, After(dueOn, rules.Of(unanswered, task.Risk).AfterSilence, calendar), calendar, now) : new(LadderCall.Rests);
            case StepState.Answered when last.TermEnds(calendar) is { } dueOn && next is { } answered:
                return Turn(answered, After(dueOn, rules.Of(answered, task.Risk).AfterAnswer, calendar), calendar, now);
            case StepState.Done when next is { } above:
                return Turn(above, After(ChinaTime.DayOf(last.FinishedAt ?? last.DecidedAt ?? last.ProposedAt), rules.Of(above, task.Risk).AfterSilence, calendar), calendar, now);
            default:
                return new(LadderCall.Rests);
        }
    }

    private static DateTimeOffset After(DateOnly day, int workingDays, WorkingCalendar calendar) => OfficeHours.Morning(calendar.AddWorkingDays(day, workingDays));

    // A timer that fires late, after the program was down, still speaks in office hours only.
    private static LadderTurn Turn(Rung rung, DateTimeOffset at, WorkingCalendar calendar, DateTime now) =>
        at > now ? new(LadderCall.Waits, rung, at)
        : OfficeHours.AreOpen(calendar, now) ? new(LadderCall.Due, rung, at)
        : new(LadderCall.Waits, rung, OfficeHours.NextMorning(calendar, now));
}
