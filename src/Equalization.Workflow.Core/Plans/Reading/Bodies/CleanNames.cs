using Equalization.Workflow.Core.Plans.Reading.Sentences;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>Whether a text that ends like a unit is a name and nothing else: 市里由市教育局, 各区县在市教育局 and 市教育局〈 are not.</summary>
internal static class CleanNames
{
    private const string Opening = "([{〔【《〈<“「";

    /// <summary>Signs of a sentence. 自由贸易区 has a 由 of its own.</summary>
    private const string Prose = "在把请被";

    public static bool IsClean(SourceView view, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var close = view.Brackets.CloseOf(i);
            if (close < 0 && Opening.Contains(view[i]))
            {
                return false;
            }

            if (close >= end || (close < 0 && view.Brackets.OpenOf(i) >= 0))
            {
                return false;
            }

            i = close > 0 ? close : i;
            if (Prose.Contains(view[i]) || (view[i] == '由' && (i == start || view[i - 1] != '自')))
            {
                return false;
            }
        }

        return Openings.Skip(view, start, end) == start;
    }
}
