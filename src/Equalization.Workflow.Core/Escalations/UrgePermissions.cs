using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Who urges and who answers; asked on the loaded task or urge.</summary>
public static class UrgePermissions
{
    public static bool MayUrge(Actor actor, AnnualTask task) => actor.IsOffice(task.JurisdictionId);

    public static bool MayAnswer(Actor actor, Urge urge) => actor.JurisdictionId == urge.JurisdictionId && actor.WorksFor(urge.UnitId);
}
