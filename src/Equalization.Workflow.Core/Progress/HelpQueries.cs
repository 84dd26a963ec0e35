using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Progress;

/// <summary>A matter to coordinate with the task it belongs to. SeesTask: the reader may open the task; a unit asked from outside may not.</summary>
public sealed record HelpView(HelpRow Help, string Number, string Title, string Period, string Narrative, bool SeesTask, bool MayAnswer);

/// <summary>Reads for matters to coordinate (需协调事项).</summary>
public sealed class HelpQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars)
{
    /// <summary>Refuses with not-found whoever is neither of the units nor reads all.</summary>
    public async Task<HelpView> One(Actor actor, Guid helpId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var help = Permission.Found(await db.HelpRequests.AsNoTracking().SingleOrDefaultAsync(h => h.Id == helpId, ct), h => HelpPermissions.MaySee(actor, h));
        var facts = await (from r in db.ProgressReports
                           join t in db.AnnualTasks on r.TaskId equals t.Id
                           join asking in db.Units on r.UnitId equals asking.Id
                           where r.Id == help.ReportId
                           select new
                           {
                               t.Number, t.Title, r.PeriodCode, r.Narrative, Asking = asking.Name,
                               Owner = db.Units.Where(u => u.Id == help.OwnerUnitId).Select(u => u.Name).First(),
                               Sees = db.AnnualTasks.SeenBy(actor).Any(s => s.Id == t.Id),
                           }).SingleAsync(ct);
        var calendar = await calendars.Current(ct);
        return new HelpView(
            Row(help, facts.Owner, facts.Asking, calendar, actor.Day), facts.Number, facts.Title, facts.PeriodCode, facts.Narrative, facts.Sees,
            help.IsOpen && HelpPermissions.MayAnswer(actor, help));
    }

    /// <summary>The open, answered and ended ones of a task, open first; none of a task that the person does not see.</summary>
    public async Task<IReadOnlyList<HelpRow>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (from h in db.HelpRequests.AsNoTracking()
                          join owner in db.Units on h.OwnerUnitId equals owner.Id
                          join asking in db.Units on h.AskingUnitId equals asking.Id
                          where h.TaskId == taskId && (h.IsOpen || h.AnsweredAt != null || h.EndedAt != null) && db.AnnualTasks.SeenBy(actor).Any(t => t.Id == taskId)
                          select new { Help = h, Owner = owner.ShortName, Asking = asking.ShortName }).ToListAsync(ct);
        var calendar = await calendars.Current(ct);
        return [.. rows.OrderByDescending(r => r.Help.IsOpen).ThenBy(r => r.Help.AnswerDueOn).Select(r => Row(r.Help, r.Owner, r.Asking, calendar, actor.Day))];
    }

    internal static HelpRow Row(HelpRequest help, string owner, string asking, WorkingCalendar calendar, DateOnly day) => new(
        help.Id, help.TaskId, help.Text, help.OwnerUnitId, owner, asking, help.AnswerDueOn, calendar.WorkingDaysBetween(day, help.AnswerDueOn), help.IsOpen,
        help.Answer, help.AnsweredBy, help.AnsweredAt, help.EndedAt, help.EndedWith, help.Version);
}
