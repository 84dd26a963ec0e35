namespace Equalization.Workflow.Engine.Definitions;

/// <summary>A variable of the definition or of a container; known by its id, which is unique in the file.</summary>
public sealed record Variable(string Id, string Name, Type Type, object? Initial);
