namespace Equalization.Workflow.Engine;

/// <summary>An event: a name, the correlation it is meant for (null reaches all that wait for the name), and what it carries.</summary>
/// <param name="By">Who or what raised it, as the history shall say.</param>
public sealed record RaisedEvent(string Name, string? CorrelationId, object? Payload, string By);
