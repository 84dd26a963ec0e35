namespace Equalization.Workflow.Core.Assessments;

/// <summary>What a point is given or taken for.</summary>
public enum AssessmentRule
{
    Done,
    Late,
    Returned,
    Supervised,
    Criticised,
    Praised,
}

/// <summary>The points of one year as the office writes them; deductions are negative. Share: what of a task's points a cooperating unit gets, in percent.</summary>
public sealed record AssessmentValues(decimal Done, int CooperatingShare, decimal Late, decimal Returned, decimal Supervised, decimal Criticised, decimal Praised)
{
    public static readonly AssessmentValues Default = new(10, 50, -2, -1, -1, -2, 2);
}

/// <summary>
/// The rules of a year's assessment (考核): fixed once, at the start of the year, and never changed for that year. Until then the office may rewrite
/// them.
/// </summary>
public sealed class AssessmentRuleSet
{
    private const decimal MostPoints = 100;

    private AssessmentRuleSet()
    {
    }

    internal AssessmentRuleSet(Guid jurisdictionId, int year, int number)
    {
        Id = Guid.CreateVersion7();
        (JurisdictionId, Year, Number) = (jurisdictionId, year, number);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public int Year { get; private set; }

    /// <summary>1 for the first of the jurisdiction; each year has one.</summary>
    public int Number { get; private set; }

    public decimal Done { get; private set; }

    public int CooperatingShare { get; private set; }

    public decimal Late { get; private set; }

    public decimal Returned { get; private set; }

    public decimal Supervised { get; private set; }

    public decimal Criticised { get; private set; }

    public decimal Praised { get; private set; }

    public DateTime? FixedAt { get; private set; }

    public string? FixedBy { get; private set; }

    public int Version { get; private set; }

    public AssessmentValues Values => new(Done, CooperatingShare, Late, Returned, Supervised, Criticised, Praised);

    /// <summary>Refuses once fixed (rules-fixed), a share outside 0 to 100 (share), and points of the wrong sign or beyond 100 (points).</summary>
    public void Write(AssessmentValues values)
    {
        MustBeOpen();
        if (values.CooperatingShare is < 0 or > 100)
        {
            throw new RuleBroken("share", "配合单位计分比例应在 0 至 100 之间，请改填。") { Field = nameof(CooperatingShare) };
        }

        foreach (var (value, isAward, field) in new[]
                 {
                     (values.Done, true, nameof(Done)), (values.Praised, true, nameof(Praised)), (values.Late, false, nameof(Late)),
                     (values.Returned, false, nameof(Returned)), (values.Supervised, false, nameof(Supervised)), (values.Criticised, false, nameof(Criticised)),
                 })
        {
            if (Math.Abs(value) > MostPoints || (isAward ? value < 0 : value > 0) || decimal.Round(value, 2) != value)
            {
                throw new RuleBroken("points", "加分项填 0 至 {0} 的数，扣分项填 0 至 -{0} 的数，最多两位小数。", MostPoints) { Field = field };
            }
        }

        (Done, CooperatingShare, Late, Returned) = (values.Done, values.CooperatingShare, values.Late, values.Returned);
        (Supervised, Criticised, Praised) = (values.Supervised, values.Criticised, values.Praised);
    }

    /// <summary>
    /// Refuses a second time (rules-fixed) and, but for a jurisdiction's first rules, after the year's first quarter (rules-late): nobody is judged by
    /// rules made when the work was done.
    /// </summary>
    public void Fix(string by, DateTime now)
    {
        MustBeOpen();
        var today = ChinaTime.DayOf(now);
        if (today > new DateOnly(Year, 12, 31) || (Number > 1 && today > new DateOnly(Year, 3, 31)))
        {
            throw new RuleBroken("rules-late", "{0} 年的考核规则应在当年第一季度内固定，现已超过。请为下一年度固定规则。", Year);
        }

        (FixedAt, FixedBy) = (now, by);
    }

    private void MustBeOpen()
    {
        if (FixedAt is not null)
        {
            throw new RuleBroken("rules-fixed", "{0} 年的考核规则已经固定，本年度不再改动。请在下一年度的规则中调整。", Year);
        }
    }
}
