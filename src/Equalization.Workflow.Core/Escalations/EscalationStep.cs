using Equalization.Workflow.Core.Calendars;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Units;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>
/// Proposed: drafted by the program, waits for its signer. Refused: not issued, with the reason. Served: signed; the unit's term to answer runs, or the
/// procedure it hands on to does. Answered. Done: that procedure was carried out. Settled: the matter ended first.
/// </summary>
public enum StepState
{
    Proposed,
    Refused,
    Served,
    Answered,
    Done,
    Settled,
}

/// <summary>What the signer fixes: demand, grounds, how and until when to answer. Rungs that hand on need no answer.</summary>
public sealed record StepTerms(string? Demand, string? Basis, string? ReplyForm, DateOnly? AnswerDueOn);

/// <summary>One rung of one matter: the proposal with its facts, the paper that was signed, the unit's answers and what became of them.</summary>
public sealed class EscalationStep
{
    public const int LongestFacts = 2000;
    public const int LongestDemand = 1000;
    public const int LongestBasis = 500;
    public const int LongestReplyForm = 300;
    public const int LongestAnswer = 2000;

    private readonly List<StepReturn> returns = [];

    private EscalationStep()
    {
    }

    internal EscalationStep(Escalation matter, Rung rung, int turn, LadderSigner signer, string facts, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = matter.JurisdictionId;
        EscalationId = matter.Id;
        TaskId = matter.TaskId;
        UnitId = matter.UnitId;
        Rung = rung;
        Turn = turn;
        Signer = signer;
        Facts = facts.Cut(LongestFacts);
        ProposedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid EscalationId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid UnitId { get; private set; }

    public Rung Rung { get; private set; }

    /// <summary>1, and one more for each time the rules let the rung be repeated.</summary>
    public int Turn { get; private set; } = 1;

    /// <summary>Who signs it, by the rules the task was issued under.</summary>
    public LadderSigner Signer { get; private set; }

    public StepState State { get; private set; }

    /// <summary>Rule with its version, dates, working days and who held them, as they stood when it was proposed.</summary>
    public string Facts { get; private set; } = "";

    public DateTime ProposedAt { get; private set; }

    /// <summary>The paper's number, such as 督〔2018〕3号; null until signed, and for a rung without a paper of its own.</summary>
    public string? Number { get; private set; }

    /// <summary>What the unit is asked to do.</summary>
    public string? Demand { get; private set; }

    /// <summary>依据: the task, the plan, the rule.</summary>
    public string? Basis { get; private set; }

    /// <summary>反馈要求.</summary>
    public string? ReplyForm { get; private set; }

    /// <summary>Last day, included, on which the unit answers in time.</summary>
    public DateOnly? AnswerDueOn { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it is not issued.</summary>
    public string? RefusedBecause { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>How often an answer was sent back as poor.</summary>
    public int ReturnCount { get; private set; }

    /// <summary>When the present term ended without an answer.</summary>
    public DateTime? LapsedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<StepReturn> Returns => returns;

    /// <summary>The unit answers it within a term; the others are carried on by bulletin, interview and accountability.</summary>
    public bool AsksForAnswer => Rung is Rung.Urge or Rung.Supervision or Rung.Letter;

    /// <summary>The program's own rung, served without a signature.</summary>
    public void ServeByItself(DateOnly answerDueOn, DateTime now)
    {
        State = StepState.Served;
        AnswerDueOn = answerDueOn;
        DecidedBy = "系统";
        DecidedAt = now;
    }

    /// <summary>
    /// The signer issues it. Refuses a second decision (step-decided), and where an answer is asked for an empty demand (demand) and a day before today
    /// or none (answer-day).
    /// </summary>
    public void Issue(StepTerms terms, Actor by, DateTime now)
    {
        MustBeProposed();
        if (AsksForAnswer)
        {
            Demand = terms.Demand.Needed(LongestDemand, "督办要求", new RuleBroken("demand", "请写明督办要求：做什么、做到什么程度。") { Field = nameof(Demand) });
            if (terms.AnswerDueOn is not { } dueOn || dueOn < ChinaTime.DayOf(now))
            {
                throw new RuleBroken("answer-day", "答复期限应填今天或以后的日期，请改填。") { Field = nameof(AnswerDueOn) };
            }

            AnswerDueOn = dueOn;
        }
        else
        {
            Demand = terms.Demand.Within(LongestDemand, "签批意见", nameof(Demand));
        }

        Basis = terms.Basis.Within(LongestBasis, "依据", nameof(Basis));
        ReplyForm = terms.ReplyForm.Within(LongestReplyForm, "反馈要求", nameof(ReplyForm));
        State = StepState.Served;
        (DecidedById, DecidedBy, DecidedAt) = (by.PersonId, by.Signature(), now);
    }

    /// <summary>The number of the paper that was signed.</summary>
    internal void Bear(string number) => Number = number;

    /// <summary>It is not issued. Refuses without a reason (refusal-reason) and a second decision (step-decided).</summary>
    public void Refuse(string? reason, Guid byId, string by, DateTime now)
    {
        MustBeProposed();
        RefusedBecause = reason.Needed(500, "不予签发的理由", new RuleBroken("refusal-reason", "请写明不予签发的理由。") { Field = "Reason" });
        State = StepState.Refused;
        (DecidedById, DecidedBy, DecidedAt) = (byId, by, now);
    }

    /// <summary>Refuses an empty or too long reason (refusal-reason, text-too-long).</summary>
    internal static string ReasonOf(string? reason) =>
        reason.Needed(500, "不予签发的理由", new RuleBroken("refusal-reason", "请写明不予签发的理由。") { Field = "Reason" });

    /// <summary>The unit answers. Refuses an empty answer (step-answer) and one that is not asked for (step-not-served).</summary>
    public void GiveAnswer(string? answer, string by, DateTime now)
    {
        if (State != StepState.Served || !AsksForAnswer)
        {
            throw new RuleBroken("step-not-served", "这份督办文书不在待答复状态，可能已由本单位他人答复，或事项已经了结。请刷新后查看。");
        }

        Answer = answer.Needed(LongestAnswer, "办理情况", new RuleBroken("step-answer", "请填写办理情况：已做的工作、存在的问题、预计完成时间。") { Field = nameof(Answer) });
        State = StepState.Answered;
        (AnsweredBy, AnsweredAt) = (by, now);
    }

    /// <summary>
    /// A poor answer goes back with a reason and a new term; the answer is kept. Refuses without a reason (return-reason), a term before today
    /// (return-day), and what is not answered (step-not-answered).
    /// </summary>
    public StepReturn Return(string? because, DateOnly? newDueOn, string by, DateTime now)
    {
        if (State != StepState.Answered)
        {
            throw new RuleBroken("step-not-answered", "这份督办文书没有待审的答复，可能已被退回，或事项已经了结。请刷新后查看。");
        }

        var reason = because.Needed(500, "退回理由", new RuleBroken("return-reason", "请写明答复哪里不符合要求、应补充什么。") { Field = "Reason" });
        if (newDueOn is not { } dueOn || dueOn < ChinaTime.DayOf(now))
        {
            throw new RuleBroken("return-day", "新的答复期限应填今天或以后的日期，请改填。") { Field = nameof(AnswerDueOn) };
        }

        var sentBack = new StepReturn(this, reason, dueOn, by, now);
        returns.Add(sentBack);
        State = StepState.Served;
        AnswerDueOn = dueOn;
        ReturnCount++;
        (Answer, AnsweredBy, AnsweredAt, LapsedAt) = (null, null, null, null);
        return sentBack;
    }

    /// <summary>The last day of the term by a calendar that leaves out the days on which the task was held; the day on the paper where it was not.</summary>
    public DateOnly? TermEnds(WorkingCalendar calendar) =>
        AnswerDueOn is { } due ? calendar.Prolonged(ChinaTime.DayOf(returns.Count > 0 ? returns.Max(r => r.At) : DecidedAt ?? ProposedAt), due) : null;

    /// <summary>Notes that the term ended without an answer; false when that was noted before or does not hold.</summary>
    public bool Lapse(WorkingCalendar calendar, DateTime now)
    {
        if (LapsedAt is not null || State != StepState.Served || TermEnds(calendar) is not { } due || ChinaTime.EndOf(due) > now)
        {
            return false;
        }

        LapsedAt = now;
        return true;
    }

    /// <summary>The procedure it handed on to has been carried out: bulletin published, interview held, accountability decided.</summary>
    public void Finish(DateTime now)
    {
        if (State == StepState.Served && !AsksForAnswer)
        {
            (State, FinishedAt) = (StepState.Done, now);
        }
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

/// <summary>A poor answer that was sent back: the answer as it stood, why, and the new term. Kept for good.</summary>
public sealed class StepReturn
{
    private StepReturn()
    {
    }

    internal StepReturn(EscalationStep step, string because, DateOnly newDueOn, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = step.JurisdictionId;
        StepId = step.Id;
        Answer = step.Answer ?? "";
        AnsweredBy = step.AnsweredBy ?? "";
        AnsweredAt = step.AnsweredAt ?? now;
        Because = because;
        DueOn = step.AnswerDueOn;
        NewDueOn = newDueOn;
        By = by;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid StepId { get; private set; }

    public string Answer { get; private set; } = "";

    public string AnsweredBy { get; private set; } = "";

    public DateTime AnsweredAt { get; private set; }

    public string Because { get; private set; } = "";

    /// <summary>The term that ended with this answer; null in rows from before it was kept.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateOnly NewDueOn { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
