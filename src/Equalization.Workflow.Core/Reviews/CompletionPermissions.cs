using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Reviews;

/// <summary>Who asks for, passes on and reviews a completion; asked on the loaded task or request.</summary>
public static class CompletionPermissions
{
    /// <summary>Contact or head of the lead unit, which answers for the whole task.</summary>
    public static bool MayAsk(Actor actor, AnnualTask task) => actor.JurisdictionId == task.JurisdictionId && actor.WorksFor(task.LeadUnitId);

    /// <summary>The unit's head; a deputy not for what the deputy asked.</summary>
    public static bool MayPassOn(Actor actor, CompletionRequest request) =>
        actor.JurisdictionId == request.JurisdictionId && actor.Heads(request.UnitId) && !(actor.IsDeputy && request.AskedById == actor.PersonId);

    /// <summary>The office; that the reviewer neither asked nor approved is a rule of the request itself.</summary>
    public static bool MayReview(Actor actor, CompletionRequest request) => actor.IsOffice(request.JurisdictionId);

    public static bool MaySee(Actor actor, Guid jurisdictionId, Guid unitId) =>
        actor.JurisdictionId == jurisdictionId && (actor.ReadsAll(jurisdictionId) || actor.WorksFor(unitId));
}
