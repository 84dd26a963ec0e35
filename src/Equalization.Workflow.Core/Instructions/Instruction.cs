namespace Equalization.Workflow.Core.Instructions;

/// <summary>Open: the unit carries it out and answers. Answered: waits for the leader to read. Closed: read and ended. Withdrawn: taken back.</summary>
public enum InstructionState
{
    Open,
    Answered,
    Closed,
    Withdrawn,
}

/// <summary>
/// A leader's written instruction (批示) on a task, followed until the leader has read the answer: one unit owns it and answers by a day (included). What was
/// written is never changed; a poor answer goes back with words and a new day.
/// </summary>
public sealed class Instruction
{
    public const int LongestText = 500;
    public const int LongestAnswer = 2000;

    private readonly List<InstructionTurn> turns = [];

    private Instruction()
    {
    }

    /// <summary>Refuses an empty text (instruction-text) and a day before today or none (instruction-day).</summary>
    public Instruction(Guid jurisdictionId, Guid taskId, Guid leaderId, string by, Guid ownerUnitId, string? text, DateOnly? answerDueOn, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = jurisdictionId;
        TaskId = taskId;
        LeaderId = leaderId;
        By = by;
        OwnerUnitId = ownerUnitId;
        Text = text.Needed(LongestText, "批示", new RuleBroken("instruction-text", "请写下批示内容。") { Field = nameof(Text) });
        AnswerDueOn = Day(answerDueOn, now);
        GivenAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The person who wrote it, also in another post; it falls to a successor only when that person leads no more.</summary>
    public Guid LeaderId { get; private set; }

    public string By { get; private set; } = "";

    public Guid OwnerUnitId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly AnswerDueOn { get; private set; }

    public InstructionState State { get; private set; }

    public DateTime GivenAt { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>The leader's last words: on reading, or why it was withdrawn.</summary>
    public string? EndedWith { get; private set; }

    /// <summary>The day for which the unit was last reminded.</summary>
    public DateOnly? RemindedFor { get; private set; }

    /// <summary>When the present term ended without an answer.</summary>
    public DateTime? LapsedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Answers that went back, oldest first.</summary>
    public IReadOnlyList<InstructionTurn> Turns => turns;

    public bool IsOver => State is InstructionState.Closed or InstructionState.Withdrawn;

    /// <summary>Refuses an empty answer (instruction-answer) and one that is not asked for (instruction-not-open).</summary>
    public void GiveAnswer(string? answer, string by, DateTime now)
    {
        if (State != InstructionState.Open)
        {
            throw new RuleBroken("instruction-not-open", "这条批示不在待答复状态，可能已由本单位他人答复，或者已经撤销。请刷新后查看。");
        }

        Answer = answer.Needed(LongestAnswer, "落实情况", new RuleBroken("instruction-answer", "请写明落实情况：做了什么、结果如何、还差什么。") { Field = nameof(Answer) });
        (State, AnsweredBy, AnsweredAt) = (InstructionState.Answered, by, now);
    }

    /// <summary>Read: it ends. Refuses what has no answer (instruction-not-answered).</summary>
    public void Close(string? words, DateTime now)
    {
        MustBeAnswered();
        EndedWith = words.Within(LongestText, "阅示意见", "Words");
        (State, EndedAt) = (InstructionState.Closed, now);
    }

    /// <summary>More is wanted: the answer is kept and a new day set. Refuses no words (instruction-words), a day before today (instruction-day), no answer (instruction-not-answered).</summary>
    public void AskAgain(string? words, DateOnly? answerDueOn, DateTime now)
    {
        MustBeAnswered();
        var said = words.Needed(LongestText, "再办意见", new RuleBroken("instruction-words", "请写明还要办什么、报什么。") { Field = "Words" });
        var day = Day(answerDueOn, now);
        turns.Add(new InstructionTurn(this, said, day, now));
        (State, AnswerDueOn, Answer, AnsweredBy, AnsweredAt, RemindedFor, LapsedAt) = (InstructionState.Open, day, null, null, null, null, null);
    }

    /// <summary>Refuses once it has ended (instruction-over) and without a reason (instruction-words).</summary>
    public void Withdraw(string? reason, DateTime now)
    {
        if (IsOver)
        {
            throw new RuleBroken("instruction-over", "这条批示已经办结或撤销。请刷新后查看。");
        }

        EndedWith = reason.Needed(LongestText, "撤销理由", new RuleBroken("instruction-words", "请写明撤销的理由。") { Field = "Words" });
        (State, EndedAt) = (InstructionState.Withdrawn, now);
    }

    internal void Remind() => RemindedFor = AnswerDueOn;

    internal void Lapse(DateTime now) => LapsedAt = now;

    /// <summary>The days of a hold do not count: the day of answer moves with them.</summary>
    internal void Postpone(DateOnly answerDueOn) => AnswerDueOn = answerDueOn;

    private static DateOnly Day(DateOnly? day, DateTime now) => day is { } on && on >= ChinaTime.DayOf(now)
        ? on
        : throw new RuleBroken("instruction-day", "答复日期应填今天或以后的日期，请改填。") { Field = nameof(AnswerDueOn) };

    private void MustBeAnswered()
    {
        if (State != InstructionState.Answered)
        {
            throw new RuleBroken("instruction-not-answered", "这条批示没有待阅的答复，可能已经处理。请刷新后查看。");
        }
    }
}

/// <summary>An answer that did not suffice, what the leader then wrote, and the new day. Kept for good.</summary>
public sealed class InstructionTurn
{
    private InstructionTurn()
    {
    }

    internal InstructionTurn(Instruction instruction, string words, DateOnly newDueOn, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = instruction.JurisdictionId;
        InstructionId = instruction.Id;
        Answer = instruction.Answer ?? "";
        AnsweredBy = instruction.AnsweredBy ?? "";
        AnsweredAt = instruction.AnsweredAt ?? now;
        Words = words;
        NewDueOn = newDueOn;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid InstructionId { get; private set; }

    public string Answer { get; private set; } = "";

    public string AnsweredBy { get; private set; } = "";

    public DateTime AnsweredAt { get; private set; }

    public string Words { get; private set; } = "";

    public DateOnly NewDueOn { get; private set; }

    public DateTime At { get; private set; }
}
