using Equalization.Workflow.Core.Snapshots;

namespace Equalization.Workflow.Core.Assessments;

/// <summary>Open: units may object until the window ends, the office decides. Sealed: the result is final and hashed.</summary>
public enum AssessmentState
{
    Open,
    Sealed,
}

/// <summary>
/// A year's assessment (考核): points computed from one sealed day and the year's acts by the rules fixed for it. What the units are told can be contested
/// point by point, and is then sealed.
/// </summary>
public sealed class Assessment
{
    private readonly List<AssessmentPoint> points = [];

    private Assessment()
    {
    }

    internal Assessment(AssessmentRuleSet rules, Snapshot snapshot, DateOnly objectionsUntil, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = rules.JurisdictionId;
        Year = rules.Year;
        RuleSetId = rules.Id;
        SnapshotId = snapshot.Id;
        SnapshotNumber = snapshot.Number;
        SnapshotOn = snapshot.On;
        SnapshotHash = snapshot.Hash;
        ObjectionsUntil = objectionsUntil;
        (ComputedBy, ComputedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public int Year { get; private set; }

    public Guid RuleSetId { get; private set; }

    public Guid SnapshotId { get; private set; }

    public int SnapshotNumber { get; private set; }

    public DateOnly SnapshotOn { get; private set; }

    public string SnapshotHash { get; private set; } = "";

    public AssessmentState State { get; private set; }

    /// <summary>Last day, included, on which a unit may object.</summary>
    public DateOnly ObjectionsUntil { get; private set; }

    public string ComputedBy { get; private set; } = "";

    public DateTime ComputedAt { get; private set; }

    public string? SealedBy { get; private set; }

    public DateTime? SealedAt { get; private set; }

    /// <summary>SHA-256 over the text of <see cref="AssessmentSeal"/>; null until sealed.</summary>
    public string? Hash { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<AssessmentPoint> Points => points;

    internal void Add(AssessmentPoint point) => points.Add(point);

    /// <summary>Refuses after the window (objections-over).</summary>
    public void MustTakeObjections(DateOnly today)
    {
        if (State != AssessmentState.Open || today > ObjectionsUntil)
        {
            throw new RuleBroken("objections-over", "考核结果的异议期已于 {0} 结束。仍有不同意见的，请书面报送领导小组办公室。", ObjectionsUntil);
        }
    }

    /// <summary>Refuses once sealed (assessment-sealed).</summary>
    public void MustBeOpen()
    {
        if (State == AssessmentState.Sealed)
        {
            throw new RuleBroken("assessment-sealed", "{0} 年的考核结果已经封存，不再改动。", Year);
        }
    }

    /// <summary>Refuses a second time (assessment-sealed), while the window is open (objections-running), with objections undecided (objections-open).</summary>
    public void Seal(AssessmentRuleSet rules, string by, DateTime now)
    {
        MustBeOpen();
        if (ChinaTime.DayOf(now) <= ObjectionsUntil)
        {
            throw new RuleBroken("objections-running", "异议期到 {0} 结束，之后才能封存。", ObjectionsUntil);
        }

        var open = points.Count(p => p is { Objection: not null, Decision: null });
        if (open > 0)
        {
            throw new RuleBroken("objections-open", "还有 {0} 条异议没有裁定，不能封存。请逐条裁定。", open);
        }

        State = AssessmentState.Sealed;
        (SealedBy, SealedAt) = (by, now);
        Hash = AssessmentSeal.HashOf(this, rules);
    }
}

/// <summary>What the office made of an objection to a point.</summary>
public enum PointDecision
{
    Kept,
    Struck,
}

/// <summary>One point with its derivation: the rule's line, the task or the paper, the dates. First and approved day stand side by side.</summary>
public sealed class AssessmentPoint
{
    public const int LongestText = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid AssessmentId { get; init; }

    /// <summary>From 1, over the whole assessment.</summary>
    public int Position { get; init; }

    public Guid UnitId { get; init; }

    public AssessmentRule Rule { get; init; }

    /// <summary>Negative for a deduction.</summary>
    public decimal Points { get; init; }

    /// <summary>Percent of the rule's points: 100 for the lead unit, the rules' share for a cooperating one.</summary>
    public int Share { get; init; } = 100;

    /// <summary>The task's number, or the paper's where no single task is meant.</summary>
    public string Reference { get; init; } = "";

    public string Subject { get; init; } = "";

    public DateOnly? FirstDueOn { get; init; }

    /// <summary>The due day after all approved extensions.</summary>
    public DateOnly? ApprovedDueOn { get; init; }

    /// <summary>The day it was written off, returned, issued or published; null for a task that is still open.</summary>
    public DateOnly? HappenedOn { get; init; }

    /// <summary>Working days late, as sealed.</summary>
    public int LateDays { get; init; }

    /// <summary>Row of the sealed day, from 1; null for what the acts say.</summary>
    public int? SnapshotPage { get; init; }

    public int? SnapshotRow { get; init; }

    public string? Objection { get; private set; }

    public string? ObjectedBy { get; private set; }

    public DateTime? ObjectedAt { get; private set; }

    public PointDecision? Decision { get; private set; }

    public string? DecisionText { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>What it counts for: nothing once struck.</summary>
    public decimal Counted => Decision == PointDecision.Struck ? 0 : Points;

    /// <summary>Refuses without a reason (objection-text) and after a decision (objection-decided).</summary>
    public void Object(string? objection, string by, DateTime now)
    {
        if (Decision is not null)
        {
            throw new RuleBroken("objection-decided", "这一条的异议已经裁定。请刷新后查看裁定意见。");
        }

        Objection = objection.Needed(LongestText, "异议", new RuleBroken("objection-text", "请写明异议的理由和依据。") { Field = nameof(Objection) });
        (ObjectedBy, ObjectedAt) = (by, now);
    }

    /// <summary>Refuses where nobody objected (no-objection) and without a reason (decision-text).</summary>
    public void Decide(PointDecision decision, string? text, string by, DateTime now)
    {
        if (Objection is null)
        {
            throw new RuleBroken("no-objection", "这一条没有异议，不需要答复。请刷新后查看。");
        }

        DecisionText = text.Needed(LongestText, "裁定意见", new RuleBroken("decision-text", "请写明裁定意见和依据。") { Field = nameof(DecisionText) });
        (Decision, DecidedBy, DecidedAt) = (decision, by, now);
    }
}
