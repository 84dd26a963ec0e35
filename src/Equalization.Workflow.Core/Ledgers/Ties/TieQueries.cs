using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers.Ties;

/// <summary>A task that is to close a gap, or was. Movement: from the figure when tied to the newest. SeesTask: the reader may open it.</summary>
public sealed record TieRow(
    Guid Id, Guid TaskId, string Number, string Title, TaskState State, string LeadUnit, int? Year, decimal? Value, Movement Movement, string TiedBy, DateTime TiedAt, string? EndedBy, DateTime? EndedAt,
    bool SeesTask, int Version);

/// <summary>A gap that a task is to close: the figure when tied and the newest, reckoned at this moment.</summary>
public sealed record TiedGap(
    Guid EntryId, string Number, string? School, string County, GapKind Kind, int Indicator, Level? Level, LedgerState State, int? YearThen, decimal? ValueThen, int? YearNow, decimal? ValueNow,
    decimal? Bound, Verdict Verdict, Movement Movement);

/// <summary>A task that is to close a gap of a school, with how many pieces of evidence it cites. SeesTask: the reader may open it.</summary>
public sealed record SchoolTask(Guid EntryId, Guid TaskId, string Number, string Title, TaskState State, int Evidence, bool SeesTask);

/// <summary>Reads what ties tasks to gaps.</summary>
public sealed class TieQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>The gaps a task is to close, with their newest figures. Refuses a task that the person does not see (not-found). A fixed number of queries.</summary>
    public async Task<IReadOnlyList<TiedGap>> OfTask(Actor actor, Guid taskId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.AnnualTasks.SeenBy(actor).AnyAsync(t => t.Id == taskId, ct))
        {
            throw RuleBroken.Missing();
        }

        var rows = await (from t in db.LedgerTies
                          join e in db.LedgerEntries on t.EntryId equals e.Id
                          join s in db.Schools on e.SchoolId equals (Guid?)s.Id into ss
                          from s in ss.DefaultIfEmpty()
                          where t.TaskId == taskId && t.EndedAt == null
                          orderby e.County, s.SortKey, e.Kind, e.Level descending, e.Indicator, e.Number
                          select new { Entry = e, School = s == null ? null : s.Name, t.Year, t.Value }).AsNoTracking().ToListAsync(ct);
        var newest = await NewestFindings.Of(db, actor.JurisdictionId, [.. rows.Select(r => r.Entry.Key)], ct);
        return [.. rows.Select(r => Of(r.Entry, r.School, r.Year, r.Value, newest.GetValueOrDefault(r.Entry.Key.Text)))];
    }

    /// <summary>The tasks tied to those of a school's gaps that the reader sees, by gap and number.</summary>
    public async Task<IReadOnlyList<SchoolTask>> OfSchool(Actor actor, Guid schoolId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (from e in db.LedgerEntries.SeenBy(db, actor)
                      join t in db.LedgerTies on e.Id equals t.EntryId
                      join a in db.AnnualTasks on t.TaskId equals a.Id
                      where e.SchoolId == schoolId && t.EndedAt == null
                      orderby e.Number, a.Number
                      select new SchoolTask(
                          e.Id, a.Id, a.Number, a.Title, a.State, db.EvidenceCitations.Where(c => c.TaskId == a.Id).Select(c => c.EvidenceVersionId).Distinct().Count(),
                          db.AnnualTasks.SeenBy(actor).Any(x => x.Id == a.Id))).ToListAsync(ct);
    }

    /// <summary>Open tasks for a choice, by number: the newest years' first.</summary>
    public async Task<IReadOnlyList<(string Number, string Title)>> OpenTasks(Actor actor, int most, CancellationToken ct)
    {
        Permission.Require(LedgerPermissions.MayDecide(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.AnnualTasks.Where(t => t.JurisdictionId == actor.JurisdictionId && t.ClosedOn == null).OrderByDescending(t => t.Year).ThenBy(t => t.Number).Take(most)
            .Select(t => new { t.Number, t.Title }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Number, r.Title))];
    }

    internal static async Task<IReadOnlyList<TieRow>> OfEntry(WorkflowDb db, Actor actor, LedgerEntry entry, GapFinding? newest, CancellationToken ct)
    {
        var rows = await (from t in db.LedgerTies
                          join a in db.AnnualTasks on t.TaskId equals a.Id
                          join u in db.Units on a.LeadUnitId equals u.Id
                          where t.EntryId == entry.Id
                          orderby t.EndedAt != null, a.Number
                          select new { Tie = t, a.Number, a.Title, a.State, Lead = u.ShortName, Sees = db.AnnualTasks.SeenBy(actor).Any(x => x.Id == a.Id) }).AsNoTracking().ToListAsync(ct);
        return
        [
            .. rows.Select(r => new TieRow(
                r.Tie.Id, r.Tie.TaskId, r.Number, r.Title, r.State, r.Lead, r.Tie.Year, r.Tie.Value, LedgerTie.Of(entry.Kind, r.Tie.Year, r.Tie.Value, newest?.Year, newest?.KeptValue),
                r.Tie.TiedBy, r.Tie.TiedAt, r.Tie.EndedBy, r.Tie.EndedAt, r.Sees, r.Tie.Version)),
        ];
    }

    private static TiedGap Of(LedgerEntry e, string? school, int? year, decimal? value, GapFinding? newest) => new(
        e.Id, e.Number, school, e.County, e.Kind, e.Indicator, e.Level, e.State, year, value, newest?.Year, newest?.KeptValue, newest?.Bound, newest?.Verdict ?? Verdict.Unknown,
        LedgerTie.Of(e.Kind, year, value, newest?.Year, newest?.KeptValue));
}
