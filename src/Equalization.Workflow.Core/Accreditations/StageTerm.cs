namespace Equalization.Workflow.Core.Accreditations;

/// <summary>One stage of a county's round: the last day (included) by which it is to be passed, and the day on which it was.</summary>
public sealed class StageTerm
{
    public const int LongestWritten = 100;

    private StageTerm()
    {
    }

    internal StageTerm(Accreditation accreditation, AccreditationStage stage)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = accreditation.JurisdictionId;
        AccreditationId = accreditation.Id;
        Stage = stage;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid AccreditationId { get; private set; }

    public AccreditationStage Stage { get; private set; }

    /// <summary>Null while it is yet to be set (时间待定).</summary>
    public DateOnly? TargetOn { get; private set; }

    /// <summary>The plan's own words for the time, such as 2018年3月至2018年12月.</summary>
    public string? AsWritten { get; private set; }

    /// <summary>The plan that sets it; null when the office did.</summary>
    public Guid? PlanId { get; private set; }

    public DateOnly? PassedOn { get; private set; }

    /// <summary>The target for which the county was reminded.</summary>
    public DateOnly? RemindedFor { get; private set; }

    /// <summary>The target of which everybody was told that it has passed.</summary>
    public DateOnly? LateFor { get; private set; }

    public bool IsLate(DateOnly today) => TargetOn < (PassedOn ?? today);

    /// <summary>True when the target is another than before.</summary>
    internal bool Aim(DateOnly? on, string? asWritten, Guid? planId)
    {
        var moves = on != TargetOn;
        (TargetOn, AsWritten, PlanId) = (on, asWritten?.Cut(LongestWritten), planId);
        return moves;
    }

    internal void Pass(DateOnly on) => PassedOn = on;

    internal void Remind() => RemindedFor = TargetOn;

    internal void TellLate() => LateFor = TargetOn;
}
