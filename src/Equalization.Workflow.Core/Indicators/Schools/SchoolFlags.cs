using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Indicators.Schools;

/// <summary>A value that stands out among the county's schools, or jumps from one year to the next, and asks for an explanation. It counts all the same.</summary>
public sealed record SchoolFlag(string Code, Remark Remark);

/// <summary>Looks for outliers and jumps by the bounds that the standard set names (check outlier, check jump).</summary>
public static class SchoolFlags
{
    private static readonly (string Column, Func<SchoolFigures, decimal?> Value)[] Amounts =
    [
        (SchoolColumns.PrimaryPupils, s => s.Primary.Pupils), (SchoolColumns.JuniorPupils, s => s.Junior.Pupils),
        (SchoolColumns.PrimaryQualified, s => s.Primary.QualifiedTeachers), (SchoolColumns.JuniorQualified, s => s.Junior.QualifiedTeachers),
        (SchoolColumns.TeachingArea, s => s.TeachingArea), (SchoolColumns.SportsArea, s => s.SportsArea), (SchoolColumns.Equipment, s => s.Equipment),
        (SchoolColumns.MultimediaRooms, s => s.MultimediaRooms),
    ];

    public static IReadOnlyList<SchoolFlag> Of(CountyIndicators county, IReadOnlyDictionary<string, SchoolFigures> before) =>
    [
        .. Levels.Judged.SelectMany(level => county.Standard.Indicators.SelectMany(i => Outliers(county, level, i))),
        .. county.Parts.Select(p => p.School).Distinct().Where(s => before.ContainsKey(s.Code)).SelectMany(s => Jumps(county.Standard, s, before[s.Code])),
    ];

    private static IEnumerable<SchoolFlag> Outliers(CountyIndicators county, Level level, IndicatorRule indicator)
    {
        var bound = county.Standard.Number("check", "outlier");
        var known = county.Counted(level).Select(p => (Part: p, Value: p.Of(indicator.Number).Value?.Value)).Where(v => v.Value is not null)
            .Select(v => (v.Part, Value: v.Value!.Value)).OrderBy(v => v.Value).ToList();
        var median = known.Count == 0 ? 0 : known[known.Count / 2].Value;
        var far = county.Standard.Threshold(indicator.Number, level) * county.Standard.Number("check", "unit");
        return known.Where(v => v.Value > far || (median > 0 && (v.Value > median * bound || v.Value * bound < median)))
            .Select(v => new SchoolFlag(v.Part.School.Code, new Remark("{0}指标 {1} 为 {2:0.####}，区县中位数为 {3:0.####}，请核对数字和单位", Levels.WordOf(level), indicator.Number, v.Value, median)));
    }

    private static IEnumerable<SchoolFlag> Jumps(StandardSet set, SchoolFigures now, SchoolFigures before)
    {
        var bound = set.Number("check", "jump");
        var least = set.Number("check", "jump-least");
        return Amounts.Select(a => (a.Column, Now: a.Value(now), Before: a.Value(before)))
            .Where(a => a is { Now: not null, Before: not null } && Math.Abs(a.Now.Value - a.Before.Value) is var apart && apart >= least && apart > bound * a.Before.Value)
            .Select(a => new SchoolFlag(now.Code, new Remark("“{0}”由上一学年的 {1:0.####} 变为 {2:0.####}", a.Column, a.Before!.Value, a.Now!.Value)));
    }
}
