using Equalization.Workflow.Core.AnnualTasks;

namespace Equalization.Workflow.Core.Reviews;

/// <summary>The office's word on a completion request (审核): accepted, or returned with a reason and a new day.</summary>
public sealed class Review
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid TaskId { get; init; }

    public Guid CompletionRequestId { get; init; }

    public bool Accepted { get; init; }

    public string Opinion { get; init; } = "";

    public DateOnly? NewDueOn { get; init; }

    public Guid ReviewerId { get; init; }

    public string Reviewer { get; init; } = "";

    public DateTime At { get; init; }
}

/// <summary>A write-off (销账): number, day and signers stand on one line of the ledger. One a task that stands; a revoked one keeps its line.</summary>
public sealed class WriteOff
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid TaskId { get; init; }

    /// <summary>A <see cref="LedgerNumber"/> of its own series, written 销2018-0001.</summary>
    public string Number { get; init; } = "";

    public DateOnly On { get; init; }

    /// <summary>Who asked, who approved in the unit, who reviewed, each with the post of that day, joined by "；".</summary>
    public string Signers { get; init; } = "";

    /// <summary>The day a look-back put the task back on the ledger; null while it stands.</summary>
    public DateOnly? RevokedOn { get; private set; }

    public void Revoke(DateOnly on) => RevokedOn = on;
}
