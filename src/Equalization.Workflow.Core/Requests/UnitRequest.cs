namespace Equalization.Workflow.Core.Requests;

/// <summary>Help: asks another unit or the office for help on the task (协助请求). Dispute: holds that the duty is not the unit's (职责争议).</summary>
public enum RequestKind
{
    Help,
    Dispute,
}

/// <summary>Open: waits for whoever was asked. Answered: help was answered, the asker has yet to close it. Closed: done with, or a dispute decided. Withdrawn.</summary>
public enum RequestState
{
    Open,
    Answered,
    Closed,
    Withdrawn,
}

/// <summary>Stands: the duty stays with the unit (维持). Changed: it changes as the decision names; the change itself is an act of its own.</summary>
public enum DisputeOutcome
{
    Stands,
    Changed,
}

/// <summary>To whom the working days of the waiting are booked.</summary>
public enum RequestClock
{
    Asked,
    Asker,
}

/// <summary>The office's decision of a dispute. NewUnitId: the unit that takes the duty on, where one does.</summary>
public sealed record DisputeDecision(DisputeOutcome Outcome, string? Reason, string? Change, Guid? NewUnitId, RequestClock Clock);

/// <summary>
/// What a unit with a part in a task asks for on it, any time and apart from its reports: help, or that the office decide whose duty it is. Owned by the unit
/// asked (null: the office), to be answered by a day (included). While it is open its working days go to who was asked; with a dispute the office may
/// book them to the unit when it decides. The task, its day and its lights stay as they are meanwhile.
/// </summary>
public sealed class UnitRequest
{
    public const int LongestText = 1000;
    public const int LongestAnswer = 2000;
    public const int LongestWords = 500;

    private UnitRequest()
    {
    }

