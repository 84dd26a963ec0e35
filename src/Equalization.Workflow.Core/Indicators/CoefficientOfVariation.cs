using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>One school's value in a county's sum.</summary>
public readonly record struct SchoolValue(decimal Pupils, Quotient Value);

/// <summary>
/// 校际差异系数: S ÷ X̄ of the schools of one level, weighted by pupils (X̄ is the county's total over its pupils). Deviation and Value are for showing; the
/// verdict is <see cref="IsWithin"/>. Value is null with a mean of zero, where the coefficient cannot be computed.
/// </summary>
public sealed class CoefficientOfVariation
{
    /// <summary>A relative distance from the limit that the rounding of 28 digits cannot bridge; what is nearer is reckoned without rounding.</summary>
    private const decimal Near = 1e-12m;

    private readonly IReadOnlyList<SchoolValue> schools;
    private readonly decimal variance;

    private CoefficientOfVariation(IReadOnlyList<SchoolValue> schools, decimal mean, decimal variance)
    {
        this.schools = schools;
        this.variance = variance;
        Mean = mean;
    }

    public decimal Mean { get; }

    public double Deviation => Math.Sqrt((double)variance);

    public double? Value => Mean == 0 ? null : Deviation / (double)Mean;

    /// <summary>Null for no school at all.</summary>
    public static CoefficientOfVariation? Of(IReadOnlyList<SchoolValue> schools, CoefficientMethod method)
    {
        if (schools.Count == 0)
        {
            return null;
        }

        var weighed = method switch
        {
            CoefficientMethod.Weighted => schools,
            CoefficientMethod.Plain => [.. schools.Select(s => s with { Pupils = 1 })],
        };
        var (weights, sum) = (0m, 0m);
        foreach (var school in weighed)
        {
            weights += school.Pupils;
            sum += school.Pupils * school.Value.Value;
        }

        var mean = sum / weights;
        var squares = 0m;
        foreach (var school in weighed)
        {
            var apart = school.Value.Value - mean;
            squares += school.Pupils * apart * apart;
        }

        return new CoefficientOfVariation(weighed, mean, squares / weights);
    }

    /// <summary>Whether S² ≤ limit² × X̄², without a root and without rounding. False where the coefficient cannot be computed.</summary>
    public bool IsWithin(decimal limit)
    {
        if (Mean == 0)
        {
            return false;
        }

        var bound = limit * limit * Mean * Mean;
        return Math.Abs(variance - bound) > Near * bound ? variance < bound : ExactSpread.IsWithin(schools, limit);
    }
}
