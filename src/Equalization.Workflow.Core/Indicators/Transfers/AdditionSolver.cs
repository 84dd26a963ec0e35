using System.Numerics;
using Equalization.Workflow.Core.Indicators.Transfers.Aims;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>
/// Brings one indicator of one level under its limit by adding whole steps (rooms, so much money): fewest steps first, most schools over their line
/// second. Additions raise the mean, so both sides of the limit move. For each total the best spread gives every unit where it costs least (x² is
/// convex), so the first total at which that keeps the limit is the least there is.
/// </summary>
public static class AdditionSolver
{
    /// <summary>Totals beyond the least that are looked through for the second aim.</summary>
    public const int MostExtra = 20;

    private const int MostUnits = 2_000_000;

    /// <summary>Refuses what cannot be computed with: limit-negative, extra-units, most-units, step, school-twice, pupils, amount.</summary>
    public static AdditionPlan Solve(IReadOnlyList<TransferSchool> schools, AdditionTerms terms)
    {
        if (terms.Extra is < 0 or > MostExtra)
        {
            throw new RuleBroken("extra-units", "额外增加数“{0}”不成立，请填写 0 到 {1} 之间的整数。", terms.Extra, MostExtra) { Field = "Extra" };
        }

        if (terms.Most is < 0 or > MostUnits)
        {
            throw new RuleBroken("most-units", "增加总数上限“{0}”不成立，请填写 0 到 {1} 之间的整数，或改用更大的计量单位。", terms.Most, MostUnits) { Field = "Most" };
        }

        if (terms.Step < 1)
        {
            throw new RuleBroken("step", "每次增加的数量“{0}”不成立，请填写大于零的数。", terms.Step) { Field = "Step" };
        }

        return new Problem(new TransferCounty(schools, step: terms.Step), new ExactLimit(terms.Limit), terms).Solve();
    }

    private sealed class Problem(TransferCounty county, ExactLimit limit, AdditionTerms terms)
    {
        private readonly UnitQueue give = UnitQueue.ToGive(county, Enumerable.Range(0, county.Count));
        private readonly SquareSum sum = new(county, terms.Rest);
        private readonly int[] added = new int[county.Count];
        private BigInteger price;
        private int units;

        public AdditionPlan Solve()
        {
            var none = new int[county.Count];
            if (county.Count == 0)
            {
                return Planned(PlanOutcome.Undefined, none, 0, 0);
            }

            var stands = sum.Within(limit);
            while (!sum.Within(limit) && Give())
            {
            }

            if (!sum.Within(limit))
            {
                var reached = sum.Read(limit);
                return Planned(PlanOutcome.OutOfReach, none, 0, county.Over(none)) with { After = reached, Obstacle = Obstacle.Bounds, IsCutShort = give.Next is not null };
            }

            var least = units;
            terms.Reached?.Invoke(least);
            var (shifts, most) = Best();
            return Planned(stands ? PlanOutcome.AlreadyWithin : PlanOutcome.Found, shifts, least, most);
        }

        // Each total has its own bound of Σ x²/P, so each is solved by itself; of equal ones the smallest stays.
        private (int[] Shifts, int Most) Best()
        {
            int[] best = [.. added];
            var most = county.Over(best);
            for (var extra = 0; extra <= terms.Extra; extra++)
            {
                if (extra > 0 && !Give())
                {
                    break;
                }

                if (sum.Within(limit))
                {
                    var (shifts, bound) = AtThisTotal();
                    best = county.Over(shifts) > county.Over(best) ? shifts : best;
                    most = Math.Max(most, bound);
                }
            }

            return (best, most);
        }

        private (int[] Shifts, int Most) AtThisTotal()
        {
            var problem = AimProblems.OfAdditions(county, added, sum, price, sum.Most(limit) - sum.Value);
            var answer = SchoolAim.Solve(problem, terms.Stop);
            int[] shifts = [.. answer.Chosen.Select((chosen, i) => problem.Schools[i][chosen].Shift)];
            return Keeps(shifts) ? (shifts, answer.Most) : ([.. added], answer.Most);
        }

        // The search reckons with costs cut to so many bits; what it found is judged with all digits.
        private bool Keeps(int[] shifts) => With(shifts).Within(limit);

        private bool Give()
        {
            terms.Stop.ThrowIfCancellationRequested();
            if (units >= terms.Most || give.Next is null)
            {
                return false;
            }

            var unit = give.Use();
            price = unit.Numerator * sum.Weight(unit.School);
            sum.Change(unit.School, county.Held(unit.School, added[unit.School]), county.Held(unit.School, ++added[unit.School]));
            units++;
            return true;
        }

        private SquareSum With(int[] shifts)
        {
            var changed = new SquareSum(county, terms.Rest);
            changed.Apply(county, shifts);
            return changed;
        }

        private AdditionPlan Planned(PlanOutcome outcome, int[] shifts, int least, int most) =>
            new(outcome, county.Shifts(shifts), least, most, With(new int[county.Count]).Read(limit), With(shifts).Read(limit)) { Step = county.Step };
    }
}
