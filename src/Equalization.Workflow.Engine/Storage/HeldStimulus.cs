namespace Equalization.Workflow.Engine.Storage;

/// <summary>What reached an instance while it was stopped; applied in order when it is retried.</summary>
public sealed class HeldStimulus
{
    public required Guid Id { get; init; }

    public required Guid InstanceId { get; init; }

    public required string Stimulus { get; init; }

    public required DateTime HeldAt { get; init; }
}
