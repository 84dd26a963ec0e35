using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Ledgers;
using Microsoft.AspNetCore.Mvc;

namespace Equalization.Workflow.Web.Pages.Ledgers;

/// <summary>What a gap may lack.</summary>
public enum GapLack
{
    Task,
    Measure,
}

/// <summary>The ledger's filter as the address carries it, for the page and for its export.</summary>
public sealed class GapChoice
{
    public const string AnyState = "Any";

    public string? County { get; set; }

    public GapKind? Kind { get; set; }

    public int? Indicator { get; set; }

    public Level? Level { get; set; }

    public GapSource? Source { get; set; }

    /// <summary>Empty: open ones.</summary>
    public string? State { get; set; }

    public GapLack? Lacks { get; set; }

    [FromQuery(Name = "task")]
    public Guid? TaskId { get; set; }

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    public GapFilter Filter() => new()
    {
        County = County, Kind = Kind, Indicator = Indicator, Level = Level, Source = Source, TaskId = TaskId, Text = Text,
        State = State == AnyState ? null : Enum.TryParse<LedgerState>(State, out var wished) ? wished : LedgerState.Open,
        WithoutTask = Lacks == GapLack.Task, WithoutMeasure = Lacks == GapLack.Measure,
    };
}
