using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Bodies;

/// <summary>Words inside a list of units that are no unit: who leads, 下同, how the work is shared.</summary>
internal static class Remarks
{
    private static readonly string[] Words =
    [
        "排名第一", "排在第一", "排第一位", "第一个单位", "列第一位", "下同", "按职责分工", "分别负责", "按职能", "根据职责", "持续推进", "长期坚持",
        "以下各项", "以下各条", "不再列出", "不再逐一列出", "不再一一列出", "以下任务均", "以下均", "均为责任单位", "以下不再",
    ];

    private static readonly (string Word, bool First)[] Orders =
        [("第一", true), ("首位", true), ("首个", true), ("首家", true), ("最前", true), ("第1", true), ("前两", false), ("前二", false), ("前三", false), ("前2", false), ("前3", false)];

    private const string Carrying = "位个名家者列排在的之单部门责任均都即则是为作系总主";

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

        return OrderedLead(text) is not null;
    }

    /// <summary>
    /// A note outside of any list, for the whole document: 注:责任单位中排名第一的为牵头单位. Inside a list it holds only from there on.
    /// </summary>
    public static bool SaysForAll(SourceView view)
    {
        for (var at = view.Folded.IndexOf("牵头", StringComparison.Ordinal); at >= 0; at = view.Folded.IndexOf("牵头", at + 2, StringComparison.Ordinal))
        {
            var start = Math.Max(0, at - 30);
            var before = view.Folded.AsSpan(start, at + 2 - start);
            var said = OrderedLead(before);
            if (said is { FirstOnly: true } && (view[at - 1] is '为' or '是' || before[..said.Value.Start].Contains("单位", StringComparison.Ordinal))
                && !view.Folded.AsSpan(at, Math.Min(20, view.Length - at)).Contains("下同", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>排名第一位为牵头单位: the first of a bare list leads.</summary>
    public static bool SaysFirstLeads(SourceView view, int start, int end) =>
        OrderedLead(view.Folded.AsSpan(start, end - start)) is { FirstOnly: true };

    /// <summary>
    /// A place in the order, and that whoever has it leads: 排在首位的为牵头单位, 列第一个的单位牵头, 前两位为牵头单位. Between the two only words that carry on
    /// from the one to the other; 第一人民医院(牵头) is a name.
    /// </summary>
    private static (int Start, bool FirstOnly)? OrderedLead(ReadOnlySpan<char> text)
    {
        var lead = text.LastIndexOf("牵头", StringComparison.Ordinal);
        foreach (var (word, first) in Orders)
        {
            var at = lead < 0 ? -1 : text[..lead].LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && text[(at + word.Length)..lead].IndexOfAnyExcept(Carrying) < 0)
            {
                return (at, first);
            }
        }

        return null;
    }
}
