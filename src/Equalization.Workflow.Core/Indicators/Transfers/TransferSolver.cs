using Equalization.Workflow.Core.Indicators.Transfers.Aims;
using Equalization.Workflow.Core.Indicators.Transfers.Nearness;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>
/// Brings one indicator of one level under its limit by moving whole units between schools: fewest moves first, most schools over their line second,
/// fewest metres third. The first aim is exact, within groups too; within a distance, and for the second aim, the plan carries its bounds.
/// </summary>
public static class TransferSolver
{
    /// <summary>Refuses what cannot be computed with: limit-negative, extra-moves, school-twice, pupils, amount, distances, distances-missing.</summary>
    public static TransferPlan Solve(IReadOnlyList<TransferSchool> schools, TransferTerms terms)
    {
        if (terms.ExtraMoves is < 0 or > 100_000)
        {
            throw new RuleBroken("extra-moves", "额外调动数“{0}”不成立，请填写 0 到 100000 之间的整数。", terms.ExtraMoves) { Field = "ExtraMoves" };
        }

        var problem = new Problem(new TransferCounty(schools, terms.WithinGroups), new ExactLimit(terms.Limit), terms);
        if (problem.County.Amounts.All(a => a == 0))
        {
            return problem.Ended(PlanOutcome.Undefined, new int[problem.County.Count], Obstacle.None);
        }

        return terms.MostMetres is not null && !problem.StandsWithin ? problem.SolveNear() : problem.SolveFree();
    }

    private sealed class Problem(TransferCounty county, ExactLimit limit, TransferTerms terms)
    {
        private readonly Fences fences = new(county, terms);

        public TransferCounty County => county;

        public bool StandsWithin => new SquareSum(county).Within(limit);

        public TransferPlan SolveFree()
        {
            var best = EvenOut.Run(county, limit, terms.ExtraMoves);
            if (best.Least is not { } least)
            {
                return Ended(PlanOutcome.OutOfReach, best.Shifts, Hindrance());
            }

            if (terms.MostMetres is not null)
            {
                return Near(new int[county.Count], 0, 0);
            }

            terms.Reached?.Invoke(least);
            var start = EvenOut.Run(county, limit, 0).Shifts;
            var aims = AimProblems.OfTransfers(county, best, least + terms.ExtraMoves, start);
            var answer = SchoolAim.Solve(aims, terms.Stop);
            int[] shifts = [.. answer.Chosen.Select((chosen, i) => aims.Schools[i][chosen].Shift)];
            return Planned(Keeps(shifts) ? shifts : start, least, least, answer.Most);
        }

        public TransferPlan SolveNear()
        {
            var most = new SquareSum(county).Most(limit);
            var plans = NearPlans.Search(county, fences, most);
            if (plans.Shifts is not { } shifts)
            {
                return Ended(PlanOutcome.OutOfReach, plans.Nearest, Hindrance()) with { IsProven = plans.WasComplete };
            }

            return Near(shifts, plans.Moves, plans.Fewest);
        }

        public TransferPlan Ended(PlanOutcome outcome, int[] reached, Obstacle obstacle)
        {
            var none = new int[county.Count];
            return new TransferPlan(outcome, county.Shifts(none), [], 0, 0, county.Over(none), Read(none), Read(reached)) { Obstacle = obstacle };
        }

        private TransferPlan Near(int[] shifts, int least, int fewest)
        {
            var mostMoves = least + terms.ExtraMoves;
            var better = NearAim.Improve(county, fences, limit, mostMoves, shifts);
            return Planned(better, least, fewest, Math.Max(county.Over(better), MostOver(mostMoves)));
        }

        // Without the distance nothing gets worse, so that bound holds within it.
        private int MostOver(int mostMoves)
        {
            var least = EvenOut.Run(county, limit, 0).Least ?? 0;
            var best = EvenOut.Run(county, limit, mostMoves - least);
            return SchoolAim.Bound(AimProblems.OfTransfers(county, best, mostMoves, best.Shifts));
        }

        private Obstacle Hindrance() =>
            IsReached(county.Ungrouped()) ? Obstacle.Nearness : IsReached(county.Unbound()) ? Obstacle.Bounds : Obstacle.WholeUnits;

        private bool IsReached(TransferCounty by) => EvenOut.Run(by, limit, 0).Least is not null;

        // The search reckons with costs cut to so many bits; what it found is judged with all digits.
        private bool Keeps(int[] shifts)
        {
            var sum = new SquareSum(county);
            sum.Apply(county, shifts);
            return sum.Within(limit);
        }

        private TransferPlan Planned(int[] shifts, int least, int fewest, int mostOver)
        {
            var moves = Transport.Assign(shifts, fences)
                ?? throw new InvalidOperationException("A plan was made that its fences do not let through.");
            return new TransferPlan(
                StandsWithin ? PlanOutcome.AlreadyWithin : PlanOutcome.Found,
                county.Shifts(shifts),
                [.. moves.Select(m => new Move(county.Schools[m.From].Code, county.Schools[m.To].Code, m.Units, fences.Metres(m.From, m.To)))],
                least,
                fewest,
                mostOver,
                Read(new int[county.Count]),
                Read(shifts));
        }

        private Spread Read(int[] shifts)
        {
            var sum = new SquareSum(county);
            sum.Apply(county, shifts);
            return sum.Read(limit);
        }
    }
}
