using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Microsoft.AspNetCore.Html;

namespace Equalization.Workflow.Web.Ui.Charts;

/// <summary>One school year of a trend. Value is null for a year without data: the line is broken there. Shown is the number in words; Bound the limit or threshold that held that year.</summary>
public sealed record TrendPoint(string Label, double? Value, string Shown, Verdict Verdict, double? Bound)
{
    /// <summary>One point a year from the first to the last; where a year has none the line breaks.</summary>
    public static List<TrendPoint> EachYear(IEnumerable<(int Year, TrendPoint Point)> points)
    {
        var byYear = points.ToDictionary(p => p.Year, p => p.Point);
        return byYear.Count == 0
            ? []
            : [.. Enumerable.Range(byYear.Keys.Min(), byYear.Keys.Max() - byYear.Keys.Min() + 1).Select(y => byYear.GetValueOrDefault(y) ?? new($"{y}", null, "", Verdict.Unknown, null))];
    }
}

/// <summary>
/// A value through the years with the bound it is judged by, from zero up. Each point bears its verdict as a shape (● passes, ■ does not, ○ unknown) and its number, so neither
/// colour nor position is needed to read it; the page gives the same figures as a table.
/// </summary>
public static class TrendChart
{
    private const int Width = 320;
    private const int Height = 176;
    private const int Left = 40;
    private const int Right = 16;
    private const int Top = 18;
    private const int Bottom = 24;

    /// <summary>More points than this are too near each other for all their numbers.</summary>
    private const int MostNumbered = 6;

    /// <param name="says">What the picture shows and where to read it, for those who do not see it.</param>
    /// <param name="boundWord">How the bound is called with its last value: 上限 0.50.</param>
    public static IHtmlContent Draw(IReadOnlyList<TrendPoint> points, string says, string boundWord)
    {
        var svg = new Svg(Width, Height, says);
        var top = Ceiling(points.SelectMany(p => new[] { p.Value, p.Bound }).Max() ?? 0);
        double X(int at) => points.Count == 1 ? (Left + Width - Right) / 2.0 : Left + (at * (double)(Width - Left - Right) / (points.Count - 1));
        double Y(double value) => Height - Bottom - (value / top * (Height - Top - Bottom));
        Axis(svg, points, top, X, Y);
        foreach (var run in Runs(points))
        {
            svg.Path("drawing-line", run.Select(at => (X(at), Y(points[at].Value!.Value))));
        }

        // After the lines, so that its word can be read where they cross it.
        Bound(svg, points, boundWord, X, Y);

        foreach (var (at, point) in points.Index().Where(p => p.Item.Value is not null))
        {
            var isNumbered = points.Count <= MostNumbered || at == 0 || at == points.Count - 1;
            Mark(svg, point, X(at), Y(point.Value!.Value), isNumbered, at == points.Count - 1 && at > 0 ? "end" : at == 0 && points.Count > 1 ? "start" : "middle");
        }

        return svg.Drawn();
    }

    /// <summary>The end of the axis: the next of 1, 2, 2.5, 5 times a power of ten above the largest value.</summary>
    internal static double Ceiling(double largest)
    {
        if (largest <= 0)
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        return new[] { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 }.Select(f => f * power).First(c => c >= largest * 1.001 || c == 10 * power);
    }

    /// <summary>Stretches of years with data, each drawn as a line of its own.</summary>
    private static IEnumerable<List<int>> Runs(IReadOnlyList<TrendPoint> points)
    {
        var run = new List<int>();
        for (var at = 0; at <= points.Count; at++)
        {
            if (at < points.Count && points[at].Value is not null)
            {
                run.Add(at);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }
    }

    private static void Axis(Svg svg, IReadOnlyList<TrendPoint> points, double top, Func<int, double> x, Func<double, double> y)
    {
        foreach (var value in new[] { 0, top / 2, top })
        {
            svg.Line("drawing-grid", Left, y(value), Width - Right, y(value));
            svg.Text("drawing-word", "end", Left - 6, y(value) + 4, value.ToString("0.###", CultureInfo.InvariantCulture));
        }

        var every = (points.Count / MostNumbered) + 1;
        foreach (var (at, point) in points.Index().Where(p => (points.Count - 1 - p.Index) % every == 0))
        {
            svg.Text("drawing-word", "middle", Math.Clamp(x(at), Left, Width - Right - 4), Height - 6, point.Label);
        }
    }

    /// <summary>The bound may be another from one year to the next: a line through what held in each.</summary>
    private static void Bound(Svg svg, IReadOnlyList<TrendPoint> points, string word, Func<int, double> x, Func<double, double> y)
    {
        var known = points.Index().Where(p => p.Item.Bound is not null).Select(p => (At: p.Index, Value: p.Item.Bound!.Value)).ToList();
        if (known.Count == 0)
        {
            return;
        }

        svg.Path("drawing-bound", [(Left, y(known[0].Value)), .. known.Select(k => (x(k.At), y(k.Value))), (Width - Right, y(known[^1].Value))]);
        svg.Text("drawing-word drawing-bound-word", "start", Left + 2, y(known[0].Value) - 4, word);
    }

    private static void Mark(Svg svg, TrendPoint point, double x, double y, bool isNumbered, string anchor)
    {
        var sign = point.Verdict switch
        {
            Verdict.Pass => "●",
            Verdict.Fail => "■",
            Verdict.Unknown => "○",
        };
        svg.Text(point.Verdict == Verdict.Fail ? "drawing-mark drawing-fail" : "drawing-mark", "middle", x, y + 4, sign);
        if (isNumbered)
        {
            // Beside the edge a number leans inwards; near the top it stands under its point.
            svg.Text("drawing-number", anchor, anchor == "start" ? x - 4 : anchor == "end" ? x + 8 : x, y < Top + 8 ? y + 18 : y - 8, point.Shown);
        }
    }
}
