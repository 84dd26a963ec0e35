using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.AnnualTasks.Classes;
using Equalization.Workflow.Core.AnnualTasks.Risks;
using Equalization.Workflow.Core.Deadlines;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Reviews;

namespace Equalization.Workflow.Core.Desks;

/// <summary>A task with its whole history as one person sees it.</summary>
public sealed record TaskFile(TaskHead Head, IReadOnlyList<PartLine> Parts, IReadOnlyList<Turn> Now, OwnActs Mine, StoryPage Story);

/// <summary>What stands above the story. Judgement and days left are as of today; WriteOff is there once the task is written off.</summary>
public sealed record TaskHead(
    Guid Id, string Number, string Title, string Content, string Criteria, int Year, TaskState State, int Version, Guid PlanId, string PlanTitle, int MeasurePosition,
    DateOnly StartOn, DateOnly FirstDueOn, DateOnly CurrentDueOn, int? WorkingDaysLeft, int ExtensionCount, int ReturnCount, DateTime IssuedAt, Judgement Judgement,
    Percent? Reported, RiskClass Risk, TaskClass Class, WriteOffLine? WriteOff)
{
    public bool IsOpen => State is not (TaskState.WrittenOff or TaskState.Withdrawn);
}

/// <summary>The line of the ledger that a write-off leaves.</summary>
public sealed record WriteOffLine(string Number, DateOnly On, string Signers);

/// <summary>One unit's part with its own light.</summary>
public sealed record PartLine(
    Guid Id, Guid UnitId, string Unit, string UnitName, UnitRole Role, TaskUnitState State, int Version, string Duty, DateOnly DueOn, DateOnly SignDueOn,
    string? SignedBy, DateTime? SignedAt, string? Holder, string? DeclineReason, string? DeclineDecision, Percent? Reported, DateOnly? ReportedThrough,
    OwnWord OwnWord, Judgement Judgement)
{
    public bool TakesPart => State != TaskUnitState.Released;

    /// <summary>What its light and its periods follow from.</summary>
    public required LightFacts Facts { get; init; }
}

/// <summary>What a task waits for.</summary>
public enum TurnKind
{
    SignFor,
    DecideDecline,
    Work,
    ApproveReport,
    AnswerHelp,
    PassOnExtension,
    DecideExtension,
    PassOnCompletion,
    Review,
}

/// <summary>
/// Whose turn it is: the unit (null: the office), since when, and by which day where one is set. What is the document in question; Yours: the
/// reader is the one who can take the step.
/// </summary>
public sealed record Turn(TurnKind Kind, string? Unit, DateTime? Since, DateOnly? DueOn, int? WorkingDaysLeft, Guid? What, bool Yours, string? Period = null);

/// <summary>The steps this person may take now; the part is the acting unit's own, null where it has none.</summary>
public sealed record OwnActs(
    PartLine? Part, bool MaySign, bool MayHandOn, bool MayReport, bool MayReportNoChange, string? ReportPeriod, bool MayAskExtension, bool MayAskCompletion,
    bool MayDecideDecline);

/// <summary>Which acts of the history are shown.</summary>
public enum StoryFilter
{
    All,
    Signing,
    Progress,
    Deadline,
    Closing,
    Light,
    Urging,
}

/// <summary>Newest first; More: there are older ones than shown.</summary>
public sealed record StoryPage(IReadOnlyList<StoryLine> Lines, bool More, StoryFilter Filter);

/// <summary>One act; text is a Chinese format with its packed arguments.</summary>
public sealed record StoryLine(
    Guid Id, DateTime At, ActKind Kind, string PersonName, string Post, string UnitName, string Format, string Arguments, string? Detail, Guid? DocumentId);

/// <summary>A document that waits, as the reader of the task page needs it.</summary>
internal sealed record OpenExtension(Guid Id, ExtensionState State, DateTime AskedAt, DateTime? SentToOfficeAt);

/// <summary>As <see cref="OpenExtension"/>, for completion.</summary>
internal sealed record OpenCompletion(Guid Id, CompletionState State, DateTime AskedAt, DateTime? SentToOfficeAt);
