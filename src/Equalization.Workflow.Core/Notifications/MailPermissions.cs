using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Notifications;

/// <summary>
/// Who looks after outgoing mail. The administrator sees that a mail failed and why; what it says is the ledger's, and so the office's.
/// </summary>
public static class MailPermissions
{
    public static bool MaySee(Actor actor, Guid jurisdictionId) =>
        actor.JurisdictionId == jurisdictionId && actor.Role is Role.Office or Role.Admin && !actor.IsSystem;

    public static bool MayRead(Actor actor, Guid jurisdictionId) => MaySee(actor, jurisdictionId) && actor.Role == Role.Office;
}
