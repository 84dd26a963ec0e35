using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>A measure and how alike it is, in whole percent.</summary>
public sealed record NearMeasure(EditionMeasure Measure, int Percent);

/// <summary>
/// Finds the measures whose title and text are most alike, by the pairs of neighbouring characters they share (Dice). Only measures that share
/// rare pairs are compared, so that a thousand measures against a thousand stay a matter of moments.
/// </summary>
public sealed class LikenessIndex
{
    private const int RarestLooked = 24;
    private const int MostOfAPair = 32;
    private const int MostCompared = 8;

    private readonly IReadOnlyList<EditionMeasure> measures;
    private readonly List<HashSet<int>> pairs;
    private readonly Dictionary<int, List<int>> holders = [];

    public LikenessIndex(IReadOnlyList<EditionMeasure> measures)
    {
        this.measures = measures;
        pairs = [.. measures.Select(PairsOf)];
        for (var i = 0; i < pairs.Count; i++)
        {
            foreach (var pair in pairs[i])
            {
                if (!holders.TryGetValue(pair, out var list))
                {
                    holders[pair] = list = [];
                }

                list.Add(i);
            }
        }
    }

    public static int Percent(EditionMeasure one, EditionMeasure other) => Percent(PairsOf(one), PairsOf(other));

    /// <summary>Best first; at most eight.</summary>
    public IReadOnlyList<NearMeasure> Nearest(EditionMeasure measure)
    {
        var own = PairsOf(measure);
        var shared = new Dictionary<int, int>();
        foreach (var pair in own.Where(holders.ContainsKey).OrderBy(p => holders[p].Count).ThenBy(p => p).Take(RarestLooked))
        {
            foreach (var holder in holders[pair].Take(MostOfAPair))
            {
                shared[holder] = shared.GetValueOrDefault(holder) + 1;
            }
        }

        return
        [
            .. shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostCompared)
                .Select(s => new NearMeasure(measures[s.Key], Percent(own, pairs[s.Key])))
                .OrderByDescending(n => n.Percent).ThenBy(n => n.Measure.Position),
        ];
    }

    private static int Percent(HashSet<int> one, HashSet<int> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        return one.Count + other.Count == 0 ? 0 : 200 * few.Count(many.Contains) / (one.Count + other.Count);
    }

    private static HashSet<int> PairsOf(EditionMeasure measure)
    {
        var letters = UnitAlias.Normalise(measure.Title + measure.Body).Where(char.IsLetterOrDigit).ToArray();
        return [.. letters.Zip(letters.Skip(1), (a, b) => (a << 16) | b)];
    }
}
