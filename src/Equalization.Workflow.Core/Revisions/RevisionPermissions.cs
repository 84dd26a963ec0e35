using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>What an edition asks of tasks is read and decided by the office alone; the units hear of what was decided.</summary>
public static class RevisionPermissions
{
    public static bool MayDecide(Actor actor, Guid jurisdictionId) => actor.IsOffice(jurisdictionId);
}
