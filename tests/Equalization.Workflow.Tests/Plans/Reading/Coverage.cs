using Equalization.Workflow.Core.Plans.Reading;

namespace Equalization.Workflow.Tests.Plans.Reading;

/// <summary>What of a draft's text stands in no field and in no reason for leaving it out.</summary>
internal static class Coverage
{
    public static IEnumerable<string> Missing(PlanDraft draft)
    {
        var covered = new bool[draft.Text.Length];
        foreach (var span in draft.Skipped.Select(skip => skip.Span)
                     .Concat(draft.Measures.Select(measure => measure.Span))
                     .Concat(draft.Overall.Select(target => target.Span)))
        {
            Array.Fill(covered, true, span.Start, span.Length);
        }

        foreach (var span in new[] { draft.TitleSpan, draft.DocumentNumberSpan, draft.IssuerSpan, draft.IssuedOnSpan })
        {
            if (span is { } place)
            {
                Array.Fill(covered, true, place.Start, place.Length);
            }
        }

        return Sentences(draft.Text, covered);
    }

    private static IEnumerable<string> Sentences(string text, bool[] covered)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && !covered[i])
            {
                i++;
            }

            if (text[start..i].Count(c => c is >= '\u4e00' and <= '\u9fff') > 0)
            {
                yield return text[start..i];
            }
        }
    }
}
