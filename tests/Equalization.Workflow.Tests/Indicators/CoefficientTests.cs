using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>STANDARD.md section 3: worked examples 1 and 2, and the county rows of section 10.</summary>
public sealed class CoefficientTests
{
    /// <summary>https://m.777doc.com/doc-2019910.html</summary>
    private static readonly SchoolValue[] Example1 = [.. new (decimal P, decimal X)[] { (45, 279), (37, 137), (89, 935), (76, 160), (55, 402) }.Select(s => new SchoolValue(s.P, new Quotient(s.X, s.P)))];

    [Fact]
    public void Worked_example_1_is_0_515257_and_fails_at_0_50()
    {
        var one = CoefficientOfVariation.Of(Example1, CoefficientMethod.Weighted)!;

        Assert.Equal(6.3344m, Math.Round(one.Mean, 4));
        Assert.Equal(3.263861, one.Deviation, 6);
        Assert.Equal(10.652787, one.Deviation * one.Deviation, 6);
        Assert.Equal(0.515257, one.Value!.Value, 6);
        Assert.False(one.IsWithin(0.50m));
    }

    [Fact]
    public void Unweighted_it_would_be_0_488771_and_pass()
    {
        var one = CoefficientOfVariation.Of(Example1, CoefficientMethod.Plain)!;

        Assert.Equal(0.488771, one.Value!.Value, 6);
        Assert.True(one.IsWithin(0.50m));
    }

    [Theory]
    [InlineData("0.50")]
    [InlineData("0.45")]
    public void Exactly_at_the_limit_passes_and_a_hair_above_fails(string written)
    {
        var limit = decimal.Parse(written, CultureInfo.InvariantCulture);

        // Sevenths do not end as decimals: rounding must not decide.
        CoefficientOfVariation Two(decimal apart) => CoefficientOfVariation.Of(
            [new(7, new Quotient(3 * (1 + apart), 7)), new(7, new Quotient(3 * (1 - apart), 7))], CoefficientMethod.Weighted)!;
        Assert.True(Two(limit).IsWithin(limit));
        Assert.False(Two(limit + 0.0000000000000000001m).IsWithin(limit));
        Assert.False(Two(0.5004m).IsWithin(limit));
    }

    [Fact]
    public void One_school_has_a_coefficient_of_zero()
    {
        var one = CoefficientOfVariation.Of([new(3, new Quotient(1, 3))], CoefficientMethod.Weighted)!;

        Assert.Equal(0, one.Value);
        Assert.True(one.IsWithin(0.5m));
    }

    [Fact]
    public void Equal_schools_have_a_coefficient_of_zero_in_spite_of_rounding()
    {
        var one = CoefficientOfVariation.Of([new(3, new Quotient(1, 3)), new(7, new Quotient(1, 3)), new(11, new Quotient(1, 3))], CoefficientMethod.Weighted)!;

        Assert.Equal(0, one.Value);
    }

    [Fact]
    public void A_mean_of_zero_cannot_be_computed_and_is_no_pass()
    {
        var one = CoefficientOfVariation.Of([new(3, new Quotient(0, 3)), new(4, new Quotient(0, 4))], CoefficientMethod.Weighted)!;

        Assert.Null(one.Value);
        Assert.False(one.IsWithin(0.5m));
    }

    [Fact]
    public void No_school_has_no_coefficient() => Assert.Null(CoefficientOfVariation.Of([], CoefficientMethod.Weighted));

    [Fact]
    public void The_counties_mean_is_its_total_over_its_pupils()
    {
        var large = Schools.AtThreshold(Level.Primary, 900).With(Level.Primary, 5, 10);
        var small = Schools.AtThreshold(Level.Primary, 100).With(Level.Primary, 5, 20);
        var county = CountyIndicators.Of(Schools.National, [large, small]);

        Assert.Equal(11m, county.Of(5, Level.Primary).Coefficient!.Mean);
        Assert.Equal(3, county.Of(5, Level.Primary).Coefficient!.Deviation, 12);
    }

    [Fact]
    public void A_school_without_a_value_is_left_out_of_that_indicator_and_listed()
    {
        var whole = Schools.AtThreshold(Level.Primary);
        var partly = Schools.AtThreshold(Level.Primary) with { Code = "2", Equipment = null };
        var county = CountyIndicators.Of(Schools.National, [whole, partly]);

        Assert.Equal((1, "2"), (county.Of(6, Level.Primary).Counted, Assert.Single(county.Of(6, Level.Primary).LeftOut).School.Code));
        Assert.Equal(2000m, county.Of(6, Level.Primary).Coefficient!.Mean);
        Assert.Equal(2, county.Of(5, Level.Primary).Counted);
    }

