using Equalization.Workflow.Core.Accreditations;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Core.Desks;

/// <summary>What kind of matter a process was started for.</summary>
public enum SubjectKind
{
    Task,
    Extension,
    Help,
    Instruction,
    Request,
    Accreditation,
}

/// <summary>
/// The matter a process serves, by the task it belongs to. Title is null for the administrator, who puts processes right without reading the
/// ledger; SeesTask: the reader may open the task. An accreditation belongs to no task: its own id, the county and the stage at turn stand in their places.
/// </summary>
public sealed record ProcessSubject(SubjectKind Kind, Guid TaskId, string Number, string? Title, bool SeesTask)
{
    public AccreditationStage? Stage { get; init; }
}

/// <summary>One line of a list of instances.</summary>
public sealed record InstanceRow(
    Guid Id, string DefinitionId, string Name, int Version, InstanceStatus Status, DateTime StartedAt, DateTime? FinishedAt, ProcessSubject? Subject, IReadOnlyList<WaitRow> Waits);

/// <summary>A stopped instance with the newest incident that holds it, and what its step is called in the definition.</summary>
public sealed record StoppedRow(InstanceRow Instance, IncidentRow? Incident, string? Step);

/// <summary>One instance as one person sees it.</summary>
public sealed record ProcessFile(InstanceFile Instance, ProcessSubject? Subject, bool MaySettle);
