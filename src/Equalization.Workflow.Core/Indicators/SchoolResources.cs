using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>
/// What a school has for each indicator, and how levels that share it divide it: by pupils weighted with the standard's ratios. A part's own resources
/// (teachers) go undivided.
/// </summary>
internal sealed class SchoolResources(StandardSet set, SchoolFigures school)
{
    private readonly IReadOnlyDictionary<Level, decimal>? ratios = set.Ratios(school.Type);

    public IReadOnlyList<IndicatorFigure> Figures(Level level) => [.. set.Indicators.Select(i => Figure(i, level))];

    private IndicatorFigure Figure(IndicatorRule rule, Level level)
    {
        var threshold = set.Threshold(rule.Number, level);
        var (amount, isOwn, missing) = Resource(rule.Number, level);
        var pupils = school.Of(level).Pupils;
        missing ??= pupils is null ? new Remark("缺少{0}在校生数", Levels.WordOf(level)) : pupils == 0 ? new Remark("{0}没有在校生", Levels.WordOf(level)) : null;
        Quotient? share = null;
        Quotient? value = null;
        if (!isOwn && ratios is not null)
        {
            var (weighted, unknown) = WeightedPupils(ratios);
            missing ??= unknown;
            if (missing is null)
            {
                // Pupils of the part stand above and below the line of share ÷ pupils and fall out: the value stays exact.
                share = new Quotient(pupils!.Value * ratios[level], weighted);
                value = new Quotient(amount!.Value * ratios[level] * rule.Scale, weighted);
            }
        }
        else if (missing is null)
        {
            value = new Quotient(amount!.Value * rule.Scale, pupils!.Value);
        }

        return new IndicatorFigure(rule.Number, amount, share, pupils, value, missing, threshold, threshold * set.Floor);
    }

    private (decimal Sum, Remark? Unknown) WeightedPupils(IReadOnlyDictionary<Level, decimal> ratios)
    {
        var unknown = ratios.Keys.Where(l => school.Of(l).Pupils is null).Select(l => new Remark("缺少{0}在校生数，共用资源无法折算", Levels.WordOf(l))).FirstOrDefault();
        return (ratios.Sum(r => (school.Of(r.Key).Pupils ?? 0) * r.Value), unknown);
    }

    /// <summary>The numbers are the standard's own names of its indicators.</summary>
    private (decimal? Amount, bool IsOwn, Remark? Missing) Resource(int indicator, Level level) => indicator switch
    {
        1 => Own(school.Of(level).QualifiedTeachers, "高于规定学历教师数", level),
        2 => Own(school.Of(level).KeyTeachers, "县级以上骨干教师数", level),
        3 => Own(school.Of(level).SportsAndArtsTeachers + (AllowsTeachers(level) ? school.MoreSportsAndArtsTeachers!.Amount : 0), "体音美专任教师数", level),
        4 => TeachingRooms(),
        5 => Shared(school.SportsArea + (school.MoreSportsArea?.Amount ?? 0), "体育运动场馆面积"),
        6 => Shared(school.Equipment, "教学仪器设备值"),
        7 => Shared(school.MultimediaRooms, "网络多媒体教室间数"),
        _ => (null, false, new Remark("本程序没有指标 {0} 的算法", indicator)),
    };

    /// <summary>The standard lets them count only within its bounds of pupils, whatever was switched on.</summary>
    private bool AllowsTeachers(Level level) =>
        school.MoreSportsAndArtsTeachers is not null && school.Of(level).Pupils is { } pupils && set.AllowsMoreTeachers(pupils);

    private (decimal? Amount, bool IsOwn, Remark? Missing) TeachingRooms()
    {
        if (!school.TellsIndoorSports || school.TeachingArea is null)
        {
            return Shared(school.TeachingArea, "教学及辅助用房面积");
        }

        return school.TeachingArea < school.IndoorSportsArea
            ? (null, false, new Remark("室内体育用房面积大于教学及辅助用房面积"))
            : Shared(school.TeachingArea - school.IndoorSportsArea, "室内体育用房面积");
    }

    private static (decimal? Amount, bool IsOwn, Remark? Missing) Own(decimal? amount, string what, Level level) =>
        (amount, true, amount is null ? new Remark("缺少{0}（{1}）", what, Levels.WordOf(level)) : null);

    private static (decimal? Amount, bool IsOwn, Remark? Missing) Shared(decimal? amount, string what) =>
        (amount, false, amount is null ? new Remark("缺少{0}", what) : null);
}
