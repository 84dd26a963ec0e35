namespace Equalization.Workflow.Core.Units;

/// <summary>Who may see and change units, people and posts.</summary>
public static class UnitPermissions
{
    public static bool MaySee(Actor actor, Guid jurisdictionId) => actor.JurisdictionId == jurisdictionId && !actor.IsSystem;

    public static bool MayEdit(Actor actor, Guid jurisdictionId) =>
        MaySee(actor, jurisdictionId) && actor.Role is Role.Admin or Role.Office;
}
