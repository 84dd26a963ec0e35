using Equalization.Workflow.Benchmarks;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Transfers;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Tests.Indicators.Transfers;

/// <summary>From a county's data to the solver and back.</summary>
public sealed class CountyTransferTests
{
    private static readonly TeacherLimits Half = new(Percent.Of(50));

    [Fact]
    public void A_plan_put_into_the_schools_figures_gives_the_coefficient_it_promises()
    {
        for (var number = 0; number < 10; number++)
        {
            var county = CountyIndicators.Of(Schools.National, MadeCounties.Figures(number, 60));
            foreach (var level in Levels.Judged)
            {
                var plan = TransferSolver.Solve(CountyTransfers.Of(county, 2, level, Half), new TransferTerms(Schools.National.Limit(level)) { ExtraMoves = 3 });
                var answer = WhatIf.Of(county).Answer(CountyTransfers.Applied(county, 2, level, plan.Shifts));
                var coefficient = answer.Of(2, level);
                var tally = answer.Tallies.Single(t => t.Level == level);

                Assert.Equal(plan.Before.Coefficient, coefficient.Before.Coefficient!.Value, 12);
                Assert.Equal(plan.OverBefore, tally.PassBefore);
                if (plan.Outcome is PlanOutcome.Found or PlanOutcome.AlreadyWithin)
                {
                    Assert.Equal((Verdict.Pass, plan.OverAfter), (coefficient.After.Verdict, tally.PassAfter));
                    Assert.Equal(plan.After.Coefficient, coefficient.After.Coefficient!.Value, 12);
                }
            }
        }
    }

    [Fact]
    public void A_schools_line_is_what_its_other_indicators_leave_of_the_school_rule()
    {
        var whole = Schools.AtThreshold(Level.Primary) with { Code = "A" };
        var oneBehind = whole.With(Level.Primary, 7, 2.0m) with { Code = "B" };
        var twoBehind = oneBehind.With(Level.Primary, 5, 7m) with { Code = "C" };
        var below = whole.With(Level.Primary, 6, 1m) with { Code = "D" };
        var county = CountyIndicators.Of(Schools.National, [whole, oneBehind, twoBehind, below]);

        var schools = CountyTransfers.Of(county, 2, Level.Primary, Half);

        // 1,000 pupils: the floor asks for 8.5, so 9; the threshold for 10.
        Assert.Equal([9, 10, null, null], schools.Select(s => s.Need));
        Assert.All(schools, s => Assert.Equal((1000, 10, 5), (s.Pupils, s.Amount, s.MayGive)));
    }

    [Fact]
    public void Schools_that_take_no_part_neither_give_nor_receive()
    {
        var county = CountyIndicators.Of(Schools.National, [Schools.AtThreshold(Level.Primary)]);

        var school = Assert.Single(CountyTransfers.Of(county, 1, Level.Primary, Half with { Fixed = new HashSet<string> { "3301001" }, Keeps = 2 }));

        Assert.Equal((0, 0, 2), (school.MayGive, school.MayReceive, school.Keeps));
    }

    [Fact]
    public void Teachers_in_fractions_and_indicators_of_things_are_refused()
    {
        var school = Schools.AtThreshold(Level.Primary);
        var county = CountyIndicators.Of(Schools.National, [school with { Primary = school.Primary with { KeyTeachers = 1.5m } }]);

        Assert.Equal("not-whole", Assert.Throws<RuleBroken>(() => CountyTransfers.Of(county, 2, Level.Primary, Half)).Code);
        Assert.Equal("indicator-things", Assert.Throws<RuleBroken>(() => CountyTransfers.Of(county, 6, Level.Primary, Half)).Code);
    }
}
