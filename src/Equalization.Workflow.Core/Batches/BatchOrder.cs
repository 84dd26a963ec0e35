namespace Equalization.Workflow.Core.Batches;

/// <summary>
/// A row ticked with others, as the list showed it. Id: of the part for signing and for “no change”, of the report or request for what is decided, of the
/// task for urging. Version: of that row, null for “no change” where no report of the period was begun, and for urging. Period: of “no change” only.
/// </summary>
public sealed record BatchPick(Guid Id, int? Version, string? Period = null);

/// <summary>One act for many rows, with one text for all where the act takes one: the opinion, the decision, the urge.</summary>
public sealed record BatchOrder(BatchAct Act, IReadOnlyList<BatchPick> Picks, string? Text = null)
{
    /// <summary>Is told after each row how many are through, done or refused.</summary>
    public IProgress<int>? Told { get; init; }
}

/// <summary>What became of one row: done (with the write-off's number or the new day, where there is one) or refused, with the reason.</summary>
public sealed record BatchResult(BatchPick Pick, RuleBroken? Refusal)
{
    public string? Number { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The task the row is about; null where the person may not see the row.</summary>
    public BatchTask? Task { get; init; }
}

/// <summary>The task a row of a batch is about, as its result names it.</summary>
public sealed record BatchTask(Guid Id, string Number, string Title);
