using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Outlines;

/// <summary>
/// An item whose text begins with a number: 2.2025年底前补充教师, 3.100%配齐教师. Without this rule its number would be
/// read as 2.2025 and its units would go to the item above.
/// </summary>
internal static class CountedTexts
{
    private const string Counters = "%所个名人家条项座套间批万亿亩户处年月支门类倍米元吨";

    /// <param name="beginsLine">The item's own number begins a line.</param>
    /// <param name="text">Where the item's text begins.</param>
    /// <param name="lastHeading">Where the text of the heading before begins.</param>
    public static bool Follows(SourceView view, bool beginsLine, int text, int lastHeading)
    {
        if (IsYear(view, text))
        {
            return beginsLine || StandsAfterBracket(view, text);
        }

        // 2.5 in a broken line is a number; after a closed line, or under a line that is all heading, it is not.
        return beginsLine && Counts(view, text) && ClosedBefore(view, text, lastHeading);
    }

    /// <summary>2025年, 2024-2026年, 100%, 12所: digits that count something.</summary>
    public static bool Counts(SourceView view, int index)
    {
        if (IsYear(view, index))
        {
            return true;
        }

        var end = EndOfDigits(view, index);
        return end > index && (Counters.Contains(view[end]) || (view[end] == '余' && Counters.Contains(view[end + 1])));
    }

    private static bool IsYear(SourceView view, int index)
    {
        var end = EndOfDigits(view, index);
        return end - index == 4 && view.StartsWith(index, "20") && (view[end] == '年' || (view[end] is '-' or '~' or '至' or '、' && view.StartsWith(end + 1, "20")));
    }

    private static int EndOfDigits(SourceView view, int index)
    {
        var end = index;
        while (Signs.IsDigit(view[end]) && end - index < 8)
        {
            end++;
        }

        return end;
    }

    private static bool ClosedBefore(SourceView view, int text, int lastHeading)
    {
        var line = LineStart(view, text);
        var (_, end) = view.Trim(0, line);
        if (end == 0 || Signs.EndsSentence(view[end - 1]) || view[end - 1] is ':' or ')' or '〕' or '】' or ']' or '”')
        {
            return true;
        }

        return lastHeading >= LineStart(view, end - 1) && EndOfDigits(view, text) - text > 1;
    }

    private static bool StandsAfterBracket(SourceView view, int text)
    {
        var before = text - 1;
        while (before > 0 && (Signs.IsDigit(view[before]) || view[before] is ' ' or '.' or '、'))
        {
            before--;
        }

        return view[before] is ')' or '〕' or '】' or '。';
    }

    private static int LineStart(SourceView view, int index)
    {
        while (index > 0 && view[index - 1] != '\n')
        {
            index--;
        }

        return index;
    }
}
