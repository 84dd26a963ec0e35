using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Equalization.Workflow.Web.Ui.Charts;

/// <summary>Draws on the server: a picture of a fixed size in its own units, which the page's width scales. Looks come from classes, so the page's policy needs no exception.</summary>
internal sealed class Svg(int width, int height, string says)
{
    private readonly StringBuilder body = new();

    public void Line(string look, double x1, double y1, double x2, double y2) =>
        body.Append(CultureInfo.InvariantCulture, $"<line class=\"{look}\" x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\"/>");

    public void Path(string look, IEnumerable<(double X, double Y)> points)
    {
        body.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{look}\" points=\"");
        foreach (var (x, y) in points)
        {
            body.Append(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##} ");
        }

        body.Append("\"/>");
    }

    public void Box(string look, double x, double y, double wide, double high) =>
        body.Append(CultureInfo.InvariantCulture, $"<rect class=\"{look}\" x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{wide:0.##}\" height=\"{high:0.##}\"/>");

    /// <param name="anchor">start, middle or end: where the text stands to its point.</param>
    public void Text(string look, string anchor, double x, double y, string text) =>
        body.Append(CultureInfo.InvariantCulture, $"<text class=\"{look}\" text-anchor=\"{anchor}\" x=\"{x:0.##}\" y=\"{y:0.##}\">{HtmlEncoder.Default.Encode(text)}</text>");

    public IHtmlContent Drawn() => new HtmlString(string.Create(
        CultureInfo.InvariantCulture,
        $"<svg class=\"drawing\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(says)}\">{body}</svg>"));
}
