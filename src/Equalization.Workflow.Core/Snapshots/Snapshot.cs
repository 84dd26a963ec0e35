namespace Equalization.Workflow.Core.Snapshots;

/// <summary>
/// The sealed state of a jurisdiction at the end of a day (数据快照): how every part of every open task stood, in <see cref="SnapshotPage"/>s,
/// with the counts people ask for. One a day; each names the hash of the one before, so none can be taken away or changed unseen.
/// </summary>
public sealed class Snapshot
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    /// <summary>1 for the first of the jurisdiction.</summary>
    public int Number { get; init; }

    /// <summary>The day whose end it shows.</summary>
    public DateOnly On { get; init; }

    /// <summary>When it was made; a day sealed late says so.</summary>
    public DateTime MadeAt { get; init; }

    /// <summary>Open tasks.</summary>
    public int Tasks { get; init; }

    /// <summary>Parts of open tasks.</summary>
    public int Parts { get; init; }

    public int Grey { get; init; }

    public int Blue { get; init; }

    public int Green { get; init; }

    public int Yellow { get; init; }

    public int Red { get; init; }

    /// <summary>Open tasks past their day.</summary>
    public int Overdue { get; init; }

    /// <summary>Open tasks in which a unit is silent.</summary>
    public int Silent { get; init; }

    /// <summary>Open tasks due on that day or within seven after it.</summary>
    public int DueSoon { get; init; }

    /// <summary>What waited for the office: declines, extension requests, completion requests.</summary>
    public int WaitsForOffice { get; init; }

    /// <summary>What the seal covers: 1 the head line and the pages, 2 the counts and the instant of sealing as well.</summary>
    public int Edition { get; init; } = SnapshotText.Edition;

    /// <summary>SHA-256 over the head line, all lines of the pages and the tail line, see <see cref="SnapshotText"/>.</summary>
    public string Hash { get; private set; } = "";

    public string PreviousHash { get; init; } = "";

    /// <summary>Bytes of the text before it was packed.</summary>
    public long Bytes { get; init; }

    /// <summary>Ends the text with this row's counts and bears its hash from here on.</summary>
    internal void Seal(SnapshotText text) => Hash = text.Seal(SnapshotText.Tail(this));
}
