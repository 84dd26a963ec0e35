namespace Equalization.Workflow.Engine;

/// <summary>A wait whose instant has come (UTC).</summary>
public sealed record DueTimer(Guid InstanceId, Guid BookmarkId, DateTime DueAt);
