using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading;

/// <summary>
/// Several documents copied into one file. A new one begins where a title stands in a line of its own and the next line
/// begins with the same title.
/// </summary>
internal static class DocumentBorders
{
    private const int ShortestTitle = 8;
    private const int LongestTitle = 60;

    // A file with more titles written twice than this is a list of titles, not a collection of plans.
    private const int MostDocuments = 20;
    private static readonly string[] Kinds = ["方案", "计划", "意见", "通知", "规划", "办法", "报告", "总结", "要点"];

    /// <summary>The parts of the view, in order, that together are all of it.</summary>
    public static List<SourceView> Split(SourceView view)
    {
        var lines = TextLine.Of(view, 0, view.Length);
        var starts = new List<int> { 0 };
        var lastBorder = -1;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!IsBorder(view, lines[i], lines[i + 1]))
            {
                continue;
            }

            // A title written three times is still one border, and one at the top opens the first document.
            if (i > lastBorder + 1 && i > 2 && starts.Count < MostDocuments)
            {
                starts.Add(lines[i].Start);
            }

            lastBorder = i;
        }

        var parts = new List<SourceView>();
        for (var i = 0; i < starts.Count; i++)
        {
            parts.Add(view.Part(starts[i], i + 1 < starts.Count ? starts[i + 1] : view.Length));
        }

        return parts;
    }

    private static bool IsBorder(SourceView view, TextLine line, TextLine next)
    {
        if (line.Length is < ShortestTitle or > LongestTitle)
        {
            return false;
        }

        // (工作计划)推进…方案: a collection's own label stands before the title.
        var close = view.Brackets.CloseOf(line.Start);
        var start = close > 0 && close < line.End - ShortestTitle ? close + 1 : line.Start;
        var title = view.Folded[start..line.End];
        return view.StartsWith(next.Start, title) && Kinds.Any(kind => title.IndexOf(kind, Math.Max(0, title.Length - 6), StringComparison.Ordinal) >= 0);
    }
}
