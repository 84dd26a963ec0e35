using Equalization.Workflow.Core.AnnualTasks;

namespace Equalization.Workflow.Core.Reviews;

/// <summary>WithHead: waits for the unit head. WithOffice: waits for the office. Accepted: written off. Returned: by the office or the head. Lapsed: the task was withdrawn.</summary>
public enum CompletionState
{
    WithHead,
    WithOffice,
    Accepted,
    Returned,
    Lapsed,
}

/// <summary>A completion request (办结申请) of the lead unit; the task goes under review when the head has approved it.</summary>
public sealed class CompletionRequest
{
    private CompletionRequest()
    {
    }

    /// <summary>Refuses an empty statement (completion-statement) and missing kinds of required evidence (evidence-missing).</summary>
    public CompletionRequest(AnnualTask task, string? statement, IReadOnlyCollection<string> kindsCited, Guid byId, string by, DateTime now)
    {
        task.MustBeUnderWay();
        Statement = statement.Needed(
            4000, "完成情况", new RuleBroken("completion-statement", "请填写完成情况，对照验收标准逐项说明。") { Field = "Statement" });
        var missing = task.Required.Select(r => r.Kind).Where(k => !kindsCited.Contains(k)).ToList();
        if (missing.Count > 0)
        {
            throw new RuleBroken("evidence-missing", "不能申请办结：缺 {0} 项必备佐证（{1}）。请先上传或引用。", missing.Count, string.Join("、", missing))
            {
                Field = "Evidence",
            };
        }

        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        UnitId = task.LeadUnitId;
        AskedById = byId;
        AskedBy = by;
        AskedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid UnitId { get; private set; }

    public CompletionState State { get; private set; }

    public string Statement { get; private set; } = "";

    public Guid AskedById { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTime AskedAt { get; private set; }

    public Guid? HeadId { get; private set; }

    public string? HeadApprovedBy { get; private set; }

    public DateTime? SentToOfficeAt { get; private set; }

    /// <summary>Why the head or the office sent it back.</summary>
    public string? ReturnReason { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is CompletionState.WithHead or CompletionState.WithOffice;

    public void HeadApprove(Guid headId, string by, DateTime now)
    {
        MustBe(CompletionState.WithHead);
        State = CompletionState.WithOffice;
        HeadId = headId;
        HeadApprovedBy = by;
        SentToOfficeAt = now;
    }

    /// <summary>Refuses without a reason (return-reason).</summary>
    public void HeadReturn(string? reason)
    {
        MustBe(CompletionState.WithHead);
        ReturnReason = Needed(reason);
        State = CompletionState.Returned;
    }

    /// <summary>Refuses a reviewer who asked or approved it (own-review): who submits does not review.</summary>
    public void Accept(Guid reviewerId)
    {
        MustBeReviewable(reviewerId);
        State = CompletionState.Accepted;
    }

    /// <summary>Refuses as <see cref="Accept"/>, and without a reason (return-reason).</summary>
    public void Return(string? reason, Guid reviewerId)
    {
        MustBeReviewable(reviewerId);
        ReturnReason = Needed(reason);
        State = CompletionState.Returned;
    }

    /// <summary>The task was withdrawn while the request lay open: nobody need decide it any more.</summary>
    public void Lapse(string because)
    {
        if (IsOpen)
        {
            (State, ReturnReason) = (CompletionState.Lapsed, because);
        }
    }

    private static string Needed(string? reason) =>
        reason.Needed(1000, "退回理由", new RuleBroken("return-reason", "请写明退回理由和需要修改的内容。") { Field = "Reason" });

    private void MustBeReviewable(Guid reviewerId)
    {
        MustBe(CompletionState.WithOffice);
        if (reviewerId == AskedById || reviewerId == HeadId)
        {
            throw new RuleBroken("own-review", "您提交或审签过这份办结申请，不能再审核。请由领导小组办公室的其他人员审核。");
        }
    }

    private void MustBe(CompletionState state)
    {
        if (State != state)
        {
            throw new RuleBroken("completion-decided", "这份办结申请已经办理，可能已由他人审核。请刷新后查看。");
        }
    }
}
