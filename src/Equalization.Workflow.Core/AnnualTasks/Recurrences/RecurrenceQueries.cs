using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Recurrences;

/// <summary>A series in a list. NextOn is null once it has ended; LastNumber is the ledger number of its newest task.</summary>
public sealed record RecurrenceRow(
    Guid Id, string Title, string LeadUnit, RecurrenceCycle Cycle, DateOnly? NextOn, DateOnly LastOn, int Issued, Guid LastTaskId, string LastNumber, DateOnly? EndedOn);

/// <summary>A turn with the task it became; the state is null where it became none.</summary>
public sealed record RecurrenceTurnRow(int Ordinal, DateOnly PlannedOn, Guid? TaskId, string? Number, TaskState? State, DateOnly? DueOn, string? SkippedBecause);

/// <summary>A series whole, newest turn first.</summary>
public sealed record RecurrenceView(
    RecurrenceRow Row, int? TermWorkingDays, string SetBy, DateTime SetAt, string? EndedBecause, string? EndedBy, int Version, IReadOnlyList<RecurrenceTurnRow> Turns);

/// <summary>A task's page of recurrence. Version: the task's. Series: the newest it belongs to, if any. SuggestedOn: the first day of the next month, for the form.</summary>
public sealed record RecurrencePage(Guid TaskId, int Version, string Number, string Title, DateOnly PlanEndsOn, DateOnly SuggestedOn, RecurrenceView? Series, bool MaySet, bool MayStop);

/// <summary>Reads recurring tasks for screens.</summary>
public sealed class RecurrenceQueries(IDbContextFactory<WorkflowDb> contexts)
{
    private const int MostTurns = 60;

    /// <summary>The series whose newest task the person sees, running ones first by their next day.</summary>
    public async Task<Paged<RecurrenceRow>> Page(Actor actor, int number, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = Seen(db, actor, db.Recurrences);
        var rows = await Rows(db, seen.OrderBy(r => r.EndedOn != null).ThenBy(r => r.NextOn).ThenBy(r => r.Id).Skip((number - 1) * size).Take(size)).ToListAsync(ct);
        return new Paged<RecurrenceRow>([.. rows.OrderBy(r => r.EndedOn is not null).ThenBy(r => r.NextOn).ThenBy(r => r.Id)], await seen.CountAsync(ct), number, size);
    }

    /// <summary>The newest series a task belongs to; null when it has none.</summary>
    public async Task<RecurrenceRow?> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Rows(db, OfTask(db, actor, taskId)).FirstOrDefaultAsync(ct);
    }

    /// <summary>Refuses with not-found a task the person does not see.</summary>
    public async Task<RecurrencePage> One(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var task = await (from t in db.AnnualTasks.SeenBy(actor)
                          join p in db.Plans on t.PlanId equals p.Id
                          where t.Id == taskId
                          select new { t.Version, t.Number, t.Title, t.State, p.PeriodTo, Plan = p.State }).SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        var series = await Series(db, actor, taskId, ct);
        var (isOffice, runs) = (TaskPermissions.MayIssue(actor, actor.JurisdictionId), series is { Row.EndedOn: null });
        return new RecurrencePage(
            taskId, task.Version, task.Number, task.Title, new DateOnly(task.PeriodTo, 12, 31), RecurrenceCycle.Monthly.FirstDayAfter(actor.Day), series,
            isOffice && !runs && task.State != TaskState.Withdrawn && task.Plan == PlanState.InForce, isOffice && runs);
    }

    private static async Task<RecurrenceView?> Series(WorkflowDb db, Actor actor, Guid taskId, CancellationToken ct)
    {
        var rule = await OfTask(db, actor, taskId).AsNoTracking().FirstOrDefaultAsync(ct);
        if (rule is null)
        {
            return null;
        }

        var row = await Rows(db, db.Recurrences.Where(r => r.Id == rule.Id)).SingleAsync(ct);
        var turns = await (from u in db.RecurrenceTurns
                           join t in db.AnnualTasks on u.TaskId equals t.Id into made
                           from t in made.DefaultIfEmpty()
                           where u.RecurrenceId == rule.Id
                           orderby u.Ordinal descending
                           select new RecurrenceTurnRow(
                               u.Ordinal, u.PlannedOn, u.TaskId, t == null ? null : t.Number, t == null ? null : t.State, t == null ? null : t.CurrentDueOn, u.SkippedBecause))
            .Take(MostTurns).ToListAsync(ct);
        return new RecurrenceView(row, rule.TermWorkingDays, rule.SetBy, rule.SetAt, rule.EndedBecause, rule.EndedBy, rule.Version, turns);
    }

    private static IQueryable<Recurrence> OfTask(WorkflowDb db, Actor actor, Guid taskId) =>
        db.Recurrences.Where(r => r.JurisdictionId == actor.JurisdictionId && r.Turns.Any(t => t.TaskId == taskId) && db.AnnualTasks.SeenBy(actor).Any(t => t.Id == taskId))
            .OrderBy(r => r.EndedOn != null).ThenByDescending(r => r.SetAt).Take(1);

    private static IQueryable<Recurrence> Seen(WorkflowDb db, Actor actor, IQueryable<Recurrence> all) =>
        all.Where(r => r.JurisdictionId == actor.JurisdictionId && db.AnnualTasks.SeenBy(actor).Any(t => t.Id == r.LastTaskId));

    private static IQueryable<RecurrenceRow> Rows(WorkflowDb db, IQueryable<Recurrence> some) =>
        from r in some
        join t in db.AnnualTasks on r.LastTaskId equals t.Id
        join u in db.Units on t.LeadUnitId equals u.Id
        select new RecurrenceRow(
            r.Id, r.Title, u.ShortName, r.Cycle, r.EndedOn == null ? r.NextOn : null, r.LastOn, r.Turns.Count(x => x.TaskId != null), r.LastTaskId, t.Number, r.EndedOn);
}
