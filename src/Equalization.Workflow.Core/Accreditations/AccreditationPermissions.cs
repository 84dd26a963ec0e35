using System.Linq.Expressions;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Accreditations;

/// <summary>Who reads and moves a county's accreditation: the office moves it, the county's own unit evaluates itself, leaders and auditors read.</summary>
public static class AccreditationPermissions
{
    /// <summary>Whoever reads the whole jurisdiction, and the county's unit.</summary>
    public static bool MaySee(Actor actor, Accreditation accreditation) =>
        actor.ReadsAll(accreditation.JurisdictionId) || Works(actor, accreditation);

    /// <summary>The same sight, as a filter for lists.</summary>
    public static Expression<Func<Accreditation, bool>> SeenBy(Actor actor)
    {
        var all = actor.ReadsAll(actor.JurisdictionId);
        var own = actor.WorksFor(actor.UnitId) && !actor.IsSystem ? actor.UnitId : (Guid?)null;
        return a => a.JurisdictionId == actor.JurisdictionId && (all || (own != null && a.UnitId == own));
    }

    public static bool MayOpen(Actor actor) => actor.IsOffice(actor.JurisdictionId);

    public static bool MayDecide(Actor actor, Accreditation accreditation) => actor.IsOffice(accreditation.JurisdictionId);

    /// <summary>States the items: the county's own people, and the office in their stead.</summary>
    public static bool MayEvaluate(Actor actor, Accreditation accreditation) => actor.IsOffice(accreditation.JurisdictionId) || Works(actor, accreditation);

    /// <summary>Hands the self-evaluation in and reports the rectification: the county's head, and the office in their stead.</summary>
    public static bool MaySubmit(Actor actor, Accreditation accreditation) =>
        actor.IsOffice(accreditation.JurisdictionId) || (Works(actor, accreditation) && actor.Role == Role.UnitHead);

    private static bool Works(Actor actor, Accreditation accreditation) =>
        actor.JurisdictionId == accreditation.JurisdictionId && accreditation.UnitId is { } unit && actor.WorksFor(unit) && !actor.IsSystem;
}
