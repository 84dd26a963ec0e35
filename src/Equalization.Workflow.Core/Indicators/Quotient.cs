namespace Equalization.Workflow.Core.Indicators;

/// <summary>A value kept as what is divided by what, so that it is compared before anything is rounded. The denominator is above zero.</summary>
public readonly record struct Quotient(decimal Numerator, decimal Denominator)
{
    /// <summary>For showing and for sums; a verdict asks <see cref="Reaches"/>.</summary>
    public decimal Value => Numerator / Denominator;

    public bool Reaches(decimal threshold) => Numerator >= threshold * Denominator;
}
