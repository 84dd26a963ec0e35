namespace Equalization.Workflow.Core.Notifications;

/// <summary>Why a notice was sent; what it looks like and who gets it follow from the sender.</summary>
public enum NoticeKind
{
    TaskIssued,
    Declined,
    DeclineDecided,
    ReportToApprove,
    ReportReturned,
    ReportApproved,
    HelpAsked,
    HelpAnswered,
    ExtensionAsked,
    ExtensionDecided,
    CompletionAsked,
    CompletionReturned,
    WrittenOff,
    Overdue,
    EvidenceChanged,
    Urge,
    UrgeAnswered,
    Digest,
    SupervisionProposed,
    Supervision,
    SupervisionAnswered,
    LookBackDrawn,
    LookBack,
    BulletinToCheck,
    BulletinObjected,
    BulletinChecked,
    BulletinAnswered,
    BulletinPublished,
    AssessmentComputed,
    AssessmentObjected,
    AssessmentDecided,
    Interview,
    CasePaper,
    CaseMoved,
    CaseTerm,
    InstructionGiven,
    InstructionAnswered,
    InstructionEnded,
    Deputy,
    Handover,
    TaskChanged,
    RecurrenceEnded,
    RequestAsked,
    RequestAnswered,
    RequestEnded,
    DisputeRaised,
    DisputeDecided,
    BatchDone,
    GapsToMend,
    Accreditation,
    AccreditationProblem,
    RebalancingEnded,
}

/// <summary>
/// A message in a person's inbox about a thing named by kind and id. Text is a Chinese format with its arguments as a JSON array, so that
/// it can be read in the language of the reader. Once: at most one notice a person for the same non-null key.
/// </summary>
[Appended]
[NotAudited]
public sealed class Notice
{
    public Guid Id { get; init; }

    public Guid JurisdictionId { get; init; }

    public Guid PersonId { get; init; }

    public NoticeKind Kind { get; init; }

    public string Format { get; init; } = "";

    public string Arguments { get; init; } = "[]";

    /// <summary>What it is about, and where opening it leads: AnnualTask, HelpRequest, Plan or Digest.</summary>
    public string SubjectKind { get; init; } = "";

    public Guid SubjectId { get; init; }

    public string? OnceKey { get; init; }

    public DateTime SentAt { get; init; }

    public DateTime? ReadAt { get; set; }
}
