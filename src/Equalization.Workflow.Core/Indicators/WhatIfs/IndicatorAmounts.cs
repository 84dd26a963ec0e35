namespace Equalization.Workflow.Core.Indicators.WhatIfs;

/// <summary>The one figure of a school that an indicator counts: teachers of the level, or what the whole school has of areas, equipment (元) and rooms.</summary>
public static class IndicatorAmounts
{
    public static decimal? Of(SchoolFigures school, int indicator, Level level) => indicator switch
    {
        1 => school.Of(level).QualifiedTeachers,
        2 => school.Of(level).KeyTeachers,
        3 => school.Of(level).SportsAndArtsTeachers,
        4 => school.TeachingArea,
        5 => school.SportsArea,
        6 => school.Equipment,
        7 => school.MultimediaRooms,
        _ => null,
    };

    /// <summary>The school with another amount. Refuses one below zero or beyond belief (amount-range), and an indicator without an amount (indicator).</summary>
    public static SchoolFigures With(SchoolFigures school, int indicator, Level level, decimal amount)
    {
        if (amount is < 0 or > SchoolFigures.Largest)
        {
            throw new RuleBroken("amount-range", "学校“{0}”的数量 {1} 不在允许范围内。请填写不小于零的数。", school.Name, amount) { Field = "Amounts" };
        }

        var own = school.Of(level);
        return indicator switch
        {
            1 => WithOwn(school, level, own with { QualifiedTeachers = amount }),
            2 => WithOwn(school, level, own with { KeyTeachers = amount }),
            3 => WithOwn(school, level, own with { SportsAndArtsTeachers = amount }),
            4 => school with { TeachingArea = amount },
            5 => school with { SportsArea = amount },
            6 => school with { Equipment = amount },
            7 => school with { MultimediaRooms = amount },
            _ => throw new RuleBroken("indicator", "没有编号为 {0} 的指标。请从指标一至七中选择。", indicator) { Field = "Indicator" },
        };
    }

    private static SchoolFigures WithOwn(SchoolFigures school, Level level, LevelFigures own) =>
        level == Level.Primary ? school with { Primary = own } : school with { Junior = own };
}
