namespace Equalization.Workflow.Engine;

/// <summary>What to start and for whom; the inputs by name, as the definition declares them.</summary>
public sealed record StartRequest(string DefinitionId, string By)
{
    public string? CorrelationId { get; init; }

    /// <summary>Whose data the instance belongs to, for readers that may see only a part of them.</summary>
    public Guid? TenantId { get; init; }

    public IReadOnlyDictionary<string, object?> Inputs { get; init; } = new Dictionary<string, object?>();
}
