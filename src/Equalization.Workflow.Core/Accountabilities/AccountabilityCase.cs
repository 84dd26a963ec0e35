using Equalization.Workflow.Core.Accountabilities.Files;
using Equalization.Workflow.Core.Accountabilities.Rights;

namespace Equalization.Workflow.Core.Accountabilities;

/// <summary>
/// One accountability case (问责) against a unit, known by its list alone. The program keeps the course, the file and the clocks; it never decides: what
/// the body with authority decided is recorded. Persons are named in the finding only and are dealt with by the bodies in charge of them.
/// </summary>
[KeptToCase]
public sealed class AccountabilityCase
{
    public const int LongestText = 4000;

    private readonly List<CaseStatement> statements = [];
    private readonly List<CaseDocument> documents = [];
    private readonly List<Remedy> remedies = [];

    private AccountabilityCase()
    {
    }

    internal AccountabilityCase(Guid jurisdictionId, Guid unitId, CaseOpening opening, Guid? taskId, Guid rulesId, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        UnitId = unitId;
        TaskId = taskId;
        StepId = opening.StepId;
        Trigger = opening.Trigger;
        Because = opening.Because.Needed(LongestText, "立案理由", new RuleBroken("case-reason", "请写明立案的事实和理由。") { Field = nameof(opening.Because) });
        InquiryFromOn = opening.InquiryFromOn ?? ChinaTime.DayOf(now);
        if (InquiryFromOn > ChinaTime.DayOf(now))
        {
            throw new RuleBroken("inquiry-day", "督导结束日期不能晚于今天，请改填。") { Field = nameof(opening.InquiryFromOn) };
        }

        RulesId = rulesId;
        (OpenedBy, OpenedAt) = (by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>The task behind it; null for a case opened by hand without one.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>The signed step of the ladder it carries out.</summary>
    public Guid? StepId { get; private set; }

    /// <summary>The version of the terms it was opened under.</summary>
    public Guid RulesId { get; private set; }

    public CaseTrigger Trigger { get; private set; }

    public string Because { get; private set; } = "";

    /// <summary>The day the supervision ended, from which the inquiry's term runs.</summary>
    public DateOnly InquiryFromOn { get; private set; }

    public CaseState State { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    /// <summary>What the inquiry found; may name persons, who are named nowhere else.</summary>
    public string? Finding { get; private set; }

    public string? Basis { get; private set; }

    public CaseForm? ProposedForm { get; private set; }

    /// <summary>The ticked grounds, parted by commas.</summary>
    public string Grounds { get; private set; } = "";

    public string? GroundsText { get; private set; }

    public DateTime? FoundAt { get; private set; }

    public string? NoticeNumber { get; private set; }

    public Guid? NoticePaperId { get; private set; }

    public DateTime? ToldAt { get; private set; }

    /// <summary>That the term of the statement ended without one.</summary>
    public DateTime? SilentAt { get; private set; }

    public string? Opinion { get; private set; }

    public DateTime? OpinionAt { get; private set; }

    public string? ProposalNumber { get; private set; }

    public Guid? ProposalPaperId { get; private set; }

    public DateTime? ProposedAt { get; private set; }

    /// <summary>The body that decided, and its own number and day.</summary>
    public string? DecidedFor { get; private set; }

    public string? BodyNumber { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DecisionFacts { get; private set; }

    public string? DecisionBasis { get; private set; }

    public CaseForm? DecidedForm { get; private set; }

    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>The decision leaves something to the body in charge of it: organisational measures, discipline, legal liability.</summary>
    public bool ToTransfer { get; private set; }

    public string? DecisionNumber { get; private set; }

    public Guid? DecisionPaperId { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public DecisionStanding Standing { get; private set; }

    /// <summary>The earlier case that makes this one a repeat, and the day counted from its decision to this one's.</summary>
    public Guid? RepeatOfId { get; private set; }

    public string? RepeatNumber { get; private set; }

    public int? RepeatDay { get; private set; }

    public CaseRange? Range { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>The task was settled while the case went on: the papers from then on say so.</summary>
    public DateTime? TaskSettledAt { get; private set; }

    public string? TaskSettledBecause { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public string? ClosedBecause { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CaseStatement> Statements => statements;

    public IReadOnlyList<CaseDocument> Documents => documents;

    public IReadOnlyList<Remedy> Remedies => remedies;

    /// <summary>The unit knows of it, and has rights that do not vanish.</summary>
    public bool IsTold => ToldAt is not null;

    public bool IsOver => State is CaseState.Archived or CaseState.Closed;

    public IEnumerable<HeavierGround> HeavierGrounds =>
        Grounds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<HeavierGround>).Concat(RepeatOfId is null ? [] : [HeavierGround.Repeated]).Order();

    public Remedy? Review => remedies.Find(r => r.Kind == RemedyKind.Review);

    public Remedy? Appeal => remedies.Find(r => r.Kind == RemedyKind.Appeal);

    /// <summary>Writes what the inquiry found. Refuses once the unit was told (case-step), without finding (finding) or basis (basis), and other grounds that are not named (grounds-text).</summary>
    public void Find(CaseFinding found, DateTime now)
    {
        MustBe(CaseState.Inquiry, "这件案卷已经告知或终止，认定不能再改。请刷新后查看。");
        Finding = found.Finding.Needed(LongestText, "认定事实", new RuleBroken("finding", "请写明查明的事实。") { Field = nameof(found.Finding) });
        Basis = found.Basis.Needed(1000, "依据", new RuleBroken("basis", "请写明所依据的规定和条款。") { Field = nameof(found.Basis) });
        ProposedForm = found.Form;
        Tick(found.Grounds, found.GroundsText);
        FoundAt = now;
    }

    /// <summary>Refuses a second time (case-step) and before the finding is written (finding-missing).</summary>
    public void MustBeReadyToTell()
    {
        MustBe(CaseState.Inquiry, "告知书已经签发，或案卷已经终止，不能再次签发。请刷新后查看。");
        if (FoundAt is null)
        {
            throw new RuleBroken("finding-missing", "还没有调查认定，不能告知。请先由办公室填写认定事实、依据和拟问责方式。");
        }
    }

    internal void Tell(Guid paperId, string? number, DateTime now) =>
        (State, NoticePaperId, NoticeNumber, ToldAt) = (CaseState.Told, paperId, number, now);

    /// <summary>
    /// The unit is heard; what comes after the term is kept and marked late. Refuses an empty statement (statement) and before the notice or after the decision
    /// (case-step).
    /// </summary>
    public CaseStatement Hear(string? text, DateOnly? dueOn, string by, DateTime now)
    {
        if (State is not (CaseState.Told or CaseState.Forming or CaseState.Proposed))
        {
            throw new RuleBroken("case-step", "现在不能提交陈述申辩：决定已经作出或案卷已经终止。不服决定的，请申请复核或者申诉。");
        }

        var statement = new CaseStatement(this, text, dueOn, by, now);
        statements.Add(statement);
        if (State == CaseState.Told)
        {
            State = CaseState.Forming;
        }

        return statement;
    }

    /// <summary>Notes that the term of the statement ended without one.</summary>
    public bool EndStatement(DateTime now)
    {
        if (State != CaseState.Told)
        {
            return false;
        }

        (State, SilentAt) = (CaseState.Forming, now);
        return true;
    }

    /// <summary>Refuses before the unit was heard or its term ended (not-heard), once proposed (case-step), without a text (opinion).</summary>
    public void Form(CaseFinding revised, string? opinion, DateTime now)
    {
        MustBeHeard();
        MustBe(CaseState.Forming, "建议书已经签发或案卷已经终止，意见不能再改。请刷新后查看。");
        Opinion = opinion.Needed(LongestText, "意见", new RuleBroken("opinion", "请写明意见，并说明对陈述申辩是否采纳。") { Field = nameof(Opinion) });
        ProposedForm = revised.Form;
        Tick(revised.Grounds, revised.GroundsText);
        OpinionAt = now;
    }

    /// <summary>Refuses before the unit was heard (not-heard), without an opinion (opinion-missing) and a second time (case-step).</summary>
    public void MustBeReadyToPropose()
    {
        MustBeHeard();
        MustBe(CaseState.Forming, "建议书已经签发或案卷已经终止，不能再次签发。请刷新后查看。");
        if (OpinionAt is null)
        {
            throw new RuleBroken("opinion-missing", "还没有形成意见，不能提出建议。请先由办公室填写意见。");
        }
    }

    internal void Propose(Guid paperId, string? number, DateTime now) =>
        (State, ProposalPaperId, ProposalNumber, ProposedAt) = (CaseState.Proposed, paperId, number, now);

    /// <summary>Records what the body with authority decided. Refuses before the recommendation (case-step), parts that are missing (decision-part), a day after today (decision-day).</summary>
    public void Decide(CaseDecision decision, DateTime now)
    {
        MustBe(CaseState.Proposed, State == CaseState.Decided ? "决定已经登记，不能再次登记。请刷新后查看。" : "还没有提出建议，不能登记决定。请先签发建议书。");
        DecidedFor = Part(decision.Body, 100, "决定机关", nameof(decision.Body));
        BodyNumber = Part(decision.Number, 60, "决定文号", nameof(decision.Number));
        DecisionFacts = Part(decision.Facts, LongestText, "问责事实", nameof(decision.Facts));
        DecisionBasis = Part(decision.Basis, 1000, "问责依据", nameof(decision.Basis));
        if (decision.DecidedOn is not { } on || on > ChinaTime.DayOf(now) || on < ChinaTime.DayOf(ProposedAt ?? now))
        {
            throw new RuleBroken("decision-day", "决定日期应在建议提出之日至今天之间，请改填。") { Field = nameof(decision.DecidedOn) };
        }

        if (decision.EffectiveOn is not { } effective || effective < on)
        {
            throw new RuleBroken("effective-day", "生效时间应填决定当日或以后，请改填。") { Field = nameof(decision.EffectiveOn) };
        }

        (DecidedOn, EffectiveOn, DecidedForm, ToTransfer, State, DecidedAt) = (on, effective, decision.Form, decision.ToTransfer, CaseState.Decided, now);
    }

    internal void BearDecision(Guid paperId, string? number) => (DecisionPaperId, DecisionNumber) = (paperId, number);

    internal void Repeats(RepeatProof? proof) => (RepeatOfId, RepeatNumber, RepeatDay) = (proof?.CaseId, proof?.Number, proof?.Day);

    /// <summary>Refuses before the decision (case-step) and a second time (published).</summary>
    public void Publish(CaseRange range, string by, DateTime now)
    {
        MustBe(CaseState.Decided, "决定登记之后、归档之前才能确定公开范围。请刷新后查看。");
        if (Range is not null)
        {
            throw new RuleBroken("published", "公开范围已经确定，不需要再次登记。");
        }

        (Range, PublishedBy, PublishedAt) = (range, by, now);
    }

    internal void Add(Remedy remedy) => remedies.Add(remedy);

    internal void Add(CaseDocument document) => documents.Add(document);

    internal void Turn(DecisionStanding standing) => Standing = standing;

    /// <summary>Notes that the task was settled; a case of which the unit does not know ends with it.</summary>
    internal void SettleTask(string because, DateTime now)
    {
        if (IsOver || TaskSettledAt is not null)
        {
            return;
        }

        (TaskSettledAt, TaskSettledBecause) = (now, because);
        if (!IsTold)
        {
            (State, EndedAt, EndedBy, ClosedBecause) = (CaseState.Closed, now, "系统", because);
        }
    }

    /// <summary>Gives the case up. Refuses once it is decided or over (case-step) and without a reason (close-reason).</summary>
    public void Close(string? because, string by, DateTime now)
    {
        if (State is CaseState.Decided or CaseState.Archived or CaseState.Closed)
        {
            throw new RuleBroken("case-step", "已经决定或已经终止的案卷不能终止。决定有误的，请经复核、申诉或更正办理。");
        }

        ClosedBecause = because.Needed(500, "终止理由", new RuleBroken("close-reason", "请写明终止的理由。") { Field = "Reason" });
        (State, EndedBy, EndedAt) = (CaseState.Closed, by, now);
    }

    /// <summary>Refuses before the decision (case-step) and while a right still runs or waits for its answer (rights-open).</summary>
    public void Archive(bool rightsRun, string by, DateTime now)
    {
        MustBe(CaseState.Decided, "决定登记之后才能归档。请刷新后查看。");
        if (rightsRun)
        {
            throw new RuleBroken("rights-open", "复核、申诉的期限尚未届满，或申请尚未答复、更正尚未完成，不能归档。请在全部办结后归档。");
        }

        (State, EndedBy, EndedAt) = (CaseState.Archived, by, now);
    }

    /// <summary>Refuses (case-step) in any other state.</summary>
    internal void MustBe(CaseState state, string otherwise)
    {
        if (State != state)
        {
            throw new RuleBroken("case-step", otherwise);
        }
    }

    private void MustBeHeard()
    {
        if (State is CaseState.Inquiry or CaseState.Told)
        {
            throw new RuleBroken("not-heard", "还没有听取陈述申辩，期限也没有届满，不能进入下一步。请待该单位提交陈述申辩或期限届满后办理。");
        }
    }

    private void Tick(IReadOnlyCollection<HeavierGround> ticked, string? text)
    {
        var grounds = ticked.Where(g => g != HeavierGround.Repeated).Distinct().Order().ToList();
        GroundsText = text.Within(500, "从重情形说明", nameof(CaseFinding.GroundsText));
        if (grounds.Count > 0 && GroundsText is null)
        {
            throw new RuleBroken("grounds-text", "选择了从重情形的，请写明事实。") { Field = nameof(CaseFinding.GroundsText) };
        }

        Grounds = string.Join(',', grounds);
    }

    private static string Part(string? text, int most, string what, string field) =>
        text.Needed(most, what, new RuleBroken("decision-part", "请填写{0}。", what) { Field = field });
}

/// <summary>How a case is opened: from a signed step of the ladder, or by hand for a unit.</summary>
public sealed record CaseOpening(Guid? StepId, Guid? UnitId, CaseTrigger Trigger, string? Because, DateOnly? InquiryFromOn);

/// <summary>What the inquiry found, and the form it proposes.</summary>
public sealed record CaseFinding(string? Finding, string? Basis, CaseForm Form, IReadOnlyCollection<HeavierGround> Grounds, string? GroundsText);

/// <summary>The decision of the body with authority, in its five parts.</summary>
public sealed record CaseDecision(
    string? Body, string? Number, DateOnly? DecidedOn, string? Facts, string? Basis, CaseForm Form, DateOnly? EffectiveOn)
{
    /// <summary>Part of it is left to the body in charge.</summary>
    public bool ToTransfer { get; init; }
}

/// <summary>Proof of a repeat: the earlier case, its decision's number and day, and the day counted from that decision.</summary>
public sealed record RepeatProof(Guid CaseId, string Number, DateOnly DecidedOn, int Day);
