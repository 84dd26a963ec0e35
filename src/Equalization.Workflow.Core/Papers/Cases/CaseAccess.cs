using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Papers.Cases;

/// <summary>
/// Access to a case by its list alone: role and unit open nothing. Whoever reads is written down in the same transaction in which they read.
/// </summary>
public static class CaseAccess
{
    /// <summary>Whether the person stands on the case's list now.</summary>
    public static Task<bool> MayRead(WorkflowDb db, Actor actor, Guid caseId, CancellationToken ct) =>
        db.CaseMembers.AnyAsync(m => m.CaseId == caseId && m.JurisdictionId == actor.JurisdictionId && m.PersonId == actor.PersonId && m.RemovedAt == null, ct);

    /// <summary>Cases the person may read, as a filter for lists.</summary>
    public static IQueryable<Guid> ReadBy(WorkflowDb db, Actor actor) =>
        db.CaseMembers.Where(m => m.JurisdictionId == actor.JurisdictionId && m.PersonId == actor.PersonId && m.RemovedAt == null).Select(m => m.CaseId);

    /// <summary>Refuses with not-found whoever is not on the list; logs the reading of whoever is. Inside Transact.</summary>
    public static async Task Read(WorkflowDb db, Actor actor, Guid caseId, string what, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("A reading is logged inside Transact.");
        if (!await MayRead(db, actor, caseId, ct))
        {
            throw RuleBroken.Missing();
        }

        db.Add(new CaseReading(caseId, actor, what, act.At));
    }

    /// <summary>Puts people on the list; whoever stands on it already stays as they are. Inside Transact.</summary>
    public static async Task Admit(WorkflowDb db, Guid caseId, IEnumerable<Guid> personIds, string because, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("A case's list is written inside Transact.");
        var there = await db.CaseMembers.Where(m => m.CaseId == caseId && m.RemovedAt == null).Select(m => m.PersonId).ToListAsync(ct);
        foreach (var personId in personIds.Distinct().Except(there))
        {
            db.Add(new CaseMember(act.Actor.JurisdictionId, caseId, personId, because, act.Actor.IsSystem ? "系统" : act.Actor.Signature(), act.At));
        }
    }

    /// <summary>
    /// Takes somebody off the list, with a reason that stays on it; what they read stays logged. Refuses who is not on it (not-found), oneself (member-self) and no
    /// reason (member-reason). Inside Transact.
    /// </summary>
    public static async Task Remove(WorkflowDb db, Guid caseId, Guid personId, string? because, CancellationToken ct)
    {
        var act = db.Act ?? throw new InvalidOperationException("A case's list is written inside Transact.");
        var member = await db.CaseMembers.SingleOrDefaultAsync(m => m.CaseId == caseId && m.PersonId == personId && m.RemovedAt == null, ct) ?? throw RuleBroken.Missing();
        if (personId == act.Actor.PersonId)
        {
            throw new RuleBroken("member-self", "不能取消自己的查阅权限。请由另一位经办人办理。");
        }

        var reason = because.Needed(200, "取消查阅的理由", new RuleBroken("member-reason", "请写明取消查阅的理由。") { Field = "EndBecause" });
        member.Remove(reason, act.Actor.Signature(), act.At);
    }
}
