using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>
/// What somebody on a case's list may do in it; whether they stand on it is asked of the list first, and whoever does not finds no case at all. Terms are read
/// with the rules and put in force by the administrator.
/// </summary>
public static class AccountabilityPermissions
{
    public static bool MayOpen(Actor actor) => actor.Role == Role.Office && !actor.IsSystem;

    public static bool MayOpenFrom(Actor actor, EscalationStep step) => actor.IsOffice(step.JurisdictionId);

    /// <summary>Finding, opinion, records of decision, publication and answers are the office's.</summary>
    public static bool MayKeep(Actor actor, AccountabilityCase about) => actor.IsOffice(about.JurisdictionId);

    /// <summary>Notice and recommendation leave over a leader's signature.</summary>
    public static bool MaySign(Actor actor, AccountabilityCase about) => actor.Role == Role.Leader && actor.JurisdictionId == about.JurisdictionId && !actor.IsSystem;

    /// <summary>The unit is heard and uses its rights through those of its people who stand on the list.</summary>
    public static bool MaySpeak(Actor actor, AccountabilityCase about) => actor.JurisdictionId == about.JurisdictionId && actor.WorksFor(about.UnitId);

    /// <summary>The office lets anybody of the jurisdiction read, the unit's head people of the own unit.</summary>
    public static bool MayAdmit(Actor actor, AccountabilityCase about, Guid unitId) =>
        MayKeep(actor, about) || (actor.JurisdictionId == about.JurisdictionId && actor.Heads(about.UnitId) && unitId == about.UnitId);

    public static bool MayReadTerms(Actor actor) => actor.Role is Role.Admin or Role.Office or Role.Auditor && !actor.IsSystem;

    public static bool MaySetTerms(Actor actor) => actor.Role == Role.Admin && !actor.IsSystem;
}
