namespace Equalization.Workflow.Core.Escalations;

/// <summary>
/// Proposed: drafted by the program, waits for the office. Refused: the office does not issue it, with its reason. Served: issued, the unit's term
/// to answer runs. Answered. Settled: the matter ended first.
/// </summary>
public enum StepState
{
    Proposed,
    Refused,
    Served,
    Answered,
    Settled,
}

/// <summary>One rung of one matter: the proposal with its facts, the paper the office issued, the unit's answer.</summary>
public sealed class EscalationStep
{
    public const int LongestFacts = 1000;
    public const int LongestDemand = 1000;
    public const int LongestAnswer = 2000;

    private EscalationStep()
    {
    }

    internal EscalationStep(Escalation matter, Rung rung, string facts, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = matter.JurisdictionId;
        EscalationId = matter.Id;
        TaskId = matter.TaskId;
        UnitId = matter.UnitId;
        Rung = rung;
        Facts = facts.Length <= LongestFacts ? facts : facts[..LongestFacts];
        ProposedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid EscalationId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid UnitId { get; private set; }

    public Rung Rung { get; private set; }

    public StepState State { get; private set; }

    /// <summary>Rule with its version, dates and working days, as they stood when it was proposed.</summary>
    public string Facts { get; private set; } = "";

    public DateTime ProposedAt { get; private set; }

    /// <summary>The paper's number, such as 督〔2018〕3号; null until issued, and for an urge, which has none.</summary>
    public string? Number { get; private set; }

    /// <summary>What the unit is asked to do.</summary>
    public string? Demand { get; private set; }

    /// <summary>Last day, included, on which the unit answers in time.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why the office does not issue it.</summary>
    public string? RefusedBecause { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The program's own rung, served without a signature.</summary>
    public void ServeByItself(DateOnly answerDueOn, DateTime now)
    {
        State = StepState.Served;
        AnswerDueOn = answerDueOn;
        DecidedBy = "系统";
        DecidedAt = now;
    }

    /// <summary>The office signs and issues. Refuses an empty demand (demand), a day before today (answer-day), a second decision (step-decided).</summary>
    public void Issue(string number, string? demand, DateOnly answerDueOn, Guid byId, string by, DateTime now)
    {
        MustBeProposed();
        Demand = demand.Needed(LongestDemand, "督办要求", new RuleBroken("demand", "请写明督办要求：做什么、做到什么程度。") { Field = nameof(Demand) });
        if (answerDueOn < ChinaTime.DayOf(now))
        {
            throw new RuleBroken("answer-day", "答复期限 {0} 早于今天，请改填。", answerDueOn) { Field = nameof(AnswerDueOn) };
        }

        State = StepState.Served;
        Number = number;
        AnswerDueOn = answerDueOn;
        (DecidedById, DecidedBy, DecidedAt) = (byId, by, now);
    }

    /// <summary>The office does not issue it. Refuses without a reason (refusal-reason) and a second decision (step-decided).</summary>
    public void Refuse(string? reason, Guid byId, string by, DateTime now)
    {
        MustBeProposed();
        RefusedBecause = reason.Needed(500, "不予签发的理由", new RuleBroken("refusal-reason", "请写明不予签发的理由。") { Field = "Reason" });
        State = StepState.Refused;
        (DecidedById, DecidedBy, DecidedAt) = (byId, by, now);
    }

    /// <summary>The unit answers. Refuses an empty answer (step-answer) and one that is not asked for (step-not-served).</summary>
    public void GiveAnswer(string? answer, string by, DateTime now)
    {
        if (State != StepState.Served)
        {
            throw new RuleBroken("step-not-served", "这份督办通知单不在待答复状态，可能已由本单位他人答复，或事项已经了结。请刷新后查看。");
        }

        Answer = answer.Needed(LongestAnswer, "办理情况", new RuleBroken("step-answer", "请填写办理情况：已做的工作、存在的问题、预计完成时间。") { Field = nameof(Answer) });
        State = StepState.Answered;
        (AnsweredBy, AnsweredAt) = (by, now);
    }

    internal void Settle()
    {
        if (State is StepState.Proposed or StepState.Served)
        {
            State = StepState.Settled;
        }
    }

    private void MustBeProposed()
    {
        if (State != StepState.Proposed)
        {
            throw new RuleBroken("step-decided", "这项督办建议已经办理，可能已由他人签发，或事项已经了结。请刷新后查看。");
        }
    }
}
