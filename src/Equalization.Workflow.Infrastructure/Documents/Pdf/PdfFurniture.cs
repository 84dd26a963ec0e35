namespace Equalization.Workflow.Infrastructure.Documents.Pdf;

/// <summary>What stands at the head and foot of pages and is not the document's text: page numbers, and lines that repeat from page to page.</summary>
internal static class PdfFurniture
{
    private const double Margin = 0.12;
    private const int FewestPages = 2;
    private const double Share = 0.3;

    public static HashSet<PdfLine> Find(IReadOnlyList<PdfPage> pages)
    {
        var edges = pages.SelectMany(page => page.Lines.Where(line => IsAtEdge(page, line)).Select(line => (Key: Key(line), Line: line))).ToList();
        var often = edges.GroupBy(edge => edge.Key)
            .Where(group => group.Select(edge => edge.Line.Page).Distinct().Count() >= Math.Max(FewestPages, Share * pages.Count))
            .Select(group => group.Key)
            .ToHashSet();
        return [.. edges.Where(edge => often.Contains(edge.Key) || IsPageNumber(edge.Key)).Select(edge => edge.Line)];
    }

    private static bool IsAtEdge(PdfPage page, PdfLine line) => line.Bottom < page.Height * Margin || line.Top > page.Height * (1 - Margin);

    /// <summary>The line with each number as one sign, so that the third page's foot is the fourth's.</summary>
    private static string Key(PdfLine line)
    {
        var key = new System.Text.StringBuilder();
        foreach (var c in line.Text.Where(c => !char.IsWhiteSpace(c)))
        {
            if (!char.IsDigit(c))
            {
                key.Append(c is '－' or '—' or '–' or '―' or '-' or '·' or '~' ? '-' : c);
            }
            else if (key.Length == 0 || key[^1] != '#')
            {
                key.Append('#');
            }
        }

        return key.ToString();
    }

    private static bool IsPageNumber(string key) => key.Trim('-') is "#" or "第#页" or "第#页共#页" or "第#页,共#页" or "第#页，共#页" or "#/#" or "共#页第#页";
}
