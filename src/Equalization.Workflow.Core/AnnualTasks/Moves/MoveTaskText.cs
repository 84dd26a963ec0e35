using System.Globalization;
using Equalization.Workflow.Core.AnnualTasks.Contents;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Core.AnnualTasks.Moves;

/// <summary>Lines of a plan as a task says them. The coefficients are the county's before and after these very lines, which may be fewer than the plan's.</summary>
internal sealed class MoveTaskText(RebalancingTopic topic, WhatIfCoefficient coefficient, IReadOnlyList<RebalancingMoveRow> moves)
{
    public decimal Amount => moves.Sum(m => m.Amount);

    public bool Suffices => coefficient.After.Verdict == Verdict.Pass;

    /// <summary>What is moved or added, and in what it is counted.</summary>
    public (string Name, string Unit) Thing => topic.Indicator switch
    {
        1 => ("高于规定学历教师", "人"),
        2 => ("县级以上骨干教师", "人"),
        3 => ("体育、艺术专任教师", "人"),
        4 => ("教学及辅助用房", "㎡"),
        5 => ("体育运动场馆", "㎡"),
        6 => ("教学仪器设备", "元"),
        _ => ("网络多媒体教室", "间"),
    };

    public string Verb => topic.MovesTeachers ? "调配" : "增加";

    public string Evidence => topic.MovesTeachers ? "调配文件和到岗名单" : "建设或采购验收材料";

    public string Metric => $"{Verb}{topic.County}{Levels.WordOf(topic.Level)}{Thing.Name}";

    public string CoefficientMetric => $"{topic.County}{Levels.WordOf(topic.Level)}指标{topic.Indicator.ToString(CultureInfo.InvariantCulture)}校际差异系数";

    public TaskText Text => TaskText.Of(
        $"{Metric} {Said(Amount)} {Thing.Unit}",
        $"按 {topic.Year}—{topic.Year + 1} 学年数据测算，{CoefficientMetric}为 {Said(coefficient.Before.Coefficient)}，上限 {Said(coefficient.Limit)}；按下列清单办理后为 {Said(coefficient.After.Coefficient)}。\n"
            + string.Join('\n', moves.Select((m, i) => $"{i + 1}. {(m.From is { } from ? $"{from.Name} → " : "")}{m.To.Name}：{Said(m.Amount)} {Thing.Unit}")),
        $"清单所列{Verb}全部到位" + (Suffices ? $"，下一学年数据核对后，差异系数不超过 {Said(coefficient.Limit)}。" : "，由下一学年数据核对。"));

    public static string Said(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Said(double? coefficient) => coefficient?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "—";
}
