using Equalization.Workflow.Core.Snapshots;

namespace Equalization.Workflow.Core.Bulletins;

/// <summary>
/// A unit's row in the bulletin's table: outcomes of the year up to the snapshot's day, and its place among units of the same size. It can be
/// counted again from the snapshot, so it leaves no audit row.
/// </summary>
[NotAudited]
public sealed class BulletinUnit
{
    public Guid BulletinId { get; init; }

    public Guid UnitId { get; init; }

    public Guid JurisdictionId { get; init; }

    /// <summary>Parts the unit has: open, or written off this year.</summary>
    public int Parts { get; init; }

    public int DoneInTime { get; init; }

    public int DoneLate { get; init; }

    public int Overdue { get; init; }

    /// <summary>Red for its progress, not yet overdue.</summary>
    public int Behind { get; init; }

    /// <summary>Which units it is compared with, see <see cref="RankGroup"/>.</summary>
    public RankGroup Group { get; init; }

    /// <summary>From 1 within the group, equal outcomes share a place; null when nothing of the unit's was due yet.</summary>
    public int? Rank { get; init; }

    /// <summary>Parts whose day has come: done, or overdue.</summary>
    public int Due => DoneInTime + DoneLate + Overdue;
}

/// <summary>That an addressed unit opened the published bulletin: proof of service, never counted or compared.</summary>
public sealed class BulletinReceipt
{
    private BulletinReceipt()
    {
    }

    internal BulletinReceipt(Bulletin bulletin, Guid unitId)
    {
        (BulletinId, UnitId, JurisdictionId) = (bulletin.Id, unitId, bulletin.JurisdictionId);
    }

    public Guid BulletinId { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid JurisdictionId { get; private set; }

    /// <summary>When somebody of the unit first opened it; null until then.</summary>
    public DateTime? OpenedAt { get; private set; }

    public string? OpenedBy { get; private set; }

    public int Version { get; private set; }

    /// <summary>The first opening counts.</summary>
    public void Open(string by, DateTime now)
    {
        if (OpenedAt is null)
        {
            (OpenedAt, OpenedBy) = (now, by);
        }
    }
}
