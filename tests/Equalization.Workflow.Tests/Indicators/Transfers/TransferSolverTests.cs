using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Tests.Indicators.Transfers;

/// <summary>Least transfers: exact on small counties, and what a person reads from a plan.</summary>
public sealed class TransferSolverTests
{
    [Fact]
    public void On_200_small_counties_moves_and_schools_over_equal_every_plan_looked_through()
    {
        var (found, reached) = (0, 0);
        for (var number = 0; number < 200; number++)
        {
            var (schools, limit) = SmallCounties.Of(number);
            foreach (var extra in new[] { 0, 2 })
            {
                var plan = TransferSolver.Solve(schools, new TransferTerms(limit) { ExtraMoves = extra });
                var held = SmallCounties.Plans(schools).Where(p => SmallCounties.IsWithin(schools, p, limit))
                    .Select(p => (Moves: SmallCounties.Moves(schools, p), Over: SmallCounties.Over(schools, p))).ToList();
                if (held.Count == 0)
                {
                    Assert.True(plan.Outcome is PlanOutcome.OutOfReach or PlanOutcome.Undefined, $"county {number}: {plan.Outcome}");
                    continue;
                }

                var least = held.Min(p => p.Moves);
                var over = held.Where(p => p.Moves <= least + extra).Max(p => p.Over);
                Assert.Equal((number, extra, least, least, over, over), (number, extra, plan.LeastMoves, plan.FewestMoves, plan.OverAfter, plan.MostOver));
                Assert.True(plan.MoveCount <= least + extra);
                reached++;
                found += plan.Outcome is PlanOutcome.Found ? 1 : 0;
            }
        }

        Assert.True(found > 100, $"only {found} of {reached} plans had to move anything");
    }

    [Fact]
    public void On_200_small_counties_moves_within_groups_equal_every_plan_looked_through()
    {
        var found = 0;
        for (var number = 0; number < 200; number++)
        {
            var (schools, limit) = SmallCounties.Of(number);
            var extra = number % 3;
            var plan = TransferSolver.Solve(schools, new TransferTerms(limit) { WithinGroups = true, ExtraMoves = extra });
            var held = SmallCounties.Plans(schools).Where(p => StaysInGroups(schools, p) && SmallCounties.IsWithin(schools, p, limit)).ToList();
            if (held.Count == 0)
            {
                Assert.True(plan.Outcome is PlanOutcome.OutOfReach or PlanOutcome.Undefined, $"county {number}: {plan.Outcome}");
                continue;
            }

            var least = held.Min(p => SmallCounties.Moves(schools, p));
            var over = held.Where(p => SmallCounties.Moves(schools, p) <= least + extra).Max(p => SmallCounties.Over(schools, p));
            Assert.Equal((number, least, least, over, over), (number, plan.LeastMoves, plan.FewestMoves, plan.OverAfter, plan.MostOver));
            Assert.All(plan.Moves, m => Assert.Equal(Group(schools, m.From), Group(schools, m.To)));
            found += plan.MoveCount > 0 ? 1 : 0;
        }

        Assert.True(found > 30, $"only {found} plans had to move anything");
    }

    [Fact]
    public void On_100_small_counties_moves_within_a_distance_are_the_least()
    {
        var found = 0;
        for (var number = 0; number < 100; number++)
        {
            var (schools, limit) = SmallCounties.Of(number);
            var random = new Random(number);
            var at = schools.Select(_ => random.Next(0, 10_000)).ToArray();
            var distances = Distances.Of(schools.Count, (a, b) => Math.Abs(at[a] - at[b]));
            var plan = TransferSolver.Solve(schools, new TransferTerms(limit) { Distances = distances, MostMetres = 4_000 });
            var held = SmallCounties.Plans(schools)
                .Where(p => SmallCounties.IsWithin(schools, p, limit) && CanBeSent(schools, p, (a, b) => Math.Abs(at[a] - at[b]) <= 4_000)).ToList();
            if (held.Count == 0)
            {
                Assert.True(plan.Outcome is PlanOutcome.OutOfReach or PlanOutcome.Undefined, $"county {number}: {plan.Outcome}");
                continue;
            }

            Assert.Equal((number, held.Min(p => SmallCounties.Moves(schools, p))), (number, plan.LeastMoves));
            Assert.All(plan.Moves, m => Assert.True(m.Metres <= 4_000));
            found += plan.Outcome is PlanOutcome.Found ? 1 : 0;
        }

        Assert.True(found > 20, $"only {found} plans had to move anything");
    }

