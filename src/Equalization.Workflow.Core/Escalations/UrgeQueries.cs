using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>An urge with its answer as it is read.</summary>
public sealed record UrgeRow(
    Guid Id, string Unit, string Text, bool IsAutomatic, string By, DateTime At, string? Answer, string? AnsweredBy, DateTime? AnsweredAt, int Version, bool MayAnswer);

/// <summary>A part that the reader may urge; NotBefore is the first day on which the cool-down lets it, null when it may be urged today.</summary>
public sealed record UrgeChoice(Guid TaskUnitId, string Unit, DateOnly? NotBefore);

/// <summary>The urges of a task, newest first, and whom the reader may urge.</summary>
public sealed record UrgePage(IReadOnlyList<UrgeRow> Rows, IReadOnlyList<UrgeChoice> Choices);

/// <summary>Reads urges.</summary>
public sealed class UrgeQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars)
{
    /// <summary>Refuses with not-found a task the person does not see.</summary>
    public async Task<UrgePage> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await db.AnnualTasks.AsNoTracking().SeenBy(actor).Include(t => t.Units).SingleOrDefaultAsync(t => t.Id == taskId, ct) ?? throw RuleBroken.Missing();
        var rows = await (from g in db.Urges.AsNoTracking()
                          join u in db.Units on g.UnitId equals u.Id
                          where g.TaskId == taskId
                          orderby g.At descending
                          select new { Urge = g, u.ShortName }).ToListAsync(ct);
        var choices = task is { IsOpen: true, HeldSince: null } && UrgePermissions.MayUrge(actor, task)
            ? await Choices(db, actor, task, rows.GroupBy(r => r.Urge.TaskUnitId).ToDictionary(g => g.Key, g => g.Max(r => r.Urge.On)), ct)
            : [];
        return new UrgePage(
            [.. rows.Select(r => new UrgeRow(
                r.Urge.Id, r.ShortName, r.Urge.Text, r.Urge.IsAutomatic, r.Urge.By, r.Urge.At, r.Urge.Answer, r.Urge.AnsweredBy, r.Urge.AnsweredAt, r.Urge.Version,
                task.IsOpen && r.Urge.AnsweredAt is null && UrgePermissions.MayAnswer(actor, r.Urge)))],
            choices);
    }

    private async Task<List<UrgeChoice>> Choices(WorkflowDb db, Actor actor, AnnualTask task, Dictionary<Guid, DateOnly> last, CancellationToken ct)
    {
        var parts = task.Units.Where(u => u.State is TaskUnitState.ToSign or TaskUnitState.Signed && !(u.Role == UnitRole.Lead && task.State == TaskState.UnderReview))
            .OrderBy(u => u.Role).ThenBy(u => u.Id).ToList();
        var ids = parts.Select(p => p.UnitId).ToList();
        var names = await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var cooldown = (await ReminderRuleBook.InForce(db, task.JurisdictionId, ct)).UrgeCooldownWorkingDays;
        var calendar = await calendars.Current(ct);
        return parts.ConvertAll(p =>
        {
            DateOnly? from = last.TryGetValue(p.Id, out var day) ? calendar.AddWorkingDays(day, cooldown) : null;
            return new UrgeChoice(p.Id, names[p.UnitId], from > actor.Day ? from : null);
        });
    }
}
