using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>Loads a task to be changed. Whole: with its parts, targets and required evidence.</summary>
public static class TaskInHand
{
    private static readonly DailyQuery<Func<WorkflowDb, Guid, CancellationToken, Task<AnnualTask?>>> ById = new(() => EF.CompileAsyncQuery(
        (WorkflowDb db, Guid taskId, CancellationToken ct) => db.AnnualTasks.Include(t => t.Units).SingleOrDefault(t => t.Id == taskId)));

    private static readonly DailyQuery<Func<WorkflowDb, Guid, CancellationToken, Task<AnnualTask?>>> ByPart = new(() => EF.CompileAsyncQuery(
        (WorkflowDb db, Guid taskUnitId, CancellationToken ct) => db.AnnualTasks.Include(t => t.Units)
            .SingleOrDefault(t => t.Id == db.TaskUnits.Where(u => u.Id == taskUnitId).Select(u => u.TaskId).FirstOrDefault())));

    /// <summary>Refuses with not-found what is absent or what the person may not see.</summary>
    public static async Task<AnnualTask> TakeTask(this WorkflowDb db, Actor actor, Guid taskId, CancellationToken ct)
    {
        var task = await db.TakeParts(actor, taskId, ct);
        // EF's split query would ask for the parts apart, and look the task up again in each.
        await db.LoadTargets(task, ct);
        await db.Set<RequiredEvidence>().Where(r => r.TaskId == task.Id).LoadAsync(ct);
        return task;
    }

    /// <summary>The task a part belongs to, with its parts alone. Refuses with not-found what is absent or what the person may not see.</summary>
    public static async Task<AnnualTask> TakeTaskOfPart(this WorkflowDb db, Actor actor, Guid taskUnitId, CancellationToken ct) =>
        Permission.Found(await ByPart.In(db)(db, taskUnitId, ct), t => TaskPermissions.MaySee(actor, t));

    /// <summary>As <see cref="TakeTask"/>, with its parts alone.</summary>
    public static async Task<AnnualTask> TakeParts(this WorkflowDb db, Actor actor, Guid taskId, CancellationToken ct) =>
        Permission.Found(await db.TaskWithParts(taskId, ct), t => TaskPermissions.MaySee(actor, t));

    /// <summary>The targets of a task that was loaded with its parts alone; asks nothing where they are there.</summary>
    public static async Task LoadTargets(this WorkflowDb db, AnnualTask task, CancellationToken ct)
    {
        if (task.Targets.Count == 0)
        {
            await db.TaskTargets.Where(t => t.TaskId == task.Id).OrderBy(t => t.Position).LoadAsync(ct);
        }
    }

    /// <summary>A task with its parts, whoever may see it; null when it is not there.</summary>
    internal static Task<AnnualTask?> TaskWithParts(this WorkflowDb db, Guid taskId, CancellationToken ct) => ById.In(db)(db, taskId, ct);
}
