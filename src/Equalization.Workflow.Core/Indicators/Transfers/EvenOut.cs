using System.Numerics;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>
/// The least moves when any school may give to any other. A transfer keeps the total, so only Σ x²/P counts, and it is separable and
/// convex: the best k moves take the k best units to take and give the k best to give. The fall with k is convex too, so the first k
/// that keeps the limit is the least there is, and when no further move improves, no plan at all does better.
/// (No school is in both halves: taking its unit and giving it back would not improve.)
/// </summary>
internal sealed class EvenOut
{
    private EvenOut(TransferCounty county, SquareSum sum, BigInteger most)
    {
        Shifts = new int[county.Count];
        Sum = sum;
        Most = most;
        Least = sum.Value <= most ? 0 : null;
    }

    public int[] Shifts { get; }

    public int Moves { get; private set; }

    /// <summary>The least moves that keep the limit; null when none does.</summary>
    public int? Least { get; private set; }

    public SquareSum Sum { get; }

    public BigInteger Most { get; }

    /// <summary>What the last unit taken was worth, in the units of <see cref="SquareSum.Value"/>; no unit left in place is worth more.</summary>
    public BigInteger TakingPrice { get; private set; }

    /// <summary>What the last unit given cost; no unit that was not given costs less.</summary>
    public BigInteger GivingPrice { get; private set; }

    /// <summary>Runs to the least number of moves, and on for so many extra ones as still improve.</summary>
    public static EvenOut Run(TransferCounty county, ExactLimit limit, int extra)
    {
        var sum = new SquareSum(county);
        var run = new EvenOut(county, sum, sum.Most(limit));
        run.Go(county, extra);
        return run;
    }

    private void Go(TransferCounty county, int extra)
    {
        var take = UnitQueue.ToTake(county);
        var give = UnitQueue.ToGive(county);
        while (Least is null || Moves < Least + extra)
        {
            if (take.Next is not { } taking || give.Next is not { } giving || !taking.ImprovesWith(giving))
            {
                LevelPrices(take.Next);
                return;
            }

            Shift(county, taking.School, -1);
            Shift(county, giving.School, 1);
            take.Use();
            give.Use();
            Moves++;
            TakingPrice = -Priced(taking);
            GivingPrice = Priced(giving);
            Least ??= Sum.Value <= Most ? Moves : null;
        }
    }

    // Beyond the last improving move one price holds for both sides: not under any unit left to take, not under the last one given.
    private void LevelPrices(Marginal? nextTaking)
    {
        var left = nextTaking is { } next ? -Priced(next) : GivingPrice;
        TakingPrice = GivingPrice = Moves == 0 ? left : BigInteger.Max(left, GivingPrice);
    }

    private void Shift(TransferCounty county, int school, int by)
    {
        var now = county.Amounts[school] + Shifts[school];
        Sum.Change(school, now, now + by);
        Shifts[school] += by;
    }

    private BigInteger Priced(Marginal unit) => unit.Numerator * Sum.Weight(unit.School);
}
