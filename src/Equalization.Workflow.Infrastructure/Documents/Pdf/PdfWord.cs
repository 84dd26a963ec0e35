using System.Globalization;
using System.Xml;

namespace Equalization.Workflow.Infrastructure.Documents.Pdf;

/// <summary>Words that stand together on a page, in points from its upper left corner.</summary>
internal sealed record PdfSegment(double Left, double Top, double Right, double Bottom, string Text)
{
    public double Height => Bottom - Top;

    public double Middle => (Top + Bottom) / 2;

    public bool Overlaps(PdfSegment other) => Left < other.Right && other.Left < Right;
}

/// <summary>A line of a page: its segments from left to right, parted where the gap is wider than between words.</summary>
internal sealed record PdfLine(int Page, IReadOnlyList<PdfSegment> Segments)
{
    public double Left => Segments[0].Left;

    public double Right => Segments[^1].Right;

    public double Top { get; } = Segments.Min(segment => segment.Top);

    public double Bottom { get; } = Segments.Max(segment => segment.Bottom);

    public double Height => Segments[0].Height;

    public string Text { get; } = Joined(Segments);

    /// <summary>A gap shows as a space where it is wide: behind an automatic number there is one on paper and none in the words.</summary>
    private static string Joined(IReadOnlyList<PdfSegment> segments)
    {
        var text = segments[0].Text;
        for (var i = 1; i < segments.Count; i++)
        {
            text += (segments[i].Left - segments[i - 1].Right > 2 * segments[i].Height ? " " : "") + segments[i].Text;
        }

        return text;
    }
}

/// <summary>A page as lines from top to bottom.</summary>
internal sealed record PdfPage(double Width, double Height, IReadOnlyList<PdfLine> Lines);

/// <summary>Reads the words with their boxes that pdftotext -bbox writes, and puts them into lines.</summary>
internal static class PdfWords
{
    // Word processors leave a quarter of a character between Chinese and digits; columns stand further apart.
    private const double WidestGap = 0.4;

    private static XmlReaderSettings Settings => new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };

    public static IEnumerable<PdfPage> Read(Stream html)
    {
        using var xml = XmlReader.Create(html, Settings);
        var words = new List<PdfSegment>();
        var (width, height, number) = (0.0, 0.0, 0);
        xml.Read();
        while (!xml.EOF)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "page" })
            {
                (width, height) = (Points(xml, "width"), Points(xml, "height"));
                words.Clear();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "word" })
            {
                var (left, top, right, bottom) = (Points(xml, "xMin"), Points(xml, "yMin"), Points(xml, "xMax"), Points(xml, "yMax"));
                var text = xml.ReadElementContentAsString().Trim();
                if (text.Length > 0 && bottom > top && right > left)
                {
                    words.Add(new PdfSegment(left, top, right, bottom, text));
                }

                continue;
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "page" })
            {
                yield return new PdfPage(width, height, Lines(words, number++));
            }

            xml.Read();
        }
    }

    private static List<PdfLine> Lines(List<PdfSegment> words, int page)
    {
        var lines = new List<PdfLine>();
        var line = new List<PdfSegment>();
        foreach (var word in words.OrderBy(word => word.Middle))
        {
            if (line.Count > 0 && word.Middle - line[0].Middle > 0.4 * Math.Max(word.Height, line[0].Height))
            {
                lines.Add(new PdfLine(page, Segments(line)));
                line.Clear();
            }

            line.Add(word);
        }

        if (line.Count > 0)
        {
            lines.Add(new PdfLine(page, Segments(line)));
        }

        return lines;
    }

    private static List<PdfSegment> Segments(List<PdfSegment> words)
    {
        var segments = new List<PdfSegment>();
        var tallest = words.Max(word => word.Height);
        foreach (var word in words.Where(word => !IsNoteSign(word, tallest)).OrderBy(word => word.Left))
        {
            if (segments.Count > 0 && segments[^1] is var last && word.Left - last.Right <= WidestGap * Math.Min(word.Height, last.Height))
            {
                var isLatin = char.IsAsciiLetter(last.Text[^1]) && char.IsAsciiLetter(word.Text[0]);
                segments[^1] = new PdfSegment(
                    last.Left, Math.Min(last.Top, word.Top), Math.Max(last.Right, word.Right), Math.Max(last.Bottom, word.Bottom), last.Text + (isLatin ? " " : "") + word.Text);
            }
            else
            {
                segments.Add(word);
            }
        }

        return segments;
    }

    /// <summary>The small raised number that refers to a note; in the words it would count as a figure.</summary>
    private static bool IsNoteSign(PdfSegment word, double tallest) => word.Height < 0.75 * tallest && word.Text.All(char.IsAsciiDigit);

    private static double Points(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : 0;
}
