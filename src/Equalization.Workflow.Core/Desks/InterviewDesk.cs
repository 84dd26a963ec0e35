using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Interviews;
using Equalization.Workflow.Core.Interviews.FollowUps;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>Interviews at the person's turn, of those whose case's list they stand on; for the office also what the ladder has signed and nobody has opened.</summary>
internal static class InterviewDesk
{
    public static async Task<List<WorkItem>> Waiting(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        if (actor.Role is Role.Auditor or Role.Admin)
        {
            return [];
        }

        var mine = CaseAccess.ReadBy(db, actor);
        var open = await (from i in db.Interviews.AsNoTracking().Include(i => i.FollowUps)
                          join u in db.Units on i.UnitId equals u.Id
                          where mine.Contains(i.Id) && i.EndedAt == null
                          orderby i.OpenedAt
                          select new
                          {
                              Interview = i, u.ShortName,
                              IsReceived = db.PaperReceipts.Any(r => r.PaperId == i.PaperId && r.UnitId == actor.UnitId && r.SignedForAt != null),
                          }).ToListAsync(ct);
        var items = open.Where(o => IsAtTurn(actor, o.Interview, o.IsReceived)).Select(o => Item(
            o.Interview.Id, o.Interview.TaskId, o.Interview.Number, o.ShortName, WorkKind.Interview, o.Interview.Version, DueOn(o.Interview, actor.Day))).ToList();
        if (actor.Role == Role.Office)
        {
            items.AddRange((await (from s in db.EscalationSteps
                                   join u in db.Units on s.UnitId equals u.Id
                                   where s.JurisdictionId == actor.JurisdictionId && s.Rung == Rung.Interview && s.State == StepState.Served && s.DecidedAt != null
                                         && !db.Interviews.Any(i => i.StepId == s.Id && i.State != InterviewState.Cancelled)
                                   orderby s.DecidedAt
                                   select new { s.Id, s.TaskId, u.ShortName, s.Version, At = s.DecidedAt!.Value }).ToListAsync(ct))
                .ConvertAll(s => Item(s.Id, s.TaskId, null, s.ShortName, WorkKind.OpenInterview, s.Version, ChinaTime.DayOf(s.At))));
        }

        return items;

        WorkItem Item(Guid id, Guid? taskId, string? number, string unit, WorkKind kind, int version, DateOnly dueOn) => new(
            actor.Role is Role.Office or Role.Leader ? WorkSection.ToDecide : WorkSection.ToAnswer, taskId ?? Guid.Empty, number ?? "", unit, null, id, kind, version, null, null,
            dueOn, calendar.WorkingDaysBetween(actor.Day, dueOn), null);
    }

    private static bool IsAtTurn(Actor actor, Interview i, bool isReceived) => actor.Role switch
    {
        Role.Leader => i is { State: InterviewState.ToSign } or { State: InterviewState.Held, Statement: not null },
        Role.Office => i is { State: InterviewState.Draft } or { State: InterviewState.Held, Statement: null } or { State: InterviewState.Minuted, Check: MinutesCheck.Objected }
            || (i.State == InterviewState.Noticed && ChinaTime.DayOf(i.MeetsAt!.Value) <= actor.Day) || i.FollowUps.Any(f => f.State == FollowUpState.Reported),
        Role.Contact or Role.UnitHead => (i.State == InterviewState.Noticed && !isReceived) || i is { State: InterviewState.Minuted, Check: MinutesCheck.Open }
            || (i.State is InterviewState.Minuted or InterviewState.FollowUp && i.FollowUps.Any(f => f.State == FollowUpState.Open)),
        Role.Auditor or Role.Admin => false,
    };

    private static DateOnly DueOn(Interview i, DateOnly today) => i.State switch
    {
        InterviewState.Noticed => ChinaTime.DayOf(i.MeetsAt!.Value),
        InterviewState.Minuted when i.Check == MinutesCheck.Open => i.ConfirmDueOn ?? today,
        _ => i.FollowUps.Where(f => f.State == FollowUpState.Open).Select(f => (DateOnly?)f.DueOn).Min() ?? today,
    };
}
