using System.Globalization;

namespace Equalization.Workflow.Core.Calendars;

/// <summary>
/// A term in working days, such as five for signing. The day from which it runs does not count, its last day does, and it ends with the end
/// of that day in China; one working day is a day and never so many office hours.
/// </summary>
public readonly record struct WorkingDays : IComparable<WorkingDays>
{
    public static readonly WorkingDays None;

    private WorkingDays(int count) => Count = count;

    public int Count { get; }

    /// <summary>A whole number stands for itself, in a rule set and in a test.</summary>
    public static implicit operator WorkingDays(int count) => Of(count);

    /// <summary>Refuses a negative count (working-days).</summary>
    public static WorkingDays Of(int count) => count >= 0
        ? new WorkingDays(count)
        : throw new RuleBroken("working-days", "工作日数 {0} 不成立，请填写 0 或正整数。", count);

    public int CompareTo(WorkingDays other) => Count.CompareTo(other.Count);

    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture) + " 个工作日";
}
