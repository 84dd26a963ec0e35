using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Tests.Indicators;

/// <summary>A number as it is shown never contradicts the verdict beside it.</summary>
public sealed class SchoolDigitsTests
{
    [Theory]
    [InlineData(4_500_00, "4.5")]
    [InlineData(4_499_99, "4.49999")]
    [InlineData(3_825_00, "3.825")]
    [InlineData(3_824_99, "3.82499")]
    [InlineData(5_123_46, "5.1235")]
    public void A_value_is_shown_on_its_side_of_threshold_and_floor(int hundredthsOfArea, string shown)
    {
        var school = Schools.AtThreshold(Level.Primary) with { TeachingArea = hundredthsOfArea / 100m };

        Assert.Equal(shown, SchoolDigits.Of(Schools.Part(school).Of(4)));
    }

    [Theory]
    [InlineData(0.50004, Verdict.Fail, "0.50004")]
    [InlineData(0.5000000001, Verdict.Fail, "0.5000000001")]
    [InlineData(0.5000000000000001, Verdict.Pass, "0.5000")]
    [InlineData(0.49996, Verdict.Pass, "0.5000")]
    [InlineData(0.52346, Verdict.Fail, "0.5235")]
    public void A_coefficient_is_shown_on_its_side_of_the_limit(double coefficient, Verdict verdict, string shown) =>
        Assert.Equal(shown, SchoolDigits.OfCoefficient(coefficient, 0.50m, verdict));

    [Fact]
    public void What_is_not_known_is_a_dash() => Assert.Equal("—", SchoolDigits.OfCoefficient(null, 0.50m, Verdict.Unknown));
}
