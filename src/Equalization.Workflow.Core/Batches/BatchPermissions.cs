using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Batches;

/// <summary>Whose post does such acts at all. Whether a row is theirs is asked on the loaded row by the act's own service.</summary>
public static class BatchPermissions
{
    public static bool MayTry(Actor actor, BatchAct act) => act switch
    {
        BatchAct.SignFor or BatchAct.NoChange => actor.Role is Role.Contact or Role.UnitHead,
        BatchAct.ApproveReport or BatchAct.PassOnExtension or BatchAct.PassOnCompletion => actor.Role == Role.UnitHead,
        BatchAct.GrantExtension or BatchAct.AcceptCompletion or BatchAct.Urge => actor.Role == Role.Office,
    };
}
