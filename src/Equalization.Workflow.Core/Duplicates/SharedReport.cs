using Equalization.Workflow.Core.AnnualTasks;

namespace Equalization.Workflow.Core.Duplicates;

/// <summary>
/// The office's word that two tasks of different plans ask the same of one unit (防多头填报): from then on its report on one is offered as the report on the other.
/// Each report is still the unit's own, submitted and approved by itself. Ended, it may be accepted anew.
/// </summary>
public sealed class SharedReport
{
    private SharedReport()
    {
    }

    /// <summary>Refuses two parts of different units (shared-unit) and two of one plan (shared-plan).</summary>
    public SharedReport(AnnualTask one, AnnualTask other, Guid unitId, string by, DateTime now)
    {
        if (one.PlanId == other.PlanId)
        {
            throw new RuleBroken("shared-plan", "两项任务属于同一方案，不作为重复要求处理。请选择其他方案的任务。");
        }

        var (first, second) = (Part(one, unitId), Part(other, unitId));
        Id = Guid.CreateVersion7();
        JurisdictionId = one.JurisdictionId;
        UnitId = unitId;
        // In one order whichever task it is accepted on, so that the unique index finds it.
        (OneTaskId, OnePartId, OtherTaskId, OtherPartId) = first.CompareTo(second) < 0 ? (one.Id, first, other.Id, second) : (other.Id, second, one.Id, first);
        Accept(by, now);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid UnitId { get; private set; }

    public Guid OneTaskId { get; private set; }

    public Guid OnePartId { get; private set; }

    public Guid OtherTaskId { get; private set; }

    public Guid OtherPartId { get; private set; }

    public string AcceptedBy { get; private set; } = "";

    public DateTime AcceptedAt { get; private set; }

    public string? EndedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses one that stands (shared-stands).</summary>
    public void AcceptAgain(string by, DateTime now)
    {
        if (EndedAt is null)
        {
            throw new RuleBroken("shared-stands", "这两项任务已经确认为同一要求。请刷新后查看。");
        }

        Accept(by, now);
    }

    /// <summary>Refuses one that has ended (shared-over).</summary>
    public void End(string by, DateTime now)
    {
        if (EndedAt is not null)
        {
            throw new RuleBroken("shared-over", "这两项任务的关联已经解除。请刷新后查看。");
        }

        (EndedBy, EndedAt) = (by, now);
    }

    private void Accept(string by, DateTime now) => (AcceptedBy, AcceptedAt, EndedBy, EndedAt) = (by, now, null, null);

    private static Guid Part(AnnualTask task, Guid unitId) => task.Units.FirstOrDefault(u => u.UnitId == unitId && u.TakesPart)?.Id
        ?? throw new RuleBroken("shared-unit", "所选单位没有同时承担这两项任务。请刷新后重新选择。");
}