    [Fact]
    public void A_plan_keeps_the_total_every_limit_and_the_verdict_computed_anew()
    {
        for (var number = 0; number < 200; number++)
        {
            var (schools, limit) = SmallCounties.Of(number);
            var plan = TransferSolver.Solve(schools, new TransferTerms(limit) { ExtraMoves = number % 4 });
            var after = plan.Shifts.Select(s => s.After).ToList();
            Assert.Equal(schools.Sum(s => s.Amount), after.Sum());
            Assert.All(schools.Zip(after), s => Assert.True(IsInBounds(s.First, s.Second)));
            foreach (var shift in plan.Shifts)
            {
                var sent = plan.Moves.Where(m => m.From == shift.Code).Sum(m => m.Units);
                var got = plan.Moves.Where(m => m.To == shift.Code).Sum(m => m.Units);
                Assert.Equal(shift.After, shift.Before - sent + got);
                Assert.False(sent > 0 && got > 0);
            }

            if (plan.Outcome is PlanOutcome.Found or PlanOutcome.AlreadyWithin)
            {
                Assert.True(plan.After.Within);
                Assert.True(SmallCounties.IsWithin(schools, after, limit));
                Assert.Equal(SmallCounties.Over(schools, after), plan.OverAfter);
            }
        }
    }

    [Fact]
    public void The_same_county_gives_the_same_plan()
    {
        var (schools, limit) = SmallCounties.Of(7);
        var terms = new TransferTerms(limit) { ExtraMoves = 3 };

        Assert.Equal(TransferSolver.Solve(schools, terms).Moves, TransferSolver.Solve(schools, terms).Moves);
    }

    [Fact]
    public void A_coefficient_of_exactly_the_limit_passes_and_a_hair_above_it_does_not()
    {
        // X is 1.5 and 0.5 of the mean with equal pupils: the coefficient is exactly 0.5.
        TransferSchool[] schools = [new("A", 100, 15), new("B", 100, 5)];

        Assert.Equal(PlanOutcome.AlreadyWithin, TransferSolver.Solve(schools, new TransferTerms(0.5m)).Outcome);
        var plan = TransferSolver.Solve(schools, new TransferTerms(0.4999999999999999999999999m));
        Assert.Equal((PlanOutcome.Found, 1), (plan.Outcome, plan.MoveCount));
    }

    [Fact]
    public void The_worked_example_of_the_standard_is_over_the_limit_and_comes_under_it_with_twelve_books()
    {
        TransferSchool[] schools = [new("小学1", 45, 279), new("小学2", 37, 137), new("小学3", 89, 935), new("小学4", 76, 160), new("小学5", 55, 402)];

        var plan = TransferSolver.Solve(schools, new TransferTerms(0.5m));

        Assert.Equal(0.515257, plan.Before.Coefficient, 6);
        Assert.Equal(3.263861, plan.Before.Deviation, 6);
        Assert.False(plan.Before.Within);
        Assert.True(plan.After is { Within: true, Coefficient: <= 0.5 });
        Assert.Equal([("小学3", "小学4", 12)], plan.Moves.Select(m => (m.From, m.To, m.Units)));
    }

    [Fact]
    public void What_cannot_be_reached_is_told_with_its_reason_and_the_best_coefficient()
    {
        TransferSchool[] held = [new("A", 100, 20) { MayGive = 3 }, new("B", 100, 0)];
        var bound = TransferSolver.Solve(held, new TransferTerms(0.5m));
        Assert.Equal((PlanOutcome.OutOfReach, Obstacle.Bounds), (bound.Outcome, bound.Obstacle));
        Assert.Equal(0.7, bound.After.Coefficient, 12);
        Assert.Empty(bound.Moves);

        TransferSchool[] single = [new("A", 100, 1), new("B", 100, 0)];
        Assert.Equal(Obstacle.WholeUnits, TransferSolver.Solve(single, new TransferTerms(0.5m)).Obstacle);

        TransferSchool[] apart = [new("A", 100, 20) { Group = "东" }, new("B", 100, 0) { Group = "西" }];
        var near = TransferSolver.Solve(apart, new TransferTerms(0.5m) { WithinGroups = true });
        Assert.Equal((PlanOutcome.OutOfReach, Obstacle.Nearness, true), (near.Outcome, near.Obstacle, near.IsProven));
        Assert.Equal(1, near.After.Coefficient, 12);
    }

