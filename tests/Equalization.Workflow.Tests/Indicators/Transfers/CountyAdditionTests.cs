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
        Assert.Equal("step", Code(() => CountyAdditions.Of(county, 7, Level.Primary, 0.00001m, Nobody)));
        Assert.Equal("additions-nowhere", Code(() => CountyAdditions.Of(county, 7, Level.Primary, 1, new HashSet<string> { "3301001" })));
    }

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
