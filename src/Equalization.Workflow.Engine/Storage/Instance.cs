namespace Equalization.Workflow.Engine.Storage;

/// <summary>Where an instance stands. Faulted means stopped with an open incident; it goes on when an administrator retries.</summary>
public enum InstanceStatus
{
    Running,
    Faulted,
    Finished,
    Cancelled,
}

/// <summary>One run of a definition, pinned to the version it started with.</summary>
public sealed class Instance
{
    public const int LongestCorrelation = 200;

    public required Guid Id { get; init; }

    public required string DefinitionId { get; init; }

    public required int DefinitionVersion { get; init; }

    /// <summary>Raised by each burst; two bursts on one instance cannot both commit.</summary>
    public int Version { get; set; }

    public InstanceStatus Status { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>Whose data this instance belongs to, as the starter said it; its children belong there too.</summary>
    public Guid? TenantId { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>The parent's bookmark that this instance's end resumes.</summary>
    public Guid? ParentBookmarkId { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>Steps taken so far: the sequence number of the last row of its history.</summary>
    public int Steps { get; set; }

    /// <summary>Variables and what stands in each container, as JSON. Waiting is not in it: that is the bookmarks.</summary>
    public required string State { get; set; }
}
