using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Handovers;

/// <summary>Who opens, confirms, refuses and decides a handover; asked on the loaded post or handover. A deputy confirms nothing for another.</summary>
public static class HandoverPermissions
{
    /// <summary>The one who leaves the post, the unit's head, and whoever keeps units and people.</summary>
    public static bool MayOpen(Actor actor, Membership from) =>
        !actor.IsDeputy && UnitPermissions.MaySee(actor, from.JurisdictionId)
        && (actor.PersonId == from.PersonId || actor.Heads(from.UnitId) || UnitPermissions.MayEdit(actor, from.JurisdictionId));

    public static bool MaySee(Actor actor, Handover handover) =>
        UnitPermissions.MaySee(actor, handover.JurisdictionId)
        && (actor.PersonId == handover.FromPersonId || actor.PersonId == handover.ToPersonId || actor.Heads(handover.UnitId) || actor.ReadsAll(handover.JurisdictionId)
            || UnitPermissions.MayEdit(actor, handover.JurisdictionId));

    /// <summary>The one who leaves; the office for somebody who can no longer sign in.</summary>
    public static bool MayGive(Actor actor, Handover handover) =>
        !actor.IsDeputy && (actor.PersonId == handover.FromPersonId || (actor.IsOffice(handover.JurisdictionId) && actor.PersonId != handover.ToPersonId));

    public static bool MayTake(Actor actor, Handover handover) => !actor.IsDeputy && actor.PersonId == handover.ToPersonId;

    public static bool MayDecide(Actor actor, Handover handover) =>
        actor.IsOffice(handover.JurisdictionId) && actor.PersonId != handover.FromPersonId && actor.PersonId != handover.ToPersonId;
}
