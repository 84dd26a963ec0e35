using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>Two versions of a plan compared: every measure of either stands once in All, with what changed in it.</summary>
public sealed record EditionComparison(IReadOnlyList<EditionDifference> All)
{
    /// <summary>Less alike than this, in percent, is no sign of a split or a merger.</summary>
    public const int LeastNear = 35;

    public int Unchanged => All.Count(d => d.Changes == EditionChanges.None);

    public int Count(EditionChanges change) => All.Count(d => d.Changes.HasFlag(change));

    /// <summary>Compares by pairs already found; what is in no pair was added or removed.</summary>
    public static EditionComparison Of(IReadOnlyList<EditionMeasure> former, IReadOnlyList<EditionMeasure> draft, IReadOnlyList<EditionPair> pairs)
    {
        var moved = Moved(pairs);
        var paired = pairs.SelectMany(p => new[] { p.Former.Id, p.Draft.Id }).ToHashSet();
        var (removed, added) = (former.Where(m => !paired.Contains(m.Id)).ToList(), draft.Where(m => !paired.Contains(m.Id)).ToList());
        var (inFormer, inDraft) = (new LikenessIndex(added.Count > 0 ? former : []), new LikenessIndex(removed.Count > 0 ? draft : []));
        return new EditionComparison(
        [
            .. pairs.Select(p => new EditionDifference(p.Former, p.Draft, Between(p, moved.Contains(p.Draft.Id)), null))
                .Concat(removed.Select(m => new EditionDifference(m, null, EditionChanges.Removed, Near(inDraft, m))))
                .Concat(added.Select(m => new EditionDifference(null, m, EditionChanges.Added, Near(inFormer, m))))
                .OrderBy(d => d.Position).ThenBy(d => d.Draft is null),
        ]);
    }

    /// <summary>White space and full width are no change of words.</summary>
    internal static bool SameWords(string one, string other) => UnitAlias.Normalise(one) == UnitAlias.Normalise(other);

    private static NearMeasure? Near(LikenessIndex index, EditionMeasure measure) => index.Nearest(measure).FirstOrDefault(n => n.Percent >= LeastNear);

    private static EditionChanges Between(EditionPair pair, bool moved)
    {
        var (former, draft) = (pair.Former, pair.Draft);
        var difference = new EditionDifference(former, draft, EditionChanges.None, null);
        return If(difference.Units(DraftUnitRole.Lead).Any, EditionChanges.Lead)
            | If(difference.Units(DraftUnitRole.Cooperating).Any, EditionChanges.Cooperating)
            | If(difference.Units(DraftUnitRole.Responsible).Any, EditionChanges.Responsible)
            | If(!SameWords(former.Title, draft.Title), EditionChanges.Title)
            | If(!SameWords(former.Body, draft.Body), EditionChanges.Body)
            | If(difference.Deadlines.Any, EditionChanges.Deadlines)
            | If(difference.Targets.Any, EditionChanges.Targets)
            | If(!SameWords(former.Number ?? "", draft.Number ?? ""), EditionChanges.Number)
            | If(!SameWords(former.Section, draft.Section), EditionChanges.Section)
            | If(moved, EditionChanges.Moved);
    }

    private static EditionChanges If(bool changed, EditionChanges change) => changed ? change : EditionChanges.None;

    /// <summary>The fewest measures whose moving explains the new order: those outside the longest run that kept its order.</summary>
    private static HashSet<Guid> Moved(IReadOnlyList<EditionPair> pairs)
    {
        var ordered = pairs.OrderBy(p => p.Draft.Position).ToList();
        var ends = new List<int>();
        var before = new int[ordered.Count];
        for (var i = 0; i < ordered.Count; i++)
        {
            var at = FirstAtLeast(ends, e => ordered[e].Former.Position, ordered[i].Former.Position);
            before[i] = at == 0 ? -1 : ends[at - 1];
            if (at == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[at] = i;
            }
        }

        var moved = ordered.Select(p => p.Draft.Id).ToHashSet();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
        {
            moved.Remove(ordered[i].Draft.Id);
        }

        return moved;
    }

    /// <summary>The first place whose value is at least this, in a list whose values ascend; the count where none is.</summary>
    private static int FirstAtLeast(List<int> list, Func<int, int> value, int least)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = value(list[middle]) < least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
