namespace Equalization.Workflow.Engine;

/// <summary>How many waits one page of an event reached, and where the next page begins; null after the last.</summary>
public sealed record RaisedPage(int Reached, Guid? Next);
