using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>Loads a task to be changed: whole, with its parts, targets and required evidence.</summary>
public static class TaskInHand
{
    /// <summary>Refuses with not-found what is absent or what the person may not see.</summary>
    public static async Task<AnnualTask> TakeTask(this WorkflowDb db, Actor actor, Guid taskId, CancellationToken ct) => Permission.Found(
        await db.AnnualTasks
            .Include(t => t.Units)
            .Include(t => t.Targets)
            .Include(t => t.Required)
            .AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Id == taskId && t.JurisdictionId == actor.JurisdictionId, ct),
        t => TaskPermissions.MaySee(actor, t));
}
