using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Noise;

/// <summary>
/// Marks "1、" "2、" … that stand at the head of each page of a copied document and cut words and numbers in two.
/// They are told from a numbered list by what precedes them: a list's item follows a finished sentence.
/// </summary>
internal static class PageMarks
{
    private const string Reason = "页码，插在句子中间，已去掉并把前后接上。";

    public static IReadOnlyList<Cut> Find(SourceView view)
    {
        var chain = new List<Cut>();
        var cuttingSentences = 0;
        for (var line = 0; line < view.Length; line = view.LineEnd(line) + 1)
        {
            var start = line;
            while (view[start] == ' ')
            {
                start++;
            }

            var number = Numerals.DigitsAt(view, start, out var end);
            if (number != chain.Count + 1 || view[end] != '、')
            {
                continue;
            }

            var before = line;
            while (before > 0 && char.IsWhiteSpace(view[before - 1]))
            {
                before--;
            }

            // A list's item may end with its units, and a list of bare headings has no full stop at all.
            var closed = before > 0 && (Signs.EndsSentence(view[before - 1]) || view[before - 1] is ':' or ')' or '〕' or '】' or ']' or '”');
            if (number > 1 && before > 0 && !closed)
            {
                cuttingSentences++;
            }

            // The first mark opens the text; the others join what stands before them to what stands after.
            chain.Add(new Cut(number == 1 ? start : before, end + 1, Reason, false));
        }

        return chain.Count >= 3 && cuttingSentences >= 2 && cuttingSentences * 2 >= chain.Count - 1 && view.Folded.AsSpan(chain[0].End, chain[^1].Start - chain[0].End).Contains('。')
            ? chain
            : [];
    }
}
