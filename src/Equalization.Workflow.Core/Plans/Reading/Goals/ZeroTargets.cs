using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>Words that leave nothing over: 全面消除, 超大班额清零, 大班额降为零.</summary>
internal static class ZeroTargets
{
    private static readonly string[] NotYet = ["加快消除", "逐步消除", "有效消除", "着力消除", "推进消除", "努力消除", "基本消除", "如何消除"];
    private static readonly string[] Ways = ["推进", "推动", "加快", "逐步", "有序", "着力"];
    private static readonly string[] Tails = ["目标", "任务"];

    public static DraftTarget? Read(TargetFrame frame) => Cleared(frame) ?? Eliminated(frame);

    private static DraftTarget? Cleared(TargetFrame frame)
    {
        var (view, end) = (frame.View, BeforeTail(frame));
        var insists = frame.OwnYear is not null || frame.Has("全面", "全部", "实现", "确保");
        // A title 清零 says of nothing that it goes.
        var says = frame.Has("清零", "归零") && end - 2 > frame.Clause.Start + 1 && (insists || ((view.StartsWith(end - 2, "清零") || view.StartsWith(end - 2, "归零")) && !frame.Has(Ways)));
        return says || EndsInNought(view, frame.Clause.Start + 2, end)
            ? frame.Target(ReadingRules.TargetZero, frame.Metric(frame.Clause.Start, frame.Clause.End), Comparator.Equal, 0, null, "个", "清零即为 0。")
            : null;
    }

    /// <summary>清零目标, 清零任务.</summary>
    private static int BeforeTail(TargetFrame frame) =>
        frame.Clause.End - (Tails.FirstOrDefault(word => frame.View.StartsWith(frame.Clause.End - word.Length, word))?.Length ?? 0);

    /// <summary>降为零, 压减至0.</summary>
    private static bool EndsInNought(SourceView view, int start, int end) =>
        view[end - 1] is '零' or '0' && Moves.Down.Append("保持为").Any(word => end - 1 - word.Length >= start && view.StartsWith(end - 1 - word.Length, word));

    private static DraftTarget? Eliminated(TargetFrame frame)
    {
        var at = frame.View.Folded.IndexOf("消除", frame.Clause.Start, frame.Clause.End - frame.Clause.Start, StringComparison.Ordinal);
        if (at < 0 || frame.Has(NotYet))
        {
            return null;
        }

        var absolute = frame.Has("全面消除", "全部消除", "完全消除", "彻底消除", "消除完毕");
        return absolute || frame.OwnYear is not null || IsDefinedClass(frame, at + 2)
            ? frame.Target(ReadingRules.TargetZero, frame.Metric(at + 2, frame.Clause.End), Comparator.Equal, 0, null, "个", absolute ? "全面消除即为 0。" : "消除即为 0。")
            : null;
    }

    /// <summary>消除56人以上大班额: what is to go is said so exactly that none may be left.</summary>
    private static bool IsDefinedClass(TargetFrame frame, int start)
    {
        var view = frame.View;
        var end = start;
        while (Signs.IsDigit(view[end]))
        {
            end++;
        }

        foreach (var word in (string[])["人", "及", "以上", "的", "超"])
        {
            end += view.StartsWith(end, word) ? word.Length : 0;
        }

        return end > start && Signs.IsDigit(view[start]) && view.StartsWith(end, "大班");
    }
}
