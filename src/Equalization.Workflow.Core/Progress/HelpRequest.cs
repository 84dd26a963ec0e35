namespace Equalization.Workflow.Core.Progress;

/// <summary>A matter to coordinate (需协调事项) raised in a report, with who must answer and by which day (included).</summary>
public sealed class HelpRequest
{
    private HelpRequest()
    {
    }

    /// <summary>Refuses an empty text (help-text).</summary>
    public HelpRequest(ProgressReport report, string text, Guid ownerUnitId, DateOnly answerDueOn)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleBroken("help-text", "请写明需要协调的事项和希望的答复。") { Field = "HelpText" };
        }

        Id = Guid.CreateVersion7();
        JurisdictionId = report.JurisdictionId;
        TaskId = report.TaskId;
        ReportId = report.Id;
        AskingUnitId = report.UnitId;
        OwnerUnitId = ownerUnitId;
        Text = text.Trim();
        AnswerDueOn = answerDueOn;
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

    public int Version { get; private set; }

    /// <summary>Rewrites a request whose report is not yet approved.</summary>
    public void Reword(string text, Guid ownerUnitId, DateOnly answerDueOn) => (Text, OwnerUnitId, AnswerDueOn) = (text.Trim(), ownerUnitId, answerDueOn);

    public void Open() => IsOpen = true;

    /// <summary>Refuses an empty answer (help-answer) and a second one (help-answered).</summary>
    public void GiveAnswer(string answer, string by, DateTime now)
    {
        if (AnsweredAt is not null || !IsOpen)
        {
            throw new RuleBroken("help-answered", "该事项已经答复或尚未提出，请刷新后查看。");
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            throw new RuleBroken("help-answer", "请填写答复意见。") { Field = "Answer" };
        }

        Answer = answer.Trim();
        AnsweredBy = by;
        AnsweredAt = now;
        IsOpen = false;
    }
}
