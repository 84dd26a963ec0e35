using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>What makes a measure of the draft the continuation of one of the former version.</summary>
public enum PairedBy
{
    Origin,
    Title,
    Likeness,
}

/// <summary>A measure of the former version and the one of the draft that continues it.</summary>
public sealed record EditionPair(EditionMeasure Former, EditionMeasure Draft, PairedBy By);

/// <summary>
/// Finds which measures of two versions are the same one, each at most once: by origin, else by title where it is unambiguous, else by likeness
/// of their words, else by equal titles in their order.
/// </summary>
public static class EditionPairing
{
    /// <summary>Measures less alike than this, in percent, are different ones unless a person says otherwise.</summary>
    public const int LeastLikeness = 55;

    public static IReadOnlyList<EditionPair> Find(IReadOnlyList<EditionMeasure> former, IReadOnlyList<EditionMeasure> draft)
    {
        var open = new Unpaired(former, draft);
        open.PairFirst(m => m.OriginId, PairedBy.Origin);
        open.PairOnly(m => (Title(m), UnitAlias.Normalise(m.Section)));
        open.PairOnly(m => (Title(m), m.Number));
        open.PairOnly(Title);
        open.PairAlike();
        open.PairFirst(Title, PairedBy.Title);
        return open.Pairs;
    }

    /// <summary>Only what is recorded: a pairing that a person took apart stays apart.</summary>
    public static IReadOnlyList<EditionPair> Recorded(IReadOnlyList<EditionMeasure> former, IReadOnlyList<EditionMeasure> draft)
    {
        var open = new Unpaired(former, draft);
        open.PairFirst(m => m.OriginId, PairedBy.Origin);
        return open.Pairs;
    }

    private static string Title(EditionMeasure measure) => UnitAlias.Normalise(measure.Title);

    private sealed class Unpaired(IReadOnlyList<EditionMeasure> former, IReadOnlyList<EditionMeasure> draft)
    {
        private readonly List<EditionMeasure> formers = [.. former];
        private readonly List<EditionMeasure> drafts = [.. draft];

        public List<EditionPair> Pairs { get; } = [];

        /// <summary>Equal keys are paired in their order.</summary>
        public void PairFirst<TKey>(Func<EditionMeasure, TKey> key, PairedBy by)
            where TKey : notnull
        {
            var waiting = formers.GroupBy(key).ToDictionary(g => g.Key, g => new Queue<EditionMeasure>(g));
            Take([.. drafts.Select(d => waiting.TryGetValue(key(d), out var queue) && queue.TryDequeue(out var same) ? new EditionPair(same, d, by) : null).OfType<EditionPair>()]);
        }

        /// <summary>Keys are paired that stand once in either version.</summary>
        public void PairOnly<TKey>(Func<EditionMeasure, TKey> key)
            where TKey : notnull
        {
            var once = formers.GroupBy(key).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First());
            Take([.. drafts.GroupBy(key).Where(g => g.Count() == 1 && once.ContainsKey(g.Key)).Select(g => new EditionPair(once[g.Key], g.First(), PairedBy.Title))]);
        }

        /// <summary>The most alike are paired first; of equally alike ones those nearest in place.</summary>
        public void PairAlike()
        {
            var index = new LikenessIndex(formers);
            var alike = drafts.SelectMany(d => index.Nearest(d).Where(n => n.Percent >= LeastLikeness).Select(n => (Former: n.Measure, Draft: d, n.Percent)))
                .OrderByDescending(x => x.Percent).ThenBy(x => Math.Abs(x.Former.Position - x.Draft.Position)).ThenBy(x => x.Draft.Position);
            HashSet<Guid> taken = [];
            var best = new List<EditionPair>();
            foreach (var (one, other, _) in alike)
            {
                if (!taken.Contains(one.Id) && !taken.Contains(other.Id))
                {
                    taken.UnionWith([one.Id, other.Id]);
                    best.Add(new EditionPair(one, other, PairedBy.Likeness));
                }
            }

            Take(best);
        }

        private void Take(List<EditionPair> found)
        {
            var taken = found.SelectMany(p => new[] { p.Former.Id, p.Draft.Id }).ToHashSet();
            formers.RemoveAll(m => taken.Contains(m.Id));
            drafts.RemoveAll(m => taken.Contains(m.Id));
            Pairs.AddRange(found);
        }
    }
}
