using System.Numerics;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>
/// The least moves when each school may give to every other of its circle: the whole county, or a group. A transfer keeps the total, so only Σ x²/P
/// counts, and it is separable and convex: the best k moves of a circle take the k best units to take and give the k best to give, and the best k of the
/// county are those of its circles with the largest fall. The fall shrinks with every move, so the first k that keeps the limit is the least there is, and
/// when no further move improves, no plan at all does better. (No school is in both halves: taking its unit and giving it back would not improve.)
/// </summary>
internal sealed class EvenOut
{
    private readonly TransferCounty county;
    private readonly List<Circle> circles;

    private EvenOut(TransferCounty county, ExactLimit limit)
    {
        this.county = county;
        circles = [.. Enumerable.Range(0, county.Count).GroupBy(i => county.Circles[i]).Select(c => new Circle(county, [.. c]))];
        Shifts = new int[county.Count];
        TakingPrices = new BigInteger[county.Count];
        GivingPrices = new BigInteger[county.Count];
        Sum = new SquareSum(county);
        Most = Sum.Most(limit);
        Least = Sum.Value <= Most ? 0 : null;
    }

    public int[] Shifts { get; }

    public int Moves { get; private set; }

    /// <summary>The least moves that keep the limit; null when none does.</summary>
    public int? Least { get; private set; }

    public SquareSum Sum { get; }

    public BigInteger Most { get; }

    /// <summary>By how much the last move fell, in the units of <see cref="SquareSum.Value"/>; 0 when no further move improves.</summary>
    public BigInteger PerMove { get; private set; }

    /// <summary>For each school what a unit is worth where it is: no unit taken was worth less, none left in place is worth more.</summary>
    public BigInteger[] TakingPrices { get; }

    /// <summary>For each school what a unit given costs, by <see cref="PerMove"/> under the taking price; none given cost more, none left costs less.</summary>
    public BigInteger[] GivingPrices { get; }

    /// <summary>Runs to the least number of moves, and on for so many extra ones as still improve.</summary>
    public static EvenOut Run(TransferCounty county, ExactLimit limit, int extra)
    {
        var run = new EvenOut(county, limit);
        run.Go(extra);
        run.SetPrices();
        return run;
    }

    private void Go(int extra)
    {
        while (Least is null || Moves < Least + extra)
        {
            var best = circles.Where(c => c.Improves).MinBy(c => Change(c.NextTaking!.Value, c.NextGiving!.Value));
            if (best is null)
            {
                PerMove = BigInteger.Zero;
                return;
            }

            var (taking, giving) = best.Use();
            PerMove = -Change(taking, giving);
            Shift(taking.School, -1);
            Shift(giving.School, 1);
            Moves++;
            Least ??= Sum.Value <= Most ? Moves : null;
        }
    }

    private void SetPrices()
    {
        foreach (var circle in circles)
        {
            // Between what was used last and what comes next there is room for prices that differ by exactly the last move's fall.
            BigInteger?[] least = [circle.NextTaking is { } next ? -Priced(next) : null, circle.LastGiving is { } last ? Priced(last) + PerMove : null];
            var taking = least.Max() ?? (circle.NextGiving is { } giving ? Priced(giving) + PerMove : BigInteger.Zero);
            foreach (var school in circle.Schools)
            {
                TakingPrices[school] = taking;
                GivingPrices[school] = taking - PerMove;
            }
        }
    }

    private void Shift(int school, int by)
    {
        var now = county.Amounts[school] + Shifts[school];
        Sum.Change(school, now, now + by);
        Shifts[school] += by;
    }

    private BigInteger Change(Marginal taking, Marginal giving) => Priced(taking) + Priced(giving);

    private BigInteger Priced(Marginal unit) => unit.Numerator * Sum.Weight(unit.School);

    /// <summary>Schools between which units may go, with what is best taken and given next.</summary>
    private sealed class Circle(TransferCounty county, int[] schools)
    {
        private readonly UnitQueue take = UnitQueue.ToTake(county, schools);
        private readonly UnitQueue give = UnitQueue.ToGive(county, schools);

        public int[] Schools => schools;

        public Marginal? NextTaking => take.Next;

        public Marginal? NextGiving => give.Next;

        public Marginal? LastGiving { get; private set; }

        public bool Improves => NextTaking is { } taking && NextGiving is { } giving && taking.ImprovesWith(giving);

        public (Marginal Taking, Marginal Giving) Use()
        {
            var used = (take.Use(), give.Use());
            LastGiving = used.Item2;
            return used;
        }
    }
}
