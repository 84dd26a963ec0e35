using Equalization.Workflow.Core.Accountabilities.Rights;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Papers.Cases;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>Takes a case in hand for an act, and tells those on its list; nobody else hears anything.</summary>
internal static class AccountabilityDoor
{
    /// <summary>The kind under which papers and notices refer to a case.</summary>
    public const string Subject = "Accountability";

    /// <summary>With all that hangs on it. Refuses with not-found whoever is not on its list; the act itself is the log.</summary>
    public static async Task<AccountabilityCase> TakeCase(this WorkflowDb db, Actor actor, Guid caseId, CancellationToken ct) =>
        await CaseAccess.MayRead(db, actor, caseId, ct) && await db.WholeCase(caseId, ct) is { } found && found.JurisdictionId == actor.JurisdictionId
            ? found
            : throw RuleBroken.Missing();

    public static Task<AccountabilityCase?> WholeCase(this WorkflowDb db, Guid caseId, CancellationToken ct) =>
        db.AccountabilityCases.Include(c => c.Statements).Include(c => c.Documents).Include(c => c.Remedies).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == caseId, ct);

    public static Task<AccountabilityRules> TermsOf(this WorkflowDb db, AccountabilityCase about, CancellationToken ct) =>
        db.AccountabilityRules.Include(r => r.Terms).SingleAsync(r => r.Id == about.RulesId, ct);

    /// <summary>The case moved: its process looks again.</summary>
    public static void Moved(this WorkflowDb db, AccountabilityCase about) => db.RaiseEvent(CaseEvents.Moved, about.Id);

    /// <summary>People on the list who hold one of the roles; of contacts and heads, those of the case's unit.</summary>
    public static async Task<List<Guid>> OnList(this WorkflowDb db, AccountabilityCase about, IReadOnlyCollection<Role> roles, CancellationToken ct)
    {
        var day = db.Act!.Actor.Day;
        return await (from l in db.CaseMembers
                      join m in db.Memberships on l.PersonId equals m.PersonId
                      where l.CaseId == about.Id && l.RemovedAt == null && m.JurisdictionId == about.JurisdictionId && roles.Contains(m.Role)
                            && m.FromOn <= day && (m.ToOn == null || m.ToOn >= day)
                            && (m.Role == Role.Office || m.Role == Role.Leader || m.UnitId == about.UnitId)
                      select l.PersonId).Distinct().ToListAsync(ct);
    }

    /// <summary>To the unit: a paper waits. What it is stands in the case alone.</summary>
    public static async Task TellUnit(this WorkflowDb db, AccountabilityCase about, CancellationToken ct) =>
        db.Notify(await db.OnList(about, [Role.Contact, Role.UnitHead], ct), NoticeKind.CasePaper, Subject, about.Id, null, "有一份送达本单位的文书等您查阅签收。");

    public static async Task TellOffice(this WorkflowDb db, AccountabilityCase about, CancellationToken ct) =>
        db.Notify(await db.OnList(about, [Role.Office], ct), NoticeKind.CaseMoved, Subject, about.Id, null, "您经办的一件案卷有新的进展，请查阅。");

    public static async Task TellLeader(this WorkflowDb db, AccountabilityCase about, CancellationToken ct) =>
        db.Notify(await db.OnList(about, [Role.Leader], ct), NoticeKind.CaseMoved, Subject, about.Id, null, "有一份案卷文书等您签发。");
}
