using Equalization.Workflow.Core.Indicators.Rebalancings;
using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for plans of transfers and additions, as keys of the texts.</summary>
public static class WhatIfWords
{
    /// <summary>In what an indicator's amounts are counted.</summary>
    public static string UnitOf(int indicator) => indicator switch
    {
        1 or 2 or 3 => Texts.Mark("人"),
        4 or 5 => Texts.Mark("㎡"),
        6 => Texts.Mark("元"),
        _ => Texts.Mark("间"),
    };

    public static string Of(RebalancingState state) => state switch
    {
        RebalancingState.Asked => Texts.Mark("排队中"),
        RebalancingState.Running => Texts.Mark("正在测算"),
        RebalancingState.Done => Texts.Mark("已完成"),
        RebalancingState.Refused => Texts.Mark("没有结果"),
    };

    /// <summary>How a search ended, in the words of what it moves.</summary>
    public static string Of(PlanOutcome outcome, bool movesTeachers) => outcome switch
    {
        PlanOutcome.AlreadyWithin => movesTeachers ? Texts.Mark("差异系数现已达标，不需要为此调配。") : Texts.Mark("差异系数现已达标，不需要为此增加。"),
        PlanOutcome.Found => movesTeachers ? Texts.Mark("按下列调配，差异系数可以达标。") : Texts.Mark("按下列增加，差异系数可以达标。"),
        PlanOutcome.OutOfReach => Texts.Mark("在所设条件下不能达标。"),
        PlanOutcome.Undefined => Texts.Mark("没有可以计算的数据。"),
    };

    /// <summary>What a person can do about it.</summary>
    public static string Of(Obstacle obstacle, bool movesTeachers) => !movesTeachers && obstacle == Obstacle.Bounds ? Texts.Mark("受可以增加的学校和数量限制，请让更多学校参与后再测算。") : Of(obstacle);

    private static string Of(Obstacle obstacle) => obstacle switch
    {
        Obstacle.None => "",
        Obstacle.Nearness => Texts.Mark("受距离或片区限制，请放宽后再测算。"),
        Obstacle.Bounds => Texts.Mark("受各校可调出人数限制，请提高调出比例、减少保留人数或让更多学校参与后再测算。"),
        Obstacle.WholeUnits => Texts.Mark("教师总数太少，不论怎样调配都不能达标，需要增加教师。"),
    };
}
