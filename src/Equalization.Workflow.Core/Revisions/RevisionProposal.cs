using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Revisions;

/// <summary>
/// What an edition asks of a task. Withdrawal: its measure, or its lead's part in it, is no longer in the plan. Reissue: units of the task change places, so that it ends and goes on
/// under a new number. Issue: no task stands yet for what the edition adds.
/// </summary>
public enum RevisionKind
{
    DueDay,
    Lead,
    Cooperating,
    Content,
    Withdrawal,
    Reissue,
    Issue,
}

/// <summary>Kept: the office leaves the task as it is, with a reason. Superseded: a later edition was confirmed before this one was decided.</summary>
public enum RevisionState
{
    Open,
    Accepted,
    Kept,
    Superseded,
}

/// <summary>
/// One change that a confirmed edition of a plan asks of a task already issued, with what the task was when the edition was confirmed and what it should be. Neither is ever edited:
/// a task that has moved on since is told from it.
/// </summary>
public sealed class RevisionProposal
{
    public const int LongestReason = 500;

    private readonly List<RevisionUnit> units = [];

    private RevisionProposal()
    {
    }

    public RevisionProposal(PlanVersion version, RevisionKind kind, Measure measure, Guid? formerMeasureId, int year, RevisionFacts before, RevisionFacts after, DateTime at)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = version.JurisdictionId;
        PlanId = version.PlanId;
        PlanVersionId = version.Id;
        VersionNumber = version.Number;
        Kind = kind;
        (MeasureId, FormerMeasureId, OriginId, Place, Title) = (measure.Id, formerMeasureId, measure.OriginId, measure.Position, measure.Title);
        Year = year;
        (Before, After) = (before.Write(), after.Write());
        MadeAt = at;
        units.AddRange(before.Concerned.Concat(after.Concerned).Distinct().Select(u => new RevisionUnit(this, u)));
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PlanId { get; private set; }

    /// <summary>The edition that asks.</summary>
    public Guid PlanVersionId { get; private set; }

    public int VersionNumber { get; private set; }

    public RevisionKind Kind { get; private set; }

    public RevisionState State { get; private set; }

    /// <summary>Null for a task that is still to be issued.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The edition's measure; for one that it removed, the measure as it last stood.</summary>
    public Guid MeasureId { get; private set; }

    /// <summary>The measure that the task followed so far, by which a later edition finds what is still open; null for one that is new.</summary>
    public Guid? FormerMeasureId { get; private set; }

    public Guid OriginId { get; private set; }

    /// <summary>The measure's position, by which lists are ordered.</summary>
    public int Place { get; private set; }

    /// <summary>The measure's title.</summary>
    public string Title { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary><see cref="RevisionFacts"/> as JSON: the task as it was.</summary>
    public string Before { get; private set; } = "{}";

    /// <summary><see cref="RevisionFacts"/> as JSON: as the edition asks.</summary>
    public string After { get; private set; } = "{}";

    public DateTime MadeAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    /// <summary>Why the task was left as it is.</summary>
    public string? Reason { get; private set; }

    /// <summary>The task that was issued by accepting it, where one was.</summary>
    public Guid? MadeTaskId { get; private set; }

    public int Version { get; private set; }

    /// <summary>Units that it concerns: those of the task and those that come.</summary>
    public IReadOnlyList<RevisionUnit> Units => units;

    public RevisionFacts Was => RevisionFacts.Read(Before);

    public RevisionFacts Asked => RevisionFacts.Read(After);

    /// <summary>Refuses one that is decided or superseded (revision-decided).</summary>
    public void MustBeOpen()
    {
        if (State != RevisionState.Open)
        {
            throw new RuleBroken("revision-decided", State == RevisionState.Superseded
                ? "方案已有更新的版本生效，这条修订建议不再办理。请打开新版本的修订建议。"
                : "这条修订建议已经处理，不需要再次处理。请刷新后查看。");
        }
    }

    public void Accept(string by, DateTime now, Guid? madeTaskId)
    {
        Decide(RevisionState.Accepted, by, now);
        MadeTaskId = madeTaskId;
    }

    /// <summary>Refuses an empty reason (revision-reason).</summary>
    public void Keep(string? reason, string by, DateTime now)
    {
        Reason = ReasonOf(reason);
        Decide(RevisionState.Kept, by, now);
    }

    /// <summary>Trimmed. Refuses as <see cref="Keep"/>.</summary>
    public static string ReasonOf(string? reason) =>
        reason.Needed(LongestReason, "理由", new RuleBroken("revision-reason", "请写明任务保留原样的理由。") { Field = nameof(Reason) });

    /// <summary>A later edition asks anew what is still to be asked.</summary>
    public void Supersede(string by, DateTime now) => Decide(RevisionState.Superseded, by, now);

    private void Decide(RevisionState state, string by, DateTime now)
    {
        MustBeOpen();
        (State, DecidedBy, DecidedAt) = (state, by, now);
    }
}

/// <summary>A unit that a proposal concerns, by which the list is filtered.</summary>
public sealed class RevisionUnit
{
    private RevisionUnit()
    {
    }

    public RevisionUnit(RevisionProposal proposal, Guid unitId) => (JurisdictionId, ProposalId, UnitId) = (proposal.JurisdictionId, proposal.Id, unitId);

    public Guid JurisdictionId { get; private set; }

    public Guid ProposalId { get; private set; }

    public Guid UnitId { get; private set; }
}
