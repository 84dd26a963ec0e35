using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>Writes what changed into the index, inside the caller's transaction: entries, and of each gram's chunks those that become others.</summary>
internal static class SearchWriter
{
    /// <summary>The subjects now say what the documents say; a subject without a document is taken out.</summary>
    public static async Task Write(WorkflowDb db, Guid jurisdictionId, List<Guid> subjects, List<SearchDocument> documents, CancellationToken ct)
    {
        var entries = await db.SearchEntries.Where(e => e.JurisdictionId == jurisdictionId && EF.Parameter(subjects).Contains(e.SubjectId))
            .ToDictionaryAsync(e => e.SubjectId, ct);
        var flips = new Dictionary<int, List<Flip>>();
        var next = new Dictionary<SearchKind, int>();
        foreach (var document in documents)
        {
            if (entries.Remove(document.SubjectId, out var entry))
            {
                var before = entry.Grams();
                entry.Take(document);
                Note(flips, entry.Number, before, document.Grams);
                continue;
            }

            if (!next.TryGetValue(document.Kind, out var number))
            {
                number = await Next(db, jurisdictionId, document.Kind, ct);
            }

            next[document.Kind] = number + 1;
            var added = new SearchEntry(jurisdictionId, number, document);
            db.Add(added);
            Note(flips, number, [], document.Grams);
        }

        foreach (var gone in entries.Values)
        {
            Note(flips, gone.Number, gone.Grams(), []);
            db.Remove(gone);
        }

        foreach (var chunk in flips)
        {
            await Turn(db, jurisdictionId, chunk.Key, chunk.Value, ct);
        }
    }

    private static async Task<int> Next(WorkflowDb db, Guid jurisdictionId, SearchKind kind, CancellationToken ct)
    {
        var (first, end) = (SearchEntry.First(kind), SearchEntry.First(kind + 1));
        return await db.SearchEntries.Where(e => e.JurisdictionId == jurisdictionId && e.Number >= first && e.Number < end).MaxAsync(e => (int?)e.Number, ct) + 1 ?? first;
    }

    private static void Note(Dictionary<int, List<Flip>> flips, int number, HashSet<int> before, HashSet<int> after)
    {
        var chunk = DocSet.ChunkOf(number);
        if (!flips.TryGetValue(chunk, out var list))
        {
            flips[chunk] = list = [];
        }

        list.AddRange(before.Where(g => !after.Contains(g)).Select(g => new Flip(g, number, false)));
        list.AddRange(after.Where(g => !before.Contains(g)).Select(g => new Flip(g, number, true)));
    }

    private static async Task Turn(WorkflowDb db, Guid jurisdictionId, int chunk, List<Flip> flips, CancellationToken ct)
    {
        var byGram = flips.ToLookup(f => f.Gram);
        var grams = byGram.Select(g => g.Key).ToList();
        var rows = await db.SearchPostings.Where(p => p.JurisdictionId == jurisdictionId && p.Chunk == chunk && EF.Parameter(grams).Contains(p.Gram))
            .ToDictionaryAsync(p => p.Gram, ct);
        foreach (var gram in byGram)
        {
            var row = rows.GetValueOrDefault(gram.Key);
            var set = new DocSet();
            set.Read(chunk, row?.Entries ?? []);
            foreach (var flip in gram)
            {
                if (flip.IsIn)
                {
                    set.Add(flip.Number);
                }
                else
                {
                    set.Remove(flip.Number);
                }
            }

            Store(db, row, new SearchPosting { JurisdictionId = jurisdictionId, Gram = gram.Key, Chunk = chunk, Entries = set.Write(chunk) });
        }
    }

    private static void Store(WorkflowDb db, SearchPosting? row, SearchPosting now)
    {
        if (now.Entries.Length == 0)
        {
            if (row is not null)
            {
                db.Remove(row);
            }
        }
        else if (row is null)
        {
            db.Add(now);
        }
        else
        {
            row.Entries = now.Entries;
        }
    }

    private readonly record struct Flip(int Gram, int Number, bool IsIn);
}
