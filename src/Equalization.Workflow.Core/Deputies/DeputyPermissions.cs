using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Deputies;

/// <summary>Who sets a deputy for a post and takes it back: the post's holder in person, and whoever keeps units and people. A deputy does neither in that role.</summary>
public static class DeputyPermissions
{
    public static bool MaySet(Actor actor, Membership post) =>
        actor.JurisdictionId == post.JurisdictionId && !actor.IsSystem && !actor.IsDeputy && (actor.PersonId == post.PersonId || UnitPermissions.MayEdit(actor, post.JurisdictionId));
}