    [Fact]
    public void A_county_without_schools_or_with_nothing_to_divide_has_no_verdict()
    {
        Assert.Equal(PlanOutcome.Undefined, TransferSolver.Solve([], new TransferTerms(0.5m)).Outcome);
        Assert.Equal(PlanOutcome.Undefined, TransferSolver.Solve([new("A", 100, 0), new("B", 50, 0)], new TransferTerms(0.5m)).Outcome);
        Assert.Equal(PlanOutcome.AlreadyWithin, TransferSolver.Solve([new("A", 100, 3)], new TransferTerms(0m)).Outcome);
    }

    [Fact]
    public void The_list_of_moves_takes_the_nearest_way()
    {
        // Two must leave A and C each; B is near C and D near A.
        TransferSchool[] schools = [new("A", 100, 12), new("B", 100, 8), new("C", 100, 12), new("D", 100, 8)];
        int[] at = [0, 100, 90, 10];
        var plan = TransferSolver.Solve(schools, new TransferTerms(0m) { Distances = Distances.Of(4, (a, b) => Math.Abs(at[a] - at[b])) });

        Assert.Equal([new Move("A", "D", 2, 10), new Move("C", "B", 2, 10)], plan.Moves);
    }

    [Theory]
    [InlineData(0, 5, 0, "pupils")]
    [InlineData(-3, 5, 0, "pupils")]
    [InlineData(100, -1, 0, "amount")]
    [InlineData(100, 5, -1, "amount")]
    public void Numbers_that_cannot_be_are_refused(int pupils, int amount, int mayGive, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBroken>(() => TransferSolver.Solve([new("A", pupils, amount) { MayGive = mayGive }], new TransferTerms(0.5m))).Code);

    [Fact]
    public void Terms_that_cannot_be_are_refused()
    {
        TransferSchool[] schools = [new("A", 100, 3), new("B", 100, 1)];
        Assert.Equal("limit-negative", Refusal(schools, new TransferTerms(-0.1m)));
        Assert.Equal("extra-moves", Refusal(schools, new TransferTerms(0.5m) { ExtraMoves = -1 }));
        Assert.Equal("school-twice", Refusal([schools[0], schools[0]], new TransferTerms(0.5m)));
        Assert.Equal("distances-missing", Refusal(schools, new TransferTerms(0.5m) { MostMetres = 1000 }));
        Assert.Equal("distances", Refusal(schools, new TransferTerms(0.5m) { Distances = Distances.Of(3, (_, _) => 1) }));
    }

    private static string Refusal(IReadOnlyList<TransferSchool> schools, TransferTerms terms) =>
        Assert.Throws<RuleBroken>(() => TransferSolver.Solve(schools, terms)).Code;

    private static bool IsInBounds(TransferSchool school, int after) =>
        after == school.Amount
        || (after < school.Amount && after >= school.Keeps && school.Amount - after <= school.MayGive)
        || (after > school.Amount && after - school.Amount <= school.MayReceive);

    private static string? Group(IReadOnlyList<TransferSchool> schools, string code) => schools.Single(s => s.Code == code).Group;

    private static bool StaysInGroups(IReadOnlyList<TransferSchool> schools, int[] plan) =>
        schools.Index().All(s => s.Item.Group is not null || plan[s.Index] == s.Item.Amount)
        && schools.Index().GroupBy(s => s.Item.Group).All(g => g.Sum(s => plan[s.Index] - s.Item.Amount) == 0);

    // Hall's condition: whatever set of givers one takes, those they may give to want at least as much.
    private static bool CanBeSent(IReadOnlyList<TransferSchool> schools, int[] plan, Func<int, int, bool> allows)
    {
        var givers = Enumerable.Range(0, plan.Length).Where(i => plan[i] < schools[i].Amount).ToList();
        return Enumerable.Range(1, (1 << givers.Count) - 1).All(set =>
        {
            var chosen = givers.Where((_, at) => (set >> at & 1) == 1).ToList();
            var wanted = Enumerable.Range(0, plan.Length).Where(r => plan[r] > schools[r].Amount && chosen.Any(g => allows(g, r)));
            return chosen.Sum(g => schools[g].Amount - plan[g]) <= wanted.Sum(r => plan[r] - schools[r].Amount);
        });
    }
}
