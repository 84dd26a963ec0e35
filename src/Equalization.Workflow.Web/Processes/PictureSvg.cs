using System.Globalization;
using System.Text;

namespace Equalization.Workflow.Web.Processes;

/// <summary>
/// Writes a picture as SVG: shapes, lines and words with presentation attributes only, so that it holds under the pages' content policy and as a
/// file by itself. With a trace, steps passed are filled and ticked, the waiting one is ringed, a stopped one says so.
/// </summary>
public sealed class PictureSvg(ProcessWords words)
{
    private const string Ink = "#1b2430";
    private const string Grey = "#57606a";
    private const string Blue = "#0b4a99";
    private const string Filled = "#dbe9fb";
    private const string Red = "#b42318";
    private const string Font = "Source Han Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif";

    /// <param name="id">Unique in the page the picture stands in.</param>
    public string Write(Picture picture, string id, string title, string description, Trace trace)
    {
        var svg = new StringBuilder();
        var linked = picture.Figures.Any(f => trace.At(f.Figure.Id).Href is not null);

        // What holds a link may not be one image to those who listen.
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(picture.Width)} {N(picture.Height)}\" width=\"{N(picture.Width)}\" height=\"{N(picture.Height)}\"")
            .Append($" role=\"{(linked ? "group" : "img")}\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{Font}\" font-size=\"{N(Lettering.Size)}\" fill=\"{Ink}\">\n")
            .Append($"<title id=\"{id}-title\">{E(title)}</title>\n<desc id=\"{id}-desc\">{E(description)}</desc>\n");
        svg.Append($"<rect width=\"{N(picture.Width)}\" height=\"{N(picture.Height)}\" fill=\"#ffffff\"/>\n");
        foreach (var figure in picture.Figures.Where(f => f.Figure.Outline == Outline.Group))
        {
            Group(svg, figure, trace.At(figure.Figure.Id));
        }

        foreach (var arrow in picture.Arrows)
        {
            Line(svg, arrow, trace.At(arrow.From).Ports.Contains(arrow.Port));
        }

        foreach (var figure in picture.Figures.Where(f => f.Figure.Outline != Outline.Group))
        {
            Step(svg, figure, trace.At(figure.Figure.Id));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private void Group(StringBuilder svg, PlacedFigure f, StepMark mark)
    {
        svg.Append($"<rect x=\"{N(f.X)}\" y=\"{N(f.Y)}\" width=\"{N(f.Figure.Width)}\" height=\"{N(f.Figure.Height)}\" rx=\"{N(Edges.Corner)}\" fill=\"none\" stroke=\"{(mark.Passes > 0 ? Blue : Grey)}\" stroke-dasharray=\"2 3\"/>\n");
        Words(svg, f.Figure.Lines, f.X + 10, f.Y + 6 + (f.Figure.Lines.Count * Lettering.LineHeight / 2), "start", Ink);
        Badges(svg, f, mark);
    }

    private static void Line(StringBuilder svg, PlacedArrow arrow, bool followed)
    {
        var colour = followed ? Blue : Grey;
        svg.Append($"<path d=\"M{At(arrow.Start)}");
        foreach (var bend in arrow.Bends)
        {
            svg.Append($"C{At(bend.First)} {At(bend.Second)} {At(bend.To)}");
        }

        var end = arrow.End;
        svg.Append($"\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{(followed ? "2" : "1.2")}\"{(arrow.IsBack ? " stroke-dasharray=\"6 4\"" : "")}/>")
            .Append($"<path d=\"M{At(end)}l-8 -4v8z\" fill=\"{colour}\"/>\n");
        if (arrow.Label.Length > 0)
        {
            svg.Append($"<text x=\"{N(arrow.LabelAt.X)}\" y=\"{N(arrow.LabelAt.Y)}\" font-size=\"{N(Lettering.SmallSize)}\">{E(arrow.Label)}</text>\n");
        }
    }

    private void Step(StringBuilder svg, PlacedFigure f, StepMark mark)
    {
        var here = mark.Waits || mark.Stopped ? " data-here=\"\"" : "";
        svg.Append(mark.Href is null ? $"<g{here}>" : $"<a{here} href=\"{E(mark.Href)}\">");
        if (mark.Waits || mark.Stopped)
        {
            Shape(svg, f, 5, "none", mark.Stopped ? Red : Blue, "3");
        }

        Shape(svg, f, 0, mark.Passes > 0 ? Filled : "#ffffff", mark.Stopped ? Red : mark.Passes > 0 ? Blue : Grey, mark.Passes > 0 ? "1.8" : "1.2");
        if (f.Figure.Outline == Outline.Bar)
        {
            Words(svg, f.Figure.Lines, f.CenterX, f.Bottom - (f.Figure.Lines.Count * Lettering.LineHeight / 2), "middle", Ink);
        }
        else
        {
            var icon = f.Figure.Outline is Outline.Message or Outline.Clock;
            Words(svg, f.Figure.Lines, f.CenterX + (icon ? 12 : 0), f.CenterY, "middle", mark.Href is null ? Ink : Blue);
        }

        Badges(svg, f, mark);
        svg.Append(mark.Href is null ? "</g>\n" : "</a>\n");
    }

    private static void Shape(StringBuilder svg, PlacedFigure f, double grown, string fill, string stroke, string thick)
    {
        var (x, y, w, h) = (f.X - grown, f.Y - grown, f.Figure.Width + (2 * grown), f.Figure.Height + (2 * grown));
        var paint = $"fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{thick}\"";
        switch (f.Figure.Outline)
        {
            case Outline.Choice:
                svg.Append($"<path d=\"M{N(x)} {N(f.CenterY)}L{N(f.CenterX)} {N(y)}L{N(x + w)} {N(f.CenterY)}L{N(f.CenterX)} {N(y + h)}z\" {paint}/>");
                break;
            case Outline.Bar:
                var reach = Edges.Reach(f.Figure) + (2 * grown);
                var bar = Edges.BarWidth + (2 * grown);
                var solid = grown > 0 ? paint : $"fill=\"{stroke}\"";
                svg.Append($"<rect x=\"{N(f.CenterX - (bar / 2))}\" y=\"{N(f.CenterY - (reach / 2))}\" width=\"{N(bar)}\" height=\"{N(reach)}\" rx=\"2\" {solid}/>");
                break;
            default:
                var radius = f.Figure.Outline switch
                {
                    Outline.Terminal => h / 2,
                    Outline.Message or Outline.Clock => Edges.WaitCorner + grown,
                    _ => Edges.Corner + grown,
                };
                svg.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\" rx=\"{N(radius)}\" {paint}/>");
                if (grown == 0)
                {
                    Inner(svg, f, stroke);
                }

                break;
        }
    }

    /// <summary>The second frame of a child, the envelope or the clock of a wait.</summary>
    private static void Inner(StringBuilder svg, PlacedFigure f, string stroke)
    {
        var (x, y) = (f.X + 21, f.CenterY);
        var paint = $"fill=\"none\" stroke=\"{stroke}\" stroke-width=\"1.5\"";
        switch (f.Figure.Outline)
        {
            case Outline.Child:
                svg.Append($"<rect x=\"{N(f.X + 4)}\" y=\"{N(f.Y + 4)}\" width=\"{N(f.Figure.Width - 8)}\" height=\"{N(f.Figure.Height - 8)}\" rx=\"6\" fill=\"none\" stroke=\"{stroke}\"/>");
                break;
            case Outline.Message:
                svg.Append($"<path d=\"M{N(x - 9)} {N(y - 6)}h18v12h-18zl9 7l9 -7\" {paint}/>");
                break;
            case Outline.Clock:
                svg.Append($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"9\" {paint}/><path d=\"M{N(x)} {N(y - 5)}v5l4 3\" {paint}/>");
                break;
        }
    }

    private void Badges(StringBuilder svg, PlacedFigure f, StepMark mark)
    {
        var tapered = f.Figure.Outline is Outline.Choice or Outline.Bar or Outline.Terminal;
        if (mark.Passes > 0)
        {
            // Below a bar stand its words.
            var bottom = f.Figure.Outline == Outline.Bar ? f.CenterY - (Edges.Reach(f.Figure) / 2) : f.Bottom;
            Badge(svg, tapered ? f.CenterX : f.Right - 20, bottom, mark.Passes > 1 ? $"×{mark.Passes}" : "✓", Blue);
        }

        if (mark.Waits || mark.Stopped)
        {
            var top = f.Figure.Outline == Outline.Bar ? f.CenterY - (Edges.Reach(f.Figure) / 2) : f.Y;
            Badge(svg, tapered ? f.CenterX : f.X + 28, top - 4, mark.Stopped ? words.StoppedHere : words.WaitsHere, mark.Stopped ? Red : Blue);
        }
    }

    private static void Badge(StringBuilder svg, double x, double y, string text, string colour)
    {
        var width = Lettering.Width(text, Lettering.SmallSize) + 12;
        svg.Append($"<rect x=\"{N(x - (width / 2))}\" y=\"{N(y - 9)}\" width=\"{N(width)}\" height=\"18\" rx=\"9\" fill=\"{colour}\"/>")
            .Append($"<text x=\"{N(x)}\" y=\"{N(y + 4.2)}\" font-size=\"{N(Lettering.SmallSize)}\" text-anchor=\"middle\" fill=\"#ffffff\">{E(text)}</text>");
    }

    private static void Words(StringBuilder svg, IReadOnlyList<string> lines, double x, double middle, string anchor, string colour)
    {
        if (lines.Count == 0)
        {
            return;
        }

        svg.Append($"<text text-anchor=\"{anchor}\" fill=\"{colour}\">");
        foreach (var (i, line) in lines.Index())
        {
            var y = middle + ((i - ((lines.Count - 1) / 2d)) * Lettering.LineHeight) + (Lettering.Size * 0.36);
            svg.Append($"<tspan x=\"{N(x)}\" y=\"{N(y)}\">{E(line)}</tspan>");
        }

        svg.Append("</text>\n");
    }

    private static string At(Spot spot) => $"{N(spot.X)} {N(spot.Y)}";

    private static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string E(string text) => new StringBuilder(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}
