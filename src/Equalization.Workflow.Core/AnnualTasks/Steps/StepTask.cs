namespace Equalization.Workflow.Core.AnnualTasks.Steps;

/// <summary>Loads a task for a step of a process.</summary>
public static class StepTask
{
    /// <summary>
    /// A task with its parts for a step of a process. The act that set the step going has mostly loaded it in this very transaction; what it holds is
    /// then taken as it is, which is also what a second reading would give.
    /// </summary>
    public static async Task<AnnualTask> TaskOfStep(this WorkflowDb db, Guid taskId, CancellationToken ct) =>
        db.AsTracked(() => db.AnnualTasks.Local.FindEntry(taskId) is { } held && held.Collection(t => t.Units).IsLoaded ? held.Entity : null)
            ?? await db.TaskWithParts(taskId, ct) ?? throw new InvalidOperationException("A step is about a task that is not there: " + taskId);
}
