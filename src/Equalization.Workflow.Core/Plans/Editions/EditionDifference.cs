using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.Plans.Editions;

/// <summary>In what a measure differs between two versions; None where it is as it was. Moved: another order among the measures both have.</summary>
[Flags]
public enum EditionChanges
{
    None = 0,
    Added = 1 << 0,
    Removed = 1 << 1,
    Lead = 1 << 2,
    Cooperating = 1 << 3,
    Responsible = 1 << 4,
    Title = 1 << 5,
    Body = 1 << 6,
    Deadlines = 1 << 7,
    Targets = 1 << 8,
    Number = 1 << 9,
    Section = 1 << 10,
    Moved = 1 << 11,
}

/// <summary>What was put in and what was taken out of a list.</summary>
public sealed record CameAndWent(IReadOnlyList<string> Came, IReadOnlyList<string> Went)
{
    public bool Any => Came.Count + Went.Count > 0;

    internal static CameAndWent Of<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, T, bool> same, Func<T, string> name)
    {
        var went = before.ToList();
        var came = new List<string>();
        foreach (var one in after)
        {
            var at = went.FindIndex(w => same(w, one));
            if (at < 0)
            {
                came.Add(name(one));
            }
            else
            {
                went.RemoveAt(at);
            }
        }

        return new CameAndWent(came, [.. went.Select(name)]);
    }
}

/// <summary>
/// A measure of two versions side by side; Former is null for an added one, Draft for a removed one. Near is what a measure without counterpart
/// is most like in the other version: a split or a merger.
/// </summary>
public sealed record EditionDifference(EditionMeasure? Former, EditionMeasure? Draft, EditionChanges Changes, NearMeasure? Near)
{
    /// <summary>Where it stands: in the draft, else where it stood.</summary>
    public int Position => (Draft ?? Former)!.Position;

    public string Title => (Draft ?? Former)!.Title;

    /// <summary>By this its tasks are found.</summary>
    public Guid OriginId => (Former ?? Draft)!.OriginId;

    public CameAndWent Units(DraftUnitRole role) =>
        CameAndWent.Of(In(Former, role), In(Draft, role), (one, other) => one.IsSameAs(other), u => u.Name);

    public CameAndWent Deadlines => Words(Former?.Deadlines, Draft?.Deadlines);

    public CameAndWent Targets => Words(Former?.Targets, Draft?.Targets);

    private static CameAndWent Words(IReadOnlyList<string>? before, IReadOnlyList<string>? after) =>
        CameAndWent.Of(before ?? [], after ?? [], EditionComparison.SameWords, w => w);

    private static IEnumerable<EditionUnit> In(EditionMeasure? measure, DraftUnitRole role) => measure?.Units.Where(u => u.Role == role) ?? [];
}
