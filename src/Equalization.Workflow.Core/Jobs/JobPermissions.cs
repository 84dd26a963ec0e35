using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Jobs;

/// <summary>Timed jobs serve all jurisdictions of a database; the administrator watches them and may start one.</summary>
public static class JobPermissions
{
    public static bool MaySee(Actor actor) => actor.Role == Role.Admin;

    public static bool MayAsk(Actor actor) => actor.Role == Role.Admin;
}
