using System.Globalization;
using Equalization.Workflow.Core.Indicators;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>STANDARD.md section 2 and the school rows of section 10.</summary>
public sealed class SchoolRuleTests
{
    [Theory]
    [InlineData("primary", "3.57", Verdict.Pass)]
    [InlineData("primary", "3.56", Verdict.Fail)]
    [InlineData("primary", "3.566", Verdict.Fail)]
    [InlineData("primary", "3.5699999999", Verdict.Fail)]
    [InlineData("junior", "4.505", Verdict.Pass)]
    [InlineData("junior", "4.5049", Verdict.Fail)]
    public void Six_at_threshold_and_the_seventh_at_85_percent_unrounded(string level, string first, Verdict expected)
    {
        var at = Levels.Of(level)!.Value;
        var part = Schools.Part(Schools.AtThreshold(at).With(at, 1, decimal.Parse(first, CultureInfo.InvariantCulture)));

        Assert.Equal(6, part.Met);
        Assert.Equal(expected, part.Verdict);
    }

    [Theory]
    [InlineData(Level.Primary)]
    [InlineData(Level.Junior)]
    public void Seven_exactly_at_threshold_pass(Level level)
    {
        var part = Schools.Part(Schools.AtThreshold(level));

        Assert.Equal((7, Verdict.Pass), (part.Met, part.Verdict));
        Assert.All(part.Figures, f => Assert.Equal(Schools.National.Threshold(f.Indicator, level), f.Value!.Value.Value));
    }

    [Fact]
    public void Five_at_threshold_and_two_at_90_percent_fail()
    {
        var part = Schools.Part(Schools.AtThreshold(Level.Primary).With(Level.Primary, 1, 4.2m * 0.9m).With(Level.Primary, 5, 7.5m * 0.9m));

        Assert.Equal((5, Verdict.Fail), (part.Met, part.Verdict));
        Assert.Equal(Standing.AboveFloor, part.Of(5).Standing);
    }

    [Theory]
    [InlineData(Level.Primary, "3.57 0.85 0.765 3.825 6.375 1700 1.955")]
    [InlineData(Level.Junior, "4.505 0.85 0.765 4.93 8.67 2125 2.04")]
    public void Floors_are_85_percent_of_the_thresholds(Level level, string floors) =>
        Assert.Equal(floors, string.Join(' ', Schools.Part(Schools.AtThreshold(level)).Figures.Select(f => f.Floor.ToString("0.####", CultureInfo.InvariantCulture))));

    [Fact]
    public void A_third_of_a_teacher_is_compared_before_it_is_rounded()
    {
        // 126 teachers for 3,000 pupils are 4.2 exactly; for 3,001 they are 4.1986….
        var school = Schools.AtThreshold(Level.Primary, 3001);
        var one = school with { Primary = school.Primary with { QualifiedTeachers = 126 } };

        Assert.Equal(Standing.AboveFloor, Schools.Part(one).Of(1).Standing);
        Assert.Equal(Standing.Reached, Schools.Part(one with { Primary = one.Primary with { Pupils = 3000 } }).Of(1).Standing);
    }

    [Fact]
    public void A_missing_value_makes_the_verdict_unknown_and_is_no_zero()
    {
        var part = Schools.Part(Schools.AtThreshold(Level.Primary) with { Equipment = null });

        Assert.Null(part.Of(6).Value);
        Assert.Equal((6, Verdict.Unknown), (part.Met, part.Verdict));
    }

    [Fact]
    public void What_is_known_may_forbid_a_pass_whatever_is_missing()
    {
        var school = Schools.AtThreshold(Level.Primary) with { Equipment = null };

        Assert.Equal(Verdict.Fail, Schools.Part(school.With(Level.Primary, 1, 3.56m)).Verdict);
        Assert.Equal(Verdict.Fail, Schools.Part(school.With(Level.Primary, 1, 4m).With(Level.Primary, 2, 0.9m)).Verdict);
    }

    [Fact]
    public void A_true_zero_counts()
    {
        var part = Schools.Part(Schools.AtThreshold(Level.Primary) with { Equipment = 0 });

        Assert.Equal(0, part.Of(6).Value!.Value.Value);
        Assert.Equal((6, Verdict.Fail), (part.Met, part.Verdict));
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    [InlineData(99, false)]
    public void A_teaching_point_of_fewer_than_50_pupils_is_left_out(int pupils, bool isLeftOut)
    {
        var part = Schools.Part(Schools.AtThreshold(Level.Primary, pupils) with { Type = SchoolType.TeachingPoint });

        Assert.Equal(isLeftOut, part.Excluded is not null);
        Assert.Equal(isLeftOut ? Verdict.Unknown : Verdict.Pass, part.Verdict);
    }

    [Fact]
    public void A_primary_school_of_49_pupils_counts() => Assert.Null(Schools.Part(Schools.AtThreshold(Level.Primary, 49)).Excluded);

    [Theory]
    [InlineData(SchoolType.Special)]
    [InlineData(SchoolType.Vocational)]
    public void Special_and_vocational_schools_are_left_out_with_the_reason(SchoolType type)
    {
        var part = Schools.Part(Schools.AtThreshold(Level.Primary) with { Type = type });

        Assert.Contains(SchoolTypes.WordOf(type), part.Excluded!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void A_school_without_pupils_is_left_out_and_not_zero(int? pupils)
    {
        var school = Schools.AtThreshold(Level.Primary);
        var part = Schools.Part(school with { Primary = school.Primary with { Pupils = pupils } });

        Assert.NotNull(part.Excluded);
        Assert.All(part.Figures, f => Assert.Null(f.Value));
    }

    [Theory]
    [InlineData(49, false)]
    [InlineData(50, true)]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public void Teachers_from_elsewhere_count_for_50_to_99_pupils_when_switched_on(int pupils, bool count)
    {
        var school = Schools.AtThreshold(Level.Primary, pupils) with { MoreSportsAndArtsTeachers = new Allowance(1, "走教") };

        Assert.Equal(count, Schools.Part(school).Of(3).Value!.Value.Value > 0.9m);
    }

    [Fact]
    public void Indoor_sports_rooms_are_deducted_where_the_data_tells_them_apart()
    {
        var school = Schools.AtThreshold(Level.Primary) with { TeachingArea = 5000, TellsIndoorSports = true, IndoorSportsArea = 600 };

        Assert.Equal(4.4m, Schools.Part(school).Of(4).Value!.Value.Value);
        Assert.Null(Schools.Part(school with { IndoorSportsArea = null }).Of(4).Value);
        Assert.Null(Schools.Part(school with { IndoorSportsArea = 5001 }).Of(4).Value);
        Assert.Equal(5m, Schools.Part(school with { TellsIndoorSports = false, IndoorSportsArea = null }).Of(4).Value!.Value.Value);
    }
}
