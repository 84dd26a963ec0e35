using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>Who sees schools and their indicators, and who enters them. Everybody of the ledger sees all schools of the jurisdiction: differences are between schools.</summary>
public static class SchoolPermissions
{
    public static bool MaySee(Actor actor, Guid jurisdictionId) =>
        actor.ReadsAll(jurisdictionId) || (actor.JurisdictionId == jurisdictionId && actor.Role is Role.Contact or Role.UnitHead && !actor.IsSystem);

    /// <summary>Imports, entries, and stricter local values are the office's.</summary>
    public static bool MayEdit(Actor actor, Guid jurisdictionId) => actor.IsOffice(jurisdictionId);
}
