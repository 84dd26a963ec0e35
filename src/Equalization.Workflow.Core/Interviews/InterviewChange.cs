namespace Equalization.Workflow.Core.Interviews;

/// <summary>One decision to move or cancel a summons. Append-only: what held before stays readable.</summary>
[KeptToCase]
public sealed class InterviewChange
{
    private InterviewChange()
    {
    }

    internal InterviewChange(Interview interview, DateTime from, DateTime? to, string because, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = interview.JurisdictionId;
        InterviewId = interview.Id;
        (From, To, Because, By, At) = (from, to, because, by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid InterviewId { get; private set; }

    public DateTime From { get; private set; }

    /// <summary>Null: cancelled.</summary>
    public DateTime? To { get; private set; }

    public string Because { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
