using Equalization.Workflow.Core.Indicators.Transfers;

namespace Equalization.Workflow.Web.Ui;

/// <summary>The interface's words for plans of transfers, as keys of the texts.</summary>
public static class WhatIfWords
{
    public static string Of(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.AlreadyWithin => Texts.Mark("差异系数现已达标，不需要为此调配。"),
        PlanOutcome.Found => Texts.Mark("按下列调配，差异系数可以达标。"),
        PlanOutcome.OutOfReach => Texts.Mark("在所设条件下不能达标。"),
        PlanOutcome.Undefined => Texts.Mark("没有可以计算的数据。"),
    };

    /// <summary>What a person can do about it.</summary>
    public static string Of(Obstacle obstacle) => obstacle switch
    {
        Obstacle.None => "",
        Obstacle.Nearness => Texts.Mark("受距离或片区限制，请放宽后再测算。"),
        Obstacle.Bounds => Texts.Mark("受各校可调出人数限制，请提高调出比例、减少保留人数或让更多学校参与后再测算。"),
        Obstacle.WholeUnits => Texts.Mark("教师总数太少，不论怎样调配都不能达标，需要增加教师。"),
    };
}
