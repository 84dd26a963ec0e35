using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>Measures and write-offs of gaps. Versions are the entry's.</summary>
public sealed class LedgerService(Transact transact)
{
    public const int LongestReason = 500;

    /// <summary>
    /// Writes the measure (一校一策). Refuses a person of neither the office nor the unit that keeps the school's ledger (not-allowed), a responsible unit that is not
    /// of the place (ledger-unit), and as <see cref="LedgerEntry.Take"/>.
    /// </summary>
    public Task SetMeasure(Actor actor, Guid id, int version, GapMeasure measure, CancellationToken ct) => transact.Run(actor, "填写一校一策", async (db, act) =>
    {
        var entry = await db.TakeEntry(act.Actor, id, ct);
        var keeper = await db.SchoolKeepings.Where(k => k.SchoolId == entry.SchoolId).Select(k => k.UnitId).SingleOrDefaultAsync(ct);
        Permission.Require(LedgerPermissions.MayMeasure(act.Actor, entry, keeper));
        db.Expect(entry, version);
        if (measure.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && u.JurisdictionId == entry.JurisdictionId, ct))
        {
            throw new RuleBroken("ledger-unit", "没有找到所选的责任单位。请从列表中选择。") { Field = "UnitId" };
        }

        entry.Take(measure, ChinaTime.DayOf(act.At));
        db.Decide(entry, DecisionKind.Measure, $"{entry.Measure}（{entry.Responsible}，{entry.TermOn:yyyy-MM-dd}）");
    }, ct);

    /// <summary>
    /// Writes a gap off on the newest data as it is at this moment, and answers with the write-off's number. Refuses all but the office (not-allowed) and as
    /// <see cref="LedgerEntry.WriteOff"/>.
    /// </summary>
    public Task<string> WriteOff(Actor actor, Guid id, int version, CancellationToken ct) => transact.Run(actor, "差距销账", async (db, act) =>
    {
        var entry = await TakeToDecide(db, act.Actor, id, version, ct);
        var newest = (await NewestFindings.Of(db, entry.JurisdictionId, [entry.Key], ct)).GetValueOrDefault(entry.Key.Text);
        entry.WriteOff(newest, ChinaTime.DayOf(act.At));
        db.Read(entry, await db.LedgerReadings.SingleOrDefaultAsync(r => r.EntryId == id && r.Year == newest!.Year, ct), newest!, act.At);
        foreach (var tie in await db.LedgerTies.Where(t => t.EntryId == id && t.EndedAt == null).ToListAsync(ct))
        {
            tie.Follow(entry.Kind, entry.LatestYear, entry.LatestValue);
        }

        var number = (await db.TakeCounter(act, ct)).NextWriteOff();
        db.Decide(entry, DecisionKind.WriteOff, words: null, number, newest);
        return number;
    }, ct);

    /// <summary>
    /// Ends a gap for a reason and answers with the write-off's number. Refuses all but the office (not-allowed), an empty reason (ledger-reason) and what is
    /// written off (ledger-closed).
    /// </summary>
    public Task<string> WriteOffWithReason(Actor actor, Guid id, int version, string? reason, CancellationToken ct) => transact.Run(actor, "差距说明理由销账", async (db, act) =>
    {
        var entry = await TakeToDecide(db, act.Actor, id, version, ct);
        var words = reason.Needed(LongestReason, "销账理由", new RuleBroken("ledger-reason", "请写明不凭数据销账的理由和依据。") { Field = "Reason" });
        entry.WriteOffWithReason(ChinaTime.DayOf(act.At));
        var number = (await db.TakeCounter(act, ct)).NextWriteOff();
        db.Decide(entry, DecisionKind.WriteOffWithReason, words, number);
        return number;
    }, ct);

    /// <summary>
    /// Takes a write-off back that was a mistake. Refuses all but the office (not-allowed), no reason (ledger-reason), what is open (ledger-open), and a gap that was
    /// registered anew meanwhile (ledger-stands).
    /// </summary>
    public Task TakeBack(Actor actor, Guid id, int version, string? reason, CancellationToken ct) => transact.Run(actor, "撤销差距销账", async (db, act) =>
    {
        var entry = await TakeToDecide(db, act.Actor, id, version, ct);
        var words = reason.Needed(LongestReason, "撤销理由", new RuleBroken("ledger-reason", "请写明撤销销账的理由。") { Field = "Reason" });
        if (await db.LedgerEntries.Where(e => e.JurisdictionId == entry.JurisdictionId && e.StandingKey == entry.Key.Text).Select(e => e.Number).FirstOrDefaultAsync(ct) is { } standing && entry.Kind != GapKind.Other && !entry.IsOpen)
        {
            throw new RuleBroken("ledger-stands", "这项差距已在台账中，编号 {0}。请打开那一项办理。", standing);
        }

        entry.TakeBack();
        db.Decide(entry, DecisionKind.TakeBack, words);
    }, ct);

    private static async Task<LedgerEntry> TakeToDecide(WorkflowDb db, Actor actor, Guid id, int version, CancellationToken ct)
    {
        var entry = await db.TakeEntry(actor, id, ct);
        Permission.Require(LedgerPermissions.MayDecide(actor, entry.JurisdictionId));
        db.Expect(entry, version);
        return entry;
    }
}
