using System.Globalization;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>A task's number in the ledger: year and a running number within the jurisdiction and year, written 2018-0042.</summary>
public readonly record struct LedgerNumber(int Year, int Sequence)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Sequence:0000}");
}

/// <summary>The last number given out in a jurisdiction's year, for tasks and for write-offs; the row is locked by who takes the next.</summary>
public sealed class LedgerCounter
{
    public Guid JurisdictionId { get; init; }

    public int Year { get; init; }

    public int LastTask { get; private set; }

    public int LastWriteOff { get; private set; }

    public int Version { get; private set; }

    public LedgerNumber NextTask() => new(Year, ++LastTask);

    public LedgerNumber NextWriteOff() => new(Year, ++LastWriteOff);
}
