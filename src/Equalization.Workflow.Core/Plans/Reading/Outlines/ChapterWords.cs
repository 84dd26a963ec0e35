using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Outlines;

/// <summary>The words that chapters of a plan are called by, and which of them hold the measures.</summary>
internal static class ChapterWords
{
    private static readonly string[] Heads =
    [
        "指导思想及总体目标", "指导思想和总体目标", "指导思想", "基本原则", "工作原则", "总体要求", "总体思路", "总体目标", "工作目标", "主要目标", "目标任务", "目标和原则",
        "发展目标", "行动目标", "重要意义", "背景与意义", "重点任务", "主要任务", "工作任务", "具体任务", "任务分工", "主要措施", "具体措施", "工作措施", "重点工作", "重点举措",
        "主要举措", "工作举措", "工作内容", "实施步骤", "工作步骤", "方法步骤", "时间安排", "工作安排", "进度安排", "职责分工", "责任分工", "保障措施", "组织保障",
        "组织领导", "组织实施", "工作要求", "有关要求", "几点要求", "政策推进", "行动计划", "引言", "总结", "结语", "附件", "附则",
    ];

    private static readonly string[] Tasks =
    [
        "任务", "措施", "举措", "分工", "重点工作", "主要工作", "工作内容", "重点工程", "行动计划", "重点项目", "任务分解", "任务清单",
        "职责",
    ];

    private static readonly string[] NotTasks = ["保障", "要求", "意义", "原则", "领导", "组织", "情况", "问题", "目标", "步骤", "监督", "考核"];

    private static readonly string[] Frames =
        ["指导思想", "原则", "目标", "意义", "背景", "引言", "结语", "总结", "情况", "问题", "成效", "组织领导", "组织实施", "保障措施", "工作要求", "步骤", "附件", "法律法规", "对象", "范围", "依据"];

    private static readonly string[] Goals = ["目标"];

    /// <summary>How long the chapter word is that stands here; 0 if none does.</summary>
    public static int PrefixLength(SourceView view, int start) =>
        Heads.FirstOrDefault(head => view.StartsWith(start, head))?.Length ?? 0;

    public static bool HoldsTasks(string title) =>
        Tasks.Any(word => title.EndsWith(word, StringComparison.Ordinal)) && !NotTasks.Any(word => title.Contains(word, StringComparison.Ordinal));

    /// <summary>What stands around the tasks in any plan: 总体要求, 保障措施, 组织领导.</summary>
    public static bool IsFrame(string title) =>
        !HoldsTasks(title) && (Heads.Any(head => title.StartsWith(head, StringComparison.Ordinal)) || Frames.Any(word => title.Contains(word, StringComparison.Ordinal)));

    public static bool HoldsGoals(string title) => Goals.Any(word => title.Contains(word, StringComparison.Ordinal)) && !title.Contains("情况", StringComparison.Ordinal);
}
