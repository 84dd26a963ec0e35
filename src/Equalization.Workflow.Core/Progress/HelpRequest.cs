namespace Equalization.Workflow.Core.Progress;

/// <summary>A matter to coordinate (需协调事项) raised in a report, with who must answer and by which day (included).</summary>
public sealed class HelpRequest
{
    public const int LongestReason = 1000;

    private HelpRequest()
    {
    }

    public HelpRequest(ProgressReport report, string text, Guid ownerUnitId, DateOnly answerDueOn)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = report.JurisdictionId;
        TaskId = report.TaskId;
        ReportId = report.Id;
        AskingUnitId = report.UnitId;
        Reword(text, ownerUnitId, answerDueOn);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid ReportId { get; private set; }

    public Guid AskingUnitId { get; private set; }

    /// <summary>The unit that must answer.</summary>
    public Guid OwnerUnitId { get; private set; }

    public string Text { get; private set; } = "";

    public DateOnly AnswerDueOn { get; private set; }

    /// <summary>Only an approved report's request is open; a draft's waits with it.</summary>
    public bool IsOpen { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>When it ended unanswered, since its task did; null while open and where it was answered.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why its task ended.</summary>
    public string? EndedWith { get; private set; }

    public int Version { get; private set; }

    /// <summary>Rewrites a request whose report is not yet approved. Refuses an empty text (help-text).</summary>
    public void Reword(string text, Guid ownerUnitId, DateOnly answerDueOn)
    {
        Text = text.Needed(1000, "需协调事项", new RuleBroken("help-text", "请写明需要协调的事项和希望的答复。") { Field = "HelpText" });
        OwnerUnitId = ownerUnitId;
        AnswerDueOn = answerDueOn;
    }

    public void Open() => IsOpen = true;

    /// <summary>Refuses an empty answer (help-answer), a second one, and one that is too late (help-answered).</summary>
    public void GiveAnswer(string answer, string by, DateTime now)
    {
        MustBeOpen();
        Answer = answer.Needed(2000, "答复意见", new RuleBroken("help-answer", "请填写答复意见。") { Field = "Answer" });
        AnsweredBy = by;
        AnsweredAt = now;
        IsOpen = false;
    }

    /// <summary>Its task has ended: nobody answers any more. Refuses what is not open (help-answered).</summary>
    public void End(string reason, DateTime now)
    {
        MustBeOpen();
        (IsOpen, EndedAt, EndedWith) = (false, now, reason.Cut(LongestReason));
    }

    /// <summary>The days of a hold do not count: the day of answer moves with them.</summary>
    internal void Postpone(DateOnly answerDueOn) => AnswerDueOn = answerDueOn;

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RuleBroken("help-answered", "该事项已经答复、已随任务了结或尚未提出，请刷新后查看。");
        }
    }
}
