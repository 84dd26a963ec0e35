using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Core.Processes;

/// <summary>How many instances of a definition stand where. Between two steps an instance that runs always waits.</summary>
public sealed record ProcessCounts(int Waiting, int Stopped, int Finished, int Cancelled)
{
    public static readonly ProcessCounts None = new(0, 0, 0, 0);

    public int All => Waiting + Stopped + Finished + Cancelled;
}

/// <summary>A process as it is published now. Counts are null for whoever does not see all instances.</summary>
public sealed record DefinitionRow(string Id, string Name, int Version, DateTime PublishedAt, Definition? Definition, ProcessCounts? Counts);

/// <summary>One version of a process; the newest published one is what new instances start with.</summary>
public sealed record VersionRow(int Version, DateTime PublishedAt, bool IsPublished, int? Live);

/// <summary>A process with one of its versions laid open, and the names of the processes it may start.</summary>
public sealed record DefinitionView(
    string Id, string Name, int Version, int Current, Definition? Definition, IReadOnlyList<VersionRow> Versions, ProcessCounts? Counts, IReadOnlyDictionary<string, string> Names);

/// <summary>What an instance waits for: an event by name, an instant, or another process.</summary>
public sealed record WaitRow(Guid InstanceId, BookmarkKind Kind, string ActivityId, string? EventName, DateTime? DueAt, Guid? ChildId, DateTime Since);

/// <summary>One step of the history. Cause and values are as the engine wrote them.</summary>
public sealed record StepRow(int Sequence, string ActivityId, string ActivityType, int Iteration, string Outcome, DateTime At, string Cause, string? Values);

/// <summary>How often an activity was left in one way.</summary>
public sealed record PassRow(string ActivityId, string Outcome, int Times);

/// <summary>Why an instance stopped; open until closed. Detail is there for whoever may mend it.</summary>
public sealed record IncidentRow(Guid Id, Guid InstanceId, string? ActivityId, string Code, string Message, string? Detail, DateTime RaisedAt, DateTime? ClosedAt, string? ClosedBy);

/// <summary>What was done about it by hand.</summary>
public sealed record InterventionRow(InterventionKind Kind, string? Reason, string By, DateTime At);

/// <summary>An instance that stands in a parent-child relation to another.</summary>
public sealed record RelativeRow(Guid Id, string DefinitionId, string Name, InstanceStatus Status, DateTime StartedAt, Guid? ByBookmark);

/// <summary>Everything about one instance but the task it serves. Steps are one page, newest first.</summary>
public sealed record InstanceFile(
    Guid Id, string DefinitionId, string Name, int Version, int Current, InstanceStatus Status, string? CorrelationId, DateTime StartedAt, DateTime? FinishedAt,
    Definition? Definition, IReadOnlyDictionary<string, string> Names, IReadOnlyList<WaitRow> Waits, Paged<StepRow> Steps, IReadOnlyList<PassRow> Passes,
    RelativeRow? Parent, IReadOnlyList<RelativeRow> Children, IReadOnlyList<IncidentRow> Incidents, IReadOnlyList<InterventionRow> Interventions);
