namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>How a search for a plan ended.</summary>
public enum PlanOutcome
{
    /// <summary>The county keeps the limit as it stands; moves in the plan serve the second aim only.</summary>
    AlreadyWithin,

    /// <summary>A plan that brings the county under the limit.</summary>
    Found,

    /// <summary>No plan within what was set; <see cref="TransferPlan.Obstacle"/> says why.</summary>
    OutOfReach,

    /// <summary>There is nothing to judge: no schools, or a mean of zero.</summary>
    Undefined,
}

/// <summary>What stands between the county and its limit.</summary>
public enum Obstacle
{
    None,

    /// <summary>The distance or the groups a person set; without them the limit can be reached.</summary>
    Nearness,

    /// <summary>What may leave, come or must stay at single schools, or the most units in all.</summary>
    Bounds,

    /// <summary>Not even free moves of whole units reach it.</summary>
    WholeUnits,
}

/// <summary>Units that go from one school to another; <paramref name="Metres"/> is null where the distance is not known.</summary>
public sealed record Move(string From, string To, int Units, int? Metres);

/// <summary>What a school holds before and after.</summary>
public sealed record Shift(string Code, int Before, int After, bool OverBefore, bool OverAfter);

/// <summary>
/// The county's mean per pupil and coefficient, for reading. <paramref name="Within"/> is decided beside them in whole numbers, never from these doubles.
/// </summary>
public sealed record Spread(double Mean, double Deviation, double Coefficient, bool Within);

/// <summary>
/// The least number of moves that brings a county under the limit, and among such plans one with most schools over their line.
/// Where a number is not proven best, its bound tells how far it may be from it.
/// </summary>
/// <param name="LeastMoves">The moves with which the limit was first kept; the plan may have extra moves beyond them.</param>
/// <param name="FewestMoves">No plan has fewer moves than this; equal to <paramref name="LeastMoves"/> when that is proven.</param>
/// <param name="MostOver">No plan within the moves allowed has more schools over the line.</param>
/// <param name="After">With the plan; when out of reach, the best that can be reached.</param>
public sealed record TransferPlan(
    PlanOutcome Outcome,
    IReadOnlyList<Shift> Shifts,
    IReadOnlyList<Move> Moves,
    int LeastMoves,
    int FewestMoves,
    int MostOver,
    Spread Before,
    Spread After)
{
    public Obstacle Obstacle { get; init; }

    /// <summary>Out of reach is proven; false where a search within fences was ended before it knew.</summary>
    public bool IsProven { get; init; } = true;

    public int MoveCount => Moves.Sum(m => m.Units);

    public int OverBefore => Shifts.Count(s => s.OverBefore);

    public int OverAfter => Shifts.Count(s => s.OverAfter);

    /// <summary>Moves by which the plan may be above the least number; 0 when it is proven.</summary>
    public int MovesGap => Outcome is PlanOutcome.Found ? LeastMoves - FewestMoves : 0;

    /// <summary>Schools by which a plan of as many moves might be better; 0 when proven.</summary>
    public int OverGap => Outcome is PlanOutcome.Found or PlanOutcome.AlreadyWithin ? MostOver - OverAfter : 0;
}

/// <summary>The least units to add that bring a county under the limit, and among such plans one with most schools over their line. The least number is always proven.</summary>
public sealed record AdditionPlan(
    PlanOutcome Outcome,
    IReadOnlyList<Shift> Shifts,
    int LeastUnits,
    int MostOver,
    Spread Before,
    Spread After)
{
    public Obstacle Obstacle { get; init; }

    /// <summary>Out of reach only of the units allowed: more could have been added, so that the spread after is not the least there is.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>What one unit is of what the shifts count.</summary>
    public int Step { get; init; } = 1;

    public int Units => (int)(Shifts.Sum(s => (long)s.After - s.Before) / Step);

    public int OverBefore => Shifts.Count(s => s.OverBefore);

    public int OverAfter => Shifts.Count(s => s.OverAfter);

    public int OverGap => Outcome is PlanOutcome.Found or PlanOutcome.AlreadyWithin ? MostOver - OverAfter : 0;
}
