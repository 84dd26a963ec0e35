using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>Events of a bulletin's process.</summary>
public static class BulletinEvents
{
    /// <summary>The office took a step.</summary>
    public const string Moved = "bulletin-moved";

    /// <summary>The last open line was answered.</summary>
    public const string Answered = "bulletin-answered";
}

/// <summary>Takes a bulletin in hand for an act.</summary>
internal static class BulletinDoor
{
    /// <summary>With its lines. Refuses with not-found what the person may not see.</summary>
    public static async Task<Bulletin> TakeBulletin(this WorkflowDb db, Actor actor, Guid bulletinId, CancellationToken ct) =>
        await db.Bulletins.SeenBy(db, actor).Include(b => b.Lines).SingleOrDefaultAsync(b => b.Id == bulletinId, ct) ?? throw RuleBroken.Missing();

    /// <summary>
    /// Refuses texts that name a person of the jurisdiction (person-named): what is printed, annexed or put before the public names units and posts.
    /// </summary>
    public static async Task MustNameNobody(this WorkflowDb db, Guid jurisdictionId, IReadOnlyList<(string? Text, string Field)> texts, CancellationToken ct)
    {
        var names = await (from m in db.Memberships
                           join p in db.People on m.PersonId equals p.Id
                           where m.JurisdictionId == jurisdictionId
                           select p.Name).Distinct().ToListAsync(ct);
        foreach (var (text, field) in texts)
        {
            if (names.Find(n => n.Length > 1 && text?.Contains(n, StringComparison.Ordinal) == true) is { } named)
            {
                throw new RuleBroken("person-named", "通报中不出现个人姓名：“{0}”。请改写为单位或职务。", named) { Field = field };
            }
        }
    }

    /// <summary>
    /// Refuses when the snapshot's pages are not what was sealed, or the sealed day is no longer the one that the bulletin was drafted from
    /// (snapshot-altered).
    /// </summary>
    public static async Task<Snapshot> MustRestOnItsSnapshot(this WorkflowDb db, Bulletin bulletin, CancellationToken ct)
    {
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == bulletin.SnapshotId, ct);
        await SnapshotReading.MustHold(db, snapshot, ct);
        return snapshot.Hash == bulletin.SnapshotHash && snapshot.On == bulletin.SnapshotOn && snapshot.Number == bulletin.SnapshotNumber
            ? snapshot
            : throw new RuleBroken(
                "snapshot-altered", "{0} 的数据快照已不是起草时的那一份（哈希不同），不能据此办理。请报告管理员用 verify 核查，并重新起草。", bulletin.SnapshotOn);
    }
}
