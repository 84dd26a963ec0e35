using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Instructions;

/// <summary>Who writes, answers and ends an instruction; asked on the loaded task or instruction.</summary>
public static class InstructionPermissions
{
    /// <summary>Any leader of the jurisdiction.</summary>
    public static bool MayGive(Actor actor, AnnualTask task) => actor.Role == Role.Leader && !actor.IsSystem && actor.JurisdictionId == task.JurisdictionId;

    /// <summary>Whoever reads the whole ledger, and the unit that owns it.</summary>
    public static bool MaySee(Actor actor, Instruction instruction) =>
        actor.ReadsAll(instruction.JurisdictionId) || (actor.JurisdictionId == instruction.JurisdictionId && actor.WorksFor(instruction.OwnerUnitId));

    public static bool MayAnswer(Actor actor, Instruction instruction) =>
        actor.JurisdictionId == instruction.JurisdictionId && actor.WorksFor(instruction.OwnerUnitId);

    /// <summary>In whose name it is written: a deputy writes for the post's holder, with whom it stays when the deputy's term ends.</summary>
    public static Guid LeaderOf(Actor actor) => actor.For?.HolderId ?? actor.PersonId;

    /// <summary>Who wrote it, as a leader still, or who stands in for that leader.</summary>
    public static bool MayEnd(Actor actor, Instruction instruction) =>
        actor.Role == Role.Leader && !actor.IsSystem && actor.JurisdictionId == instruction.JurisdictionId && LeaderOf(actor) == instruction.LeaderId;
}
