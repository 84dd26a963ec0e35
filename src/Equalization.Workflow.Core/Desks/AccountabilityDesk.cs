using Equalization.Workflow.Core.Accountabilities;
using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks;

/// <summary>Accountability cases at the person's turn, of those on whose list they stand; for the office also what the ladder has signed and nobody has opened.</summary>
internal static class AccountabilityDesk
{
    public static async Task<List<WorkItem>> Waiting(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        if (actor.Role is Role.Auditor or Role.Admin)
        {
            return [];
        }

        var mine = CaseAccess.ReadBy(db, actor);
        var open = await db.AccountabilityCases.AsNoTracking().Include(c => c.Remedies).Where(c => mine.Contains(c.Id) && c.EndedAt == null).OrderBy(c => c.OpenedAt).ToListAsync(ct);
        var unitIds = open.ConvertAll(c => c.UnitId);
        var units = await db.Units.Where(u => unitIds.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var receipts = await CaseReceipts.OfMany(db, open, ct);
        var items = open.Where(c => IsAtTurn(actor, c, receipts[c.Id]))
            .Select(c => Item(c.Id, c.TaskId, units[c.UnitId], WorkKind.Case, c.Version, actor.Day)).ToList();
        if (actor.Role == Role.Office)
        {
            items.AddRange((await (from s in db.EscalationSteps
                                   join u in db.Units on s.UnitId equals u.Id
                                   where s.JurisdictionId == actor.JurisdictionId && s.Rung == Rung.Accountability && s.State == StepState.Served && s.DecidedAt != null
                                         && !db.AccountabilityCases.Any(c => c.StepId == s.Id)
                                   orderby s.DecidedAt
                                   select new { s.Id, s.TaskId, u.ShortName, s.Version, At = s.DecidedAt!.Value }).ToListAsync(ct))
                .ConvertAll(s => Item(s.Id, s.TaskId, s.ShortName, WorkKind.OpenCase, s.Version, ChinaTime.DayOf(s.At))));
        }

        return items;

        WorkItem Item(Guid id, Guid? taskId, string unit, WorkKind kind, int version, DateOnly dueOn) => new(
            actor.Role is Role.Office or Role.Leader ? WorkSection.ToDecide : WorkSection.ToAnswer, taskId ?? Guid.Empty, "", unit, null, id, kind, version, null, null,
            dueOn, calendar.WorkingDaysBetween(actor.Day, dueOn), null);
    }

    private static bool IsAtTurn(Actor actor, AccountabilityCase about, CaseReceipts receipts) => actor.Role switch
    {
        Role.Leader => about is { State: CaseState.Inquiry, FoundAt: not null } or { State: CaseState.Forming, OpinionAt: not null },
        Role.Office => about is { State: CaseState.Inquiry, FoundAt: null } or { State: CaseState.Forming, OpinionAt: null } or { State: CaseState.Proposed }
            || about.Remedies.Any(r => r.Outcome is null || (r.CorrectionDueOn is not null && r.CorrectedAt is null)),
        Role.Contact or Role.UnitHead => about.State == CaseState.Told || (about.State == CaseState.Decided && (receipts.Decision is null || (about.Review?.PaperId is not null && receipts.Review is null))),
        Role.Auditor or Role.Admin => false,
    };
}
