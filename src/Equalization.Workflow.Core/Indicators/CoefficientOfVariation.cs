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

    /// <summary>Sums of squares beyond this are out of a decimal's range; such figures are reckoned without rounding throughout.</summary>
    private const double Largest = 1e27;

    private readonly IReadOnlyList<SchoolValue> schools;

    /// <summary>Null where it is out of range.</summary>
    private readonly decimal? variance;

    private CoefficientOfVariation(IReadOnlyList<SchoolValue> schools, decimal mean, decimal? variance, double deviation)
    {
        this.schools = schools;
        this.variance = variance;
        (Mean, Deviation) = (mean, deviation);
    }

    public decimal Mean { get; }

    public double Deviation { get; }

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
        if (IsBeyond(weighed))
        {
            var (exactMean, deviation) = ExactSpread.Of(weighed);
            return new CoefficientOfVariation(weighed, exactMean, null, deviation);
        }

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

        var variance = squares / weights;
        return new CoefficientOfVariation(weighed, mean, variance, Math.Sqrt((double)variance));
    }

    /// <summary>Whether S² ≤ limit² × X̄², without a root and without rounding. False where the coefficient cannot be computed.</summary>
    public bool IsWithin(decimal limit)
    {
        if (Mean == 0)
        {
            return false;
        }

        if (variance is not { } known)
        {
            return ExactSpread.IsWithin(schools, limit);
        }

        var bound = limit * limit * Mean * Mean;
        return Math.Abs(known - bound) > Near * bound ? known < bound : ExactSpread.IsWithin(schools, limit);
    }

    private static bool IsBeyond(IReadOnlyList<SchoolValue> schools)
    {
        var (weights, largest) = (0d, 0d);
        foreach (var school in schools)
        {
            weights += (double)school.Pupils;
            largest = Math.Max(largest, (double)school.Value.Numerator / (double)school.Value.Denominator);
        }

        return Math.Max(weights, 1) * largest * largest > Largest;
    }
}
