using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Progress;

/// <summary>Who adds evidence: contacts and heads, for their own unit.</summary>
public static class EvidencePermissions
{
    public static bool MayUpload(Actor actor) => actor.WorksFor(actor.UnitId);

    public static bool MayRenew(Actor actor, Evidence evidence) =>
        actor.JurisdictionId == evidence.JurisdictionId && actor.WorksFor(evidence.UnitId);
}
