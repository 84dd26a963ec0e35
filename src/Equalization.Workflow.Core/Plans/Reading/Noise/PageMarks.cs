using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Noise;

/// <summary>
/// Marks "1、" "2、" … that stand at the head of each page of a copied document and cut words and numbers in two.
/// They are told from a numbered list by what precedes them: a list's item follows a finished sentence.
/// </summary>
internal static class PageMarks
{
    private const int LongestTail = 200;
    private const int LongestHeading = 80;
    private static readonly string[] Deeds = ["牵头", "负责", "配合", "协助", "参加", "参与", "协同", "落实", "分工负责"];
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

            var from = chain.Count > 0 ? chain[^1].End : 0;
            if (number > 1 && before > from && !IsClosed(view, from, before))
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

    /// <summary>A list's item may end with a full stop, with its units or with what they do, or be a bare heading; a page is longer than a heading.</summary>
    private static bool IsClosed(SourceView view, int from, int end)
    {
        if (IsHeading(view, from, end))
        {
            return true;
        }

        if (Signs.EndsSentence(view[end - 1]) || view[end - 1] is ':' or ')' or '〕' or '】' or ']' or '”')
        {
            return true;
        }

        var last = end;
        for (var i = end - 1; i >= Math.Max(from, end - LongestTail) && !Signs.EndsSentence(view[i]); i--)
        {
            // (牵头单位:市教育局,配合单位:市 is cut inside its bracket.
            if (view[i] is '(' or '〔' or '【' or '[' && (view.Brackets.CloseOf(i) < 0 || view.Brackets.CloseOf(i) >= end))
            {
                return false;
            }

            last = last == end && (Signs.PartsUnits(view[i]) || view[i] == ':') ? i + 1 : last;
        }

        return IsHeading(view, view.Folded.LastIndexOf('\n', end - 1, end - from) + 1, end) && view.Folded.IndexOf('\n', from, end - from) >= 0
            || Deeds.Any(deed => view.StartsWith(end - deed.Length, deed))
            || (last < end && UnitNames.LevelOf(view.Name(last, end)) is not null && UnitNames.EndsLikeUnit(view.Name(last, end)));
    }

    /// <summary>One line of words without a full stop: 扩大学位供给.</summary>
    private static bool IsHeading(SourceView view, int from, int end)
    {
        (from, end) = view.Trim(from, end);
        return end - from is > 1 and <= LongestHeading && view.Folded.AsSpan(from, end - from).IndexOfAny("。\n(〔【《") < 0
            && view.Folded.AsSpan(from, end - from).IndexOf("  ", StringComparison.Ordinal) < 0 && !Signs.IsDigit(view[end - 1]);
    }
}
