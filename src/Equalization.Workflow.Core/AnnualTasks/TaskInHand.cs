using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>Loads a task to be changed: whole, with its parts, targets and required evidence.</summary>
public static class TaskInHand
{
    /// <summary>Refuses with not-found what is absent or what the person may not see.</summary>
    public static Task<AnnualTask> TakeTask(this WorkflowDb db, Actor actor, Guid taskId, CancellationToken ct) =>
        Take(db, db.AnnualTasks.Where(t => t.Id == taskId), actor, ct);

    /// <summary>The task a part belongs to, as <see cref="TakeTask"/> has it.</summary>
    public static Task<AnnualTask> TakeTaskOfPart(this WorkflowDb db, Actor actor, Guid taskUnitId, CancellationToken ct) =>
        Take(db, db.AnnualTasks.Where(t => t.Id == db.TaskUnits.Where(u => u.Id == taskUnitId).Select(u => u.TaskId).FirstOrDefault()), actor, ct);

    /// <summary>
    /// A task with its parts for a step of a process. The act that set the step going has mostly loaded it in this very transaction; what it holds is
    /// then taken as it is, which is also what a second reading would give.
    /// </summary>
    public static async Task<AnnualTask> TaskOfStep(this WorkflowDb db, Guid taskId, CancellationToken ct) =>
        db.ChangeTracker.Entries<AnnualTask>().FirstOrDefault(e => e.Entity.Id == taskId) is { } held && held.Collection(t => t.Units).IsLoaded
            ? held.Entity
            : await db.AnnualTasks.Include(t => t.Units).SingleAsync(t => t.Id == taskId, ct);

    private static async Task<AnnualTask> Take(WorkflowDb db, IQueryable<AnnualTask> one, Actor actor, CancellationToken ct)
    {
        var task = Permission.Found(
            await one.Include(t => t.Units).SingleOrDefaultAsync(t => t.JurisdictionId == actor.JurisdictionId, ct), t => TaskPermissions.MaySee(actor, t));
        // One joined reading and two small ones: EF's split query would ask for the parts apart, and look the task up again in each.
        await db.TaskTargets.Where(t => t.TaskId == task.Id).OrderBy(t => t.Position).LoadAsync(ct);
        await db.Set<RequiredEvidence>().Where(r => r.TaskId == task.Id).LoadAsync(ct);
        return task;
    }
}
