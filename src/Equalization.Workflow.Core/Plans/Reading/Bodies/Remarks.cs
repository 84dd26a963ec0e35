using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>Words inside a list of units that are no unit: who leads, 下同, how the work is shared.</summary>
internal static class Remarks
{
    private static readonly string[] Words =
    [
        "排名第一", "排在第一", "排第一位", "第一个单位", "列第一位", "下同", "按职责分工", "分别负责", "按职能", "根据职责", "持续推进", "长期坚持",
        "不再列出", "不再逐一列出", "不再一一列出", "以下任务均", "以下均", "均为责任单位", "以下不再",
    ];

    public static bool IsRemark(SourceView view, int start, int end)
    {
        var text = view.Folded.AsSpan(start, Math.Min(end - start, 60));
        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A note outside of any list, for the whole document: 注:责任单位中排名第一的为牵头单位. Inside a list it holds only from there on.
    /// </summary>
    public static bool SaysForAll(SourceView view)
    {
        foreach (var word in (string[])["排名第一", "排在第一", "排第一", "列第一位", "位列第一", "列首位", "居首位", "首位为", "第一个为", "第一个单位为", "第一位为", "第一位的为", "第一家为"])
        {
            for (var at = view.Folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = view.Folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var (start, end) = (Math.Max(0, at - 20), Math.Min(view.Length, at + 20));
                if (view.Folded.AsSpan(at, end - at).Contains("牵头", StringComparison.Ordinal) && !view.Folded.AsSpan(at, end - at).Contains("下同", StringComparison.Ordinal)
                    && (view.Folded.AsSpan(start, at - start).Contains("单位", StringComparison.Ordinal) || SaysAtOnce(view.Folded.AsSpan(at + word.Length, end - at - word.Length))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>列第一位的为牵头单位: nothing else stands between.</summary>
    private static bool SaysAtOnce(ReadOnlySpan<char> rest) =>
        rest.TrimStart("位的单个者名") is var said && (said.StartsWith("为牵头", StringComparison.Ordinal) || said.StartsWith("是牵头", StringComparison.Ordinal));

    /// <summary>排名第一位为牵头单位: the first of a bare list leads.</summary>
    public static bool SaysFirstLeads(SourceView view, int start, int end)
    {
        var text = view.Folded.AsSpan(start, end - start);
        return text.Contains("牵头", StringComparison.Ordinal)
            && (text.Contains("第一位", StringComparison.Ordinal) || text.Contains("第一个", StringComparison.Ordinal)
                || text.Contains("首位", StringComparison.Ordinal) || text.Contains("排名第一", StringComparison.Ordinal));
    }
}
