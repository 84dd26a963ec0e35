using Equalization.Workflow.Engine.Definitions;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>What is still to be done in this transaction once the present burst is over. Depth counts how far it lies from the caller's own act.</summary>
internal abstract record Work(int Depth);

internal sealed record StartWork(int Depth, Guid InstanceId, Definition Definition, string By) : Work(Depth)
{
    public string? CorrelationId { get; init; }

    public Guid? TenantId { get; init; }

    /// <summary>Already of the types that the definition declares.</summary>
    public required IReadOnlyDictionary<string, object?> Inputs { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>The parent's bookmark; set when the parent waits for this child.</summary>
    public Guid? ParentBookmarkId { get; set; }
}

internal sealed record EventWork(int Depth, RaisedEvent Raised, Guid? OnlyInstance) : Work(Depth);

internal sealed record ResumeWork(int Depth, Guid InstanceId, Stimulus Stimulus) : Work(Depth);

/// <summary>The child of a wait ended without a result: its parent stops, and an administrator decides.</summary>
internal sealed record LostChildWork(int Depth, Guid InstanceId, Stimulus Stimulus) : Work(Depth);

internal sealed record CancelWork(int Depth, Guid InstanceId, string Cause, bool TellParent) : Work(Depth);
