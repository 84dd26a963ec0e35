using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Goals;

/// <summary>The words that say how a number is meant. Longer words stand before the words they contain.</summary>
internal static class TargetWords
{
    public static readonly string[] AtLeast =
    [
        "不得低于", "不得少于", "不低于", "不少于", "不小于", "至少要有", "至少有", "至少", "达到", .. Moves.Up, "保持在", "稳定在", "高于", "超过", "大于", "达标", "实现", "推进", "生均", "人均", "每生", "新增", "新建", "改扩建", "建成", "覆盖",
    ];

    public static readonly string[] AtMost =
    [
        "不得超过", "不得高于", "不超过", "不高于", "不大于", "控制在", .. Moves.Down, "低于", "少于", "小于",
    ];

    /// <summary>Verbs that make a bare number a piece of work: 招聘8名, 完成2836户.</summary>
    public static readonly string[] Works =
    [
        "新建", "改扩建", "扩建", "改建", "迁建", "建成", "建设", "新增", "完成", "招聘", "招录", "引进", "补充", "培养", "培训", "选派", "选配", "遴选", "创建",
        "打造", "培育", "评选", "认定", "设立", "增设", "增加", "配备", "投入", "改造", "交流", "消减", "减少", "撤并", "举办", "组织", "开展",
        "组建", "实施", "开设", "开发", "购置", "添置", "更新", "修缮", "维修", "启动", "选树", "命名", "储备", "谋划", "盘活", "筹措", "安排", "下达", "轮训", "调剂", "核增", "筛查", "惠及", "资助", "救助", "巡查", "走访",
    ];

    public static readonly string[] Hopes = ["争取", "力争", "努力", "逐步", "力求"];

    public static readonly string[] YearlyDeeds = ["发布", "通报", "开展", "组织", "召开", "举办", "公布", "评选", "报告", "评估", "监测", "培训一", "督导", "检查"];

    /// <summary>Countable bodies: when each of them reaches a standard, all of them do.</summary>
    public static readonly string[] Bodies = ["学校", "小学", "初中", "中学", "教学点", "幼儿园", "园", "县", "区", "市", "县(市、区)", "区县(市)", "乡镇", "班级", "班", "教师", "校长"];

    /// <summary>The last of the words in the range that stands nearest before its end; -1 when there is none.</summary>
    public static int Last(SourceView view, int start, int end, string[] words)
    {
        for (var i = end - 1; i >= start; i--)
        {
            foreach (var word in words)
            {
                if (i + word.Length <= end && view.StartsWith(i, word) && !IsNegated(view, start, i))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    public static bool Has(SourceView view, int start, int end, params ReadOnlySpan<string> words)
    {
        var text = view.Folded.AsSpan(start, Math.Max(0, end - start));
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>低于 inside 不低于 is not the word 低于.</summary>
    private static bool IsNegated(SourceView view, int start, int index) =>
        index > start && view[index - 1] is '不' or '得' && view[index] is '低' or '少' or '小' or '高' or '超' or '大';
}
