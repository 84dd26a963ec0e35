using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Desks.Waiting;

/// <summary>Lines of bulletins that wait for the unit's word before they are published.</summary>
internal static class BulletinDesk
{
    public static async Task<List<WorkItem>> ToCheck(WorkflowDb db, Actor actor, WorkingCalendar calendar, CancellationToken ct)
    {
        var lines = await (from b in db.Bulletins
                           from l in b.Lines
                           join t in db.AnnualTasks on new { l.JurisdictionId, Number = l.TaskNumber } equals new { t.JurisdictionId, t.Number }
                           where b.JurisdictionId == actor.JurisdictionId && b.State == BulletinState.FactCheck && l.UnitId == actor.UnitId && l.Check == CheckState.Open && l.DroppedAt == null
                           orderby b.CheckDueOn, l.Position
                           select new { b.Id, TaskId = t.Id, l.TaskNumber, l.TaskTitle, l.Version, b.CheckDueOn, b.Title, l.Role }).ToListAsync(ct);
        return lines.ConvertAll(l => new WorkItem(
            WorkSection.ToAnswer, l.TaskId, l.TaskNumber, l.TaskTitle, null, l.Id, WorkKind.CheckBulletin, l.Version, null, l.Title, l.CheckDueOn!.Value,
            calendar.WorkingDaysBetween(actor.Day, l.CheckDueOn.Value), l.Role));
    }
}
