using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Plans;

/// <summary>Who may read and who may change a plan. A plan that is still a draft is not shown to the units.</summary>
public static class PlanPermissions
{
    public static bool MayRead(Actor actor, Guid jurisdictionId, bool isDraft) =>
        actor.ReadsAll(jurisdictionId)
        || (!isDraft && actor.JurisdictionId == jurisdictionId && actor.Role is Role.Contact or Role.UnitHead);

    public static bool MayWrite(Actor actor, Guid jurisdictionId) => actor.IsOffice(jurisdictionId);
}
