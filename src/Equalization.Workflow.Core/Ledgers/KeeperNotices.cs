using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>Tells the units that keep schools' ledgers which gaps wait for their measures: one notice a person, however many schools.</summary>
internal static class KeeperNotices
{
    /// <summary>What a notice of this slice is about; the ledger itself, narrowed to the reader's own schools.</summary>
    public const string Subject = "Ledger";

    /// <summary>After schools were given to their keepers: the gaps that have no measure yet.</summary>
    public static async Task TellOfKeeping(this WorkflowDb db, CurrentAct act, Dictionary<Guid, Guid> keepers, CancellationToken ct)
    {
        var schools = keepers.Keys.ToList();
        var waiting = await db.LedgerEntries.Where(e => e.SchoolId != null && schools.Contains(e.SchoolId!.Value) && e.State == LedgerState.Open && e.Measure == null)
            .GroupBy(e => e.SchoolId!.Value).Select(g => new { School = g.Key, Gaps = g.Count() }).ToListAsync(ct);
        await db.Tell(act, waiting.Select(w => (keepers[w.School], w.Gaps)), ct);
    }

    /// <summary>After gaps were registered: those that are new, by school.</summary>
    public static async Task TellOfNewGaps(this WorkflowDb db, CurrentAct act, IReadOnlyCollection<Guid> schoolsOfNewGaps, CancellationToken ct)
    {
        var schools = schoolsOfNewGaps.Distinct().ToList();
        var keepers = await db.SchoolKeepings.Where(k => k.UnitId != null && schools.Contains(k.SchoolId)).ToDictionaryAsync(k => k.SchoolId, k => k.UnitId!.Value, ct);
        await db.Tell(act, schoolsOfNewGaps.Where(keepers.ContainsKey).Select(s => (keepers[s], 1)), ct);
    }

    private static async Task Tell(this WorkflowDb db, CurrentAct act, IEnumerable<(Guid Unit, int Gaps)> waiting, CancellationToken ct)
    {
        var byUnit = waiting.GroupBy(w => w.Unit).ToDictionary(g => g.Key, g => g.Sum(w => w.Gaps));
        if (byUnit.Count == 0)
        {
            return;
        }

        foreach (var unit in (await Recipients.Of(db, byUnit.Keys, [Role.Contact, Role.UnitHead], act.Actor.Day, ct)).GroupBy(p => p.UnitId))
        {
            db.Notify(unit.Select(p => p.PersonId).Distinct(), NoticeKind.GapsToMend, Subject, unit.Key, null, "本单位负责的学校有 {0} 项差距待填写一校一策。", byUnit[unit.Key]);
        }
    }
}
