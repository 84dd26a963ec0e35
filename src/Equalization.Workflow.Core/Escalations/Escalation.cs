using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations.Ladders;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>
/// Open: the ladder runs. Settled: the task was closed or its day moved. Exempted: it was decided that the unit does not answer for the delay. Issued
/// papers stay in the file in any case.
/// </summary>
public enum EscalationState
{
    Open,
    Settled,
    Exempted,
}

/// <summary>Why a unit does not answer for a delay (免责).</summary>
public enum ExemptionGround
{
    /// <summary>不可抗力</summary>
    ForceMajeure,

    /// <summary>等待上级</summary>
    AwaitsHigherBody,

    Other,
}

/// <summary>
/// The ladder of one matter: a task that passed a decided due day. One a task and day, so that each rung fires once a day decided; a task that
/// passes a later day opens another.
/// </summary>
public sealed class Escalation
{
    private readonly List<EscalationStep> steps = [];

    private Escalation()
    {
    }

    public Escalation(AnnualTask task, DateTime now)
    {
        Id = Guid.CreateVersion7();
        JurisdictionId = task.JurisdictionId;
        TaskId = task.Id;
        UnitId = task.LeadUnitId;
        DueOn = task.CurrentDueOn;
        OpenedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The lead unit, which answers for the task.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The decided day that was passed.</summary>
    public DateOnly DueOn { get; private set; }

    public EscalationState State { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? SettledAt { get; private set; }

    /// <summary>Why the ladder ended: done, taken back, a new day, or exempted.</summary>
    public string? SettledBecause { get; private set; }

    /// <summary>The rung from which the office lets the ladder go on (weighty, urgent or special matter), passing over those below.</summary>
    public Rung? StartsAt { get; private set; }

    public string? StartsBecause { get; private set; }

    public string? StartsBy { get; private set; }

    public DateTime? StartsSince { get; private set; }

    public ExemptionGround? Ground { get; private set; }

    public string? ExemptedBecause { get; private set; }

    public string? ExemptedBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<EscalationStep> Steps => steps;

    /// <summary>The step that was proposed last; null before the first rung.</summary>
    public EscalationStep? Latest => steps.OrderBy(s => s.Rung).ThenBy(s => s.Turn).LastOrDefault();

    /// <summary>The newest step on a rung.</summary>
    public EscalationStep? StepOn(Rung rung) => steps.Where(s => s.Rung == rung).OrderBy(s => s.Turn).LastOrDefault();

    /// <summary>The task is closed, or another day than the passed one holds.</summary>
    public bool IsMoot(AnnualTask task) => !task.IsOpen || task.CurrentDueOn != DueOn || task.LeadUnitId != UnitId;

    /// <summary>
    /// A rung fires once, unless its rules let it be repeated: refuses a second step (rung-fired), one while another waits for its signature
    /// (ladder-proposal-open), and any step of a ladder that has ended (matter-settled).
    /// </summary>
    public EscalationStep Propose(Rung rung, string facts, DateTime now, LadderSigner signer = LadderSigner.Office, bool isRepeat = false)
    {
        if (State != EscalationState.Open)
        {
            throw new RuleBroken("matter-settled", "该督办事项已经了结，不再提出新的督办建议。");
        }

        MustHaveNoProposal();
        if (StepOn(rung) is not null && !isRepeat)
        {
            throw new RuleBroken("rung-fired", "该事项的这一级督办已经提出过，不重复提出。");
        }

        var step = new EscalationStep(this, rung, steps.Count(s => s.Rung == rung) + 1, signer, facts, now);
        steps.Add(step);
        return step;
    }

    /// <summary>
    /// Nothing is signed any more once the matter has ended: refuses after the task was done or taken back (matter-done), while it is held (matter-held), after its day
    /// moved (matter-moved) and after an exemption (matter-exempted).
    /// </summary>
    public void MustRun(AnnualTask task)
    {
        if (State == EscalationState.Exempted)
        {
            throw new RuleBroken("matter-exempted", "该事项已决定免责，不再签发督办文书。如需重新督办，请先与领导小组办公室商定新的期限。");
        }

        if (!task.IsOpen)
        {
            throw new RuleBroken("matter-done", "任务已办结或撤回，这份文书不再签发。已自动了结，无须处理；请刷新列表。");
        }

        if (task.HeldSince is { } since)
        {
            throw new RuleBroken("matter-held", "任务自 {0} 起中止，恢复之前不签发督办文书。请待任务恢复后再办。", since);
        }

        if (task.CurrentDueOn != DueOn)
        {
            throw new RuleBroken("matter-moved", "任务期限已由 {0} 变动为 {1}，按原期限提出的建议不再签发。已自动了结，无须处理；请刷新列表。", DueOn, task.CurrentDueOn);
        }

        if (State == EscalationState.Settled)
        {
            throw new RuleBroken("matter-settled", "该督办事项已经了结，不再签发。请刷新列表。");
        }
    }

    /// <summary>
    /// Lets the ladder go on from a higher rung. Refuses without a reason (start-reason), a rung that is not above those that fired (start-rung), and
    /// while a proposal waits for its signature (ladder-proposal-open).
    /// </summary>
    public void StartAt(Rung rung, string? because, string by, DateTime now)
    {
        MustHaveNoProposal();
        if (rung <= (Latest?.Rung ?? Rung.Urge) || rung <= StartsAt)
        {
            throw new RuleBroken("start-rung", "只能改从尚未启动的更高一级开始。请另选一级。") { Field = "Rung" };
        }

        StartsBecause = because.Needed(300, "理由", new RuleBroken("start-reason", "请写明直接启动这一级的理由，例如事项重大、紧急或特殊。") { Field = "Reason" });
        (StartsAt, StartsBy, StartsSince) = (rung, by, now);
    }

    /// <summary>Decides that the unit does not answer for the delay: the ladder stops, nothing is deleted. Refuses without a reason (exemption-reason).</summary>
    public void Exempt(ExemptionGround ground, string? because, string by, DateTime now)
    {
        ExemptedBecause = because.Needed(500, "免责理由", new RuleBroken("exemption-reason", "请写明免责的事实和理由。") { Field = "Reason" });
        (Ground, ExemptedBy) = (ground, by);
        End(EscalationState.Exempted, "已决定免责", now);
    }

    /// <summary>Ends the ladder and every rung that still ran. Once settled it stays so.</summary>
    public void Settle(AnnualTask task, DateTime now)
    {
        if (State == EscalationState.Open)
        {
            End(EscalationState.Settled, task.State switch
            {
                TaskState.WrittenOff => "任务已销账",
                TaskState.Withdrawn => "任务已撤回",
                TaskState.Issued or TaskState.UnderWay or TaskState.UnderReview or TaskState.Returned => task.LeadUnitId == UnitId ? "期限已变动" : "牵头单位已变更",
            }, now);
        }
    }

    private void End(EscalationState state, string because, DateTime now)
    {
        (State, SettledAt, SettledBecause) = (state, now, because);
        steps.ForEach(s => s.Settle());
    }

    private void MustHaveNoProposal()
    {
        if (steps.Exists(s => s.State == StepState.Proposed))
        {
            throw new RuleBroken("ladder-proposal-open", "该事项还有一项建议等待签发。请先签发，或写明不予签发的理由。");
        }
    }
}
