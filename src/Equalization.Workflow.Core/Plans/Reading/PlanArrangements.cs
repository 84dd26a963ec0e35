namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>A phase of the work (自评申报) with its time. Both days are null where it is yet to be set (时间待定).</summary>
/// <param name="Name">The heading without number and time.</param>
/// <param name="AsWritten">The time as written.</param>
/// <param name="Outputs">Documents in 《》 that the phase brings forth.</param>
/// <param name="Reviewer">Who looks at the result; null when the text does not say.</param>
/// <param name="Then">Who gets it after the reviewer.</param>
public sealed record DraftPhase(
    string? Number,
    string Name,
    string AsWritten,
    DateOnly? Start,
    DateOnly? End,
    IReadOnlyList<string> Outputs,
    string? Reviewer,
    string? Then,
    SourceSpan Span);

/// <summary>One duty of a unit in a chapter by unit, as written.</summary>
public sealed record DraftDuty(string Text, SourceSpan Span);

/// <summary>Which county passes which stage of the accreditation by which day.</summary>
/// <param name="Stages">县级自评, 市级复核 …, in the order of the text.</param>
/// <param name="AsWritten">The deadlines of the schedule as written.</param>
public sealed record DraftAccreditation(
    IReadOnlyList<string> Stages, IReadOnlyList<DraftCounty> Counties, IReadOnlyList<string> AsWritten, IReadOnlyList<SourceSpan> Spans)
{
    /// <summary>What a person should look at, one Chinese sentence each.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}

/// <summary>A county with its day for each stage; a stage that the plan does not date for it is absent.</summary>
public sealed record DraftCounty(string Name, IReadOnlyDictionary<string, DateOnly> Days);

/// <summary>The group that leads the work. Head and deputies are offices (分管领导) or names, as written.</summary>
public sealed record DraftLeadingGroup(string Name, string? Head, string? Deputies, SourceSpan Span);
