namespace Equalization.Workflow.Engine.Definitions;

/// <summary>An input or output of the definition as a whole.</summary>
public sealed record Parameter(string Name, Type Type);
