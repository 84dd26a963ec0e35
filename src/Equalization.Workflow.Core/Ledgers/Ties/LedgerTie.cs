namespace Equalization.Workflow.Core.Ledgers.Ties;

/// <summary>
/// Whether the number moved since a task was tied to a gap. NoNewer: no later school year is booked. Unknown: one of the two values is not known, which is
/// never taken for a move.
/// </summary>
public enum Movement
{
    NoNewer,
    Unknown,
    Better,
    Same,
    Worse,
}

/// <summary>A gap tied to an annual task that is to close it, with the figure it had then. An ended tie may be made anew.</summary>
public sealed class LedgerTie
{
    private LedgerTie()
    {
    }

    public LedgerTie(LedgerEntry entry, Guid taskId, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (JurisdictionId, EntryId, TaskId) = (entry.JurisdictionId, entry.Id, taskId);
        Make(entry, by, now);
    }

    /// <summary>The gap goes on with another task: the figure stays the one it was first tied with.</summary>
    internal LedgerTie(LedgerTie former, Guid taskId, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (JurisdictionId, EntryId, TaskId) = (former.JurisdictionId, former.EntryId, taskId);
        (Year, Value, Movement) = (former.Year, former.Value, former.Movement);
        (TiedBy, TiedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid EntryId { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The school year of the figure when it was tied; null where no data was booked.</summary>
    public int? Year { get; private set; }

    public decimal? Value { get; private set; }

    /// <summary>As of the newest booked year; lists filter by it.</summary>
    public Movement Movement { get; private set; }

    public string TiedBy { get; private set; } = "";

    public DateTime TiedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Ties anew what was ended. Refuses a tie that stands (ledger-tied).</summary>
    public void MakeAgain(LedgerEntry entry, string by, DateTime now)
    {
        if (EndedAt is null)
        {
            throw new RuleBroken("ledger-tied", "差距 {0} 已经关联这项任务。请刷新后查看。", entry.Number);
        }

        Make(entry, by, now);
    }

    /// <summary>Refuses one that has ended (ledger-untied).</summary>
    public void End(string by, DateTime now)
    {
        if (EndedAt is not null)
        {
            throw new RuleBroken("ledger-untied", "这项关联已经解除。请刷新后查看。");
        }

        (EndedBy, EndedAt) = (by, now);
    }

    /// <summary>Where the newest figure stands against the one it was tied with.</summary>
    public void Follow(GapKind kind, int? year, decimal? value) => Movement = Of(kind, Year, Value, year, value);

    public static Movement Of(GapKind kind, int? yearThen, decimal? then, int? yearNow, decimal? now) => (yearThen, then, yearNow, now) switch
    {
        (_, _, null, _) => Movement.NoNewer,
        ({ } from, _, { } to, _) when to <= from => Movement.NoNewer,
        (_, null, _, _) or (_, _, _, null) => Movement.Unknown,
        (_, { } before, _, { } after) when before == after => Movement.Same,
        (_, { } before, _, { } after) => after > before == GapKinds.IsMoreBetter(kind) ? Movement.Better : Movement.Worse,
    };

    private void Make(LedgerEntry entry, string by, DateTime now)
    {
        (Year, Value, Movement) = (entry.LatestYear, entry.LatestValue, Movement.NoNewer);
        (TiedBy, TiedAt, EndedBy, EndedAt) = (by, now, null, null);
    }
}
