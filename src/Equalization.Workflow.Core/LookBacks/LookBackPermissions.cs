using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.LookBacks;

/// <summary>Who draws, looks again and reads it; a unit hears of it in its task's story.</summary>
public static class LookBackPermissions
{
    public static bool MaySee(Actor actor, Guid jurisdictionId) => actor.ReadsAll(jurisdictionId);

    /// <summary>Draws, looks again and sets the rules.</summary>
    public static bool MayAct(Actor actor, Guid jurisdictionId) => actor.IsOffice(jurisdictionId);
}
