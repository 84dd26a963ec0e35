namespace Equalization.Workflow.Core.Ledgers.Reductions;

/// <summary>
/// How many large classes (大班额) or too large schools a county may have at most in a school year, as the office set it. The actual number is reckoned from the
/// school data.
/// </summary>
public sealed class ReductionTarget
{
    /// <summary>More classes than any county has.</summary>
    public const int Largest = 100_000;

    private ReductionTarget()
    {
    }

    public ReductionTarget(Guid jurisdictionId, string county, GapKind kind, int year)
    {
        Id = Guid.CreateVersion7();
        (JurisdictionId, County, Kind, Year) = (jurisdictionId, county, kind, year);
    }

    public Guid Id { get; private set; }

    public Guid JurisdictionId { get; private set; }

    public string County { get; private set; } = "";

    /// <summary>ClassSize or SchoolSize.</summary>
    public GapKind Kind { get; private set; }

    public int Year { get; private set; }

    public int Most { get; private set; }

    public string SetBy { get; private set; } = "";

    public DateTime SetAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refuses a number below zero or beyond any county (reduction-number).</summary>
    public void Set(int most, string by, DateTime now)
    {
        if (most is < 0 or > Largest)
        {
            throw new RuleBroken("reduction-number", "目标应为 0 至 {0} 的整数。请改填。", Largest) { Field = nameof(Most) };
        }

        (Most, SetBy, SetAt) = (most, by, now);
    }
}
