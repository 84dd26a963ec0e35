using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Progress;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Deadlines.Reminders;

/// <summary>Reads what may be reminded of, by spans of due days: as many rows as are due, however many there are. At most eight commands.</summary>
public sealed class ReminderSubjects(WorkflowDb db, RuleBook rules, WorkingCalendar calendar, ReminderScope scope)
{
    /// <summary>All subjects whose day lies in the span of their moment; a moment without a span is not read.</summary>
    public async Task<List<ReminderSubject>> Load(IReadOnlyDictionary<ReminderMoment, (DateOnly First, DateOnly Last)> spans, CancellationToken ct)
    {
        var found = new List<ReminderSubject>();
        foreach (var (moment, (first, last)) in spans)
        {
            found.AddRange(moment switch
            {
                ReminderMoment.SignFor => await SignFor(first, last).ToListAsync(ct),
                ReminderMoment.ReportDue => await Reports(first, last, ct),
                ReminderMoment.PartDue => await Parts(first, last).ToListAsync(ct),
                ReminderMoment.HelpAnswer => await Help(first, last).ToListAsync(ct),
                ReminderMoment.ExtensionReply => await Extensions(first, last, ct),
                ReminderMoment.ReviewWaiting => await Reviews(first, last).ToListAsync(ct),
            });
        }

        return found;
    }

    private IQueryable<AnnualTask> Tasks
    {
        get
        {
            var open = db.AnnualTasks.Where(t => t.JurisdictionId == scope.JurisdictionId && t.ClosedOn == null && t.HeldSince == null);
            return scope.PlanId is { } plan ? open.Where(t => t.PlanId == plan) : open;
        }
    }

    private IQueryable<TaskUnit> OwnParts
    {
        get
        {
            var all = db.TaskUnits.Where(p => p.JurisdictionId == scope.JurisdictionId);
            return scope.UnitIds is { } units ? all.Where(p => units.Contains(p.UnitId)) : all;
        }
    }

    private IQueryable<ReminderSubject> SignFor(DateOnly first, DateOnly last) =>
        from p in OwnParts
        join t in Tasks on p.TaskId equals t.Id
        where p.State == TaskUnitState.ToSign && p.SignDueOn >= first && p.SignDueOn <= last
        select new ReminderSubject(ReminderMoment.SignFor, p.Id, t.Id, p.UnitId, p.Role == UnitRole.Lead, t.Risk, p.SignDueOn, null, null, false);

    /// <summary>While the completion request lies with the office, the unit has done what it could.</summary>
    private IQueryable<ReminderSubject> Parts(DateOnly first, DateOnly last) =>
        from p in OwnParts
        join t in Tasks on p.TaskId equals t.Id
        where (p.State == TaskUnitState.ToSign || p.State == TaskUnitState.Signed) && p.DueOn >= first && p.DueOn <= last && t.State != TaskState.UnderReview
        select new ReminderSubject(ReminderMoment.PartDue, p.Id, t.Id, p.UnitId, p.Role == UnitRole.Lead, t.Risk, p.DueOn, null, null, false);

    private IQueryable<ReminderSubject> Help(DateOnly first, DateOnly last)
    {
        var open = db.HelpRequests.Where(h => h.JurisdictionId == scope.JurisdictionId && h.IsOpen && h.AnswerDueOn >= first && h.AnswerDueOn <= last);
        if (scope.UnitIds is { } units)
        {
            open = open.Where(h => units.Contains(h.OwnerUnitId));
        }

        return from h in open
               join t in Tasks on h.TaskId equals t.Id
               select new ReminderSubject(ReminderMoment.HelpAnswer, h.Id, t.Id, h.OwnerUnitId, true, t.Risk, h.AnswerDueOn, null, null, false);
    }

    private IQueryable<ReminderSubject> Reviews(DateOnly first, DateOnly last)
    {
        var waiting = Tasks.Where(t => t.ReviewSince >= first && t.ReviewSince <= last && t.State == TaskState.UnderReview);
        if (scope.UnitIds is { } units)
        {
            waiting = waiting.Where(t => units.Contains(t.LeadUnitId));
        }

        return waiting.Select(t => new ReminderSubject(ReminderMoment.ReviewWaiting, t.Id, t.Id, t.LeadUnitId, true, t.Risk, t.ReviewSince!.Value, null, null, false));
    }

