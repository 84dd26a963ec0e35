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
    public const int MostCompared = SearchComparison.Most;

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
        var counted = Enum.GetValues<SearchKind>().Select(k => (Kind: k, Total: found.CountIn(SearchEntry.First(k), SearchEntry.First(k + 1)))).Where(k => k.Total > 0).ToList();
        var compared = counted.Where(k => sight.AsksEach(k.Kind) || !SearchText.IsExact(terms))
            .Select(k => new SearchComparison(k.Kind, sight.AsksEach(k.Kind), Numbers(found, k.Kind), k.Kind == kind ? Enough(page, size) : MostCounted)).ToDictionary(c => c.Kind);
        await SearchComparison.Run(db, actor, terms, [.. compared.Values], ct);
        var groups = new List<(SearchKind Kind, int Total, bool More, List<int> Page)>();
        foreach (var (each, all) in counted)
        {
            var comparison = compared.GetValueOrDefault(each);
            var total = comparison?.Found.Count ?? all;
            if (total > 0)
            {
                page = each == kind ? Math.Clamp(page, 1, ((total - 1) / size) + 1) : page;
                var (skip, take) = (each == kind ? (page - 1) * size : 0, each == kind || kind is null ? size : 0);
                groups.Add((each, total, comparison?.More == true, [.. ((IEnumerable<int>?)comparison?.Found ?? Numbers(found, each)).Skip(skip).Take(take)]));
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

        return result with { Groups = filled, Page = page, GaveUp = compared.Values.Any(c => c.GaveUp) };
    }

    private static IEnumerable<int> Numbers(DocSet found, SearchKind kind) => found.Descending(SearchEntry.First(kind), SearchEntry.First(kind + 1));

    /// <summary>One beyond the page tells whether there is another.</summary>
    private static int Enough(int page, int size) => (int)Math.Max(MostCounted, Math.Min(((long)page * size) + 1, MostCompared));

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
}
