using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers.Findings;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>What one school year's data said of a gap, one row a year. The entry's own audit row tells of the newest; older ones change nothing it says.</summary>
[NotAudited]
public sealed class LedgerReading
{
    private LedgerReading()
    {
    }

    public LedgerReading(LedgerEntry entry, GapFinding finding, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (JurisdictionId, EntryId, Year) = (entry.JurisdictionId, entry.Id, finding.Year);
        Set(finding, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid EntryId { get; private set; }

    public int Year { get; private set; }

    /// <summary>Null is not known, never zero.</summary>
    public decimal? Value { get; private set; }

    public decimal? Bound { get; private set; }

    public Verdict Verdict { get; private set; }

    public DateTime BookedAt { get; private set; }

    public int Version { get; private set; }

    public bool Says(GapFinding finding) => (Value, Bound, Verdict) == (finding.KeptValue, finding.Bound, finding.Verdict);

    /// <summary>The year's figure as it is now: data may be corrected after it was first booked.</summary>
    public void Set(GapFinding finding, DateTime now) => (Value, Bound, Verdict, BookedAt) = (finding.KeptValue, finding.Bound, finding.Verdict, now);
}
