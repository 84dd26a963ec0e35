using Equalization.Workflow.Core.Bulletins.Rules;
using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>A bulletin in a list. Lines: how many the reader sees; Open: of these, how many wait for an answer.</summary>
public sealed record BulletinRow(
    Guid Id, BulletinKind Kind, BulletinState State, string Title, string? Number, DateOnly SnapshotOn, DateOnly? CheckDueOn, DateTime? PublishedAt, int Lines, int Open);

/// <summary>A line with its units by name and what the reader may do with it.</summary>
public sealed record BulletinLineRow(BulletinLine Line, string LeadUnit, string Unit, Finding Finding, bool MayCheck);

/// <summary>A unit's outcomes by name.</summary>
public sealed record BulletinUnitRow(BulletinUnit Outcome, string Unit, string Group);

/// <summary>An addressed unit and its first opening.</summary>
public sealed record ReceiptRow(string Unit, DateTime? OpenedAt, string? OpenedBy);

/// <summary>A bulletin as its reader sees it: a unit sees its own lines until publication, others' objections never before it.</summary>
/// <param name="Coming">Matters that the ladder has handed on and the next change of the draft brings in.</param>
/// <param name="Ended">Lines whose matter has ended; they go before the bulletin is sent or signed.</param>
/// <param name="Receipts">For the office, leaders and the auditor; null for units.</param>
public sealed record BulletinView(
    Bulletin Bulletin, BulletinFigures Figures, IReadOnlyList<BulletinLineRow> Lines, IReadOnlyList<BulletinUnitRow> Units, IReadOnlyList<ReceiptRow>? Receipts,
    int? DaysLeft, int CheckTerm, bool RankingAllowed, bool IsOffice, bool IsWhole, int Coming, IReadOnlyList<Guid> Ended)
{
    public IReadOnlyList<TextPart> Introduction => BulletinText.Parts(Bulletin.Introduction, Figures);

    public IReadOnlyList<TextPart> Demand => BulletinText.Parts(Bulletin.Demand, Figures);

    public IEnumerable<BulletinLineRow> OpenForMe => Lines.Where(l => l.MayCheck);
}

/// <summary>A row of the sealed day with the unit's name; IsNamed: it stands on the bulletin.</summary>
public sealed record SealedRow(SnapshotLine Line, string Unit, bool IsNamed);

/// <summary>The sealed rows behind a figure, and whether the seal still holds.</summary>
public sealed record SealedRows(Snapshot Snapshot, Paged<SealedRow> Rows);

/// <summary>Reads bulletins and the sealed rows they rest on.</summary>
public sealed class BulletinQueries(IDbContextFactory<WorkflowDb> contexts, WorkingCalendars calendars)
{
    /// <summary>Newest first; a unit sees what is published to it and what it has to check.</summary>
    public async Task<Paged<BulletinRow>> Page(Actor actor, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seen = db.Bulletins.AsNoTracking().SeenBy(db, actor);
        var all = actor.ReadsAll(actor.JurisdictionId);
        var total = await seen.CountAsync(ct);
        var rows = await seen.OrderByDescending(b => b.DraftedAt).ThenBy(b => b.Id).Skip((page - 1) * size).Take(size)
            .Select(b => new BulletinRow(
                b.Id, b.Kind, b.State, b.Title, b.Number, b.SnapshotOn, b.CheckDueOn, b.PublishedAt,
                b.Lines.Count(l => all || b.State == BulletinState.Published || l.UnitId == actor.UnitId),
                b.Lines.Count(l => (all || l.UnitId == actor.UnitId) && l.Check == CheckState.Open && b.State == BulletinState.FactCheck)))
            .ToListAsync(ct);
        return new(rows, total, page, size);
    }

    /// <summary>Days that can be drafted from, newest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> SealedDays(Actor actor, int most, CancellationToken ct)
    {
        Permission.Require(actor.ReadsAll(actor.JurisdictionId));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Snapshots.Where(s => s.JurisdictionId == actor.JurisdictionId && s.Edition > 1).OrderByDescending(s => s.On).Take(most).Select(s => s.On).ToListAsync(ct);
    }

