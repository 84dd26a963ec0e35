using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers.Findings;
using Equalization.Workflow.Core.Ledgers.Ties;

namespace Equalization.Workflow.Core.Ledgers;

/// <summary>What the ledger is narrowed to; all of it lives in the page's address. Null or empty means any, but for the state: open ones unless told otherwise.</summary>
public sealed record GapFilter
{
    public string? County { get; init; }

    public GapKind? Kind { get; init; }

    public int? Indicator { get; init; }

    public Level? Level { get; init; }

    public GapSource? Source { get; init; }

    public LedgerState? State { get; init; } = LedgerState.Open;

    /// <summary>Tied to no task that stands.</summary>
    public bool WithoutTask { get; init; }

    /// <summary>Nobody has written its measure.</summary>
    public bool WithoutMeasure { get; init; }

    /// <summary>Tied to this task.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>Part of the school's name or of the gap's number.</summary>
    public string? Text { get; init; }
}

/// <summary>A line of the ledger. School is null for the county's own gaps. Tasks: how many that stand are to close it. ClosedFrom: the school is no more from that school year on.</summary>
public sealed record GapRow(
    Guid Id, string Number, Guid? SchoolId, string? School, string County, GapKind Kind, int Indicator, Level? Level, GapSource Source, string? Text, int YearFound, decimal? ValueFound,
    decimal? Bound, int? LatestYear, decimal? LatestValue, Verdict LatestVerdict, LedgerState State, WriteOffGround? Ground, string? Measure, string? Responsible, DateOnly? TermOn, int Tasks,
    int? ClosedFrom)
{
    public bool IsOpen => State == LedgerState.Open;
}

/// <summary>A school's ledger as its page shows it: gaps with their measures, and who keeps it.</summary>
public sealed record SchoolGaps(
    IReadOnlyList<GapRow> Rows, string? Keeper, Guid? KeeperUnitId, int? ClosedFrom, string? ClosedReason, string? ClosedBy, bool IsComplete, int? KeepingVersion);

/// <summary>One year of a gap's history.</summary>
public sealed record ReadingRow(int Year, decimal? Value, decimal? Bound, Verdict Verdict);

/// <summary>One decision on a gap.</summary>
public sealed record DecisionRow(DecisionKind Kind, string? Number, DateTime At, string By, string? Words, int? Year, decimal? Value);

/// <summary>
/// A gap whole. Newest: what the school data says at this moment; null where no figure measures it or there is no data. MissingYear: the county's newest school year,
/// where the school has no data of it and is not registered as closed.
/// </summary>
public sealed record GapView(
    GapRow Row, string OpenedBy, DateTime OpenedAt, DateOnly? EndedOn, Guid? ResponsibleUnitId, string? ResponsibleUnit, string? Keeper, int Version, IReadOnlyList<ReadingRow> Readings,
    IReadOnlyList<DecisionRow> Decisions, IReadOnlyList<TieRow> Ties, GapFinding? Newest, int? MissingYear, bool MayMeasure, bool MayDecide, bool MayTakeBack);
