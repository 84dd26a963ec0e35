using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Snapshots;

/// <summary>One part of an open task as the snapshot reads it: whose, where it stands, and what its light is decided from.</summary>
internal sealed record SnapshotPart(
    string Number, TaskState TaskState, DateOnly TaskDueOn, int RuleSetNumber, Guid UnitId, UnitRole Role, TaskUnitState State, LightFacts Facts);
