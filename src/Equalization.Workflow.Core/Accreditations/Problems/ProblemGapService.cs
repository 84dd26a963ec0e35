using Equalization.Workflow.Core.Ledgers;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Accreditations.Problems;

/// <summary>Joins problems to gaps of the ledger, and parts them. Versions are the problem's.</summary>
public sealed class ProblemGapService(Transact transact)
{
    /// <summary>
    /// Joins a gap by its number. Refuses all but the office (not-allowed), a number that no gap of the county has (problem-gap), one that is joined already
    /// (problem-gap-joined), and a closed problem (problem-closed).
    /// </summary>
    public Task Join(Actor actor, Guid problemId, int version, string? number, CancellationToken ct) => transact.Run(actor, "问题关联差距", async (db, act) =>
    {
        var problem = await Take(db, act.Actor, problemId, version, ct);
        var county = await db.Accreditations.Where(a => a.Id == problem.AccreditationId).Select(a => a.County).SingleAsync(ct);
        var written = number?.Trim() ?? "";
        var entry = await db.LedgerEntries.SingleOrDefaultAsync(e => e.JurisdictionId == problem.JurisdictionId && e.Number == written && e.County == county, ct)
            ?? throw new RuleBroken("problem-gap", "{0}的差距台账中没有编号“{1}”。请填写差距编号，例如 差2026-0001。", county, written) { Field = "GapNumber" };
        if (await db.ProblemGaps.AnyAsync(g => g.ProblemId == problemId && g.EntryId == entry.Id, ct))
        {
            throw new RuleBroken("problem-gap-joined", "这个问题已经关联差距 {0}。请刷新后查看。", entry.Number) { Field = "GapNumber" };
        }

        db.Add(new ProblemGap(problem, entry, act.Actor.Signature(), act.At));
    }, ct);

    /// <summary>Parts a gap from the problem; the audit keeps that it was joined. Refuses all but the office (not-allowed), a closed problem (problem-closed), and what is not joined (problem-gap-parted).</summary>
    public Task Part(Actor actor, Guid problemId, int version, Guid entryId, CancellationToken ct) => transact.Run(actor, "解除问题与差距的关联", async (db, act) =>
    {
        await Take(db, act.Actor, problemId, version, ct);
        db.Remove(await db.ProblemGaps.SingleOrDefaultAsync(g => g.ProblemId == problemId && g.EntryId == entryId, ct)
            ?? throw new RuleBroken("problem-gap-parted", "这个问题没有关联这项差距，可能已经解除。请刷新后查看。"));
    }, ct);

    private static async Task<AccreditationProblem> Take(WorkflowDb db, Actor actor, Guid id, int version, CancellationToken ct)
    {
        var problem = await ProblemPermissions.SeenBy(db, actor).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw RuleBroken.Missing();
        Permission.Require(ProblemPermissions.MayCheck(actor, problem));
        db.Expect(problem, version);
        return problem.State != ProblemState.Closed ? problem : throw new RuleBroken("problem-closed", "这个问题已经销号，关联不再更改。");
    }
}
