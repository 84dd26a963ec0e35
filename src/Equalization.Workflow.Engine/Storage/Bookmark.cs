namespace Equalization.Workflow.Engine.Storage;

public enum BookmarkKind
{
    Event,
    Timer,
    Child,
}

/// <summary>One thing an instance waits for. Whoever deletes the row resumes the instance, and nobody else.</summary>
public sealed class Bookmark
{
    public const int LongestActivityId = 100;
    public const int LongestEventName = 200;
    public const int LongestScopePath = 1000;

    public required Guid Id { get; init; }

    public required Guid InstanceId { get; init; }

    public required BookmarkKind Kind { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>Ids of the containers around the activity, from the root.</summary>
    public required string ScopePath { get; init; }

    /// <summary>Which entry of that scope, since a container can be entered more than once.</summary>
    public required int Frame { get; init; }

    /// <summary>Turn of the innermost loop when the wait began.</summary>
    public required int Iteration { get; init; }

    public string? EventName { get; init; }

    /// <summary>The instance's correlation, kept here so that an event finds its waiters by one index.</summary>
    public string? CorrelationId { get; init; }

    public DateTime? DueAt { get; init; }

    public Guid? ChildId { get; init; }

    /// <summary>Set while the instance is stopped by an incident: its timers are then not taken.</summary>
    public bool IsParked { get; init; }

    public required DateTime CreatedAt { get; init; }
}
