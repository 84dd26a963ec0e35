namespace Equalization.Workflow.Engine.Definitions;

/// <summary>A connection between two activities of one flowchart, by their places in it.</summary>
public sealed record Connection(int Index, int Source, string Port, int Target, string Place);
