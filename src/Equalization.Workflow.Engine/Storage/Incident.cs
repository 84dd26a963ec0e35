namespace Equalization.Workflow.Engine.Storage;

/// <summary>Why an instance stopped, and the stimulus that an administrator's retry applies again.</summary>
public sealed class Incident
{
    public const int LongestMessage = 2000;
    public const int LongestDetail = 8000;

    public required Guid Id { get; init; }

    public required Guid InstanceId { get; init; }

    public string? ActivityId { get; init; }

    /// <summary>"failed" for an exception, "too-long" for one ended by its time limit, "too-many-steps", "too-deep", "child-cancelled", or a Fault's own code.</summary>
    public required string Code { get; init; }

    public required string Message { get; init; }

    public string? Detail { get; init; }

    /// <summary>JSON of the stimulus.</summary>
    public required string Stimulus { get; init; }

    public required DateTime RaisedAt { get; init; }

    public DateTime? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }
}
