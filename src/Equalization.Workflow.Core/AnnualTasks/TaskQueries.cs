using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>How a task list is ordered.</summary>
public enum TaskOrder
{
    DueDay,
    Number,
    Measure,
}

/// <summary>What a task list is narrowed to; all of it lives in the page's address. Null or empty means any.</summary>
public sealed record TaskFilter
{
    public int? Year { get; init; }

    public Guid? PlanId { get; init; }

    public Guid? MeasureId { get; init; }

    /// <summary>Takes part, as lead or cooperating.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>With <see cref="UnitId"/>: leads only.</summary>
    public bool LeadOnly { get; init; }

    public Light? Light { get; init; }

    public TaskClass? Class { get; init; }

    public TaskState? State { get; init; }

    /// <summary>Open and past its day.</summary>
    public bool Overdue { get; init; }

    /// <summary>Open and due within this many days from today, today included.</summary>
    public int? DueWithin { get; init; }

    /// <summary>Some unit has not reported though its period's day has passed.</summary>
    public bool Silent { get; init; }

    public bool IncludeClosed { get; init; }

    /// <summary>Part of the title or of the ledger number.</summary>
    public string? Text { get; init; }

    public TaskOrder Order { get; init; }
}

/// <summary>One row of a task list. Light, reason and expected progress are judged as of today.</summary>
public sealed record TaskRow(
    Guid Id, string Number, string Title, int Year, string LeadUnit, IReadOnlyList<string> Cooperating, TaskState State, Judgement Judgement,
    DateOnly FirstDueOn, DateOnly CurrentDueOn, int? WorkingDaysLeft, Percent? Reported, int MeasurePosition, TaskClass Class);

/// <summary>Lists of tasks as one person may see them.</summary>
public sealed class TaskQueries(IDbContextFactory<WorkflowDb> contexts, RuleBook rules, WorkingCalendars calendars)
{
    /// <summary>Page counts from 1; a page past the end is empty. Three commands, however many rows.</summary>
    public async Task<Paged<TaskRow>> Page(Actor actor, TaskFilter filter, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = Narrow(db.AnnualTasks.AsNoTracking().SeenBy(actor), filter, actor.Day);
        var total = await tasks.CountAsync(ct);
        var ordered = filter.Order switch
        {
            TaskOrder.DueDay => tasks.OrderBy(t => t.CurrentDueOn).ThenBy(t => t.Number),
            TaskOrder.Number => tasks.OrderBy(t => t.Number),
            TaskOrder.Measure => tasks.OrderBy(t => t.Year).ThenBy(t => t.MeasurePosition).ThenBy(t => t.Number),
        };
        var raw = await (from t in ordered.Skip((page - 1) * size).Take(size)
                         join u in db.Units on t.LeadUnitId equals u.Id
                         // A join by key: the first of a collection would number the parts of every task there is.
                         join part in db.TaskUnits on new { TaskId = t.Id, UnitId = t.LeadUnitId } equals new { part.TaskId, part.UnitId }
                         select new
                         {
                             t.Id, t.Number, t.Title, t.Year, Lead = u.ShortName, t.State, t.FirstDueOn, t.CurrentDueOn, t.RuleSetNumber, t.MeasurePosition, t.Class,
                             t.ClosedOn, Part = part,
                         }).ToListAsync(ct);
        var ids = raw.Select(r => r.Id).ToList();
        var cooperating = (await (from p in db.TaskUnits
                                  join u in db.Units on p.UnitId equals u.Id
                                  where ids.Contains(p.TaskId) && p.Role == UnitRole.Cooperating && p.State != TaskUnitState.Released
                                  select new { p.TaskId, u.ShortName, p.Id }).ToListAsync(ct))
            .OrderBy(c => c.Id).ToLookup(c => c.TaskId, c => c.ShortName);

        var calendar = await calendars.Current(ct);
        var rows = new List<TaskRow>(raw.Count);
        foreach (var r in raw)
        {
            var set = await rules.Of(actor.JurisdictionId, r.RuleSetNumber, ct);
            var judgement = LightRule.Judge(r.Part.Facts, set, calendar, actor.Day);
            rows.Add(new TaskRow(
                r.Id, r.Number, r.Title, r.Year, r.Lead, [.. cooperating[r.Id]], r.State, judgement, r.FirstDueOn, r.CurrentDueOn,
                r.ClosedOn is null && r.Part.HeldSince is null ? calendar.WorkingDaysBetween(actor.Day, r.CurrentDueOn) + r.Part.HeldLateDays : null, r.Part.Reported, r.MeasurePosition, r.Class));
        }

        // The join may hand rows back in its own order; the list's order is the one asked for.
        var position = ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i);
        return new Paged<TaskRow>([.. rows.OrderBy(r => position[r.Id])], total, page, size);
    }

    internal static IQueryable<AnnualTask> Narrow(IQueryable<AnnualTask> tasks, TaskFilter filter, DateOnly day)
    {
        if (filter.Year is { } year)
        {
            tasks = tasks.Where(t => t.Year == year);
        }

        if (filter.PlanId is { } planId)
        {
            tasks = tasks.Where(t => t.PlanId == planId);
        }

        if (filter.MeasureId is { } measureId)
        {
            tasks = tasks.Where(t => t.MeasureId == measureId);
        }

        if (filter.UnitId is { } unitId)
        {
            tasks = filter.LeadOnly
                ? tasks.Where(t => t.LeadUnitId == unitId)
                : tasks.Where(t => t.Units.Any(u => u.UnitId == unitId && u.State != TaskUnitState.Released));
        }

        if (filter.State is { } state)
        {
            tasks = tasks.Where(t => t.State == state);
        }
        else if (!filter.IncludeClosed || filter.Overdue || filter.DueWithin is not null)
        {
            tasks = tasks.Where(t => t.ClosedOn == null);
        }

        if (filter.Light is { } light)
        {
            tasks = tasks.Where(t => t.Light == light);
        }

        if (filter.Class is { } taskClass)
        {
            tasks = tasks.Where(t => t.Class == taskClass);
        }

        if (filter.Overdue)
        {
            tasks = tasks.Where(t => t.CurrentDueOn < (t.HeldSince ?? day));
        }

        if (filter.DueWithin is { } days)
        {
            var last = day.AddDays(days);
            tasks = tasks.Where(t => t.HeldSince == null && t.CurrentDueOn >= day && t.CurrentDueOn <= last);
        }

        if (filter.Silent)
        {
            tasks = tasks.Where(t => t.Units.Any(u => u.Silent));
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            tasks = tasks.Where(t => t.Title.Contains(text) || t.Number.Contains(text));
        }

        return tasks;
    }
}
