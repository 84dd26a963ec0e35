namespace Equalization.Workflow.Engine.Storage;

/// <summary>An event that nobody waited for. It is written down for explanation and never delivered later.</summary>
public sealed class UnheardEvent
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? CorrelationId { get; init; }

    public required string RaisedBy { get; init; }

    public required DateTime RaisedAt { get; init; }

    public string? Payload { get; init; }
}
