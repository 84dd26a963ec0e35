using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators;

/// <summary>
/// A school at one level (a mixed school's 小学部 or 初中部) with its indicators. Excluded says why it is left out of the county's sums; its figures are shown
/// all the same where they are known.
/// </summary>
public sealed record SchoolPart(SchoolFigures School, Level Level, Remark? Excluded, IReadOnlyList<IndicatorFigure> Figures, int LeastReached)
{
    public decimal? Pupils => School.Of(Level).Pupils;

    /// <summary>How many indicators reach their thresholds.</summary>
    public int Met => Figures.Count(f => f.Standing == Standing.Reached);

    /// <summary>
    /// The school rule: enough indicators reached, all others at or above the floor. What the known ones forbid fails even where others are unknown; a part
    /// left out has no verdict.
    /// </summary>
    public Verdict Verdict
    {
        get
        {
            var unknown = Figures.Count(f => f.Standing == Standing.Unknown);
            return Excluded is not null ? Verdict.Unknown
                : Figures.Any(f => f.Standing == Standing.BelowFloor) || Met + unknown < LeastReached ? Verdict.Fail
                : unknown > 0 ? Verdict.Unknown
                : Verdict.Pass;
        }
    }

    public IndicatorFigure Of(int indicator) => Figures.First(f => f.Indicator == indicator);

    /// <summary>The parts of a school as a standard judges them; a school left out has them too.</summary>
    public static IReadOnlyList<SchoolPart> Of(StandardSet set, SchoolFigures school)
    {
        var resources = new SchoolResources(set, school);
        return [.. LevelsOf(set, school).Select(l => new SchoolPart(school, l, WhyExcluded(set, school, l), resources.Figures(l), set.LeastReached))];
    }

    private static IReadOnlyList<Level> LevelsOf(StandardSet set, SchoolFigures school)
    {
        var levels = SchoolTypes.JudgedLevels(school.Type);
        var taught = set.Excludes(school.Type) ? [.. Levels.Judged.Where(l => school.Of(l).Pupils > 0)] : levels;
        return taught.Count > 0 ? taught : [levels[0]];
    }

    private static Remark? WhyExcluded(StandardSet set, SchoolFigures school, Level level) => school.Of(level).Pupils switch
    {
        _ when set.Excludes(school.Type) => new Remark("{0}不计入七项指标", SchoolTypes.WordOf(school.Type)),
        null => new Remark("缺少{0}在校生数，没有数据", Levels.WordOf(level)),
        0 => new Remark("{0}没有在校生，没有数据", Levels.WordOf(level)),
        { } pupils when pupils < set.LeastPupils(school.Type) => new Remark("{0}在校生 {1:0.####} 人，不足 {2:0.####} 人，不计入七项指标", SchoolTypes.WordOf(school.Type), pupils, set.LeastPupils(school.Type)!),
        _ => null,
    };
}
