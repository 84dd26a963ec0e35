using Equalization.Workflow.Core.AnnualTasks;

namespace Equalization.Workflow.Core.Escalations;

/// <summary>Rungs of the ladder (ESCALATION.md §1) that are acts of the office so far; names are the field's.</summary>
public enum Rung
{
    Urge,
    Supervision,
}

/// <summary>Open: the ladder runs. Settled: the task was closed or its day moved; issued papers stay in the file.</summary>
public enum EscalationState
{
    Open,
    Settled,
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

    /// <summary>Why the ladder ended: done, taken back, or a new day.</summary>
    public string? SettledBecause { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<EscalationStep> Steps => steps;

    public EscalationStep? StepOn(Rung rung) => steps.Find(s => s.Rung == rung);

    /// <summary>The task is closed, or another day than the passed one holds.</summary>
    public bool IsMoot(AnnualTask task) => !task.IsOpen || task.CurrentDueOn != DueOn;

    /// <summary>A rung fires once: a second step on it is refused (rung-fired).</summary>
    public EscalationStep Propose(Rung rung, string facts, DateTime now)
    {
        if (StepOn(rung) is not null)
        {
            throw new RuleBroken("rung-fired", "该事项的这一级督办已经提出过，不重复提出。");
        }

        var step = new EscalationStep(this, rung, facts, now);
        steps.Add(step);
        return step;
    }

    /// <summary>Ends the ladder and every rung that still ran. Once settled it stays so.</summary>
    public void Settle(AnnualTask task, DateTime now)
    {
        if (State == EscalationState.Settled)
        {
            return;
        }

        State = EscalationState.Settled;
        SettledAt = now;
        SettledBecause = task.State switch
        {
            TaskState.WrittenOff => "任务已销账",
            TaskState.Withdrawn => "任务已撤回",
            TaskState.Issued or TaskState.UnderWay or TaskState.UnderReview or TaskState.Returned => "期限已变动",
        };
        steps.ForEach(s => s.Settle());
    }
}
