namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>One move of a task's due day by decision; kept for ever, never edited.</summary>
public sealed class DueMove
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid TaskId { get; init; }

    public DateOnly FromDueOn { get; init; }

    public DateOnly ToDueOn { get; init; }

    public string Reason { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    public DateTime At { get; init; }

    /// <summary>The extension request or the return that moved it.</summary>
    public Guid DecisionId { get; init; }
}
