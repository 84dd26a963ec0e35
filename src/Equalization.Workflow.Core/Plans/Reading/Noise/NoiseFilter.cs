using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Noise;

/// <summary>Takes out of the text what a web site, a printer or a copyist put in, and says what it was.</summary>
internal static class NoiseFilter
{
    public static SourceView Clean(SourceView whole, List<SkippedText> skipped)
    {
        var view = Remove(whole, SiteFurniture.Find(whole), skipped);
        // Page marks before repeats: a mark in the middle of a repeated page would hide the repeat.
        var marks = PageMarks.Find(view);
        view = Remove(view, marks, skipped);
        view = Remove(view, WrappedLines.Find(view), skipped);
        view = Remove(view, RepeatedPages.Find(view, marks.Count > 0), skipped);
        return Remove(view, SiteNames.Find(view, whole), skipped);
    }

    private static SourceView Remove(SourceView view, IReadOnlyList<Cut> cuts, List<SkippedText> skipped)
    {
        skipped.AddRange(cuts.Where(cut => cut.Reason.Length > 0).Select(cut => new SkippedText(view.Span(cut.Start, cut.End), cut.Reason)));
        return view.Without(cuts);
    }
}
