using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Core.Ledgers.Findings;

/// <summary>
/// What the data of one school year says of one possible gap. The verdict was reached on exact figures; Value is for keeping and showing. Why says what is not known, or why it is not judged.
/// </summary>
public sealed record GapFinding(GapKey Key, int Year, decimal? Value, decimal? Bound, Verdict Verdict, Remark? Why)
{
    /// <summary>The value as the ledger keeps it.</summary>
    public decimal? KeptValue => Value is { } value ? GapKinds.Kept(Key.Kind, value) : null;
}
