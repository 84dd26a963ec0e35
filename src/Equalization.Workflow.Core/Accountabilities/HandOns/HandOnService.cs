using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accountabilities.HandOns;

/// <summary>Records that a decided case was transferred to the body in charge, and filed with the office above.</summary>
public sealed class HandOnService(Transact transact)
{
    /// <summary>
    /// Version is the case's. Refuses who is not on the list (not-found), all but the office (not-allowed), a second filing (filed), and as
    /// <see cref="CaseHandOn"/>.
    /// </summary>
    public Task HandOn(Actor actor, Guid caseId, int version, HandOnOrder order, CancellationToken ct) =>
        transact.Run(actor, "案卷移交备案", async (db, act) =>
        {
            var about = await db.TakeCase(actor, caseId, ct);
            Permission.Require(AccountabilityPermissions.MayKeep(actor, about));
            db.Expect(about, version);
            var handOn = new CaseHandOn(about, order, actor.Signature(), act.At);
            if (handOn.Kind == HandOnKind.Filing && await db.CaseHandOns.AnyAsync(h => h.CaseId == caseId && h.Kind == HandOnKind.Filing, ct))
            {
                throw new RuleBroken("filed", "这件案卷已经备案，不需要再次登记。请刷新后查看。");
            }

            db.Add(handOn);
            await db.TellLeader(about, ct);
            db.Moved(about);
        }, ct);
}

/// <summary>What of a decided case is still to be handed on before it can be archived.</summary>
internal static class HandOnDuty
{
    /// <summary>The transfer where the decision asks for one, then the filing; null when neither is owed.</summary>
    public static async Task<HandOnKind?> Of(WorkflowDb db, AccountabilityCase about, CancellationToken ct) =>
        about.State == CaseState.Decided ? await Owed(db, about.Id, about.ToTransfer, ct) : null;

    /// <summary>Refuses (transfer-open, filing-open) while something is owed.</summary>
    public static async Task MustBeDone(WorkflowDb db, Guid caseId, bool toTransfer, CancellationToken ct)
    {
        switch (await Owed(db, caseId, toTransfer, ct))
        {
            case HandOnKind.Transfer:
                throw new RuleBroken("transfer-open", "决定载明须移交有关机关处理，尚未登记移交，不能归档。请先登记移交。");
            case HandOnKind.Filing:
                throw new RuleBroken("filing-open", "尚未报上级备案，不能归档。请先登记备案。");
            case null:
                return;
        }
    }

    private static async Task<HandOnKind?> Owed(WorkflowDb db, Guid caseId, bool toTransfer, CancellationToken ct)
    {
        var done = await db.CaseHandOns.Where(h => h.CaseId == caseId).Select(h => h.Kind).Distinct().ToListAsync(ct);
        return toTransfer && !done.Contains(HandOnKind.Transfer) ? HandOnKind.Transfer
            : !done.Contains(HandOnKind.Filing) ? HandOnKind.Filing : null;
    }
}
