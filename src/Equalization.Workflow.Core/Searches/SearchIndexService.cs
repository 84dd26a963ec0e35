using System.Collections.Concurrent;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// Keeps the index after the ledger, as a job: seconds behind, and never part of an act. It reads and computes outside the transaction and only writes inside it. A jurisdiction
/// that has no index yet is indexed whole, a chunk at a time, and found in meanwhile as far as it has got; a run cut short goes on where it stopped.
/// </summary>
public sealed class SearchIndexService(IDbContextFactory<WorkflowDb> contexts, Transact transact, TimeProvider clock)
{
    /// <summary>Audit rows looked at together.</summary>
    private const int RowsAtOnce = 1000;

    /// <summary>Things written in one transaction.</summary>
    private const int WrittenAtOnce = 256;

    /// <summary>Between two transactions other writers have their turn; on SQLite one that found the ledger taken asks again after 150 ms.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(160);

    private readonly ConcurrentDictionary<Guid, Rest> resting = new();

    /// <summary>Whether anything changed that was not looked at yet, where it did not fail a short while ago. One query; asked every few seconds.</summary>
    public async Task<bool> IsBehind(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await Behind(db).Select(j => j.Id).ToListAsync(ct)).Exists(IsDue);
    }

    /// <summary>
    /// Brings every jurisdiction's index up to its ledger; answers with how many entries it looked at. What fails in one jurisdiction is thrown when the others are done; that one is
    /// left alone for ten seconds, and each time it fails again for twice as long, up to an hour.
    /// </summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var done = 0;
        var failures = new List<Exception>();
        foreach (var jurisdictionId in await Behind(db).OrderBy(j => j.Code).Select(j => j.Id).ToListAsync(ct))
        {
            if (!IsDue(jurisdictionId))
            {
                continue;
            }

            try
            {
                done += await Build(jurisdictionId, ct) + await Follow(jurisdictionId, ct);
                resting.TryRemove(jurisdictionId, out _);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                resting[jurisdictionId] = resting.GetValueOrDefault(jurisdictionId).Longer(clock.UtcNow());
                failures.Add(e);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException(failures);
    }

    private bool IsDue(Guid jurisdictionId) => resting.GetValueOrDefault(jurisdictionId).Until <= clock.UtcNow();

    private static IQueryable<Jurisdiction> Behind(WorkflowDb db) => db.Jurisdictions.Where(j => !db.SearchStands.Any(s => s.JurisdictionId == j.Id && s.BuiltAt != null
        && s.Sequence >= (db.AuditHeads.Where(h => h.JurisdictionId == j.Id).Select(h => (long?)h.Sequence).FirstOrDefault() ?? 0)));

    private static async Task<List<SearchDocument>> Read(WorkflowDb db, Guid jurisdictionId, IEnumerable<(SearchKind Kind, Guid Id)> subjects, CancellationToken ct)
    {
        var documents = new List<SearchDocument>();
        foreach (var kind in subjects.GroupBy(s => s.Kind, s => s.Id))
        {
            documents.AddRange(await SearchSources.Read(db, jurisdictionId, kind.Key, [.. kind], ct));
        }

        return documents;
    }

    private async Task<int> Build(Guid jurisdictionId, CancellationToken ct)
    {
        var stand = await Begin(jurisdictionId, ct);
        if (stand.BuiltAt is not null)
        {
            return 0;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var missing = new List<(SearchKind Kind, Guid Id)>();
        foreach (var kind in Enum.GetValues<SearchKind>())
        {
            missing.AddRange((await SearchSources.Missing(db, jurisdictionId, kind, ct)).Select(id => (kind, id)));
        }

        var done = 0;
        foreach (var chunk in missing.Chunk(WrittenAtOnce))
        {
            var documents = await Read(db, jurisdictionId, chunk, ct);
            if (await Write(stand, chunk, documents, (now, _) => (now.Done, now.Total) = (done + chunk.Length, missing.Count), ct) is not { } written)
            {
                return done;
            }

            stand = written;
            done += chunk.Length;
            await Task.Delay(Breath, ct);
        }

        await Write(stand, [], [], (now, at) => now.BuiltAt = at, ct);
        return done;
    }

    private async Task<int> Follow(Guid jurisdictionId, CancellationToken ct)
    {
        var looked = 0;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var stand = await db.SearchStands.AsNoTracking().SingleAsync(s => s.JurisdictionId == jurisdictionId, ct);
            if (stand.BuiltAt is null || await SearchChanges.Next(db, jurisdictionId, stand.Sequence, RowsAtOnce, ct) is not { } next)
            {
                return looked;
            }

            var touched = next.Touched.SelectMany(t => t.Value.Select(id => (t.Key, id))).ToList();
            if (!await Follow(db, stand, touched, next.Last, ct))
            {
                return looked;
            }

            looked += touched.Count;
        }
    }

    /// <summary>Writes what the rows up to the last touched; the index stands at the last with the last of it. No when another process was here meanwhile.</summary>
    private async Task<bool> Follow(WorkflowDb db, SearchStand stand, List<(SearchKind Kind, Guid Id)> touched, long last, CancellationToken ct)
    {
        for (var from = 0; from == 0 || from < touched.Count; from += WrittenAtOnce)
        {
            var chunk = touched.Skip(from).Take(WrittenAtOnce).ToArray();
            var isLast = from + WrittenAtOnce >= touched.Count;
            var documents = await Read(db, stand.JurisdictionId, chunk, ct);
            if (await Write(stand, chunk, documents, (now, _) => now.Sequence = isLast ? last : now.Sequence, ct) is not { } written)
            {
                return false;
            }

            stand = written;
            await Task.Delay(Breath, ct);
        }

        return true;
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

    /// <summary>The stand afterwards; null when another process was here since this one was read, whose texts may be newer than these.</summary>
    private Task<SearchStand?> Write(
        SearchStand from, (SearchKind Kind, Guid Id)[] subjects, List<SearchDocument> documents, Action<SearchStand, DateTime> move, CancellationToken ct) =>
        Book(from.JurisdictionId, "更新搜索索引", async (db, act) =>
        {
            var stand = await db.SearchStands.SingleAsync(s => s.JurisdictionId == from.JurisdictionId, ct);
            if (stand.Version != from.Version)
            {
                return null;
            }

            await SearchWriter.Write(db, from.JurisdictionId, [.. subjects.Select(s => s.Id)], documents, ct);
            move(stand, act.At);
            // Also where it stays in its place: its version says that something was written.
            db.Entry(stand).State = EntityState.Modified;
            return stand;
        }, ct);

    private Task<T> Book<T>(Guid jurisdictionId, string act, Func<WorkflowDb, CurrentAct, Task<T>> change, CancellationToken ct) =>
        transact.Run(Actor.System(jurisdictionId, clock.Today()), act, change, ct);

    /// <summary>How long a jurisdiction that failed is left alone.</summary>
    private readonly record struct Rest(TimeSpan For, DateTime Until)
    {
        private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
        private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

        public Rest Longer(DateTime now)
        {
            var time = For == TimeSpan.Zero ? First : For * 2 > Longest ? Longest : For * 2;
            return new Rest(time, now + time);
        }
    }
}
