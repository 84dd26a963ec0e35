using Microsoft.AspNetCore.Html;

namespace Equalization.Workflow.Web.Ui.Charts;

/// <summary>A piece of a bar, from where the one before ends. Look: reached, near, below, unknown, or line.</summary>
public sealed record BarPiece(double Value, string Look);

/// <summary>A bar with its name above and what it says beside the name.</summary>
public sealed record BarRow(string Name, string Shown, IReadOnlyList<BarPiece> Pieces);

/// <summary>Bars beneath each other on one scale, with a bound across them where there is one. Names stand above the bars, so that long ones fit a phone.</summary>
public static class BarChart
{
    private const int Width = 360;
    private const int RowHeight = 40;
    private const int Top = 18;
    private const int BarHeight = 12;

    /// <param name="most">The value at the right edge.</param>
    /// <param name="says">What the picture shows and where to read it, for those who do not see it.</param>
    public static IHtmlContent Draw(IReadOnlyList<BarRow> rows, double most, (double Value, string Word)? bound, string says)
    {
        var height = Top + (rows.Count * RowHeight);
        var svg = new Svg(Width, height, says);
        double X(double value) => most <= 0 ? 0 : Math.Min(1, value / most) * Width;
        foreach (var (at, row) in rows.Index())
        {
            var y = Top + (at * RowHeight);
            svg.Text("drawing-name", "start", 0, y + 14, row.Name);
            svg.Text("drawing-number", "end", Width, y + 14, row.Shown);
            svg.Box("drawing-ground", 0, y + 20, Width, BarHeight);
            var from = 0.0;
            foreach (var piece in row.Pieces)
            {
                svg.Box("drawing-" + piece.Look, X(from), y + 20, X(from + piece.Value) - X(from), BarHeight);
                from += piece.Value;
            }

            if (bound is var (limit, _))
            {
                // Across the bar alone: what the row says must stay readable.
                svg.Line("drawing-bound", X(limit), y + 17, X(limit), y + 23 + BarHeight);
            }
        }

        if (bound is var (value, word))
        {
            svg.Text("drawing-word drawing-bound-word", X(value) > Width / 2.0 ? "end" : "start", X(value), 11, word);
        }

        return svg.Drawn();
    }
}
