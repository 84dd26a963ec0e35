using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>Targets in words: 全面消除, 只增不减, 全覆盖, 每一所…都, and dated sentences that name no number.</summary>
internal static class WordTargets
{
    private static readonly string[] AllVerbs = ["纳入", "达到", "通过", "完成", "实现", "配齐", "建成", "建立", "达标", "落实", "补齐", "补足", "覆盖", "到位", "解决"];

    public static IEnumerable<DraftTarget> Read(TargetFrame frame)
    {
        if ((ZeroTargets.Read(frame) ?? NotFalling(frame) ?? NotBelowAverage(frame) ?? All(frame) ?? OneForEach(frame) ?? OnceAYear(frame)) is { } target)
        {
            yield return target;
        }
        else if (Whole(frame).Length > 4 && !frame.Has("尽力") && !NamesCounties(frame) && (frame.OwnYear is not null || (frame.Has("基本达到", "全面改善", "进一步缩小", "基本消除") && frame.Year is not null)))
        {
            yield return frame.Target(ReadingRules.TargetWords, Whole(frame), null, null, null, null, null);
        }
    }

    /// <summary>2025年思茅区、宁洱县 says who is due, not what is to be reached.</summary>
    private static bool NamesCounties(TargetFrame frame) =>
        frame.OwnYear is { } year && UnitList.Read(frame.View, year.End, frame.Clause.End) is { IsPure: true } list && list.Units.All(unit => UnitNames.NamesCounty(unit.Name));

    private static string Whole(TargetFrame frame) => frame.Metric(frame.Clause.Start, frame.Clause.End);

    private static DraftTarget? NotFalling(TargetFrame frame) =>
        frame.Has("只增不减", "不降低", "只升不降")
            ? frame.Target(ReadingRules.TargetNotFalling, Whole(frame), Comparator.AtLeast, 0, null, "%", "只增不减即同比不低于 0。") with { RecursYearly = true }
            : null;

    /// <summary>不低于当地公务员平均工资收入水平: a ratio of at least one.</summary>
    private static DraftTarget? NotBelowAverage(TargetFrame frame) =>
        frame.Has("不低于", "不得低于") && frame.Has("水平", "平均") && frame.View[frame.Clause.End - 1] is '平' or '均' or '资' or '入'
            ? frame.Target(ReadingRules.TargetNotBelow, Whole(frame), Comparator.AtLeast, 1, null, "倍", "不低于对照水平，即两者之比不小于 1。")
            : null;

    private static DraftTarget? All(TargetFrame frame)
    {
        var view = frame.View;
        var (start, end) = (frame.Clause.Start, frame.Clause.End);
        // Without a year or a word that insists, 全覆盖 is where things go, like 全部 below.
        if (frame.Has("全覆盖") && !frame.Has("实现了", "已实现") && (frame.Year is not null || frame.Has("确保", "力争", "争取", "全面")))
        {
            return Hundred(frame, Comparator.AtLeast, "全覆盖即 100%。");
        }

        var every = view.Folded.IndexOf("每一", start, end - start, StringComparison.Ordinal);
        if (every >= 0 && view[every + 2] is '所' or '个' or '名' or '位' && TargetWords.Has(view, every, end, "都"))
        {
            return Hundred(frame, Comparator.Equal, "“每一”即 100%。");
        }

        var all = view.Folded.IndexOf("全部", start, end - start, StringComparison.Ordinal);
        if (all >= 0 && TargetWords.Has(view, all, end, AllVerbs) && (frame.Year is not null || frame.Has("确保")))
        {
            return Hundred(frame, Comparator.Equal, "“全部”即 100%。");
        }

        return frame.Has("确保") && AllBodiesReach(frame) ? Hundred(frame, Comparator.Equal, "“确保…达到”即全部达到，100%。") : null;
    }

    /// <summary>确保两类学校2019年达到…: what reaches the standard are bodies that can be counted, not an average.</summary>
    private static bool AllBodiesReach(TargetFrame frame)
    {
        var view = frame.View;
        var reach = TargetWords.Last(view, frame.Clause.Start, frame.Clause.End, ["达到", "达标", "通过"]);
        if (reach < 0)
        {
            return false;
        }

        var end = reach;
        foreach (var time in frame.Times.Reverse())
        {
            end = time.End == end ? time.Start : end;
        }

        while (end > frame.Clause.Start && view[end - 1] is '全' or '部' or '均' or '都' or '前')
        {
            end--;
        }

        return TargetWords.Bodies.Any(body => end - body.Length >= frame.Clause.Start && view.StartsWith(end - body.Length, body));
    }

    private static DraftTarget Hundred(TargetFrame frame, Comparator comparator, string basis) =>
        frame.Target(ReadingRules.TargetAll, Whole(frame), comparator, 100, null, "%", basis);

    /// <summary>每个区县(市)一所特殊教育学校.</summary>
    private static DraftTarget? OneForEach(TargetFrame frame)
    {
        var view = frame.View;
        for (var i = frame.Clause.Start; i + 1 < frame.Clause.End; i++)
        {
            if (view[i] != '每' || view[i + 1] != '个')
            {
                continue;
            }

            var stop = Math.Min(frame.Clause.End, i + 16);
            for (var one = i + 3; one + 1 < stop; one++)
            {
                if (view[one] == '一' && view[one + 1] is '所' or '个' or '名' or '处')
                {
                    return frame.Target(ReadingRules.TargetForEach, Whole(frame), Comparator.AtLeast, 1, null, view[one + 1].ToString(), "“每个…一所（个、名）”即不少于 1。");
                }
            }
        }

        return null;
    }

    /// <summary>每年发布…报告: once in each year.</summary>
    private static DraftTarget? OnceAYear(TargetFrame frame) =>
        frame.Recurring is { Period: "year" } yearly && frame.View[yearly.End - 1] == '年'
        && TargetWords.YearlyDeeds.Any(deed => frame.View.StartsWith(yearly.End, deed))
            ? frame.Target(ReadingRules.TargetOnceAYear, Whole(frame), Comparator.AtLeast, 1, null, "次", "“每年”即每年不少于 1 次。")
            : null;
}
