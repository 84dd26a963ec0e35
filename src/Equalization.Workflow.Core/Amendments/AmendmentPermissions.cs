using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Amendments;

/// <summary>Who changes what was issued; whoever sees the task reads the decisions.</summary>
public static class AmendmentPermissions
{
    public static bool MayAmend(Actor actor, AnnualTask task) => actor.IsOffice(task.JurisdictionId);
}
