using System.Globalization;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>A gap's number in the ledger: the year of its opening and a running number within jurisdiction and year, written 差2026-0042.</summary>
public readonly record struct GapNumber(int Year, int Sequence)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"差{Year:0000}-{Sequence:0000}");
}

/// <summary>The last numbers given out in a jurisdiction's year, for gaps and for their write-offs; the row is locked by who takes the next.</summary>
public sealed class GapCounter
{
    public Guid JurisdictionId { get; init; }

    public int Year { get; init; }

    public int LastGap { get; private set; }

    public int LastWriteOff { get; private set; }

    public int Version { get; private set; }

    public GapNumber NextGap() => new(Year, ++LastGap);

    /// <summary>Of a series of its own, written 差销2026-0007.</summary>
    public string NextWriteOff() => string.Create(CultureInfo.InvariantCulture, $"差销{Year:0000}-{++LastWriteOff:0000}");
}
