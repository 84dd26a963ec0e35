using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>Who may do what with a task. Asked on the loaded task with its units; whatever is not named is refused.</summary>
public static class TaskPermissions
{
    /// <summary>Office, leaders and auditor see the whole jurisdiction; a unit sees what it leads, led or has a part in.</summary>
    public static bool MaySee(Actor actor, AnnualTask task) =>
        actor.ReadsAll(task.JurisdictionId)
        || (actor.JurisdictionId == task.JurisdictionId && task.Units.Any(u => (u.TakesPart || u.Role == UnitRole.FormerLead) && actor.WorksFor(u.UnitId)));

    public static bool MayIssue(Actor actor, Guid jurisdictionId) => actor.IsOffice(jurisdictionId);

    public static bool MaySign(Actor actor, TaskUnit part) => actor.JurisdictionId == part.JurisdictionId && actor.WorksFor(part.UnitId);

    public static bool MayDecideDecline(Actor actor, TaskUnit part) => actor.IsOffice(part.JurisdictionId);

    public static bool MayHandOn(Actor actor, TaskUnit part) => MaySign(actor, part);
}

/// <summary>The same sight as <see cref="TaskPermissions.MaySee"/>, as a filter for lists.</summary>
public static class TaskSight
{
    public static IQueryable<AnnualTask> SeenBy(this IQueryable<AnnualTask> tasks, Actor actor)
    {
        var own = tasks.Where(t => t.JurisdictionId == actor.JurisdictionId);
        if (actor.ReadsAll(actor.JurisdictionId))
        {
            return own;
        }

        return actor.Role is Role.Contact or Role.UnitHead
            ? own.Where(t => t.Units.Any(u => u.UnitId == actor.UnitId && (u.State != TaskUnitState.Released || u.Role == UnitRole.FormerLead)))
            : own.Where(_ => false);
    }
}
