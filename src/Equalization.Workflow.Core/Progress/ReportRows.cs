using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Progress;

/// <summary>A report in the table of a task.</summary>
public sealed record ReportRow(
    Guid Id, Guid UnitId, string Unit, UnitRole Role, string Period, DateOnly PeriodLastDay, ReportState State, Percent Percent, string Narrative,
    bool NoChange, bool Late, string WrittenBy, DateTime? SubmittedAt, DateTime? ApprovedAt);

/// <summary>A target of a task with the value reported last.</summary>
public sealed record TargetRow(
    Guid Id, string AsWritten, string Metric, decimal? Value, string? Unit, bool Aspirational, decimal? Reported, bool? IsMet);

/// <summary>A target's field in the report form: the value written so far, else the last one reported.</summary>
public sealed record MetricField(Guid TargetId, string AsWritten, string Metric, string? Unit, decimal? Value);

/// <summary>A matter to coordinate as it stands in a report.</summary>
public sealed record HelpRow(
    Guid Id, Guid TaskId, string Text, Guid OwnerUnitId, string OwnerUnit, string AskingUnit, DateOnly AnswerDueOn, int WorkingDaysLeft, bool IsOpen, string? Answer,
    string? AnsweredBy, DateTime? AnsweredAt, DateTime? EndedAt, string? EndedWith, int Version);

/// <summary>A unit to choose from.</summary>
public sealed record UnitChoice(Guid Id, string Name);

/// <summary>What the report form opens with. Version is null while the period has no report; Prefilled tells whose figures stand in it.</summary>
public sealed record ReportForm(
    Guid TaskId, string Number, string Title, Guid TaskUnitId, UnitRole Role, IReadOnlyList<string> Periods, string Period, DateOnly ReportDueOn,
    int WorkingDaysLeft, Guid? ReportId, ReportState? State, string? ReturnReason, int? Version, string? PrefilledFrom, Percent Percent, Percent Expected,
    OwnWord OwnWord, string Narrative, string? Problem, string? NextStep, IReadOnlyList<MetricField> Metrics, HelpRow? Help,
    IReadOnlyList<Guid> Evidence, IReadOnlyList<ReportRow> Inputs, IReadOnlyList<UnitChoice> HelpOwners, IReadOnlyList<string> Required)
{
    /// <summary>Null while the unit may still write; else why not, for the form to say.</summary>
    public bool IsWritable => State is null or ReportState.Draft or ReportState.Returned;
}

/// <summary>A whole report as its readers see it, and what this reader may do with it.</summary>
public sealed record ReportView(
    Guid Id, Guid TaskId, string Number, string Title, Guid TaskUnitId, string Unit, UnitRole Role, string Period, DateOnly ReportDueOn, ReportState State,
    Percent Percent, Percent Expected, Percent? Before, OwnWord OwnWord, string Narrative, string? Problem, string? NextStep, bool NoChange, bool Late,
    string WrittenBy, DateTime? SubmittedAt, string? ApprovedBy, DateTime? ApprovedAt, string? ReturnReason, int Version,
    IReadOnlyList<MetricField> Metrics, HelpRow? Help, IReadOnlyList<EvidenceRow> Evidence, IReadOnlyList<ReportRow> Inputs, bool MayApprove, bool MayWrite);

/// <summary>A version of a piece of evidence, as lists and cards show it.</summary>
public sealed record EvidenceRow(
    Guid VersionId, Guid EvidenceId, Guid UnitId, string Unit, string Kind, string Title, int Number, int Newest, string FileName, string ContentType,
    long Length, string Sha256, string AddedBy, DateTime AddedAt);
