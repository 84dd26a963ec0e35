using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators.Counties;

/// <summary>One indicator of one level over a county: its coefficient, and how many counted schools stand where against the threshold. Deviation and Coefficient are for showing; the verdict is decided beside them.</summary>
public sealed record IndicatorSummary(
    IndicatorRule Rule, decimal? Mean, double? Deviation, double? Coefficient, decimal Limit, Verdict Verdict, decimal Threshold, int Reached, int AboveFloor, int BelowFloor, int Unknown)
{
    public int Counted => Reached + AboveFloor + BelowFloor + Unknown;

    /// <summary>Of the counted schools, those that reach the threshold, in percent; a school without data does not. Null without schools.</summary>
    public decimal? ReachedShare => Counted == 0 ? null : 100m * Reached / Counted;

    public int Of(Standing standing) => standing switch
    {
        Standing.Reached => Reached,
        Standing.AboveFloor => AboveFloor,
        Standing.BelowFloor => BelowFloor,
        Standing.Unknown => Unknown,
    };
}

/// <summary>One level of a county: how its counted schools stand to the school rule, and its indicators.</summary>
public sealed record LevelSummary(Level Level, int Pass, int Fail, int Unknown, IReadOnlyList<IndicatorSummary> Indicators)
{
    public int Counted => Pass + Fail + Unknown;
}

/// <summary>A county in a school year without its single schools. Levels: those of which it has schools. Failing: codes of schools of which a part fails.</summary>
public sealed record CountySummary(int Year, string County, StandardSet Standard, int Schools, IReadOnlyList<LevelSummary> Levels, IReadOnlyList<string> Failing)
{
    public static CountySummary Of(int year, string county, CountyIndicators indicators) => new(
        year,
        county,
        indicators.Standard,
        indicators.Parts.Select(p => p.School.Code).Distinct().Count(),
        [.. Indicators.Levels.Judged.Where(l => indicators.Parts.Any(p => p.Level == l)).Select(l => LevelOf(indicators, l))],
        [.. indicators.Parts.Where(p => p.Verdict == Verdict.Fail).Select(p => p.School.Code).Distinct()]);

    public LevelSummary? Of(Level level) => Levels.FirstOrDefault(l => l.Level == level);

    private static LevelSummary LevelOf(CountyIndicators county, Level level)
    {
        var counted = county.Counted(level).ToList();
        return new(
            level,
            counted.Count(p => p.Verdict == Verdict.Pass),
            counted.Count(p => p.Verdict == Verdict.Fail),
            counted.Count(p => p.Verdict == Verdict.Unknown),
            [.. county.Standard.Indicators.Select((rule, at) => IndicatorOf(county, level, rule, counted.ConvertAll(p => p.Figures[at].Standing)))]);
    }

    private static IndicatorSummary IndicatorOf(CountyIndicators county, Level level, IndicatorRule rule, List<Standing> standings)
    {
        var one = county.Of(rule.Number, level);
        int Count(Standing standing) => standings.Count(s => s == standing);
        return new(
            rule, one.Coefficient?.Mean, one.Coefficient?.Deviation, one.Coefficient?.Value, one.Limit, one.Verdict, county.Standard.Threshold(rule.Number, level),
            Count(Standing.Reached), Count(Standing.AboveFloor), Count(Standing.BelowFloor), Count(Standing.Unknown));
    }
}
