namespace Equalization.Workflow.Core.Accountabilities.Rights;

/// <summary>复核 at the same office, 申诉 one level up.</summary>
public enum RemedyKind
{
    Review,
    Appeal,
}

/// <summary>How it was answered. NotAdmitted: it was asked after its term.</summary>
public enum RemedyOutcome
{
    /// <summary>维持</summary>
    Upheld,

    /// <summary>变更</summary>
    Changed,

    /// <summary>撤销</summary>
    Revoked,

    /// <summary>逾期不予受理</summary>
    NotAdmitted,
}

/// <summary>A unit's request for review or its appeal, with its answer. What was asked late is recorded as late and answered all the same.</summary>
[KeptToCase]
public sealed class Remedy
{
    public const int LongestText = 3000;

    private Remedy()
    {
    }

    internal Remedy(AccountabilityCase about, RemedyKind kind, string grounds, DateOnly? dueOn, DateOnly answerDueOn, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = about.JurisdictionId;
        CaseId = about.Id;
        Kind = kind;
        Grounds = grounds;
        DueOn = dueOn;
        IsLate = dueOn is { } due && ChinaTime.DayOf(now) > due;
        AnswerDueOn = answerDueOn;
        AskedBy = by;
        AskedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid CaseId { get; private set; }

    public RemedyKind Kind { get; private set; }

    public string Grounds { get; private set; } = "";

    /// <summary>Last day, included, on which it could be asked in time; null where no term ran, since the office had not answered the review.</summary>
    public DateOnly? DueOn { get; private set; }

    public bool IsLate { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    /// <summary>Last day, included, on which it is answered in time.</summary>
    public DateOnly AnswerDueOn { get; private set; }

    public RemedyOutcome? Outcome { get; private set; }

    /// <summary>The body that answered.</summary>
    public string? AnsweredFor { get; private set; }

    public string? AnswerText { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The signed answer that was served; its receipt begins the term of the appeal.</summary>
    public Guid? PaperId { get; private set; }

    public string? Number { get; private set; }

    /// <summary>Last day, included, of the correction that an appeal decision asks of the first office.</summary>
    public DateOnly? CorrectionDueOn { get; private set; }

    public string? CorrectionText { get; private set; }

    public string? CorrectedBy { get; private set; }

    public DateTime? CorrectedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Answers it. Refuses a second answer (remedy-answered), one without reasons (remedy-text), and not admitting what was asked in time (remedy-in-time).</summary>
    internal void Answer(RemedyAnswer answer, DateOnly? correctionDueOn, string by, DateTime now)
    {
        if (Outcome is not null)
        {
            throw new RuleBroken("remedy-answered", "这项申请已经答复，不能再次答复。请刷新后查看。");
        }

        if (answer.Outcome == RemedyOutcome.NotAdmitted && !IsLate)
        {
            throw new RuleBroken("remedy-in-time", "这项申请是在期限内提出的，应当受理。请选择维持、变更或撤销。") { Field = nameof(RemedyAnswer.Outcome) };
        }

        AnswerText = answer.Text.Needed(LongestText, "决定理由", new RuleBroken("remedy-text", "请写明决定的事实和理由。") { Field = nameof(RemedyAnswer.Text) });
        AnsweredFor = answer.Body.Needed(100, "作出决定的机关", new RuleBroken("remedy-body", "请填写作出决定的机关。") { Field = nameof(RemedyAnswer.Body) });
        (Outcome, AnsweredBy, AnsweredAt) = (answer.Outcome, by, now);
        CorrectionDueOn = Kind == RemedyKind.Appeal && answer.Outcome is RemedyOutcome.Changed or RemedyOutcome.Revoked ? correctionDueOn : null;
    }

    internal void Bear(Guid paperId, string? number) => (PaperId, Number) = (paperId, number);

    /// <summary>The first office puts its decision right. Refuses where nothing is to be put right (no-correction), a second time (corrected) and without a text (correction-text).</summary>
    internal void Correct(string? text, string by, DateTime now)
    {
        if (CorrectionDueOn is null)
        {
            throw new RuleBroken("no-correction", "这项申请没有要求更正原决定，不需要登记更正。");
        }

        if (CorrectedAt is not null)
        {
            throw new RuleBroken("corrected", "更正已经登记，不需要再次登记。请刷新后查看。");
        }

        CorrectionText = text.Needed(LongestText, "更正情况", new RuleBroken("correction-text", "请写明怎样更正了原决定。") { Field = "Text" });
        (CorrectedBy, CorrectedAt) = (by, now);
    }
}

/// <summary>An answer as it is typed.</summary>
public sealed record RemedyAnswer(RemedyOutcome Outcome, string? Text, string? Body);
