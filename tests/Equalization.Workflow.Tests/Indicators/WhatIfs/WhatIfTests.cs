using Equalization.Workflow.Benchmarks;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Tests.Indicators.WhatIfs;

/// <summary>What-if answers from sums that are carried on; they must be what a fresh computation of the changed county says.</summary>
public sealed class WhatIfTests
{
    [Fact]
    public void An_answer_equals_the_changed_county_computed_anew()
    {
        for (var number = 0; number < 20; number++)
        {
            var random = new Random(number);
            var figures = MadeCounties.Figures(number, 40);
            List<SchoolFigures> changed = [.. figures.Where(_ => random.Next(4) == 0).Select(s => Changed(random, s))];
            var answer = WhatIf.Of(CountyIndicators.Of(Schools.National, figures)).Answer(changed);

            AssertSame(CountyIndicators.Of(Schools.National, figures), answer, after: false);
            AssertSame(CountyIndicators.Of(Schools.National, figures.Select(s => changed.FirstOrDefault(c => c.Code == s.Code, s))), answer, after: true);
        }
    }

    [Fact]
    public void Nothing_changed_changes_nothing()
    {
        var answer = WhatIf.Of(CountyIndicators.Of(Schools.National, MadeCounties.Figures(3, 40))).Answer([]);

        Assert.Empty(answer.Parts);
        Assert.All(answer.Coefficients, c => Assert.Equal(c.Before, c.After));
        Assert.All(answer.Tallies, t => Assert.Equal((t.PassBefore, t.ShortBefore), (t.PassAfter, t.ShortAfter)));
    }

    [Fact]
    public void A_coefficient_of_exactly_the_limit_passes_and_one_teacher_more_at_the_rich_school_fails()
    {
        // Per hundred pupils 1.5 and 0.5 with equal pupils: exactly 0.50, the limit of 小学.
        var rich = Schools.AtThreshold(Level.Primary) with { Code = "A", Primary = new LevelFigures(1000, 42, 15, 9) };
        var poor = rich with { Code = "B", Primary = new LevelFigures(1000, 42, 5, 9) };
        var whatIf = WhatIf.Of(CountyIndicators.Of(Schools.National, [rich, poor]));

        var answer = whatIf.Answer([rich with { Primary = new LevelFigures(1000, 42, 16, 9) }]).Of(2, Level.Primary);

        Assert.Equal((Verdict.Pass, 0.5), (answer.Before.Verdict, answer.Before.Coefficient));
        Assert.Equal(Verdict.Fail, answer.After.Verdict);
    }

    [Fact]
    public void Two_teachers_more_show_at_the_school_and_in_the_county()
    {
        var whole = Schools.AtThreshold(Level.Primary) with { Code = "A" };
        var behind = whole with { Code = "B", Primary = whole.Primary with { KeyTeachers = 8 } };
        var whatIf = WhatIf.Of(CountyIndicators.Of(Schools.National, [whole, behind]));

        var answer = whatIf.Answer([behind with { Primary = behind.Primary with { KeyTeachers = 10 } }]);

        Assert.Equal((Verdict.Fail, Verdict.Pass), (answer.Parts.Single().Before!.Verdict, answer.Parts.Single().After!.Verdict));
        Assert.Equal(new WhatIfTally(Level.Primary, 1, 2, 1, 0), answer.Tallies.Single(t => t.Level == Level.Primary));
        Assert.Equal((1.0 / 9, 0), (answer.Of(2, Level.Primary).Before.Coefficient!.Value, answer.Of(2, Level.Primary).After.Coefficient!.Value), new Close());
    }

    [Fact]
    public void A_value_taken_away_leaves_the_school_out_and_is_not_zero()
    {
        var a = Schools.AtThreshold(Level.Primary) with { Code = "A" };
        var b = a with { Code = "B" };

        var answer = WhatIf.Of(CountyIndicators.Of(Schools.National, [a, b])).Answer([b with { Equipment = null }]).Of(6, Level.Primary);

        Assert.Equal((2, 1), (answer.Before.Schools, answer.After.Schools));
        Assert.Equal((Verdict.Pass, 0.0), (answer.After.Verdict, answer.After.Coefficient));
    }

    [Fact]
    public void A_county_with_nothing_of_an_indicator_has_no_verdict()
    {
        var a = Schools.AtThreshold(Level.Primary) with { Code = "A", MultimediaRooms = 0 };

        var answer = WhatIf.Of(CountyIndicators.Of(Schools.National, [a])).Answer([a with { MultimediaRooms = null }]).Of(7, Level.Primary);

        Assert.Equal((Verdict.Unknown, null), (answer.Before.Verdict, answer.Before.Coefficient));
        Assert.Equal((Verdict.Unknown, 0), (answer.After.Verdict, answer.After.Schools));
    }

    [Fact]
    public void Schools_of_elsewhere_and_twice_the_same_are_refused()
    {
        var a = Schools.AtThreshold(Level.Primary);
        var whatIf = WhatIf.Of(CountyIndicators.Of(Schools.National, [a]));

        Assert.Equal("school-unknown", Assert.Throws<RuleBroken>(() => whatIf.Answer([a with { Code = "X" }])).Code);
        Assert.Equal("school-twice", Assert.Throws<RuleBroken>(() => whatIf.Answer([a, a])).Code);
    }

    private static SchoolFigures Changed(Random random, SchoolFigures school) => random.Next(5) switch
    {
        0 => school with { Equipment = null },
        1 => school with { TeachingArea = school.TeachingArea + 123.45m },
        2 => school with { Primary = school.Primary with { Pupils = school.Primary.Pupils + 7 }, Junior = school.Junior with { Pupils = school.Junior.Pupils + 3 } },
        3 => school with { Primary = school.Primary with { Pupils = null } },
        _ => school with { Primary = school.Primary with { KeyTeachers = school.Primary.KeyTeachers + 2 }, MultimediaRooms = 0 },
    };

    private static void AssertSame(CountyIndicators county, WhatIfAnswer answer, bool after)
    {
        foreach (var expected in county.Coefficients)
        {
            var both = answer.Of(expected.Indicator, expected.Level);
            var got = after ? both.After : both.Before;
            Assert.Equal((expected.Verdict, expected.Counted), (got.Verdict, got.Schools));
            Assert.Equal((double?)expected.Coefficient?.Mean, got.Mean, new Close());
            Assert.Equal(expected.Coefficient?.Value, got.Coefficient, new Close());
        }

        foreach (var tally in answer.Tallies)
        {
            var counted = county.Counted(tally.Level).ToList();
            Assert.Equal(
                (counted.Count(p => p.Verdict == Verdict.Pass), counted.Count(p => p.Verdict == Verdict.Fail)),
                after ? (tally.PassAfter, tally.ShortAfter) : (tally.PassBefore, tally.ShortBefore));
        }
    }

    private sealed class Close : IEqualityComparer<double?>, IEqualityComparer<(double, double)>
    {
        public bool Equals(double? x, double? y) => (x is null) == (y is null) && Math.Abs((x ?? 0) - (y ?? 0)) <= 1e-9 * Math.Max(1, Math.Abs(x ?? 0));

        public bool Equals((double, double) x, (double, double) y) => Equals((double?)x.Item1, y.Item1) && Equals((double?)x.Item2, y.Item2);

        public int GetHashCode(double? obj) => 0;

        public int GetHashCode((double, double) obj) => 0;
    }
}