    private UnitRequest(Guid jurisdictionId, Guid taskId, RequestKind kind, Guid askingUnitId, Guid? ownerUnitId, string text, DateOnly answerDueOn, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        TaskId = taskId;
        Kind = kind;
        AskingUnitId = askingUnitId;
        OwnerUnitId = ownerUnitId;
        Text = text;
        AnswerDueOn = answerDueOn;
        AskedBy = by;
        AskedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public RequestKind Kind { get; private set; }

    public Guid AskingUnitId { get; private set; }

    /// <summary>The unit asked; null for the leading group's office.</summary>
    public Guid? OwnerUnitId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly AnswerDueOn { get; private set; }

    public RequestState State { get; private set; }

    public RequestClock Clock { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    /// <summary>The answer, or the reason of a dispute's decision.</summary>
    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public DisputeOutcome? Outcome { get; private set; }

    /// <summary>The change of duty that a decision names, in words.</summary>
    public string? Change { get; private set; }

    public Guid? NewUnitId { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The asker's last words.</summary>
    public string? EndedWith { get; private set; }

    /// <summary>Whoever was asked has been reminded.</summary>
    public bool Reminded { get; private set; }

    /// <summary>When the day of answer ended without one.</summary>
    public DateTime? LapsedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOver => State is RequestState.Closed or RequestState.Withdrawn;

    /// <summary>Until when the asker waited; null while it does.</summary>
    public DateTime? WaitedUntil => AnsweredAt ?? EndedAt;

    /// <summary>Refuses an empty text (request-text), a day before today or none (request-day), and asking one's own unit (request-own).</summary>
    public static UnitRequest ForHelp(Guid jurisdictionId, Guid taskId, Guid askingUnitId, Guid? ownerUnitId, string? text, DateOnly? answerDueOn, string by, DateTime now)
    {
        if (ownerUnitId == askingUnitId)
        {
            throw new RuleBroken("request-own", "不能向本单位请求协助，请选择其他单位或领导小组办公室。") { Field = nameof(OwnerUnitId) };
        }

        var day = answerDueOn is { } on && on >= ChinaTime.DayOf(now)
            ? on
            : throw new RuleBroken("request-day", "答复日期应填今天或以后的日期，请改填。") { Field = nameof(AnswerDueOn) };
        var said = text.Needed(LongestText, "请求内容", new RuleBroken("request-text", "请写明需要什么协助、为什么需要。") { Field = nameof(Text) });
        return new UnitRequest(jurisdictionId, taskId, RequestKind.Help, askingUnitId, ownerUnitId, said, day, by, now);
    }

    /// <summary>Refuses no reason (request-text).</summary>
    public static UnitRequest ForDecision(Guid jurisdictionId, Guid taskId, Guid askingUnitId, string? reason, DateOnly decideBy, string by, DateTime now) => new(
        jurisdictionId, taskId, RequestKind.Dispute, askingUnitId, null,
        reason.Needed(LongestText, "争议理由", new RuleBroken("request-text", "请写明争议的理由和职责依据。") { Field = nameof(Text) }), decideBy, by, now);

    /// <summary>Refuses an empty answer (request-answer), one that is not asked for (request-not-open) and a dispute, which is decided (request-dispute).</summary>
    public void GiveAnswer(string? answer, string by, DateTime now)
    {
        MustBeOpen();
        if (Kind == RequestKind.Dispute)
        {
            throw new RuleBroken("request-dispute", "职责争议由领导小组办公室裁定，请填写裁定。");
        }

        Answer = answer.Needed(LongestAnswer, "答复", new RuleBroken("request-answer", "请写明能提供什么协助、何时提供；不能协助的写明原因。") { Field = nameof(Answer) });
        (State, AnsweredBy, AnsweredAt) = (RequestState.Answered, by, now);
    }

    /// <summary>
    /// Refuses no reason (request-reason), a change that is not named (request-change), the duty given back to the unit itself (request-new-unit), what is
    /// not a dispute (request-help) or not open (request-not-open).
    /// </summary>
    public void Decide(DisputeDecision decision, string by, DateTime now)
    {
        MustBeOpen();
        if (Kind != RequestKind.Dispute)
        {
            throw new RuleBroken("request-help", "协助请求由被请求的单位答复，请填写答复。");
        }

        Answer = decision.Reason.Needed(LongestAnswer, "裁定理由", new RuleBroken("request-reason", "请写明裁定的理由和依据。") { Field = "Reason" });
        if (decision.Outcome == DisputeOutcome.Changed)
        {
            Change = decision.Change.Needed(LongestWords, "变更内容", new RuleBroken("request-change", "请写明职责怎样变更，由哪个单位承担什么。") { Field = nameof(Change) });
            NewUnitId = decision.NewUnitId != AskingUnitId
                ? decision.NewUnitId
                : throw new RuleBroken("request-new-unit", "承接单位不能是提出争议的单位。仍由其承担的，请选择维持。") { Field = nameof(NewUnitId) };
        }

        (Outcome, Clock) = (decision.Outcome, decision.Clock);
        (State, AnsweredBy, AnsweredAt, EndedAt) = (RequestState.Closed, by, now, now);
    }

    /// <summary>The asker has what it needs. Refuses what has no answer (request-not-answered).</summary>
    public void Close(string? words, DateTime now)
    {
        if (State != RequestState.Answered)
        {
            throw new RuleBroken("request-not-answered", "这项请求没有待确认的答复，可能已经处理。请刷新后查看。");
        }

        EndedWith = words.Within(LongestWords, "办结意见", "Words");
        (State, EndedAt) = (RequestState.Closed, now);
    }

    /// <summary>Refuses once it has ended (request-over).</summary>
    public void Withdraw(string? words, DateTime now)
    {
        if (IsOver)
        {
            throw new RuleBroken("request-over", "这项请求已经办结或撤回。请刷新后查看。");
        }

        EndedWith = words.Within(LongestWords, "撤回说明", "Words");
        (State, EndedAt) = (RequestState.Withdrawn, now);
    }

    internal void Remind() => Reminded = true;

    internal void Lapse(DateTime now) => LapsedAt = now;

    /// <summary>The days of a hold do not count: the day of answer moves with them, and is reminded of anew.</summary>
    internal void Postpone(DateOnly answerDueOn) => (AnswerDueOn, Reminded) = (answerDueOn, false);

    private void MustBeOpen()
    {
        if (State != RequestState.Open)
        {
            throw new RuleBroken("request-not-open", "这项请求不在待答复状态，可能已由他人答复，或者已经撤回。请刷新后查看。");
        }
    }
}
