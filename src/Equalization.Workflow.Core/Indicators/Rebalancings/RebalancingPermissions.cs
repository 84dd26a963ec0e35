using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Indicators.Rebalancings;

/// <summary>Who sees searches and who has one made. The auditor reads and leaves nothing behind.</summary>
public static class RebalancingPermissions
{
    public static bool MaySee(Actor actor, Guid jurisdictionId) => SchoolPermissions.MaySee(actor, jurisdictionId);

    public static bool MayAsk(Actor actor, Guid jurisdictionId) => MaySee(actor, jurisdictionId) && actor.Role != Role.Auditor;
}
