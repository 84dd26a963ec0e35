using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Instructions;

/// <summary>
/// What a leader wrote stays that person's to end, also in another leader's post. Once the person holds none any more, it falls to whoever holds the same post of the same unit, and
/// to the office.
/// </summary>
internal static class InstructionSuccession
{
    public static IQueryable<Instruction> FallenTo(WorkflowDb db, Actor actor)
    {
        var (isOffice, isLeader) = (actor.IsOffice(actor.JurisdictionId), actor.Role == Role.Leader && !actor.IsSystem);
        var posts = db.Memberships.Where(m => m.JurisdictionId == actor.JurisdictionId && m.Role == Role.Leader);
        return db.Instructions.Where(i => i.JurisdictionId == actor.JurisdictionId && !posts.Any(m => m.PersonId == i.LeaderId && (m.ToOn == null || m.ToOn >= actor.Day))
            && (isOffice || (isLeader && posts.Any(m => m.PersonId == i.LeaderId && m.UnitId == actor.UnitId && m.Post == actor.Post))));
    }
}
