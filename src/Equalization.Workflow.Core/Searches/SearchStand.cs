namespace Equalization.Workflow.Core.Searches;

/// <summary>How far a jurisdiction's index follows its ledger: up to which audit row, and, while it is first being made, how many entries of how many.</summary>
[NotAudited]
public sealed class SearchStand
{
    public Guid JurisdictionId { get; init; }

    /// <summary>The last audit row that was looked at.</summary>
    public long Sequence { get; internal set; }

    public int Done { get; internal set; }

    public int Total { get; internal set; }

    /// <summary>When everything was indexed for the first time; null until then.</summary>
    public DateTime? BuiltAt { get; internal set; }

    public int Version { get; private set; }

    /// <summary>Of the first making, in whole percent, below 100 until it is done.</summary>
    public int Percent => BuiltAt is not null ? 100 : Total == 0 ? 0 : Math.Min(99, (int)(100L * Done / Total));
}
