using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Deadlines;

/// <summary>Who asks for, passes on and decides an extension; asked on the loaded task or request.</summary>
public static class ExtensionPermissions
{
    /// <summary>Contact or head of the lead unit, which answers for the whole task.</summary>
    public static bool MayAsk(Actor actor, AnnualTask task) => actor.JurisdictionId == task.JurisdictionId && actor.WorksFor(task.LeadUnitId);

    /// <summary>The unit's head; a deputy not for what the deputy asked.</summary>
    public static bool MayPassOn(Actor actor, ExtensionRequest request) =>
        actor.JurisdictionId == request.JurisdictionId && actor.Heads(request.UnitId) && !(actor.IsDeputy && request.AskedById == actor.PersonId);

    public static bool MayDecide(Actor actor, ExtensionRequest request) => actor.IsOffice(request.JurisdictionId);

    /// <summary>The lead unit and whoever reads all; a cooperating unit sees what was decided in the task's story.</summary>
    public static bool MaySee(Actor actor, Guid jurisdictionId, Guid unitId) =>
        actor.JurisdictionId == jurisdictionId && (actor.ReadsAll(jurisdictionId) || actor.WorksFor(unitId));
}
