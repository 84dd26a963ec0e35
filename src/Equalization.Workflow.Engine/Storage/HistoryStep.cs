namespace Equalization.Workflow.Engine.Storage;

/// <summary>One step taken, or undone, in the order of <see cref="Sequence"/>.</summary>
public sealed class HistoryStep
{
    public const int LongestValues = 4000;
    public const int LongestCause = 300;
    public const int LongestOutcome = 400;

    /// <summary>The outcome of a row at the root: the instance was moved onto another version.</summary>
    public const string Migrated = "Migrated";

    public required Guid InstanceId { get; init; }

    public required int Sequence { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    public required int Iteration { get; init; }

    /// <summary>The ports it left by, or Waiting, Cancelled, Skipped, Fault, Migrated.</summary>
    public required string Outcome { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who or what set this burst going: a person's act, an event, a timer.</summary>
    public required string Cause { get; init; }

    /// <summary>What it read and wrote, as JSON; null when nothing.</summary>
    public string? Values { get; init; }
}
