using Equalization.Workflow.Core.Plans.Files;

namespace Equalization.Workflow.Infrastructure.Documents.Pdf;

/// <summary>
/// What stands at the head and foot of pages and is not the document's text: page numbers, and lines that repeat from page to page in the same place.
/// A number in them is the same everywhere or counts on with the pages, so that the rows of a table at a page's edge are none.
/// </summary>
internal static class PdfFurniture
{
    private const double Margin = 0.12;
    private const int FewestPages = 2;
    private const double Share = 0.3;

    // The same place on another page, in points.
    private const double Near = 3;

    private static readonly string[] Numbered = ["第#页", "第#页共#页", "第#页,共#页", "第#页，共#页", "#/#", "共#页第#页"];

    public static HashSet<PdfLine> Find(IReadOnlyList<PdfPage> pages)
    {
        var edges = pages.SelectMany(page => page.Lines.Where((line, i) => IsAtEdge(page, line) && !IsOfPlan(page.Lines, i)).Select(line => new Edge(line))).ToList();
        var fewest = (int)Math.Ceiling(Math.Max(FewestPages, Share * pages.Count));
        return
        [
            .. edges.GroupBy(edge => edge.Key).SelectMany(group => group.Where(edge => IsPageNumber(edge, [.. group], pages) || Repeats(edge, group) >= fewest)).Select(edge => edge.Line),
        ];
    }

    private static bool IsAtEdge(PdfPage page, PdfLine line) => line.Bottom < page.Height * Margin || line.Top > page.Height * (1 - Margin);

    /// <summary>The head of a table is printed again on each page, and 责任单位:… may stand in the same place on two; neither is a page's own.</summary>
    private static bool IsOfPlan(IReadOnlyList<PdfLine> lines, int at) =>
        PdfTable.At(lines, at) is not null || lines[at].Segments.Any(segment => TaskHeads.IsUnits(segment.Text.TrimStart('（', '(', '〔', '【')));

    /// <summary>On how many pages the line stands in this place, with numbers that are the same or count on with the pages.</summary>
    private static int Repeats(Edge edge, IEnumerable<Edge> group) => group.Where(other => edge.IsRepeatedBy(other)).Select(other => other.Line.Page).Distinct().Count();

    private static bool IsPageNumber(Edge edge, IReadOnlyList<Edge> group, IReadOnlyList<PdfPage> pages) =>
        edge.Key.Trim('-') is var key && (Array.IndexOf(Numbered, key) >= 0 || (key == "#" && (key != edge.Key || Repeats(edge, group) >= FewestPages || IsOnlyPage(edge, pages))));

    /// <summary>1 at the foot of a single page, away from its text.</summary>
    private static bool IsOnlyPage(Edge edge, IReadOnlyList<PdfPage> pages) =>
        pages.Count == 1 && edge.Numbers is [1] && edge.Line.Segments.Count == 1
        && pages[0].Lines.All(line => line == edge.Line || line.Bottom < edge.Line.Top - edge.Line.Height);

    /// <summary>A line at a page's edge, each number in its key as one sign.</summary>
    private sealed class Edge
    {
        public Edge(PdfLine line)
        {
            Line = line;
            var key = new System.Text.StringBuilder();
            var digits = "";
            foreach (var c in line.Text.Where(c => !char.IsWhiteSpace(c)).Append('\0'))
            {
                if (char.IsAsciiDigit(c))
                {
                    digits += c;
                    continue;
                }

                if (digits.Length > 0)
                {
                    key.Append('#');
                    Numbers.Add(long.TryParse(digits, out var number) ? number : 0);
                    digits = "";
                }

                if (c != '\0')
                {
                    key.Append(c is '－' or '—' or '–' or '―' or '-' or '·' or '~' ? '-' : c);
                }
            }

            Key = key.ToString();
        }

        public string Key { get; }

        public PdfLine Line { get; }

        public List<long> Numbers { get; } = [];

        public bool IsRepeatedBy(Edge other) =>
            Math.Abs(Line.Top - other.Line.Top) <= Near
            && Numbers.Zip(other.Numbers).All(pair => pair.First == pair.Second || pair.First - Line.Page == pair.Second - other.Line.Page);
    }
}
