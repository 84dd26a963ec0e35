using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Requests;

/// <summary>Who asks, answers, decides and ends a unit's request; asked on the loaded task or request.</summary>
public static class RequestPermissions
{
    /// <summary>Contact or head of a unit with a part in the task.</summary>
    public static bool MayAsk(Actor actor, AnnualTask task) =>
        actor.JurisdictionId == task.JurisdictionId && task.Units.Any(u => u.TakesPart && actor.WorksFor(u.UnitId));

    /// <summary>Both units, even where the one asked has no part in the task, and whoever reads the whole ledger.</summary>
    public static bool MaySee(Actor actor, UnitRequest request) =>
        actor.ReadsAll(request.JurisdictionId) || (actor.JurisdictionId == request.JurisdictionId && (actor.WorksFor(request.AskingUnitId) || MayAnswer(actor, request)));

    /// <summary>The unit asked; the office in any case, since it settles what units do not.</summary>
    public static bool MayAnswer(Actor actor, UnitRequest request) =>
        actor.IsOffice(request.JurisdictionId) || (actor.JurisdictionId == request.JurisdictionId && request.OwnerUnitId is { } owner && actor.WorksFor(owner));

    public static bool MayDecide(Actor actor, UnitRequest request) => actor.IsOffice(request.JurisdictionId);

    public static bool MayEnd(Actor actor, UnitRequest request) => actor.JurisdictionId == request.JurisdictionId && actor.WorksFor(request.AskingUnitId);
}