    /// <summary>The day to answer by follows from the rules the task was issued under; few requests wait at a time.</summary>
    private async Task<List<ReminderSubject>> Extensions(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var waiting = db.ExtensionRequests.Where(e => e.JurisdictionId == scope.JurisdictionId && e.State == ExtensionState.WithOffice);
        if (scope.UnitIds is { } units)
        {
            waiting = waiting.Where(e => units.Contains(e.UnitId));
        }

        var rows = await (from e in waiting
                          join t in Tasks on e.TaskId equals t.Id
                          select new { e.Id, TaskId = t.Id, e.UnitId, t.Risk, SentAt = e.SentToOfficeAt!.Value, t.RuleSetNumber, t.Held }).ToListAsync(ct);
        var found = new List<ReminderSubject>();
        foreach (var r in rows)
        {
            var due = calendar.Without(r.Held).AddWorkingDays(ChinaTime.DayOf(r.SentAt), (await rules.Of(scope.JurisdictionId, r.RuleSetNumber, ct)).ExtensionReplyWorkingDays);
            if (due >= first && due <= last)
            {
                found.Add(new ReminderSubject(ReminderMoment.ExtensionReply, r.Id, r.TaskId, r.UnitId, true, r.Risk, due));
            }
        }

        return found;
    }

    private async Task<List<ReminderSubject>> Reports(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var sets = await rules.All(db, scope.JurisdictionId, ct);
        var periods = sets.ToDictionary(s => s.Number, s => DueIn(s, HeldDays.None, first, last)).Where(p => p.Value.Count > 0).ToDictionary();
        if (periods.Count == 0)
        {
            return [];
        }

        var numbers = periods.Keys.ToList();
        var newest = periods.Values.Max(p => p.Max(x => x.Period.LastDay));
        var oldest = periods.Values.Min(p => p.Min(x => x.Period.LastDay));
        var rows = await (from p in OwnParts
                          join t in Tasks on p.TaskId equals t.Id
                          where p.State == TaskUnitState.Signed && p.StartOn <= newest && (p.ReportedThrough == null || p.ReportedThrough < newest)
                                && t.State != TaskState.UnderReview && numbers.Contains(t.RuleSetNumber)
                          select new { p.Id, p.TaskId, p.UnitId, p.Role, t.Risk, t.RuleSetNumber, p.StartOn, p.SignedOn, p.DueOn, p.ReportedThrough, p.Held }).ToListAsync(ct);
        var sent = await SentToHead(oldest, ct);
        return
        [
            .. from r in rows
               from x in r.Held.IsEmpty ? periods[r.RuleSetNumber] : DueIn(sets.Single(s => s.Number == r.RuleSetNumber), r.Held, first, last)
               let begin = r.SignedOn > r.StartOn ? r.SignedOn.Value : r.StartOn
               // As the light's rule has it: the first period is the one in which the work began, and the cycle ends with the work.
               where x.Period.LastDay >= begin && x.Period.FirstDay <= r.DueOn && !(r.ReportedThrough >= x.Period.LastDay)
               select new ReminderSubject(
                   ReminderMoment.ReportDue, r.Id, r.TaskId, r.UnitId, r.Role == UnitRole.Lead, r.Risk, x.DueOn, x.Period.Code, x.Until, sent.Contains((r.Id, x.Period.LastDay))),
        ];
    }

    private async Task<HashSet<(Guid PartId, DateOnly LastDay)>> SentToHead(DateOnly oldest, CancellationToken ct)
    {
        var reports = db.ProgressReports.Where(r => r.JurisdictionId == scope.JurisdictionId && r.State == ReportState.WithHead && r.PeriodLastDay >= oldest);
        if (scope.UnitIds is { } units)
        {
            reports = reports.Where(r => units.Contains(r.UnitId));
        }

        return [.. (await reports.Select(r => new { r.TaskUnitId, r.PeriodLastDay }).ToListAsync(ct)).Select(r => (r.TaskUnitId, r.PeriodLastDay))];
    }

    private List<(ReportPeriod Period, DateOnly DueOn, DateOnly Until)> DueIn(RuleSet set, HeldDays held, DateOnly first, DateOnly last)
    {
        var found = new List<(ReportPeriod, DateOnly, DateOnly)>();
        for (var period = ReportPeriod.Containing(last, set.ReportCycle); ; period = period.Previous(set.ReportCycle))
        {
            var due = OwedReports.DueOn(period, held, set, calendar);
            if (due < first)
            {
                return found;
            }

            if (due <= last && !held.Covers(period.LastDay))
            {
                found.Add((period, due, ReportPeriod.Containing(period.LastDay.AddDays(1), set.ReportCycle).LastDay));
            }
        }
    }
}
