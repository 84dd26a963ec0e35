namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>One counted school or school part in one indicator: its pupils and what it holds in whole units (teachers, rooms, 万元).</summary>
public sealed record TransferSchool(string Code, int Pupils, int Amount)
{
    /// <summary>Units that may leave it at most; 0 keeps it out of giving.</summary>
    public int MayGive { get; init; } = int.MaxValue;

    /// <summary>Units that may come to it at most; 0 keeps it out of receiving.</summary>
    public int MayReceive { get; init; } = int.MaxValue;

    /// <summary>Units it keeps in any case.</summary>
    public int Keeps { get; init; }

    /// <summary>The least units with which it counts as over the line of the second aim; null when no number of units brings it there.</summary>
    public int? Need { get; init; }

    /// <summary>School district or education group; moves may be kept within it.</summary>
    public string? Group { get; init; }
}
