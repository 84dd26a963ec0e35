using Equalization.Workflow.Core.AnnualTasks.Risks;

namespace Equalization.Workflow.Core.Escalations.Ladders;

/// <summary>Rungs of the ladder (ESCALATION.md §1, rungs 1 to 6), lowest first; names are the field's.</summary>
public enum Rung
{
    /// <summary>催办</summary>
    Urge,

    /// <summary>督办通知单</summary>
    Supervision,

    /// <summary>督办函, to the unit's head.</summary>
    Letter,

    /// <summary>列入通报</summary>
    Bulletin,

    /// <summary>约谈</summary>
    Interview,

    /// <summary>问责建议</summary>
    Accountability,
}

/// <summary>Who lets a rung leave. Program: by itself, allowed for the urge alone. Leader: the one in charge of the unit.</summary>
public enum LadderSigner
{
    Program,
    Office,
    Leader,
}

/// <summary>How one rung runs for one risk class. Days are working days, counted from the day after the one they begin at.</summary>
/// <param name="Runs">Whether the rung is proposed at all; else the ladder passes over it.</param>
/// <param name="AfterSilence">From the end of the rung before (its term, or its decision where it has none) until this one is proposed, when it was not answered.</param>
/// <param name="AfterAnswer">The same where it was answered, and the task is still open.</param>
/// <param name="Term">Days the unit has to answer; 0 for a rung that another procedure carries on.</param>
/// <param name="TellsLeader">Whether the leader in charge is told when it leaves.</param>
/// <param name="RepeatEvery">Days after an unanswered term until the same rung is proposed again; 0: never.</param>
/// <param name="RepeatMost">How often it may be repeated.</param>
public sealed record LadderRule(
    Rung Rung, RiskClass Risk, bool Runs, int AfterSilence, int AfterAnswer, int Term, LadderSigner Signer, bool TellsLeader, int RepeatEvery, int RepeatMost)
{
    public const int MostDays = 120;
    public const int MostRepeats = 5;

    /// <summary>The unit answers it within a term; the others are carried on by bulletin, interview and accountability.</summary>
    public bool AsksForAnswer => Rung is Rung.Urge or Rung.Supervision or Rung.Letter;
}
