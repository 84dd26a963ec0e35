using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Sentences;

/// <summary>
/// What stands before the subject of a sentence and is no part of its name: the article's number (第二条), the order of the point (一是), a word that
/// joins (同时), a time (2023年底前, 每年) and 由.
/// </summary>
internal static class Openings
{
    private static readonly string[] Joints = ["首先", "其次", "再次", "最后", "同时", "此外", "另外", "一方面", "另一方面", "其中", "具体", "原则上"];

    /// <summary>Where the subject begins; the start itself where nothing stands before it.</summary>
    public static int Skip(SourceView view, int start, int end)
    {
        for (var at = start; ; start = at)
        {
            at = After(view, Order(view, start) ?? Joint(view, start) ?? TimeOpenings.EndOf(view, start) ?? start);
            at += view[at] == '由' ? 1 : 0;
            if (at >= end || at == start)
            {
                return start;
            }
        }
    }

    /// <summary>第二条, 一是, 第三 before a comma.</summary>
    private static int? Order(SourceView view, int start)
    {
        var from = view[start] == '第' ? start + 1 : start;
        var end = from;
        while (end - from < 5 && (Numerals.IsNumeral(view[end]) || Signs.IsDigit(view[end])))
        {
            end++;
        }

        var closes = from > start ? view[end] is '条' or ',' : view[end] == '是' && Numerals.IsNumeral(view[end - 1]);
        return end > from && closes ? end + 1 : null;
    }

    private static int? Joint(SourceView view, int start) => Array.Find(Joints, word => view.StartsWith(start, word)) is { } joint ? start + joint.Length : null;

    private static int After(SourceView view, int index)
    {
        while (view[index] is ' ' or ':' or '、' or ',')
        {
            index++;
        }

        return index;
    }
}
