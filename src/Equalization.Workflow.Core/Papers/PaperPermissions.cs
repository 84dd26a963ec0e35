using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Papers;

/// <summary>Who reads and receives a paper that is not kept to a case's list; asked on the loaded paper with its receipts.</summary>
public static class PaperPermissions
{
    /// <summary>Whoever reads the whole ledger, and the units it was served on.</summary>
    public static bool MaySee(Actor actor, Paper paper) =>
        actor.ReadsAll(paper.JurisdictionId)
        || (actor.JurisdictionId == paper.JurisdictionId && paper.Receipts.Any(r => actor.WorksFor(r.UnitId)));

    public static bool MayReceive(Actor actor, PaperReceipt receipt) => actor.JurisdictionId == receipt.JurisdictionId && actor.WorksFor(receipt.UnitId);
}
