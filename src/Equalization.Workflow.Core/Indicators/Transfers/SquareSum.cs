using System.Numerics;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>
/// Σ x²/P of a county as a whole number over one common denominator. Since S² = Σ x²/P ÷ ΣP − X̄², the county keeps its limit
/// exactly when Σ x²/P · ΣP ≤ (1 + limit²) · (Σ x)²: nothing is rounded and no root is drawn. Schools whose shares are no whole units are in it as fixed sums.
/// </summary>
internal sealed class SquareSum
{
    private readonly BigInteger denominator = BigInteger.One;
    private readonly BigInteger[] weights;
    private readonly PupilSums rest;
    private readonly BigInteger pupils;
    private long total;

    public SquareSum(TransferCounty county)
        : this(county, PupilSums.None)
    {
    }

    /// <param name="rest">Schools that keep what they have, in the units of the others.</param>
    public SquareSum(TransferCounty county, PupilSums rest)
    {
        this.rest = rest;
        foreach (var p in county.Pupils)
        {
            denominator *= p / BigInteger.GreatestCommonDivisor(denominator, p);
        }

        Value = rest.Squares * denominator;
        denominator *= rest.Denominator;
        weights = [.. county.Pupils.Select(p => denominator / p)];
        pupils = (county.Pupils.Sum(p => (long)p) * rest.Denominator) + rest.Pupils;
        for (var i = 0; i < weights.Length; i++)
        {
            Change(i, 0, county.Amounts[i]);
        }
    }

    /// <summary>Σ x²/P times the common denominator.</summary>
    public BigInteger Value { get; private set; }

    /// <summary>What one square unit of a school weighs in <see cref="Value"/>.</summary>
    public BigInteger Weight(int school) => weights[school];

    public void Change(int school, long from, long to)
    {
        Value += ((to * to) - (from * from)) * weights[school];
        total += to - from;
    }

    public void Apply(TransferCounty county, IReadOnlyList<int> shifts)
    {
        for (var i = 0; i < shifts.Count; i++)
        {
            Change(i, county.Amounts[i], county.Held(i, shifts[i]));
        }
    }

    /// <summary>The largest <see cref="Value"/> with which the present total keeps the limit.</summary>
    public BigInteger Most(ExactLimit limit) => limit.Numerator * Total * Total * denominator / (limit.Denominator * pupils * rest.Denominator);

    public bool Within(ExactLimit limit) => Total > 0 && Value <= Most(limit);

    /// <summary>Figures for reading.</summary>
    public Spread Read(ExactLimit limit)
    {
        if (Total.IsZero)
        {
            return new Spread(0, double.NaN, double.NaN, Within: false);
        }

        var mean = Ratio(Total, pupils);
        var squares = denominator * Total * Total;
        var coefficient = Math.Sqrt(Math.Max(0, Ratio((Value * pupils * rest.Denominator) - squares, squares)));
        return new Spread(mean, coefficient * mean, coefficient, Within(limit));
    }

    // Σ x over the denominator of the rest.
    private BigInteger Total => (total * rest.Denominator) + rest.Sum;

    // The whole numbers of a large county are beyond a double's range; both lose the same low bits first.
    private static double Ratio(BigInteger part, BigInteger whole)
    {
        var excess = (int)Math.Max(0, whole.GetBitLength() - 900);
        return (double)(part >> excess) / (double)(whole >> excess);
    }
}