    [Fact]
    public void Schools_left_out_do_not_touch_the_county()
    {
        var counted = Schools.AtThreshold(Level.Primary);
        var point = Schools.AtThreshold(Level.Primary, 49) with { Type = SchoolType.TeachingPoint, SportsArea = 1_000_000 };
        var county = CountyIndicators.Of(Schools.National, [counted, point]);

        Assert.Equal(7.5m, county.Of(5, Level.Primary).Coefficient!.Mean);
        Assert.Empty(county.Of(5, Level.Primary).LeftOut);
    }

    [Fact]
    public void An_indicator_without_any_data_and_one_of_zeros_are_unknown()
    {
        var county = CountyIndicators.Of(Schools.National, [Schools.AtThreshold(Level.Primary) with { Equipment = null, SportsArea = 0 }]);

        Assert.Null(county.Of(6, Level.Primary).Coefficient);
        Assert.Equal(Verdict.Unknown, county.Of(6, Level.Primary).Verdict);
        Assert.Equal(0, county.Of(5, Level.Primary).Coefficient!.Mean);
        Assert.Equal(Verdict.Unknown, county.Of(5, Level.Primary).Verdict);
        Assert.Equal(Verdict.Unknown, county.Of(1, Level.Junior).Verdict);
    }

    [Theory]
    [InlineData(Level.Primary, "庐阳区", ".881 1.299 .977 .379 .170 .334 .286 .408", ".592", true)]
    [InlineData(Level.Junior, "庐阳区", ".353 .784 .146 .491 .037 .226 .223 .253", ".314", true)]
    [InlineData(Level.Primary, "蜀山区", ".711 .649 .472 .338 .235 .274 .260 .396", ".417", true)]
    [InlineData(Level.Junior, "蜀山区", ".505 .484 .325 .275 .199 .715 .421 1.021", ".493", true)]
    [InlineData(Level.Primary, "南关区", ".393 .578 .372 .246 .208 .311 .311 .455", ".359", true)]
    [InlineData(Level.Junior, "南关区", ".433 .464 .334 .318 .433 .362 .368 .335", ".381", true)]
    [InlineData(Level.Primary, "宽城区", ".251 .426 .267 .227 .127 .318 .302 .440", ".295", true)]
    [InlineData(Level.Junior, "绿园区", ".362 .446 .324 .402 .362 .372 .342 .496", ".388", true)]
    [InlineData(Level.Junior, "初中 0.551", ".551 .551 .551 .551 .551 .551 .551 .551", ".551", false)]
    public void The_composites_of_2012_are_plain_means_of_eight(Level level, string county, string eight, string mean, bool isWithin)
    {
        // https://max.book118.com/html/2015/0816/23463879.shtm, https://m.wenke99.com/p-504402.html
        var values = eight.Split(' ').Select(v => decimal.Parse(v, CultureInfo.InvariantCulture)).ToList();
        var composite = CompositeCoefficient.Of(StandardBook.Of("basic-2012"), level, values);

        Assert.True(decimal.Parse(mean, CultureInfo.InvariantCulture) == Math.Round(composite.Value, 3, MidpointRounding.AwayFromZero), county);
        Assert.Equal(isWithin, composite.IsWithin);
    }

    [Fact]
    public void Figures_whose_squares_no_decimal_holds_are_reckoned_all_the_same()
    {
        // Every other of 34 schools of one pupil has 1,000,000,000,000 rooms: X̄ = S, the coefficient is 1.
        var schools = Enumerable.Range(0, 34).Select(i => new SchoolValue(1, new Quotient(i % 2 == 0 ? 100_000_000_000_000m : 0, 1))).ToList();

        var one = CoefficientOfVariation.Of(schools, CoefficientMethod.Weighted)!;

        Assert.Equal(50_000_000_000_000m, one.Mean);
        Assert.Equal(1, one.Value!.Value, 12);
        Assert.Equal((false, true), (one.IsWithin(0.999999m), one.IsWithin(1)));
        Assert.Equal(0, CoefficientOfVariation.Of([.. schools.Where(s => s.Value.Numerator > 0)], CoefficientMethod.Weighted)!.Value);
    }
}
