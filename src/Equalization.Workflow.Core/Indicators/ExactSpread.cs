using System.Numerics;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>
/// S² ≤ limit² × X̄² in whole numbers, for coefficients so near their limit that the rounding of a division would decide. With Σ = sum over schools it is
/// ΣP · ΣPX² ≤ (1 + limit²) · (ΣPX)².
/// </summary>
internal static class ExactSpread
{
    public static bool IsWithin(IReadOnlyList<SchoolValue> schools, decimal limit)
    {
        var (pupils, sum, squares) = Sums(schools);
        var bound = Fraction.Of(1 + (limit * limit));
        return pupils.Times(squares).IsAtMost(bound.Times(sum).Times(sum));
    }

    /// <summary>X̄ and S for figures so large that their squares are out of a decimal's range; for showing.</summary>
    public static (decimal Mean, double Deviation) Of(IReadOnlyList<SchoolValue> schools)
    {
        var (pupils, sum, squares) = Sums(schools);
        var mean = sum.Over(pupils);
        // S² = (ΣP · ΣPX² − (ΣPX)²) ÷ (ΣP)²
        var apart = pupils.Times(squares).Minus(sum.Times(sum)).Over(pupils.Times(pupils));
        return (mean.Rounded, Math.Sqrt(apart.Approximate));
    }

    private static (Fraction Pupils, Fraction Sum, Fraction Squares) Sums(IReadOnlyList<SchoolValue> schools)
    {
        var (pupils, sum, squares) = (Fraction.Zero, Fraction.Zero, Fraction.Zero);
        foreach (var school in schools)
        {
            var weight = Fraction.Of(school.Pupils);
            var value = Fraction.Of(school.Value.Numerator).Over(Fraction.Of(school.Value.Denominator));
            var weighed = weight.Times(value);
            pupils = pupils.Plus(weight);
            sum = sum.Plus(weighed);
            squares = squares.Plus(weighed.Times(value));
        }

        return (pupils, sum, squares);
    }

    /// <summary>Above ÷ Below in lowest terms; Below is above zero, Above is not below it.</summary>
    private readonly record struct Fraction(BigInteger Above, BigInteger Below)
    {
        public static Fraction Zero => new(BigInteger.Zero, BigInteger.One);

        /// <summary>To four digits after the point.</summary>
        public decimal Rounded => (decimal)(Above * 10_000 / Below) / 10_000;

        public double Approximate => Math.Exp(BigInteger.Log(Above) - BigInteger.Log(Below));

        public static Fraction Of(decimal value)
        {
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(value, bits);
            var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
            return Lowest(digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
        }

        public Fraction Plus(Fraction other) => Lowest((Above * other.Below) + (other.Above * Below), Below * other.Below);

        public Fraction Minus(Fraction other) => Lowest((Above * other.Below) - (other.Above * Below), Below * other.Below);

        public Fraction Times(Fraction other) => Lowest(Above * other.Above, Below * other.Below);

        public Fraction Over(Fraction other) => Lowest(Above * other.Below, Below * other.Above);

        public bool IsAtMost(Fraction other) => Above * other.Below <= other.Above * Below;

        private static Fraction Lowest(BigInteger above, BigInteger below)
        {
            var common = BigInteger.GreatestCommonDivisor(above, below);
            return new(above / common, below / common);
        }
    }
}
