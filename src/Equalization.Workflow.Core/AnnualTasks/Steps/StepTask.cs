using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks.Steps;

/// <summary>Loads a task for a step of a process.</summary>
public static class StepTask
{
    /// <summary>
    /// A task with its parts for a step of a process. The act that set the step going has mostly loaded it in this very transaction; what it holds is
    /// then taken as it is, which is also what a second reading would give.
    /// </summary>
    public static async Task<AnnualTask> TaskOfStep(this WorkflowDb db, Guid taskId, CancellationToken ct) =>
        db.ChangeTracker.Entries<AnnualTask>().FirstOrDefault(e => e.Entity.Id == taskId) is { } held && held.Collection(t => t.Units).IsLoaded
            ? held.Entity
            : await db.AnnualTasks.Include(t => t.Units).SingleAsync(t => t.Id == taskId, ct);
}
