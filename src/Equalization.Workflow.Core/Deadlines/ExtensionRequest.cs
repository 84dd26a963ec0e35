using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Deadlines;

/// <summary>WithHead: waits for the unit head. WithOffice: waits for the office. Granted or Refused: decided. Returned: the head sent it back.
/// Lapsed: the task was closed first, or its lead moved.</summary>
public enum ExtensionState
{
    WithHead,
    WithOffice,
    Granted,
    Refused,
    Returned,
    Lapsed,
}

/// <summary>An extension request (延期申请) of the lead unit. Asked before the due day; a wrong grant is corrected by a new decision.</summary>
public sealed class ExtensionRequest
{
    public const int LongestDecision = 1000;

    private ExtensionRequest()
    {
    }

    /// <summary>
    /// Refuses an empty reason (extension-reason), a day not after the current one (extension-day), and a request after the last day
    /// on which it may be asked (extension-late): ESCALATION.md §4, the due day itself is accepted when days before is 0.
    /// </summary>
    public ExtensionRequest(
        AnnualTask task, RuleSet rules, string? reason, string? progressSoFar, string? measures, DateOnly newDueOn, Guid byId, string by, DateTime now)
    {
        task.MustBeUnderWay();
        var today = ChinaTime.DayOf(now);
        var lastDay = task.CurrentDueOn.AddDays(-rules.ExtensionDaysBefore);
        if (today > lastDay)
        {
            throw new RuleBroken("extension-late", "延期应在 {0} 前申请，现已超过。请尽快办结并在办结申请中说明原因，或联系领导小组办公室。", lastDay);
        }

        Reason = reason.Needed(2000, "延期理由", new RuleBroken("extension-reason", "请写明延期理由。") { Field = "Reason" });
        ProgressSoFar = progressSoFar.Within(2000, "目前进展", nameof(ProgressSoFar)) ?? "";
        Measures = measures.Within(2000, "保障措施", nameof(Measures)) ?? "";
        if (newDueOn <= task.CurrentDueOn)
        {
            throw new RuleBroken("extension-day", "申请的新期限应晚于现期限 {0}，请改填。", task.CurrentDueOn) { Field = "NewDueOn" };
        }

        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        UnitId = task.LeadUnitId;
        DueOnWhenAsked = task.CurrentDueOn;
        NewDueOn = newDueOn;
        AskedById = byId;
        AskedBy = by;
        AskedAt = now;
        State = ExtensionState.WithHead;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid UnitId { get; private set; }

    public ExtensionState State { get; private set; }

    public string Reason { get; private set; } = "";

    public string ProgressSoFar { get; private set; } = "";

    public string Measures { get; private set; } = "";

    public DateOnly DueOnWhenAsked { get; private set; }

    /// <summary>The day asked for.</summary>
    public DateOnly NewDueOn { get; private set; }

    /// <summary>The day granted, which may be earlier than the one asked for.</summary>
    public DateOnly? GrantedDueOn { get; private set; }

    public Guid AskedById { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public DateTime? SentToOfficeAt { get; private set; }

    public string? HeadApprovedBy { get; private set; }

    public string? Decision { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is ExtensionState.WithHead or ExtensionState.WithOffice;

    public void HeadApprove(string by, DateTime now)
    {
        MustBe(ExtensionState.WithHead);
        State = ExtensionState.WithOffice;
        HeadApprovedBy = by;
        SentToOfficeAt = now;
    }

    /// <summary>Refuses without a reason (return-reason).</summary>
    public void HeadReturn(string? reason)
    {
        MustBe(ExtensionState.WithHead);
        Decision = Needed(reason);
        State = ExtensionState.Returned;
    }

    /// <summary>
    /// Refuses a day not after the one when asked (extension-day) and a decider who asked (own-request). The task's day is moved by the caller.
    /// </summary>
    public void Grant(DateOnly dueOn, string? decision, Guid deciderId, string by, DateTime now)
    {
        MustBe(ExtensionState.WithOffice);
        MustNotBeOwn(deciderId);
        if (dueOn <= DueOnWhenAsked)
        {
            throw new RuleBroken("extension-day", "申请的新期限应晚于现期限 {0}，请改填。", DueOnWhenAsked) { Field = "NewDueOn" };
        }

        State = ExtensionState.Granted;
        GrantedDueOn = dueOn;
        Decision = decision.Within(LongestDecision, "决定意见", nameof(Decision)) ?? "同意延期";
        DecidedBy = by;
        DecidedAt = now;
    }

    /// <summary>Refuses without a reason (return-reason) and a decider who asked (own-request).</summary>
    public void Refuse(string? decision, Guid deciderId, string by, DateTime now)
    {
        MustBe(ExtensionState.WithOffice);
        MustNotBeOwn(deciderId);
        Decision = Needed(decision);
        State = ExtensionState.Refused;
        DecidedBy = by;
        DecidedAt = now;
    }

    /// <summary>The task was closed, or the unit gave it up, while the request lay open: nobody need decide it any more. At: where the task goes on.</summary>
    public void Lapse(string because = "任务已销账，申请不再办理", DateTime? at = null)
    {
        if (IsOpen)
        {
            State = ExtensionState.Lapsed;
            Decision = because;
            DecidedAt = at;
        }
    }

    private void MustNotBeOwn(Guid deciderId)
    {
        if (deciderId == AskedById)
        {
            throw new RuleBroken("own-request", "您提出了这份延期申请，不能自己决定。请由领导小组办公室的其他人员办理。");
        }
    }

    private void MustBe(ExtensionState state)
    {
        if (State != state)
        {
            throw new RuleBroken("extension-decided", "这份延期申请已经办理，可能已由他人决定。请刷新后查看。");
        }
    }

    private static string Needed(string? reason) =>
        reason.Needed(LongestDecision, "决定意见", new RuleBroken("return-reason", "请写明退回理由和需要修改的内容。") { Field = nameof(Decision) });
}
