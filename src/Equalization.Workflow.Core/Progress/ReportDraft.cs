using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Progress;

/// <summary>What a unit writes in a report. Period: a code, or null for the proposed one. Evidence: the versions it rests on, all of them.</summary>
public sealed record ReportDraft(
    string? Period, decimal Percent, OwnWord OwnWord, string? Narrative, string? Problem, string? NextStep,
    IReadOnlyList<MetricValue> Metrics, HelpDraft? Help, IReadOnlyCollection<Guid> Evidence);

/// <summary>A value reported for a target, in the target's own unit of measure.</summary>
public sealed record MetricValue(Guid TargetId, decimal Value);

/// <summary>A matter to coordinate as written; without a day, the rules' term counts from today.</summary>
public sealed record HelpDraft(string Text, Guid OwnerUnitId, DateOnly? AnswerDueOn);
