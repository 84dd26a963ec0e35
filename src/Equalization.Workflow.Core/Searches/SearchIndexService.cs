using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// Keeps the index after the ledger, as a job: seconds behind, and never part of an act. It reads and computes outside the transaction and only writes inside it. A jurisdiction
/// that has no index yet is indexed whole, a chunk at a time, and found in meanwhile as far as it has got; a run cut short goes on where it stopped.
/// </summary>
public sealed class SearchIndexService(IDbContextFactory<WorkflowDb> contexts, Transact transact, TimeProvider clock)
{
    /// <summary>Audit rows looked at in one transaction.</summary>
    private const int RowsAtOnce = 1000;

    /// <summary>Between two chunks other writers have their turn.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether anything changed that was not looked at yet. One query; asked every few seconds.</summary>
    public async Task<bool> IsBehind(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Jurisdictions.AnyAsync(j => !db.SearchStands.Any(s => s.JurisdictionId == j.Id && s.BuiltAt != null
            && s.Sequence >= (db.AuditHeads.Where(h => h.JurisdictionId == j.Id).Select(h => (long?)h.Sequence).FirstOrDefault() ?? 0)), ct);
    }

    /// <summary>Brings every jurisdiction's index up to its ledger; answers with how many entries it looked at.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var done = 0;
        foreach (var jurisdictionId in await db.Jurisdictions.OrderBy(j => j.Code).Select(j => j.Id).ToListAsync(ct))
        {
            done += await Build(jurisdictionId, ct) + await Follow(jurisdictionId, ct);
        }

        return done;
    }

    private async Task<int> Build(Guid jurisdictionId, CancellationToken ct)
    {
        var stand = await Begin(jurisdictionId, ct);
        if (stand.BuiltAt is not null)
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var missing = new List<(SearchKind Kind, List<Guid> Ids)>();
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            missing.AddRange((await SearchSources.Missing(db, jurisdictionId, kind, ct)).Chunk(DocSet.ChunkSize).Select(ids => (kind, ids.ToList())));
        }

        var (done, total) = (0, missing.Sum(m => m.Ids.Count));
        foreach (var (kind, ids) in missing)
        {
            var documents = await SearchSources.Read(db, jurisdictionId, kind, ids, ct);
            done += ids.Count;
            await Write(jurisdictionId, ids, documents, stand.Sequence, (now, _) => (now.Done, now.Total) = (done, total), ct);
            await Task.Delay(Breath, ct);
        }

        await Write(jurisdictionId, [], [], stand.Sequence, (now, at) => now.BuiltAt = at, ct);
        return done;
    }

    private async Task<int> Follow(Guid jurisdictionId, CancellationToken ct)
    {
        var looked = 0;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var from = await db.SearchStands.Where(s => s.JurisdictionId == jurisdictionId).Select(s => s.Sequence).SingleAsync(ct);
            if (await SearchChanges.Next(db, jurisdictionId, from, RowsAtOnce, ct) is not { } next)
            {
                return looked;
            }

            var documents = new List<SearchDocument>();
            foreach (var (kind, ids) in next.Touched.Where(t => t.Value.Count > 0))
            {
                documents.AddRange(await SearchSources.Read(db, jurisdictionId, kind, ids, ct));
            }

            var touched = next.Touched.Values.SelectMany(ids => ids).ToList();
            await Write(jurisdictionId, touched, documents, from, (now, _) => now.Sequence = next.Last, ct);
            looked += touched.Count;
        }
    }

    /// <summary>Where the index stands. A new one begins at the chain's end: what changes from here on is followed, whatever is read meanwhile.</summary>
    private Task<SearchStand> Begin(Guid jurisdictionId, CancellationToken ct) => Book(jurisdictionId, "开始建立搜索索引", async (db, _) =>
    {
        var stand = await db.SearchStands.SingleOrDefaultAsync(s => s.JurisdictionId == jurisdictionId, ct);
        if (stand is null)
        {
            stand = new SearchStand
            {
                JurisdictionId = jurisdictionId,
                Sequence = await db.AuditHeads.Where(h => h.JurisdictionId == jurisdictionId).Select(h => h.Sequence).FirstOrDefaultAsync(ct),
            };
            db.Add(stand);
        }

        return stand;
    }, ct);

    private Task<bool> Write(
        Guid jurisdictionId, List<Guid> subjects, List<SearchDocument> documents, long from, Action<SearchStand, DateTime> move, CancellationToken ct) =>
        Book(jurisdictionId, "更新搜索索引", async (db, act) =>
        {
            var stand = await db.SearchStands.SingleAsync(s => s.JurisdictionId == jurisdictionId, ct);
            if (stand.Sequence != from)
            {
                // Another process was here since the texts were read; they may be older than what it wrote.
                return false;
            }

            await SearchWriter.Write(db, jurisdictionId, subjects, documents, ct);
            move(stand, act.At);
            return true;
        }, ct);

    private Task<T> Book<T>(Guid jurisdictionId, string act, Func<WorkflowDb, CurrentAct, Task<T>> change, CancellationToken ct) =>
        transact.Run(Actor.System(jurisdictionId, clock.Today()), act, change, ct);
}
