using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>Which problems a list shows. Null: all of them.</summary>
public sealed record ProblemFilter(Guid? AccreditationId = null, AccreditationStage? Stage = null, ProblemState? State = null);

/// <summary>A line of the problem ledger. DaysLeft: working days to the term, negative when past; null once it is closed.</summary>
public sealed record ProblemRow(
    Guid Id, Guid AccreditationId, string County, int Number, AccreditationStage Stage, string Text, string? School, string Unit, DateOnly DueOn, int? DaysLeft, ProblemState State, string? Task);

/// <summary>A task that may be tied.</summary>
public sealed record ProblemTask(Guid Id, string Number, string Title);

/// <summary>A problem whole, and what the reader may do. SeesTask: the tied task may be opened. Tasks: those that may be tied.</summary>
public sealed record ProblemView(
    ProblemRow Row, AccreditationProblem Problem, ProblemTask? Task, bool SeesTask, bool SeesCounty, bool MayRectify, bool MayCheck, bool MayTie, IReadOnlyList<ProblemTask> Tasks);

/// <summary>Who may be made responsible, for entering a problem. UnitId: the county's own.</summary>
public sealed record ProblemForm(Guid AccreditationId, string County, AccreditationStage Stage, IReadOnlyList<ProblemUnit> Units, Guid? UnitId);

/// <summary>A unit that may be responsible.</summary>
public sealed record ProblemUnit(Guid Id, string Name);

/// <summary>Reads the problem ledger.</summary>
public sealed class ProblemQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars)
{
    private const int MostTasks = 200;

    /// <summary>Those the reader sees: open ones first, the nearest term first.</summary>
    public async Task<Paged<ProblemRow>> Page(Actor actor, ProblemFilter filter, int number, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = ProblemPermissions.SeenBy(db, actor).Where(p => (filter.AccreditationId == null || p.AccreditationId == filter.AccreditationId)
            && (filter.Stage == null || p.Stage == filter.Stage) && (filter.State == null || p.State == filter.State));
        return new Paged<ProblemRow>(await Rows(db, actor, seen, (number - 1) * size, size, ct), await seen.CountAsync(ct), number, size);
    }

    /// <summary>The counties' rounds in which the reader sees a problem, for the filter.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Counties(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = ProblemPermissions.SeenBy(db, actor);
        var rows = await db.Accreditations.Where(a => seen.Any(p => p.AccreditationId == a.Id)).OrderBy(a => a.SortKey).ThenByDescending(a => a.Round)
            .Select(a => new { a.Id, a.County, a.Round }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, r.Round == 1 ? r.County : $"{r.County} {r.Round}"))];
    }

    /// <summary>Refuses what may not be seen (not-found).</summary>
    public async Task<ProblemView> One(Actor actor, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = ProblemPermissions.SeenBy(db, actor).Where(p => p.Id == id);
        var found = await seen.AsNoTracking().Include(p => p.Turns.OrderBy(t => t.At)).SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        var row = (await Rows(db, actor, seen, 0, 1, ct)).Single();
        var task = await db.AnnualTasks.Where(t => t.Id == found.TaskId).Select(t => new ProblemTask(t.Id, t.Number, t.Title)).SingleOrDefaultAsync(ct);
        var mayTie = ProblemPermissions.MayCheck(actor, found) && found.State != ProblemState.Closed;
        return new ProblemView(
            row, found, task, await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == found.TaskId, ct),
            await db.Accreditations.Where(AccreditationPermissions.SeenBy(actor)).AnyAsync(a => a.Id == found.AccreditationId, ct),
            found.State == ProblemState.Open && ProblemPermissions.MayRectify(actor, found), found.State == ProblemState.Rectified && ProblemPermissions.MayCheck(actor, found), mayTie,
            mayTie ? await Tasks(TasksOf(db, actor, found.UnitId), ct) : []);
    }

    /// <summary>Refuses what may not be seen (not-found) and all but the office (not-allowed).</summary>
    public async Task<ProblemForm> Form(Actor actor, Guid accreditationId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var accreditation = Permission.Found(
            await db.Accreditations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accreditationId, ct), a => AccreditationPermissions.MaySee(actor, a));
        Permission.Require(AccreditationPermissions.MayDecide(actor, accreditation));
        var units = await db.Units.Where(u => u.JurisdictionId == actor.JurisdictionId && (u.EndedOn == null || u.EndedOn >= actor.Day)).OrderBy(u => u.SortKey)
            .Select(u => new ProblemUnit(u.Id, u.Name)).ToListAsync(ct);
        return new ProblemForm(accreditationId, accreditation.County, accreditation.Stage, units, accreditation.UnitId);
    }

    /// <summary>Open tasks in which the unit takes part.</summary>
    internal static IQueryable<AnnualTask> TasksOf(WorkflowDb db, Actor actor, Guid unitId) =>
        db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.ClosedOn == null && t.Units.Any(u => u.UnitId == unitId && u.State != TaskUnitState.Released));

    private static async Task<IReadOnlyList<ProblemTask>> Tasks(IQueryable<AnnualTask> tasks, CancellationToken ct) =>
        await tasks.OrderBy(t => t.Number).Take(MostTasks).Select(t => new ProblemTask(t.Id, t.Number, t.Title)).ToListAsync(ct);

    private async Task<IReadOnlyList<ProblemRow>> Rows(WorkflowDb db, Actor actor, IQueryable<AccreditationProblem> seen, int skip, int take, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var rows = await (from p in seen
                          join a in db.Accreditations on p.AccreditationId equals a.Id
                          join u in db.Units on p.UnitId equals u.Id
                          orderby p.ClosedAt != null, p.DueOn, p.Id
                          select new
                          {
                              p.Id, p.AccreditationId, a.County, p.Number, p.Stage, p.Text, p.School, Unit = u.ShortName, p.DueOn, p.State,
                              Task = db.AnnualTasks.Where(t => t.Id == p.TaskId).Select(t => t.Number).FirstOrDefault(),
                          }).Skip(skip).Take(take).ToListAsync(ct);
        return [.. rows.Select(r => new ProblemRow(
            r.Id, r.AccreditationId, r.County, r.Number, r.Stage, r.Text, r.School, r.Unit, r.DueOn, r.State == ProblemState.Closed ? null : calendar.WorkingDaysBetween(actor.Day, r.DueOn), r.State, r.Task))];
    }
}
