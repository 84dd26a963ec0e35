namespace Equalization.Workflow.Core.Ledgers;

/// <summary>
/// Who keeps a school's ledger: the unit whose contact and head write its measures; and whether the school was closed or merged, from which school year on and
/// why. A school without a row is kept by the office.
/// </summary>
public sealed class SchoolKeeping
{
    public const int LongestReason = 500;

    private SchoolKeeping()
    {
    }

    public SchoolKeeping(Guid schoolId, Guid jurisdictionId) => (SchoolId, JurisdictionId) = (schoolId, jurisdictionId);

    public Guid SchoolId { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public Guid? UnitId { get; private set; }

    /// <summary>The first school year in which it is no more.</summary>
    public int? ClosedFrom { get; private set; }

    public string? ClosedReason { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public void KeepBy(Guid? unitId) => UnitId = unitId;

    /// <summary>Refuses one that is closed already (school-closed) and an empty reason (school-closed-reason).</summary>
    public void Close(int from, string? reason, string by, DateTime now)
    {
        if (ClosedFrom is not null)
        {
            throw new RuleBroken("school-closed", "这所学校已登记为撤并。请刷新后查看。");
        }

        ClosedReason = reason.Needed(LongestReason, "撤并依据", new RuleBroken("school-closed-reason", "请写明撤销或并入哪所学校、依据什么文件。") { Field = "Reason" });
        (ClosedFrom, ClosedBy, ClosedAt) = (from, by, now);
    }

    /// <summary>Takes the closing back, which was registered by mistake. Refuses a school that is not closed (school-not-closed).</summary>
    public void Restore()
    {
        if (ClosedFrom is null)
        {
            throw new RuleBroken("school-not-closed", "这所学校没有登记撤并。请刷新后查看。");
        }

        (ClosedFrom, ClosedReason, ClosedBy, ClosedAt) = (null, null, null, null);
    }
}
