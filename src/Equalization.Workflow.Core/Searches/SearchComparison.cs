using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Searches;

/// <summary>
/// The entries of one kind that have the grams of the words, as far as the database has been asked whether they have the words and the person may see them. They are asked about
/// in blocks, the newest first, until there are enough; a block is as long as the share found so far says is needed, so that common words cost few entries and rare ones few queries.
/// </summary>
internal sealed class SearchComparison(SearchKind kind, bool asksEach, IEnumerable<int> numbers, int enough)
{
    /// <summary>Of a kind no more entries than these, the newest, are compared for one search.</summary>
    public const int Most = 10_000;

    private const int First = 200;
    private const int Fewest = 30;
    private const int MostAtOnce = 2400;

    private readonly IEnumerator<int> rest = numbers.GetEnumerator();
    private List<int> block = [];
    private int looked;
    private bool isOver;

    public SearchKind Kind => kind;

    public List<int> Found { get; } = [];

    /// <summary>There may be others.</summary>
    public bool More { get; private set; }

    /// <summary>So many had the grams and not the words that the rest was left.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>All kinds side by side: one query a round, and one more where some kinds are to be seen by permission.</summary>
    public static async Task Run(WorkflowDb db, Actor actor, IReadOnlyList<string> terms, IReadOnlyList<SearchComparison> all, CancellationToken ct)
    {
        while (all.Where(c => c.TakeBlock()).ToLookup(c => c.AsksEach) is { Count: > 0 } round)
        {
            foreach (var some in round)
            {
                var asked = some.SelectMany(c => c.block).ToList();
                var entries = (some.Key ? SearchSight.Seen(db, actor, db.SearchEntries) : db.SearchEntries)
                    .Where(e => e.JurisdictionId == actor.JurisdictionId && EF.Parameter(asked).Contains(e.Number));
                entries = terms.Where(t => !SearchText.IsExact(t)).Aggregate(entries, (narrowed, term) => narrowed.Where(e => e.Text.Contains(term)));
                var found = await entries.OrderByDescending(e => e.Number).Select(e => e.Number).ToListAsync(ct);
                foreach (var comparison in some)
                {
                    comparison.Book(found);
                }
            }
        }
    }

    private bool AsksEach => asksEach;

    /// <summary>No when there is nothing more to ask about.</summary>
    private bool TakeBlock()
    {
        block = [];
        var size = isOver ? 0 : Math.Min(BlockSize(), Most - looked);
        while (block.Count < size && rest.MoveNext())
        {
            block.Add(rest.Current);
        }

        looked += block.Count;
        isOver = block.Count == 0;
        return !isOver;
    }

    /// <summary>A quarter more than what is wanting by the share found so far; twice what was looked at where that was nothing.</summary>
    private int BlockSize()
    {
        var size = looked == 0 ? First : Found.Count == 0 ? looked * 2 : (enough + 1 - Found.Count) * looked * 5L / (Found.Count * 4L);
        return (int)Math.Clamp(size, Fewest, MostAtOnce);
    }

    private void Book(List<int> found)
    {
        Found.AddRange(found.Where(n => SearchEntry.KindOf(DocSet.ChunkOf(n)) == kind));
        if (Found.Count > enough)
        {
            Found.RemoveRange(enough, Found.Count - enough);
            More = isOver = true;
        }
        else if (looked == Most)
        {
            isOver = true;
            More = GaveUp = rest.MoveNext();
        }
    }
}
