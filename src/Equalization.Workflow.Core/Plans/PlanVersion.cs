namespace Equalization.Workflow.Core.Plans;

/// <summary>Draft: measures may be edited. Confirmed: fixed, the one in force. Superseded: a later version was confirmed.</summary>
public enum PlanVersionState
{
    Draft,
    Confirmed,
    Superseded,
}

/// <summary>One edition of a plan with the source text that every measure's place counts in.</summary>
public sealed class PlanVersion
{
    private PlanVersion()
    {
    }

    public PlanVersion(Plan plan, int number, string sourceName, string? sourceSha256, string sourceText)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = plan.JurisdictionId;
        PlanId = plan.Id;
        Number = number;
        SourceName = sourceName;
        SourceSha256 = sourceSha256;
        SourceText = sourceText;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid PlanId { get; private set; }

    /// <summary>1 for the first edition.</summary>
    public int Number { get; private set; }

    public PlanVersionState State { get; private set; }

    /// <summary>The file's name as uploaded.</summary>
    public string SourceName { get; private set; } = "";

    public string? SourceSha256 { get; private set; }

    public string SourceText { get; private set; } = "";

    /// <summary>JSON array of {start, length, reason}: source text that became nothing.</summary>
    public string Skipped { get; set; } = "[]";

    /// <summary>JSON array of the targets of the plan as a whole, as the reader found them.</summary>
    public string Overall { get; set; } = "[]";

    /// <summary>What a person should look at in the plan as a whole, one sentence a line.</summary>
    public string Doubts { get; set; } = "";

    public DateTime? ConfirmedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses any change once confirmed (plan-confirmed).</summary>
    public void MustBeDraft()
    {
        if (State != PlanVersionState.Draft)
        {
            throw new RuleBroken("plan-confirmed", "这一版方案已确认生效，不能再改。需要调整时请导入修订版。");
        }
    }

    public void Confirm(string by, DateTime now)
    {
        MustBeDraft();
        State = PlanVersionState.Confirmed;
        ConfirmedBy = by;
        ConfirmedAt = now;
    }

    public void Supersede() => State = PlanVersionState.Superseded;
}
