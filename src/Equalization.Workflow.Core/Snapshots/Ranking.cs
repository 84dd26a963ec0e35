using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>Units that may be compared: of a kind, and with few or many parts. One place is never set beside another ten times its size.</summary>
public enum RankGroup
{
    DepartmentsFew,
    DepartmentsMany,
    CountiesFew,
    CountiesMany,
}

/// <summary>
/// What became of a unit's parts. It is all that a ranking can see: there is no room in it for reports sent, log-ins or any other activity.
/// </summary>
public sealed record UnitOutcome(Guid UnitId, UnitKind Kind, int DoneInTime, int DoneLate, int Overdue, int Behind, int Parts)
{
    /// <summary>Parts from which a unit counts among those with many.</summary>
    public const int Many = 10;

    public int Due => DoneInTime + DoneLate + Overdue;

    public RankGroup Group => (Kind == UnitKind.CountyGovernment, Parts >= Many) switch
    {
        (true, true) => RankGroup.CountiesMany,
        (true, false) => RankGroup.CountiesFew,
        (false, true) => RankGroup.DepartmentsMany,
        (false, false) => RankGroup.DepartmentsFew,
    };
}

/// <summary>Counts outcomes and sets units of the same size in order.</summary>
public static class Ranking
{
    /// <summary>One outcome a unit of the snapshot. Late is what the unit itself held late: days that lay with others count for nobody else.</summary>
    public static IReadOnlyList<UnitOutcome> Outcomes(IEnumerable<SnapshotLine> lines, IReadOnlyDictionary<Guid, UnitKind> kinds) =>
    [
        .. lines.GroupBy(l => l.UnitId).Select(g => new UnitOutcome(
            g.Key, kinds[g.Key],
            g.Count(l => l is { ClosedOn: not null, Charged: 0 }), g.Count(l => l is { ClosedOn: not null, Charged: > 0 }),
            g.Count(l => l is { ClosedOn: null, Charged: > 0 }), g.Count(l => l is { ClosedOn: null, Late: 0, Light: Light.Red }), g.Count())),
    ];

    /// <summary>
    /// Places from 1 within each group by the share of due parts that were done in time; equal shares share a place, and the next place is passed over. A unit
    /// with nothing due has none.
    /// </summary>
    public static IReadOnlyDictionary<Guid, int> Places(IEnumerable<UnitOutcome> outcomes)
    {
        var places = new Dictionary<Guid, int>();
        foreach (var group in outcomes.Where(o => o.Due > 0).GroupBy(o => o.Group))
        {
            var members = group.ToList();
            foreach (var one in members)
            {
                // Shares are compared crosswise: a quotient would make equals differ in the last digit.
                places[one.UnitId] = 1 + members.Count(other => (long)other.DoneInTime * one.Due > (long)one.DoneInTime * other.Due);
            }
        }

        return places;
    }
}
