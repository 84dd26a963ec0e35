using Equalization.Workflow.Core.Plans.Reading.Outlines;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Noise;

/// <summary>
/// Lines that a printer or a mail program broke at one width. Where two of five lines are full, a full line that ends in
/// mid-sentence is joined to the next.
/// </summary>
internal static class WrappedLines
{
    private const int FewestLines = 12;
    private const int Narrowest = 16;
    private const int Widest = 64;

    public static IReadOnlyList<Cut> Find(SourceView view)
    {
        var lines = Lines(view);
        if (lines.Count < FewestLines)
        {
            return [];
        }

        var lengths = lines.ConvertAll(line => line.Length);
        lengths.Sort();
        var width = lengths[lengths.Count * 9 / 10];
        var full = width - 2;
        if (width is < Narrowest or > Widest || lengths[^1] > width + 4 || lengths.Count(length => length >= full) * 5 < lengths.Count * 2)
        {
            return [];
        }

        var cuts = new List<Cut>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            var last = view[line.End - 1];
            var follows = view.Folded.AsSpan(line.End, next.Start - line.End).Count('\n') == 1;
            if (line.Length >= full && follows && !Signs.EndsSentence(last) && last != ':' && !HeadingScanner.MayBegin(view, next.Start))
            {
                cuts.Add(new Cut(line.End, next.Start, "", false));
            }
        }

        return cuts;
    }

    private static List<TextLine> Lines(SourceView view)
    {
        var lines = new List<TextLine>();
        for (var start = 0; start < view.Length; start = view.LineEnd(start) + 1)
        {
            var (a, b) = view.Trim(start, view.LineEnd(start));
            if (a < b)
            {
                lines.Add(new TextLine(a, b));
            }
        }

        return lines;
    }
}
