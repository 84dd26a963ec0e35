namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>By how much one unit more or less at a school changes Σ x²/P, as an exact fraction. Equal ones go by the schools' order, so plans repeat.</summary>
internal readonly record struct Marginal(long Numerator, long Denominator, int School) : IComparable<Marginal>
{
    /// <summary>Of taking a unit from a school that holds <paramref name="amount"/>: ((x−1)² − x²) ÷ P.</summary>
    public static Marginal Taking(int school, int amount, int pupils) => new(1 - (2L * amount), pupils, school);

    /// <summary>Of giving it one, or a step of several: ((x+s)² − x²) ÷ P.</summary>
    public static Marginal Giving(int school, int amount, int pupils, int step = 1) => new(step * ((2L * amount) + step), pupils, school);

    public int CompareTo(Marginal other)
    {
        var byValue = ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);
        return byValue != 0 ? byValue : School.CompareTo(other.School);
    }

    /// <summary>What a move changes that takes by this and gives by the other.</summary>
    public (Int128 Numerator, Int128 Denominator) With(Marginal giving) =>
        (((Int128)Numerator * giving.Denominator) + ((Int128)giving.Numerator * Denominator), (Int128)Denominator * giving.Denominator);

    public bool ImprovesWith(Marginal giving) => With(giving).Numerator < 0;
}
