using Equalization.Workflow.Benchmarks;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Transfers;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Tests.Indicators.Transfers;

/// <summary>From a county's things to the solver of additions and back, with schools whose levels share what they have.</summary>
public sealed class CountyAdditionTests
{
    private static readonly HashSet<string> Nobody = [];

    [Fact]
    public void A_plan_put_into_the_schools_figures_gives_the_coefficient_it_promises()
    {
        var found = 0;
        for (var number = 0; number < 6; number++)
        {
            var county = CountyIndicators.Of(Schools.National, MadeCounties.Figures(number, 60));
            foreach (var (indicator, step) in new[] { (4, 100m), (6, 10_000m), (7, 1m) })
            {
                foreach (var level in Levels.Judged)
                {
                    var problem = CountyAdditions.Of(county, indicator, level, step, Nobody);
                    var plan = problem.Solve(new AdditionTerms(0.35m));
                    var added = plan.Shifts.Where(s => s.After != s.Before).Select(s => (s.Code, problem.Added(s))).ToList();
                    var answer = WhatIf.Of(county).Answer(CountyAdditions.Applied(county, indicator, level, added)).Of(indicator, level);

                    Assert.Equal(answer.Before.Coefficient!.Value, plan.Before.Coefficient, 12);
                    Assert.All(added, a => Assert.Equal(0, a.Item2 % step));
                    if (plan.Outcome == PlanOutcome.Found)
                    {
                        found++;
                        Assert.Equal(answer.After.Coefficient!.Value, plan.After.Coefficient, 12);
                        Assert.True(answer.After.Coefficient <= 0.35, $"county {number}, indicator {indicator}");
                        Assert.Equal(plan.Units * step, added.Sum(a => a.Item2));
                    }
                }
            }
        }

        Assert.True(found > 5, $"only {found} plans were found");
    }

    [Fact]
    public void On_60_small_counties_with_a_shared_school_no_fewer_steps_keep_the_limit()
    {
        var found = 0;
        for (var number = 0; number < 60; number++)
        {
            var random = new Random(number);
            var (indicator, step) = number % 2 == 0 ? (7, 2m) : (4, 50.5m);
            var county = CountyIndicators.Of(Schools.National, Enumerable.Range(0, 3).Select(i => Small(random, i)).Append(Shared(random)).ToList());
            var whatIf = WhatIf.Of(county);
            var problem = CountyAdditions.Of(county, indicator, Level.Primary, step, Nobody);
            var plan = problem.Solve(new AdditionTerms(Schools.National.Limit(Level.Primary)) { Most = 8 });

            bool Keeps(IEnumerable<(string, decimal)> added) => whatIf.Answer(CountyAdditions.Applied(county, indicator, Level.Primary, added)).Of(indicator, Level.Primary).After.Verdict == Verdict.Pass;
            var least = Enumerable.Range(0, 9).FirstOrDefault(steps => Spread(steps).Any(s => Keeps(s.Select((n, i) => ($"{i}", n * step)).Where(a => a.Item2 > 0))), -1);

            Assert.Equal((number, least < 0 ? PlanOutcome.OutOfReach : least == 0 ? PlanOutcome.AlreadyWithin : PlanOutcome.Found, Math.Max(least, 0)), (number, plan.Outcome, plan.LeastUnits));
            found += least > 0 ? 1 : 0;
        }

        Assert.True(found > 10, $"only {found} plans had to add anything");
    }

    [Fact]
    public void Schools_whose_levels_share_count_but_receive_nothing()
    {
        var nine = Schools.AtThreshold(Level.Primary) with { Code = "N", Type = SchoolType.NineYear };
        nine = nine with { Junior = nine.Primary with { Pupils = 500 } };
        var county = CountyIndicators.Of(Schools.National, [Schools.AtThreshold(Level.Primary), nine]);

        var problem = CountyAdditions.Of(county, 7, Level.Primary, 1, Nobody);

        Assert.Equal("3301001", Assert.Single(problem.Schools).Code);
        Assert.Equal(WhatIf.Of(county).Answer([]).Of(7, Level.Primary).Before.Coefficient!.Value, problem.Solve(new AdditionTerms(0.5m)).Before.Coefficient, 12);
    }

