using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>Words inside a list of units that are no unit: who leads, 下同, how the work is shared.</summary>
internal static class Remarks
{
    private static readonly string[] Words =
    [
        "排名第一", "排在第一", "排第一位", "第一个单位", "列第一位", "下同", "按职责分工", "分别负责", "按职能", "根据职责", "持续推进", "长期坚持",
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

    /// <summary>排名第一位为牵头单位: the first of a bare list leads.</summary>
    public static bool SaysFirstLeads(SourceView view, int start, int end)
    {
        var text = view.Folded.AsSpan(start, end - start);
        return text.Contains("牵头", StringComparison.Ordinal)
            && (text.Contains("第一位", StringComparison.Ordinal) || text.Contains("第一个", StringComparison.Ordinal)
                || text.Contains("首位", StringComparison.Ordinal) || text.Contains("排名第一", StringComparison.Ordinal));
    }
}
