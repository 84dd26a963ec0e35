using System.Numerics;

namespace Equalization.Workflow.Core.Indicators.WhatIfs;

/// <summary>
/// ΣP, ΣPX and ΣPX² of the schools of one level for one indicator, as whole numbers over one denominator. A school's value is taken out and put in
/// without the others being read again, and what is left is exactly what a fresh sum would be.
/// </summary>
internal readonly record struct PupilSums(BigInteger Denominator, BigInteger Pupils, BigInteger Sum, BigInteger Squares, int Schools)
{
    public static PupilSums None { get; } = new(BigInteger.One, BigInteger.Zero, BigInteger.Zero, BigInteger.Zero, 0);

    public PupilSums With(SchoolValue school) => Add(school, 1);

    public PupilSums Without(SchoolValue school) => Add(school, -1);

    public WhatIfSpread Read(decimal limit)
    {
        if (Schools == 0)
        {
            return new WhatIfSpread(Schools, null, null, null, Verdict.Unknown);
        }

        var mean = Ratio(Sum, Pupils);
        if (Sum.IsZero)
        {
            return new WhatIfSpread(Schools, mean, 0, null, Verdict.Unknown);
        }

        var coefficient = Math.Sqrt(Ratio((Pupils * Squares) - (Sum * Sum), Sum * Sum));
        return new WhatIfSpread(Schools, mean, coefficient * mean, coefficient, IsWithin(limit) ? Verdict.Pass : Verdict.Fail);
    }

    // S² ≤ limit² · X̄² is ΣP · ΣPX² ≤ (1 + limit²) · (ΣPX)².
    private bool IsWithin(decimal limit)
    {
        var (numerator, denominator) = Whole(limit);
        return Pupils * Squares * denominator * denominator <= ((numerator * numerator) + (denominator * denominator)) * Sum * Sum;
    }

    private PupilSums Add(SchoolValue school, int sign)
    {
        var (pupils, pupilsBelow) = Whole(school.Pupils);
        var (above, aboveBelow) = Whole(school.Value.Numerator);
        var (below, belowBelow) = Whole(school.Value.Denominator);
        var (value, valueBelow) = Lowest(above * belowBelow, aboveBelow * below);
        var (sum, sumBelow) = Lowest(pupils * value, pupilsBelow * valueBelow);
        var (squares, squaresBelow) = Lowest(sum * value, sumBelow * valueBelow);
        var wide = Over(pupilsBelow).Over(sumBelow).Over(squaresBelow);
        return wide with
        {
            Pupils = wide.Pupils + (sign * pupils * (wide.Denominator / pupilsBelow)),
            Sum = wide.Sum + (sign * sum * (wide.Denominator / sumBelow)),
            Squares = wide.Squares + (sign * squares * (wide.Denominator / squaresBelow)),
            Schools = Schools + sign,
        };
    }

    private PupilSums Over(BigInteger denominator)
    {
        var factor = denominator / BigInteger.GreatestCommonDivisor(Denominator, denominator);
        return factor.IsOne ? this : new PupilSums(Denominator * factor, Pupils * factor, Sum * factor, Squares * factor, Schools);
    }

    private static (BigInteger Above, BigInteger Below) Lowest(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below);
        return (above / common, below / common);
    }

    private static (BigInteger Above, BigInteger Below) Whole(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return Lowest(digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    // The whole numbers of a large county are beyond a double's range; both lose the same low bits first.
    private static double Ratio(BigInteger part, BigInteger whole)
    {
        var excess = (int)Math.Max(0, whole.GetBitLength() - 900);
        return (double)(part >> excess) / (double)(whole >> excess);
    }
}
