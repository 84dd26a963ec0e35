using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Ties;

/// <summary>An open task that is tied to no gap.</summary>
public sealed record LooseTask(Guid Id, string Number, string Title, string LeadUnit, DateOnly DueOn);

/// <summary>A task that was written off while the number of a gap it was to close did not get better, as booked in the ledger.</summary>
public sealed record UnmovedTask(
    Guid TaskId, string TaskNumber, string Title, string LeadUnit, DateOnly? ClosedOn, Guid EntryId, string Number, string? School, string County, GapKind Kind, int Indicator, Level? Level,
    int? Year, decimal? Value, int? LatestYear, decimal? LatestValue, Movement Movement);

/// <summary>
/// Where the chain from gap to task to number is broken. The third broken place, gaps without a task, is <see cref="GapQueries.Page"/> with that filter. For whoever
/// reads all of the jurisdiction (not-allowed).
/// </summary>
public sealed class ChainQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Open tasks tied to no gap, by number. Page counts from 1.</summary>
    public async Task<Paged<LooseTask>> TasksWithoutGap(Actor actor, int? year, int page, int size, CancellationToken ct)
    {
        Permission.Require(actor.ReadsAll(actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.ClosedOn == null && (year == null || t.Year == year)
            && !db.LedgerTies.Any(x => x.TaskId == t.Id && x.EndedAt == null));
        var total = await tasks.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await (from t in tasks
                          join u in db.Units on t.LeadUnitId equals u.Id
                          orderby t.Number
                          select new LooseTask(t.Id, t.Number, t.Title, u.ShortName, t.CurrentDueOn)).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new(rows, total, page, size);
    }

    /// <summary>Written-off tasks beside gaps whose number is not better than when they were tied; newest write-off first. Page counts from 1.</summary>
    public async Task<Paged<UnmovedTask>> Unmoved(Actor actor, Movement? movement, int page, int size, CancellationToken ct)
    {
        Permission.Require(actor.ReadsAll(actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ties = db.LedgerTies.Where(t => t.JurisdictionId == actor.JurisdictionId && t.EndedAt == null && t.Movement != Movement.Better && (movement == null || t.Movement == movement)
            && db.AnnualTasks.Any(a => a.Id == t.TaskId && a.State == TaskState.WrittenOff));
        var total = await ties.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await (from t in ties
                          join a in db.AnnualTasks on t.TaskId equals a.Id
                          join u in db.Units on a.LeadUnitId equals u.Id
                          join e in db.LedgerEntries on t.EntryId equals e.Id
                          join s in db.Schools on e.SchoolId equals (Guid?)s.Id into ss
                          from s in ss.DefaultIfEmpty()
                          orderby a.ClosedOn descending, a.Number, e.Number
                          select new UnmovedTask(
                              a.Id, a.Number, a.Title, u.ShortName, a.ClosedOn, e.Id, e.Number, s == null ? null : s.Name, e.County, e.Kind, e.Indicator, e.Level, t.Year, t.Value, e.LatestYear,
                              e.LatestValue, t.Movement)).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new(rows, total, page, size);
    }
}
