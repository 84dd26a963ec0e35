using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Lights;

namespace Equalization.Workflow.Core.Progress;

/// <summary>
/// Draft: the contact writes. WithHead: waits for the unit head. Approved: the unit's word, booked. Returned: the head sent it back to the contact.
/// </summary>
public enum ReportState
{
    Draft,
    WithHead,
    Approved,
    Returned,
}

/// <summary>A unit's progress report (进展报告) for one period of its part in a task; one report a period.</summary>
public sealed class ProgressReport
{
    private readonly List<ReportMetric> metrics = [];
    private readonly List<EvidenceCitation> evidence = [];

    private ProgressReport()
    {
    }

    public ProgressReport(TaskUnit part, ReportPeriod period)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = part.JurisdictionId;
        TaskId = part.TaskId;
        TaskUnitId = part.Id;
        UnitId = part.UnitId;
        PeriodCode = period.Code;
        PeriodFirstDay = period.FirstDay;
        PeriodLastDay = period.LastDay;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid TaskUnitId { get; private set; }

    public Guid UnitId { get; private set; }

    public string PeriodCode { get; private set; } = "";

    public DateOnly PeriodFirstDay { get; private set; }

    public DateOnly PeriodLastDay { get; private set; }

    public ReportState State { get; private set; }

    public Percent Percent { get; private set; }

    public OwnWord OwnWord { get; private set; }

    public string Narrative { get; private set; } = "";

    public string? Problem { get; private set; }

    public string? NextStep { get; private set; }

    /// <summary>Sent in one step with the last report's figures (无变化).</summary>
    public bool NoChange { get; private set; }

    /// <summary>Sent after the period's day, or after the part's due day.</summary>
    public bool Late { get; private set; }

    public string WrittenBy { get; private set; } = "";

    public Guid WrittenById { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public string? ApprovedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public string? ReturnReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ReportMetric> Metrics => metrics;

    public IReadOnlyList<EvidenceCitation> Evidence => evidence;

    public ReportPeriod Period => new(PeriodFirstDay, PeriodLastDay, PeriodCode);

    /// <summary>Refuses a change once approved (report-approved) and while the head has it (report-with-head).</summary>
    public void Write(
        Percent percent, OwnWord word, string narrative, string? problem, string? nextStep, bool noChange, Guid byId, string by)
    {
        if (State == ReportState.Approved)
        {
            throw new RuleBroken("report-approved", "{0} 的报告已经审签，不能再改。有变化请在下一期报告中说明。", PeriodCode);
        }

        if (State == ReportState.WithHead)
        {
            throw new RuleBroken("report-with-head", "报告正在单位负责人处审签，退回后才能修改。请联系单位负责人。");
        }

        Percent = percent;
        OwnWord = word;
        Narrative = narrative.Within(4000, "进展情况", nameof(Narrative)) ?? "";
        Problem = problem.Within(2000, "存在问题", nameof(Problem));
        NextStep = nextStep.Within(2000, "下一步安排", nameof(NextStep));
        NoChange = noChange;
        WrittenById = byId;
        WrittenBy = by;
    }

    /// <summary>Sends it to the unit head. Refuses a second time (report-sent) and without a narrative (report-narrative).</summary>
    public void Submit(DateTime now, DateOnly reportDueOn, DateOnly partDueOn)
    {
        if (State is not (ReportState.Draft or ReportState.Returned))
        {
            throw new RuleBroken("report-sent", "这份报告已经提交，不需要再次提交。");
        }

        if (Narrative.Length == 0)
        {
            throw new RuleBroken("report-narrative", "请填写进展情况，一两句话即可；没有变化时请用“无变化”一键报告。") { Field = "Narrative" };
        }

        var today = ChinaTime.DayOf(now);
        State = ReportState.WithHead;
        SubmittedAt = now;
        ReturnReason = null;
        Late = today > reportDueOn || today > partDueOn;
    }

    public void Approve(string by, DateTime now)
    {
        MustBeWithHead();
        State = ReportState.Approved;
        ApprovedBy = by;
        ApprovedAt = now;
    }

    public void Return(string reason)
    {
        MustBeWithHead();
        ReturnReason = reason.Needed(1000, "退回理由", new RuleBroken("return-reason", "请写明退回理由和需要修改的内容。") { Field = "Reason" });
        State = ReportState.Returned;
    }

    /// <summary>Refuses a value that the ledger cannot hold exactly: more than four decimals, or 14 digits before the point (metric).</summary>
    public void SetMetric(Guid targetId, decimal value)
    {
        if (Math.Abs(value) >= 100_000_000_000_000m || decimal.Round(value, 4) != value)
        {
            throw new RuleBroken("metric", "指标值 {0} 超出范围，请填写最多四位小数的数。", value) { Field = "Metrics" };
        }

        var metric = metrics.Find(m => m.TargetId == targetId);
        if (metric is null)
        {
            metrics.Add(new ReportMetric { JurisdictionId = JurisdictionId, ReportId = Id, TargetId = targetId, Value = value });
        }
        else
        {
            metric.Value = value;
        }
    }

    public void Cite(Guid evidenceVersionId)
    {
        if (!evidence.Exists(e => e.EvidenceVersionId == evidenceVersionId))
        {
            evidence.Add(new EvidenceCitation { JurisdictionId = JurisdictionId, TaskId = TaskId, ReportId = Id, EvidenceVersionId = evidenceVersionId });
        }
    }

    /// <summary>Takes out the citations that are not named and answers with them, for the caller to delete.</summary>
    public IReadOnlyList<EvidenceCitation> KeepOnly(IReadOnlyCollection<Guid> evidenceVersionIds)
    {
        var gone = evidence.Where(e => !evidenceVersionIds.Contains(e.EvidenceVersionId)).ToList();
        gone.ForEach(e => evidence.Remove(e));
        return gone;
    }

    private void MustBeWithHead()
    {
        if (State != ReportState.WithHead)
        {
            throw new RuleBroken("report-not-with-head", "这份报告不在待审签状态，可能已由他人办理。请刷新后查看。");
        }
    }
}

/// <summary>The value reported for one of the task's targets, in the target's own unit of measure.</summary>
public sealed class ReportMetric
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid JurisdictionId { get; init; }

    public Guid ReportId { get; init; }

    public Guid TargetId { get; init; }

    public decimal Value { get; internal set; }
}

/// <summary>That a lead unit's report sums up this report of a cooperating unit.</summary>
public sealed class ReportInput
{
    public Guid LeadReportId { get; init; }

    public Guid CooperatingReportId { get; init; }

    public Guid JurisdictionId { get; init; }
}
