using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>What a person sets for a plan of transfers. <paramref name="Limit"/> is the coefficient's limit (0.50 小学, 0.45 初中); reaching it exactly passes.</summary>
public sealed record TransferTerms(decimal Limit)
{
    /// <summary>Moves allowed beyond the least number, spent on bringing more schools over the line.</summary>
    public int ExtraMoves { get; init; }

    /// <summary>Distances between the schools, in their order; without them every move is equally near.</summary>
    public Distances? Distances { get; init; }

    /// <summary>No move goes further; a distance that is not known counts as too far.</summary>
    public int? MostMetres { get; init; }

    /// <summary>Ends the search for more schools over their line: <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Told the least number of moves as soon as it is known, while the search goes on.</summary>
    public Action<int>? Reached { get; init; }

    /// <summary>Moves stay within a school's group; a school without a group takes no part.</summary>
    public bool WithinGroups { get; init; }
}

/// <summary>What a person sets for a plan of additions (rooms in number, equipment in units of money).</summary>
public sealed record AdditionTerms(decimal Limit)
{
    /// <summary>Units at most; a need beyond it is told as out of reach.</summary>
    public int Most { get; init; } = 200_000;

    /// <summary>Units allowed beyond the least number, spent on bringing more schools over the line; at most <see cref="AdditionSolver.MostExtra"/>.</summary>
    public int Extra { get; init; }

    /// <summary>Of what the schools hold so much is added at a time; a unit of this plan.</summary>
    public int Step { get; init; } = 1;

    /// <summary>Ends the search: <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Told the least number of units as soon as it is known, while the search goes on.</summary>
    public Action<int>? Reached { get; init; }

    /// <summary>Schools that count and receive nothing, since a resource that levels share is no whole unit of one level.</summary>
    internal PupilSums Rest { get; init; } = PupilSums.None;
}
