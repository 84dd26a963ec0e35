namespace Equalization.Workflow.Core.Plans.Reading.Sources;

/// <summary>A line of the view without its white space.</summary>
internal readonly record struct TextLine(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>Lines and, in copies that lost their line ends, stretches between two or more spaces; empty ones left out.</summary>
    public static List<TextLine> Of(SourceView view, int start, int end)
    {
        var lines = new List<TextLine>();
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && view[i] != '\n' && !(view[i] == ' ' && view[i + 1] == ' '))
            {
                continue;
            }

            var (a, b) = view.Trim(from, i);
            if (a < b)
            {
                lines.Add(new TextLine(a, b));
            }

            from = i + 1;
        }

        return lines;
    }
}
