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

    private static async Task<AnnualTask> Take(WorkflowDb db, IQueryable<AnnualTask> one, Actor actor, CancellationToken ct)
    {
        var task = Permission.Found(
            await one.Include(t => t.Units).SingleOrDefaultAsync(t => t.JurisdictionId == actor.JurisdictionId, ct), t => TaskPermissions.MaySee(actor, t));
        // EF's split query would ask for the parts apart, and look the task up again in each.
        await db.TaskTargets.Where(t => t.TaskId == task.Id).OrderBy(t => t.Position).LoadAsync(ct);
        await db.Set<RequiredEvidence>().Where(r => r.TaskId == task.Id).LoadAsync(ct);
        return task;
    }
}
