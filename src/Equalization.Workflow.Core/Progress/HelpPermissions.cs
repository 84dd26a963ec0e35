using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Progress;

/// <summary>Who answers a matter to coordinate: the unit it was put to (contact, head, or its leader), or the office.</summary>
public static class HelpPermissions
{
    public static bool MayAnswer(Actor actor, HelpRequest help) => MayAnswer(actor, help.JurisdictionId, help.OwnerUnitId);

    public static bool MayAnswer(Actor actor, Guid jurisdictionId, Guid ownerUnitId) =>
        actor.JurisdictionId == jurisdictionId
        && (actor.IsOffice(jurisdictionId) || (actor.UnitId == ownerUnitId && actor.Role is Role.Contact or Role.UnitHead or Role.Leader));

    /// <summary>A request that was raised is read by both units, even where the unit asked has no part in the task, and by whoever reads all.</summary>
    public static bool MaySee(Actor actor, HelpRequest help) =>
        actor.JurisdictionId == help.JurisdictionId
        && (help.IsOpen || help.AnsweredAt is not null || help.EndedAt is not null)
        && (actor.ReadsAll(help.JurisdictionId) || actor.WorksFor(help.AskingUnitId) || MayAnswer(actor, help));
}
