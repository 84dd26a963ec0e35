using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>
/// 综合差异系数 of the review of 2012: the plain mean of eight coefficients. An extra number beside old reports; it decides nothing under the standard of 2017.
/// </summary>
public readonly record struct CompositeCoefficient(decimal Value, decimal Limit)
{
    public bool IsWithin => Value <= Limit;

    /// <summary>Throws <see cref="ArgumentException"/> unless there are as many coefficients as the standard's review has indicators.</summary>
    public static CompositeCoefficient Of(StandardSet set, Level level, IReadOnlyCollection<decimal> coefficients) =>
        coefficients.Count == (int)set.Number("composite", "count")
            ? new(coefficients.Average(), set.Limit(level))
            : throw new ArgumentException($"A composite of {set.Code} is the mean of {set.Number("composite", "count")} coefficients, not of {coefficients.Count}.", nameof(coefficients));
}
