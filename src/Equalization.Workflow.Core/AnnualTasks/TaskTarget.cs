using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>A target of a task in its year, copied from the measure at issue: a later edition changes it only by decision.</summary>
public sealed class TaskTarget
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid TaskId { get; init; }

    public int Position { get; set; }

    public string AsWritten { get; set; } = "";

    public string Metric { get; init; } = "";

    public Comparator? Comparator { get; set; }

    public decimal? Value { get; set; }

    public decimal? Upper { get; set; }

    public string? Unit { get; set; }

    public bool Aspirational { get; set; }

    /// <summary>Last reported value; null until one is reported.</summary>
    public decimal? Reported { get; private set; }

    public void Report(decimal value) => Reported = value;

    /// <summary>Null when there is no number to hold against, or none reported. Between has both ends included.</summary>
    public bool? IsMet => Reported is not { } reported || Value is not { } value
        ? null
        : Comparator switch
        {
            Plans.Reading.Comparator.AtLeast => reported >= value,
            Plans.Reading.Comparator.AtMost => reported <= value,
            Plans.Reading.Comparator.Equal => reported == value,
            Plans.Reading.Comparator.Between => reported >= value && reported <= (Upper ?? value),
            null => null,
        };
}

/// <summary>A kind of evidence without which the task is not written off, such as 验收报告.</summary>
public sealed class RequiredEvidence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid TaskId { get; init; }

    public string Kind { get; init; } = "";
}
