using System.Numerics;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>1 + limit² as a fraction of whole numbers: what Σ x²/P · ΣP may be of (Σ x)². Refuses a negative limit (limit-negative).</summary>
internal readonly struct ExactLimit
{
    public ExactLimit(decimal limit)
    {
        if (limit < 0)
        {
            throw new RuleBroken("limit-negative", "差异系数上限“{0}”不成立，请填写不小于零的数，例如 0.50。", limit) { Field = "Limit" };
        }

        var (numerator, denominator) = Fraction(limit);
        Denominator = denominator * denominator;
        Numerator = Denominator + (numerator * numerator);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <summary>A decimal as it is written: 0.45 is 45 over 100.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return (bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }
}
