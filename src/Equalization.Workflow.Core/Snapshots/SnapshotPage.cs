namespace Equalization.Workflow.Core.Snapshots;

/// <summary>Some thousand lines of a snapshot, packed; a line is a part of a task.</summary>
[NotAudited]
public sealed class SnapshotPage
{
    public Guid SnapshotId { get; init; }

    /// <summary>From 0.</summary>
    public int Number { get; init; }

    public byte[] Content { get; init; } = [];

    /// <summary>SHA-256 of the packed content, so that a changed byte is told by its page; empty on days of edition 1.</summary>
    public string Hash { get; init; } = "";
}
