using Equalization.Workflow.Core.Indicators.Standards;
using Equalization.Workflow.Core.Indicators.WhatIfs;

namespace Equalization.Workflow.Core.Indicators.Transfers;

/// <summary>The solver's problem as a county's data states it, for the indicators that count teachers (1, 2, 3), and a plan as the schools' figures with it.</summary>
public static class CountyTransfers
{
    public static bool CountsTeachers(int indicator) => indicator is 1 or 2 or 3;

    /// <summary>
    /// The counted parts with data for the indicator. A school's line is the school rule as its other indicators leave it. Refuses an indicator of things
    /// (indicator-things), a county judged without weights (method-plain) and teachers or pupils that are no whole numbers (not-whole).
    /// </summary>
    public static IReadOnlyList<TransferSchool> Of(CountyIndicators county, int indicator, Level level, TeacherLimits limits)
    {
        if (!CountsTeachers(indicator))
        {
            throw new RuleBroken("indicator-things", "只有教师指标（1、2、3）可以测算调配，用房、设备等请用增加测算。");
        }

        if (county.Standard.Method != CoefficientMethod.Weighted)
        {
            throw new RuleBroken("method-plain", "本地标准不按学生数加权，不能测算调配。请改用加权方法后再测算。");
        }

        var scale = county.Standard.Indicators.First(i => i.Number == indicator).Scale;
        return [.. county.Counted(level).Where(p => p.Of(indicator).Value is not null).Select(p => School(p, p.Of(indicator), scale, limits))];
    }

    /// <summary>The figures of the schools that a plan changes.</summary>
    public static IReadOnlyList<SchoolFigures> Applied(CountyIndicators county, int indicator, Level level, IEnumerable<Shift> shifts)
    {
        var schools = county.Counted(level).ToDictionary(p => p.School.Code, p => p.School);
        return [.. shifts.Where(s => s.After != s.Before).Select(s => IndicatorAmounts.With(schools[s.Code], indicator, level, IndicatorAmounts.Of(schools[s.Code], indicator, level)!.Value + s.After - s.Before))];
    }

    private static TransferSchool School(SchoolPart part, IndicatorFigure figure, decimal scale, TeacherLimits limits)
    {
        var pupils = Whole(part, part.Pupils!.Value);
        var teachers = Whole(part, figure.Amount!.Value);

        // Teachers who come by the hour count for the school, but are not its own to give.
        var lent = figure.Indicator == 3 ? (int)Math.Ceiling(part.School.MoreSportsAndArtsTeachers?.Amount ?? 0) : 0;
        return new TransferSchool(part.School.Code, pupils, teachers)
        {
            MayGive = limits.Fixed.Contains(part.School.Code) ? 0 : limits.Movable(teachers),
            MayReceive = limits.Fixed.Contains(part.School.Code) ? 0 : int.MaxValue,
            Keeps = Math.Max(limits.Keeps, lent),
            Group = limits.Groups.GetValueOrDefault(part.School.Code),
            Need = Need(part, figure) is { } value ? (int)Math.Min(int.MaxValue, decimal.Ceiling(value * pupils / scale)) : null,
        };
    }

    // Null: whatever this indicator becomes, the others fail the school.
    internal static decimal? Need(SchoolPart part, IndicatorFigure figure)
    {
        var others = part.Figures.Where(f => f.Indicator != figure.Indicator).Select(f => f.Standing).ToList();
        var reached = others.Count(s => s == Standing.Reached);
        return others.Any(s => s is Standing.BelowFloor or Standing.Unknown) ? null
            : reached >= part.LeastReached ? figure.Floor
            : reached + 1 == part.LeastReached ? figure.Threshold
            : null;
    }

    internal static int Whole(SchoolPart part, decimal value) =>
        value == decimal.Truncate(value) && value <= int.MaxValue
            ? (int)value
            : throw new RuleBroken("not-whole", "学校“{0}”的数量 {1} 不是整数，不能测算调配。请核对该校数据。", part.School.Name, value);
}
