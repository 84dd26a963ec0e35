using System.Text.Encodings.Web;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Web.Ui.Charts;
using Microsoft.AspNetCore.Html;

namespace Equalization.Workflow.Tests.Ui;

/// <summary>Charts drawn on the server: what is not known is a gap, each point bears its verdict as a shape, names cannot break out of the drawing.</summary>
public sealed class ChartTests
{
    private static readonly TrendPoint[] Years =
    [
        new("2021", 0.62, "0.62", Verdict.Fail, 0.5), new("2022", null, "—", Verdict.Unknown, 0.5), new("2023", 0.48, "0.48", Verdict.Pass, 0.5), new("2024", 0.4, "0.40", Verdict.Pass, 0.45),
    ];

    [Fact]
    public void A_year_without_data_breaks_the_line()
    {
        var drawn = Drawn(TrendChart.Draw(Years, "历年", "上限 0.45"));

        // One line for 2021 alone, one for 2023 and 2024, and the limit's.
        Assert.Equal(3, drawn.Split("<polyline").Length - 1);
        Assert.Equal((1, 2), (drawn.Split(HtmlEncoder.Default.Encode("■")).Length - 1, drawn.Split(HtmlEncoder.Default.Encode("●")).Length - 1));
    }

    [Fact]
    public void A_lower_value_stands_lower_and_the_limit_follows_its_year()
    {
        var drawn = Drawn(TrendChart.Draw(Years, "历年", "上限 0.45"));
        var heights = System.Text.RegularExpressions.Regex.Matches(drawn, "<polyline class=\"([a-z-]+)\" points=\"([^\"]+)\"")
            .Select(m => (Look: m.Groups[1].Value, Points: m.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => double.Parse(p.Split(',')[1], null)).ToList())).ToList();

        var limit = heights.Single(h => h.Look == "drawing-bound").Points;
        var line = heights.Last(h => h.Look == "drawing-line").Points;
        Assert.True(line[0] < line[1], "0.48 stands above 0.40");
        Assert.True(limit[0] < limit[^1], "0.50 stands above 0.45");
        Assert.True(limit[^1] < line[1], "0.40 stands below its limit");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.48, 0.5)]
    [InlineData(0.62, 0.8)]
    [InlineData(2345, 2500)]
    [InlineData(1000, 1500)]
    public void The_axis_ends_at_a_round_number_above_the_largest(double largest, double end) =>
        Assert.Contains($">{end}<", Drawn(TrendChart.Draw([new("2023", largest, "", Verdict.Pass, null)], "历年", "")), StringComparison.Ordinal);

    [Fact]
    public void Names_are_written_as_text_and_bars_are_as_long_as_they_say()
    {
        var drawn = Drawn(BarChart.Draw([new BarRow("<b>区", "50%", [new(1, "reached"), new(1, "below")])], 2, (0.5, "上限"), "比例"));

        Assert.DoesNotContain("<b>", drawn, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"drawing-reached\" x=\"0\" y=\"38\" width=\"180\"", drawn, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"drawing-below\" x=\"180\"", drawn, StringComparison.Ordinal);
        Assert.Contains("<line class=\"drawing-bound\" x1=\"90\"", drawn, StringComparison.Ordinal);
    }

    private static string Drawn(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
