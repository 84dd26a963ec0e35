namespace Equalization.Workflow.Core.Accreditations;

/// <summary>A county's round as the office opens it. Targets that are absent are yet to be set.</summary>
public sealed record OpenInput(string? County, Guid? UnitId, IReadOnlyDictionary<AccreditationStage, StageAim> Targets);

/// <summary>The county hands its self-evaluation in. OpenBecause: why although problems are open.</summary>
public sealed record SubmitInput(DateOnly? On, string? Words, string? OpenBecause);

/// <summary>What came of a stage after the county's own. RectifyDueOn belongs to a return, OpenBecause to a pass.</summary>
public sealed record StageDecision(StageResult Result, DateOnly? On, string? Words, DateOnly? RectifyDueOn, string? OpenBecause);
