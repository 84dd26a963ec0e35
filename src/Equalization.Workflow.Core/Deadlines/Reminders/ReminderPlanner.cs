using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Calendars;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>A reminder that is to be sent on a day, with the days as counted.</summary>
public sealed record PlannedReminder(
    Guid PersonId, string Post, ReminderRecipient Recipient, int Offset, ReminderSubject Subject, DateOnly TriggerOn, int WorkingDaysLeft);

/// <summary>
/// Says from values alone who is to be reminded of what on a working day. The run and the rehearsal both ask it, so that what was shown is what is
/// sent.
/// </summary>
public sealed class ReminderPlanner
{
    private readonly WorkingCalendar calendar;
    private readonly Dictionary<(ReminderMoment Moment, RiskClass Risk), List<(ReminderRecipient Recipient, IReadOnlyList<int> Offsets)>> ladders;

    public ReminderPlanner(ReminderRules rules, WorkingCalendar calendar)
    {
        this.calendar = calendar;
        ladders = rules.Rungs.GroupBy(r => (r.Moment, r.Risk)).ToDictionary(
            g => g.Key,
            g => g.GroupBy(r => r.Recipient).OrderBy(r => r.Key).Select(r => (r.Key, (IReadOnlyList<int>)[.. r.Select(x => x.Offset).Order()])).ToList());
    }

    /// <summary>The due days that matter from the first to the last working day asked for, by moment; a moment nobody is reminded of is left out.</summary>
    /// <param name="relations">Ladders of other relations are left out.</param>
    public Dictionary<ReminderMoment, (DateOnly First, DateOnly Last)> Spans(DateOnly first, DateOnly last, IReadOnlySet<ReminderRecipient> relations) =>
        ladders.SelectMany(l => l.Value.Where(x => relations.Contains(x.Recipient)).Select(x => (l.Key.Moment, x.Offsets)))
            .GroupBy(l => l.Moment)
            .ToDictionary(g => g.Key, g => ReminderDays.DueBetween(calendar, [.. g.SelectMany(l => l.Offsets)], first, last));

    /// <summary>
    /// What is to be sent on that day, in no order; nothing on a day off. A person concerned twice by one subject hears of it once, by the rung that is
    /// furthest. The ledger is asked, not written.
    /// </summary>
    public IEnumerable<PlannedReminder> On(DateOnly day, IEnumerable<ReminderSubject> subjects, ReminderAudience audience, ReminderLedger ledger)
    {
        if (!calendar.IsWorkingDay(day))
        {
            yield break;
        }

        var today = new Dictionary<(ReminderMoment, RiskClass, DateOnly), List<(ReminderRecipient Recipient, int Offset)>>();
        foreach (var subject in subjects)
        {
            if (subject.StandsUntil < day)
            {
                continue;
            }

            var key = (subject.Moment, subject.Risk, subject.DueOn);
            if (!today.TryGetValue(key, out var rungs))
            {
                today[key] = rungs = Rungs(subject, day);
            }

            foreach (var reminder in Of(subject, rungs, day, audience, ledger))
            {
                yield return reminder;
            }
        }
    }

    private List<(ReminderRecipient Recipient, int Offset)> Rungs(ReminderSubject subject, DateOnly day) =>
        ladders.GetValueOrDefault((subject.Moment, subject.Risk), [])
            .Select(l => (l.Recipient, Offset: ReminderDays.Latest(calendar, l.Offsets, subject.DueOn, day)))
            .Where(l => l.Offset is not null)
            .Select(l => (l.Recipient, l.Offset!.Value))
            .ToList();

    private IEnumerable<PlannedReminder> Of(
        ReminderSubject subject, List<(ReminderRecipient Recipient, int Offset)> rungs, DateOnly day, ReminderAudience audience, ReminderLedger ledger)
    {
        if (rungs.Count == 0)
        {
            yield break;
        }

        var told = new HashSet<Guid>();
        foreach (var (recipient, offset) in rungs.Where(r => subject.Concerns(r.Recipient)).OrderByDescending(r => r.Offset).ThenBy(r => r.Recipient))
        {
            foreach (var person in audience.Of(recipient, subject.UnitId))
            {
                if (told.Add(person.PersonId) && ledger.MaySend(person.PersonId, subject, offset))
                {
                    yield return new PlannedReminder(
                        person.PersonId, person.Post, recipient, offset, subject, ReminderDays.Trigger(calendar, subject.DueOn, offset),
                        calendar.WorkingDaysBetween(day, subject.DueOn));
                }
            }
        }
    }
}
