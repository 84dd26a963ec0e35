namespace Equalization.Workflow.Core.Ledgers;

/// <summary>What was decided on a gap: a measure set, a task tied or untied or gone on with as others, a write-off on data or with a reason, and one that was taken back.</summary>
public enum DecisionKind
{
    Measure,
    Tie,
    Untie,
    Succession,
    WriteOff,
    WriteOffWithReason,
    TakeBack,
}

/// <summary>One decision on a gap: when, by whom, on what figure, why. Written once.</summary>
public sealed class LedgerDecision
{
    public const int LongestWords = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid EntryId { get; init; }

    public DecisionKind Kind { get; init; }

    /// <summary>Write-offs bear a number of their own series; others have none.</summary>
    public string? Number { get; init; }

    public DateTime At { get; init; }

    /// <summary>Name and post of who decided.</summary>
    public string By { get; init; } = "";

    /// <summary>The reason, the measure's text, or the task's number and title.</summary>
    public string? Words { get; init; }

    /// <summary>The school year whose data it rests on; null where it rests on none.</summary>
    public int? Year { get; init; }

    public decimal? Value { get; init; }
}
