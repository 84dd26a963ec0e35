using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// Finds in the whole ledger what has all the words of a query, newest first within each kind, as far as the person may see it. Grams narrow the entries down, their words are
/// then compared in the database where the grams leave a doubt, and what is shown is read from the ledger under its own permissions.
/// </summary>
public sealed class SearchQueries(IDbContextFactory<WorkflowDb> contexts)
{
    /// <summary>Where words must be compared, the counting of a kind ends here, or one beyond the page.</summary>
    public const int MostCounted = 40;

    /// <summary>Of a kind no more entries than these, the newest, are compared for one search.</summary>
    public const int MostCompared = 10_000;

    private const int FirstCompared = 120;
    private const int FewestCompared = 30;
    private const int MostComparedAtOnce = 2400;

    /// <summary>
    /// All kinds, size of each, or a page of one; beyond the last page stands the last. A query without words finds nothing; one longer than <see cref="SearchText.LongestQuery"/> is refused (query-too-long).
    /// </summary>
    public async Task<SearchResult> Find(Actor actor, string? query, SearchKind? kind, int page, int size, CancellationToken ct)
    {
        if (query?.Length > SearchText.LongestQuery)
        {
            throw new RuleBroken("query-too-long", "查找内容最多 {0} 字，现有 {1} 字。请只留关键词。", SearchText.LongestQuery, query.Length);
        }

        var terms = SearchText.Terms(query);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var stand = await db.SearchStands.AsNoTracking().SingleOrDefaultAsync(s => s.JurisdictionId == actor.JurisdictionId, ct);
        var result = new SearchResult(terms, SearchText.CountTerms(query) > terms.Count, stand?.Percent ?? 0, []);
        if (terms.Count == 0 || !UnitPermissions.MaySee(actor, actor.JurisdictionId))
        {
            return result;
        }

        var (found, sight) = await Candidates(db, actor, terms, ct);
        var groups = new List<(SearchKind Kind, int Total, bool More, List<int> Page)>();
        var gaveUp = false;
        foreach (var each in Enum.GetValues<SearchKind>())
        {
            var (first, end) = (SearchEntry.First(each), SearchEntry.First(each + 1));
            var take = each == kind || kind is null ? size : 0;
            var (numbers, more) = (found.Descending(first, end), false);
            var total = found.CountIn(first, end);
            if (total > 0 && (sight.AsksEach(each) || !SearchText.IsExact(terms)))
            {
                var entries = sight.AsksEach(each) ? SearchSight.Seen(db, actor, db.SearchEntries) : db.SearchEntries;
                var enough = each == kind ? (int)Math.Max(MostCounted, Math.Min(((long)page * size) + 1, MostCompared)) : MostCounted;
                var compared = await Compared(entries, actor, terms, numbers, enough, ct);
                (numbers, total, more) = (compared.Numbers, compared.Numbers.Count, compared.More);
                gaveUp |= compared.GaveUp;
            }

            if (total > 0)
            {
                page = each == kind ? Math.Clamp(page, 1, ((total - 1) / size) + 1) : page;
                var skip = each == kind ? (page - 1) * size : 0;
                groups.Add((each, total, more, [.. numbers.Skip(skip).Take(take)]));
            }
        }

        var shown = groups.SelectMany(g => g.Page).ToList();
        var subjects = shown.Count == 0 ? [] : await db.SearchEntries.Where(e => e.JurisdictionId == actor.JurisdictionId && EF.Parameter(shown).Contains(e.Number))
            .Select(e => new { e.Number, e.SubjectId }).ToDictionaryAsync(e => e.Number, e => e.SubjectId, ct);
        var filled = new List<SearchGroup>();
        foreach (var group in groups)
        {
            List<Guid> ids = [.. group.Page.Where(subjects.ContainsKey).Select(n => subjects[n])];
            filled.Add(new SearchGroup(group.Kind, group.Total, group.More, ids.Count == 0 ? [] : await SearchHits.Read(db, actor, group.Kind, ids, ct)));
        }

        return result with { Groups = filled, Page = page, GaveUp = gaveUp };
    }

    /// <summary>The entries that have all the grams and that the person may find.</summary>
    private static async Task<(DocSet Found, SearchSight Sight)> Candidates(WorkflowDb db, Actor actor, IReadOnlyList<string> terms, CancellationToken ct)
    {
        var grams = SearchText.QueryGrams(terms);
        List<int> asked = [.. grams, SearchText.Reserved];
        var rows = await db.SearchPostings.Where(p => p.JurisdictionId == actor.JurisdictionId && EF.Parameter(asked).Contains(p.Gram))
            .Select(p => new { p.Gram, p.Chunk, p.Entries }).ToListAsync(ct);
        var sets = asked.ToDictionary(g => g, _ => new DocSet());
        foreach (var row in rows)
        {
            sets[row.Gram].Read(row.Chunk, row.Entries);
        }

        var all = sets[grams[0]];
        foreach (var gram in grams.Skip(1))
        {
            all.IntersectWith(sets[gram]);
        }

        var sight = await SearchSight.Of(db, actor, sets[SearchText.Reserved], ct);
        sight.Narrow(all);
        return (all, sight);
    }

    /// <summary>
    /// Those of the entries whose text has the words, until there are enough. More: there may be others. GaveUp: so many had the grams and not the words that the rest was left. A
    /// block is as long as the ones before it say is needed, so that common words cost few entries and rare ones few queries.
    /// </summary>
    private static async Task<(List<int> Numbers, bool More, bool GaveUp)> Compared(
        IQueryable<SearchEntry> entries, Actor actor, IReadOnlyList<string> terms, IEnumerable<int> numbers, int enough, CancellationToken ct)
    {
        var found = new List<int>();
        using var next = numbers.GetEnumerator();
        for (var looked = 0; looked < MostCompared;)
        {
            var block = Next(next, Math.Min(BlockSize(looked, found.Count, enough), MostCompared - looked));
            if (block.Count == 0)
            {
                return (found, false, false);
            }

            looked += block.Count;
            var asked = entries.Where(e => e.JurisdictionId == actor.JurisdictionId && EF.Parameter(block).Contains(e.Number));
            asked = terms.Where(t => !SearchText.IsExact(t)).Aggregate(asked, (narrowed, term) => narrowed.Where(e => e.Text.Contains(term)));
            found.AddRange(await asked.OrderByDescending(e => e.Number).Select(e => e.Number).ToListAsync(ct));
            if (found.Count > enough)
            {
                return (found.GetRange(0, enough), true, false);
            }
        }

        var gaveUp = next.MoveNext();
        return (found, gaveUp, gaveUp);
    }

    /// <summary>A quarter more than what is wanting by the share found so far; twice what was looked at where that was nothing.</summary>
    private static int BlockSize(int looked, int found, int enough)
    {
        var size = looked == 0 ? FirstCompared : found == 0 ? looked * 2 : (enough + 1 - found) * looked * 5L / (found * 4L);
        return (int)Math.Clamp(size, FewestCompared, MostComparedAtOnce);
    }

    private static List<int> Next(IEnumerator<int> numbers, int most)
    {
        var block = new List<int>(most);
        while (block.Count < most && numbers.MoveNext())
        {
            block.Add(numbers.Current);
        }

        return block;
    }
}
