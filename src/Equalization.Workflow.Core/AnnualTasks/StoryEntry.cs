namespace Equalization.Workflow.Core.AnnualTasks;

/// <summary>What kind of act a line of a task's history is; the page filters by it.</summary>
public enum ActKind
{
    Issue,
    SignFor,
    Decline,
    DeclineDecision,
    HandOn,
    Report,
    ReportApproval,
    ReportReturn,
    HelpRequest,
    HelpAnswer,
    Extension,
    ExtensionDecision,
    Completion,
    Return,
    WriteOff,
    Withdrawal,
    LightChange,
    Risk,
    Urge,
    UrgeAnswer,
    CalendarChange,
    Supervision,
    Reopening,
    LookBack,
    PaperReceipt,
    Exemption,
    Instruction,
    Hold,
    Recurrence,
    SharedReport,
    DutyDispute,
    DisputeDecision,
    Amendment,
    LeadMove,
    GapTie,
    DueMove,
    UnitChange,
}

/// <summary>One act in a task's history. Append-only; Format is Chinese with Arguments as a JSON array, Detail what the person wrote, DocumentId the report, request or decision.</summary>
[Appended]
public sealed class StoryEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid TaskId { get; init; }

    public DateTime At { get; init; }

    public ActKind Kind { get; init; }

    public string PersonName { get; init; } = "";

    public string Post { get; init; } = "";

    public string UnitName { get; init; } = "";

    public string Format { get; init; } = "";

    public string Arguments { get; init; } = "[]";

    public string? Detail { get; init; }

    public Guid? DocumentId { get; init; }
}