    /// <summary>Refuses with not-found what the person may not see.</summary>
    public async Task<BulletinView> One(Actor actor, Guid bulletinId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var bulletin = await db.Bulletins.AsNoTracking().SeenBy(db, actor).Include(b => b.Lines).Include(b => b.Units).AsSplitQuery()
            .SingleOrDefaultAsync(b => b.Id == bulletinId, ct) ?? throw RuleBroken.Missing();
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == bulletin.SnapshotId, ct);
        var rules = await db.RulesOf(bulletin, ct);
        var units = await db.Units.Where(u => u.JurisdictionId == bulletin.JurisdictionId)
            .Select(u => new { u.Id, u.ShortName, u.SortKey }).ToDictionaryAsync(u => u.Id, ct);
        var readsAll = actor.ReadsAll(bulletin.JurisdictionId);
        var isWhole = readsAll || bulletin.State == BulletinState.Published;
        var lines = bulletin.Lines.Where(l => readsAll || l.UnitId == actor.UnitId || (isWhole && l.Stands)).OrderBy(l => l.Position)
            .Select(l => new BulletinLineRow(
                l, units[l.LeadUnitId].ShortName, units[l.UnitId].ShortName, BulletinPaper.Finding(l),
                bulletin.State == BulletinState.FactCheck && BulletinPermissions.MayCheck(actor, l)));
        var outcomes = bulletin.Units.Where(_ => isWhole).OrderBy(u => bulletin.WithRanking ? u.Group : default).ThenBy(u => bulletin.WithRanking ? u.Rank ?? int.MaxValue : 0)
            .ThenBy(u => units[u.UnitId].SortKey, StringComparer.Ordinal).Select(u => new BulletinUnitRow(u, units[u.UnitId].ShortName, BulletinPaper.GroupName(u.Group)));
        var receipts = readsAll && bulletin.State == BulletinState.Published
            ? (await db.BulletinReceipts.AsNoTracking().Where(r => r.BulletinId == bulletin.Id).ToListAsync(ct)).OrderBy(r => units[r.UnitId].SortKey, StringComparer.Ordinal)
                .Select(r => new ReceiptRow(units[r.UnitId].ShortName, r.OpenedAt, r.OpenedBy)).ToList()
            : null;
        var isOffice = BulletinPermissions.MayWrite(actor, bulletin);
        var (coming, ended) = isOffice ? await BulletinListing.Look(db, bulletin, ct) : (0, []);
        return new BulletinView(
            bulletin, BulletinPaper.Figures(bulletin, snapshot), [.. lines], [.. outcomes], receipts,
            bulletin is { State: BulletinState.FactCheck, CheckDueOn: { } due } ? (await calendars.Current(ct)).WorkingDaysBetween(actor.Day, due) : null,
            rules.FactCheckWorkingDays, rules.BulletinRanking, isOffice, isWhole, coming, ended);
    }

    /// <summary>
    /// The sealed rows behind the figures, of one unit or all; a unit sees its own until publication. Refuses with not-found what the person may not
    /// see, and an altered day (snapshot-altered).
    /// </summary>
    public async Task<SealedRows> Rows(Actor actor, Guid bulletinId, Guid? unitId, int page, int size, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var bulletin = await db.Bulletins.AsNoTracking().SeenBy(db, actor).Include(b => b.Lines).SingleOrDefaultAsync(b => b.Id == bulletinId, ct) ?? throw RuleBroken.Missing();
        var snapshot = await db.MustRestOnItsSnapshot(bulletin, ct);
        var only = actor.ReadsAll(bulletin.JurisdictionId) || bulletin.State == BulletinState.Published ? unitId : actor.UnitId;
        var (kept, total, skip) = (new List<SnapshotLine>(), 0, (page - 1) * size);
        await SnapshotReading.Read(db, snapshot, line =>
        {
            if (only is null || line.UnitId == only)
            {
                if (total++ >= skip && kept.Count < size)
                {
                    kept.Add(line);
                }
            }
        }, ct);
        var ids = kept.Select(l => l.UnitId).Distinct().ToList();
        var names = await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        var named = bulletin.Lines.Select(l => (l.SnapshotPage, l.SnapshotRow)).ToHashSet();
        return new SealedRows(snapshot, new([.. kept.Select(l => new SealedRow(l, names[l.UnitId], named.Contains((l.Page, l.Row))))], total, page, size));
    }
}
