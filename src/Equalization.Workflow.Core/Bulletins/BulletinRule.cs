using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Snapshots;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>
/// What a bulletin names, decided from a snapshot's rows alone. Slow: open and red, and of what is overdue the unit itself held
/// it late on at least one working day, since lateness is charged to who held the task (FEATURES C4). Fast: written off by the first day that was set, so without an
/// extension; a unit that is slow anywhere is praised nowhere. One rule for both kinds.
/// </summary>
public static class BulletinRule
{
    public static bool IsSlow(SnapshotLine line) => line is { ClosedOn: null, Light: Light.Red } and ({ Late: 0 } or { Charged: > 0 });

    public static bool IsFast(SnapshotLine line) => line.ClosedOn is { } done && line.FirstDueOn is { } first && done <= first;

    /// <summary>The rows that a bulletin of this kind names, in the snapshot's order.</summary>
    public static IReadOnlyList<SnapshotLine> Select(BulletinKind kind, IReadOnlyList<SnapshotLine> lines)
    {
        var slow = lines.Where(IsSlow).ToList();
        if (kind == BulletinKind.Criticism)
        {
            return slow;
        }

        var units = slow.Select(l => l.UnitId).ToHashSet();
        return [.. lines.Where(l => IsFast(l) && !units.Contains(l.UnitId))];
    }
}
