using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>One part of a task, open or written off that year, as the snapshot reads it: whose, where it stands, and what its light is decided from.</summary>
internal sealed record SnapshotPart(
    Guid Id, string Number, TaskState TaskState, DateOnly TaskDueOn, DateOnly FirstDueOn, int RuleSetNumber, Guid UnitId, UnitRole Role, TaskUnitState State, LightFacts Facts)
{
    public bool IsOpen => Facts.DoneOn is null;
}