    [Fact]
    public void What_cannot_be_asked_is_refused()
    {
        var county = CountyIndicators.Of(Schools.National, [Schools.AtThreshold(Level.Primary)]);

        Assert.Equal("indicator-teachers", Code(() => CountyAdditions.Of(county, 2, Level.Primary, 1, Nobody)));
        Assert.Equal("step", Code(() => CountyAdditions.Of(county, 7, Level.Primary, 0, Nobody)));
        Assert.Equal("step-fine", Code(() => CountyAdditions.Of(county, 7, Level.Primary, 0.00001m, Nobody)));
        Assert.Equal("additions-nowhere", Code(() => CountyAdditions.Of(county, 7, Level.Primary, 1, new HashSet<string> { "3301001" })));
    }

    [Fact]
    public void One_school_written_to_the_cent_is_named_at_once_and_may_be_left_out()
    {
        var large = Schools.AtThreshold(Level.Primary) with { Code = "L", Name = "大校", Equipment = 30_000_000m };
        var fine = Schools.AtThreshold(Level.Primary) with { Code = "F", Name = "细校", Equipment = 14_000_000.01m };
        var poor = Schools.AtThreshold(Level.Primary) with { Code = "P", Name = "弱校", Equipment = 100_000m };
        var county = CountyIndicators.Of(Schools.National, [large, fine, poor]);

        var refusal = Assert.Throws<RuleBroken>(() => CountyAdditions.Of(county, 6, Level.Primary, 10_000, Nobody));
        Assert.Equal(("amount-fine", "细校", 0.1m), (refusal.Code, refusal.Arguments[0], refusal.Arguments[4]));
        Assert.Equal("Step", Assert.Throws<RuleBroken>(() => CountyAdditions.Of(county, 6, Level.Primary, 0.01m, Nobody)).Field);

        var problem = CountyAdditions.Of(county, 6, Level.Primary, 10_000, new HashSet<string> { "F" });
        var plan = problem.Solve(new AdditionTerms(0.5m) { Most = 2_000_000 });
        var answer = WhatIf.Of(county).Answer(CountyAdditions.Applied(county, 6, Level.Primary, plan.Shifts.Where(s => s.After != s.Before).Select(s => (s.Code, problem.Added(s))))).Of(6, Level.Primary);
        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        Assert.Equal((answer.Before.Coefficient!.Value, answer.After.Coefficient!.Value), (plan.Before.Coefficient, plan.After.Coefficient), Close);
        Assert.DoesNotContain(plan.Shifts, s => s.Code == "F");
    }

    [Fact]
    public void Cents_of_ordinary_schools_are_reckoned_with_in_full()
    {
        var rich = Schools.AtThreshold(Level.Primary) with { Code = "R", Equipment = 9_999_999.99m };
        var poor = Schools.AtThreshold(Level.Primary) with { Code = "P", Equipment = 100_000.01m };
        var county = CountyIndicators.Of(Schools.National, [rich, poor]);

        var problem = CountyAdditions.Of(county, 6, Level.Primary, 10_000, Nobody);
        var plan = problem.Solve(new AdditionTerms(0.5m));

        Assert.Equal(PlanOutcome.Found, plan.Outcome);
        // With n steps of 10,000 at the poor school the spread is (9,899,999.98 − 10,000 n) ÷ (10,100,000 + 10,000 n), at most 0.5 from n = 324 on.
        Assert.Equal((324, 3_240_000m), (plan.LeastUnits, Assert.Single(plan.Shifts, s => s.After != s.Before) is var shift ? problem.Added(shift) : 0));
    }

    private static bool Close((double, double) expected, (double, double) actual) =>
        Math.Abs(expected.Item1 - actual.Item1) < 1e-12 && Math.Abs(expected.Item2 - actual.Item2) < 1e-12;

    private static SchoolFigures Small(Random random, int index) => new($"{index}", $"第{index}小学", SchoolType.Primary)
    {
        Primary = new(random.Next(60, 400), 10, 5, 5), TeachingArea = random.Next(100, 2000), SportsArea = 1000, Equipment = 100_000, MultimediaRooms = random.Next(0, 12),
    };

    private static SchoolFigures Shared(Random random) => new("N", "九年一贯制学校", SchoolType.NineYear)
    {
        Primary = new(random.Next(60, 300), 10, 5, 5), Junior = new(random.Next(60, 300), 10, 5, 5), TeachingArea = random.Next(100, 3000), SportsArea = 1000, Equipment = 100_000,
        MultimediaRooms = random.Next(0, 16),
    };

    /// <summary>Every way to give so many steps to three schools.</summary>
    private static IEnumerable<int[]> Spread(int steps) =>
        from a in Enumerable.Range(0, steps + 1)
        from b in Enumerable.Range(0, steps - a + 1)
        select new[] { a, b, steps - a - b };

    private static string Code(Action act) => Assert.Throws<RuleBroken>(act).Code;
}
