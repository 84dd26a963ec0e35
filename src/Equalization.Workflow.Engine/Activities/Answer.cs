namespace Equalization.Workflow.Engine.Activities;

/// <summary>What a custom activity found: the port to leave by, and its results.</summary>
public sealed record Answer<TOutput>(string Outcome, TOutput Output);
