using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>What several acts on the ledger do alike, inside their transaction.</summary>
internal static class LedgerDesk
{
    /// <summary>Refuses what is absent or not for this person's eyes (not-found).</summary>
    public static async Task<LedgerEntry> TakeEntry(this WorkflowDb db, Actor actor, Guid id, CancellationToken ct) =>
        await db.LedgerEntries.Where(e => e.Id == id).SeenBy(db, actor).SingleOrDefaultAsync(ct) ?? throw RuleBroken.Missing();

    public static async Task<GapCounter> TakeCounter(this WorkflowDb db, CurrentAct act, CancellationToken ct)
    {
        var year = ChinaTime.DayOf(act.At).Year;
        var counter = await db.GapCounters.SingleOrDefaultAsync(c => c.JurisdictionId == act.Actor.JurisdictionId && c.Year == year, ct);
        if (counter is null)
        {
            counter = new GapCounter { JurisdictionId = act.Actor.JurisdictionId, Year = year };
            db.Add(counter);
        }

        return counter;
    }

    /// <summary>Records what was decided, in the name of the acting person's post.</summary>
    public static void Decide(this WorkflowDb db, LedgerEntry entry, DecisionKind kind, string? words, string? number = null, GapFinding? on = null)
    {
        var act = db.Act ?? throw new InvalidOperationException("A decision is recorded inside Transact.");
        db.Add(new LedgerDecision
        {
            JurisdictionId = entry.JurisdictionId, EntryId = entry.Id, Kind = kind, Number = number, At = act.At, By = act.Actor.Signature(),
            Words = words?.Cut(LedgerDecision.LongestWords), Year = on?.Year, Value = on?.KeptValue,
        });
    }

    /// <summary>Adds the year's figure to the gap's history, or puts the year's row right. Answers whether anything was new.</summary>
    public static bool Read(this WorkflowDb db, LedgerEntry entry, LedgerReading? there, GapFinding finding, DateTime now)
    {
        if (there is not null && there.Says(finding))
        {
            return false;
        }

        if (there is null)
        {
            db.Add(new LedgerReading(entry, finding, now));
        }
        else
        {
            there.Set(finding, now);
        }

        entry.Book(finding);
        return true;
    }
}
