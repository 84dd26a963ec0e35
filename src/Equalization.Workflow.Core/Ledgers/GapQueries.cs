using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Ledgers.Ties;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>Reads the ledger of gaps, as far as the person may see it.</summary>
public sealed class GapQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>More gaps of one school than anybody reads.</summary>
    private const int MostOfSchool = 200;

    /// <summary>By county, school and indicator; the county's own first. Page counts from 1.</summary>
    public async Task<Paged<GapRow>> Page(Actor actor, GapFilter filter, int page, int size, CancellationToken ct)
    {
        Permission.Require(LedgerPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = Narrow(db, db.LedgerEntries.SeenBy(db, actor), filter);
        var total = await entries.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        return new(await Rows(db, entries).Skip((page - 1) * size).Take(size).ToListAsync(ct), total, page, size);
    }

    /// <summary>The counties that have gaps the person sees.</summary>
    public async Task<IReadOnlyList<string>> Counties(Actor actor, CancellationToken ct)
    {
        Permission.Require(LedgerPermissions.MaySee(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.LedgerEntries.SeenBy(db, actor).Select(e => e.County).Distinct().OrderBy(c => c).ToListAsync(ct);
    }

    /// <summary>A school's gaps that the person sees, open ones first. IsComplete: all of them are shown. Refuses a school of another place (not-found).</summary>
    public async Task<SchoolGaps> OfSchool(Actor actor, Guid schoolId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        Permission.Found(await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Id == schoolId, ct), s => LedgerPermissions.MaySee(actor, s.JurisdictionId));
        var keeping = await (from k in db.SchoolKeepings
                             join u in db.Units on k.UnitId equals u.Id into us
                             from u in us.DefaultIfEmpty()
                             where k.SchoolId == schoolId
                             select new { k.UnitId, Keeper = u == null ? null : u.Name, k.ClosedFrom, k.ClosedReason, k.ClosedBy, k.Version }).SingleOrDefaultAsync(ct);
        var rows = await Rows(db, db.LedgerEntries.SeenBy(db, actor).Where(e => e.SchoolId == schoolId)).Take(MostOfSchool).ToListAsync(ct);
        var seesAll = actor.ReadsAll(actor.JurisdictionId) || (keeping?.UnitId is { } unit && actor.WorksFor(unit));
        return new(
            [.. rows.OrderBy(r => r.State)], keeping?.Keeper, keeping?.UnitId, keeping?.ClosedFrom, keeping?.ClosedReason, seesAll ? keeping?.ClosedBy : null, seesAll, keeping?.Version);
    }

    /// <summary>One gap whole. Refuses what is absent or not for this person's eyes (not-found).</summary>
    public async Task<GapView> One(Actor actor, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = db.LedgerEntries.AsNoTracking().Where(e => e.Id == id).SeenBy(db, actor);
        var entry = await seen.SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();
        var row = await Rows(db, seen).SingleAsync(ct);
        var keeper = await (from k in db.SchoolKeepings
                            join u in db.Units on k.UnitId equals (Guid?)u.Id
                            where k.SchoolId == entry.SchoolId
                            select new { k.UnitId, u.Name }).SingleOrDefaultAsync(ct);
        var unit = await db.Units.Where(u => u.Id == entry.ResponsibleUnitId).Select(u => u.Name).SingleOrDefaultAsync(ct);
        var readings = await db.LedgerReadings.Where(r => r.EntryId == id).OrderByDescending(r => r.Year).Select(r => new ReadingRow(r.Year, r.Value, r.Bound, r.Verdict)).ToListAsync(ct);
        var decisions = await db.LedgerDecisions.Where(d => d.EntryId == id).OrderByDescending(d => d.At).ThenByDescending(d => d.Id)
            .Select(d => new DecisionRow(d.Kind, d.Number, d.At, d.By, d.Words, d.Year, d.Value)).ToListAsync(ct);
        var newest = (await NewestFindings.Of(db, entry.JurisdictionId, [entry.Key], ct)).GetValueOrDefault(entry.Key.Text);
        var countyYear = await (from r in db.SchoolRecords join s in db.Schools on r.SchoolId equals s.Id where s.JurisdictionId == entry.JurisdictionId && s.County == entry.County select (int?)r.Year).MaxAsync(ct);
        var ties = await TieQueries.OfEntry(db, actor, entry, newest, ct);
        return new(
            row, entry.OpenedBy, entry.OpenedAt, entry.EndedOn, entry.ResponsibleUnitId, unit, keeper?.Name, entry.Version, readings, decisions, ties, newest,
            row is { SchoolId: not null, ClosedFrom: null } && newest?.Year < countyYear ? countyYear : null,
            entry.IsOpen && LedgerPermissions.MayMeasure(actor, entry, keeper?.UnitId), entry.IsOpen && LedgerPermissions.MayDecide(actor, entry.JurisdictionId),
            !entry.IsOpen && LedgerPermissions.MayDecide(actor, entry.JurisdictionId));
    }

    /// <summary>Schools of the place for a choice, in Chinese order. The office only (not-allowed).</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name, string County)>> Schools(Actor actor, CancellationToken ct)
    {
        Permission.Require(LedgerPermissions.MayDecide(actor, actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Schools.Where(s => s.JurisdictionId == actor.JurisdictionId).OrderBy(s => s.County).ThenBy(s => s.SortKey).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Name, s.County }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Id, r.Name, r.County))];
    }

    internal static IQueryable<GapRow> Rows(WorkflowDb db, IQueryable<LedgerEntry> entries) =>
        from e in entries
        join s in db.Schools on e.SchoolId equals (Guid?)s.Id into ss
        from s in ss.DefaultIfEmpty()
        orderby e.County, s.SortKey, e.SchoolId, e.Kind, e.Level descending, e.Indicator, e.Number
        select new GapRow(
            e.Id, e.Number, e.SchoolId, s == null ? null : s.Name, e.County, e.Kind, e.Indicator, e.Level, e.Source, e.Text, e.YearFound, e.ValueFound, e.Bound, e.LatestYear, e.LatestValue,
            e.LatestVerdict, e.State, e.Ground, e.Measure, e.Responsible, e.TermOn,
            db.LedgerTies.Count(t => t.EntryId == e.Id && t.EndedAt == null && db.AnnualTasks.Any(a => a.Id == t.TaskId && a.State != TaskState.Withdrawn)),
            db.SchoolKeepings.Where(k => k.SchoolId == e.SchoolId).Select(k => k.ClosedFrom).FirstOrDefault());

    private static IQueryable<LedgerEntry> Narrow(WorkflowDb db, IQueryable<LedgerEntry> entries, GapFilter filter)
    {
        if (!string.IsNullOrWhiteSpace(filter.County))
        {
            entries = entries.Where(e => e.County == filter.County);
        }

        if (filter.Kind is { } kind)
        {
            entries = entries.Where(e => e.Kind == kind);
        }

        if (filter.Indicator is { } indicator)
        {
            entries = entries.Where(e => e.Indicator == indicator);
        }

        if (filter.Level is { } level)
        {
            entries = entries.Where(e => e.Level == level);
        }

        if (filter.Source is { } source)
        {
            entries = entries.Where(e => e.Source == source);
        }

        if (filter.State is { } state)
        {
            entries = entries.Where(e => e.State == state);
        }

        if (filter.WithoutTask)
        {
            entries = entries.Where(e => !db.LedgerTies.Any(t => t.EntryId == e.Id && t.EndedAt == null && db.AnnualTasks.Any(a => a.Id == t.TaskId && a.State != TaskState.Withdrawn)));
        }

        if (filter.WithoutMeasure)
        {
            entries = entries.Where(e => e.Measure == null);
        }

        if (filter.TaskId is { } task)
        {
            entries = entries.Where(e => db.LedgerTies.Any(t => t.EntryId == e.Id && t.TaskId == task && t.EndedAt == null));
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            entries = entries.Where(e => e.Number.Contains(text) || db.Schools.Any(s => s.Id == e.SchoolId && s.Name.Contains(text)));
        }

        return entries;
    }
}
