using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Tests.Indicators.Transfers;

/// <summary>Least additions: rooms and money change the total, and so the mean.</summary>
public sealed class AdditionSolverTests
{
    private const int LookedThrough = 9;

    [Fact]
    public void On_200_small_counties_units_and_schools_over_equal_every_plan_looked_through()
    {
        var found = 0;
        for (var number = 0; number < 200; number++)
        {
            var (schools, limit) = SmallCounties.Of(number);
            var extra = number % 3;
            var plan = AdditionSolver.Solve(schools, new AdditionTerms(limit) { Most = LookedThrough, Extra = extra });
            var least = Enumerable.Range(0, LookedThrough + 1).FirstOrDefault(units => Held(schools, limit, units).Any(), -1);
            if (least < 0)
            {
                Assert.Equal((number, PlanOutcome.OutOfReach), (number, plan.Outcome));
                continue;
            }

            var over = Enumerable.Range(least, Math.Min(extra, LookedThrough - least) + 1).SelectMany(units => Held(schools, limit, units)).Max(p => SmallCounties.Over(schools, p));
            Assert.Equal((number, least, over, over), (number, plan.LeastUnits, plan.OverAfter, plan.MostOver));
            Assert.True(SmallCounties.IsWithin(schools, [.. plan.Shifts.Select(s => s.After)], limit));
            Assert.All(schools.Zip(plan.Shifts), s => Assert.InRange(s.Second.After - s.Second.Before, 0, s.First.MayReceive));
            found += plan.LeastUnits > 0 ? 1 : 0;
        }

        Assert.True(found > 40, $"only {found} plans had to add anything");
    }

    [Fact]
    public void What_the_units_allowed_do_not_reach_is_told_with_the_best_coefficient()
    {
        TransferSchool[] schools = [new("A", 100, 100), new("B", 100, 0)];

        var plan = AdditionSolver.Solve(schools, new AdditionTerms(0.5m) { Most = 10 });

        Assert.Equal((PlanOutcome.OutOfReach, Obstacle.Bounds, 0), (plan.Outcome, plan.Obstacle, plan.Units));
        Assert.Equal(90.0 / 110, plan.After.Coefficient, 12);
        Assert.True(plan.IsCutShort);
    }

    [Fact]
    public void What_no_school_may_receive_is_out_of_reach_and_not_cut_short()
    {
        TransferSchool[] schools = [new("A", 100, 100) { MayReceive = 0 }, new("B", 100, 0) { MayReceive = 10 }];

        var plan = AdditionSolver.Solve(schools, new AdditionTerms(0.5m));

        Assert.Equal((PlanOutcome.OutOfReach, false), (plan.Outcome, plan.IsCutShort));
    }

    [Fact]
    public void A_county_that_has_nothing_can_be_brought_under_the_limit_by_additions()
    {
        var plan = AdditionSolver.Solve([new("A", 100, 0), new("B", 100, 0)], new AdditionTerms(0.5m));

        Assert.Equal((PlanOutcome.Found, 2), (plan.Outcome, plan.Units));
    }

    [Fact]
    public void A_county_without_schools_has_no_verdict() =>
        Assert.Equal(PlanOutcome.Undefined, AdditionSolver.Solve([], new AdditionTerms(0.5m)).Outcome);

    [Fact]
    public void Terms_that_cannot_be_are_refused()
    {
        Assert.Equal("extra-units", Assert.Throws<RuleBroken>(() => AdditionSolver.Solve([], new AdditionTerms(0.5m) { Extra = 21 })).Code);
        Assert.Equal("most-units", Assert.Throws<RuleBroken>(() => AdditionSolver.Solve([], new AdditionTerms(0.5m) { Most = -1 })).Code);
    }

    private static IEnumerable<int[]> Held(IReadOnlyList<TransferSchool> schools, decimal limit, int units) =>
        SmallCounties.Plans(schools, units).Where(p => SmallCounties.IsWithin(schools, p, limit));
}
