using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Guarantees;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Core.Ledgers.Findings;

/// <summary>
/// One school in one school year: each indicator of each part against its threshold, the largest class, and the size of the school. A part that the standard
/// leaves out has no verdict; nor has what is not known.
/// </summary>
internal static class SchoolFindings
{
    public static IEnumerable<GapFinding> Of(StandardSet set, School school, SchoolRecord record)
    {
        var figures = record.Figures(school.Code, school.Name);
        var parts = SchoolPart.Of(set, figures);
        var findings = parts.SelectMany(p => p.Figures.Select(f => Indicator(school, record.Year, p, f)));
        return set.Excludes(figures.Type) ? findings : [.. findings, ClassSize(set, school, record), SchoolSize(set, school, record, figures)];
    }

    private static GapFinding Indicator(School school, int year, SchoolPart part, IndicatorFigure figure)
    {
        var verdict = part.Excluded is not null ? Verdict.Unknown : figure.Standing switch
        {
            Standing.Reached => Verdict.Pass,
            Standing.AboveFloor or Standing.BelowFloor => Verdict.Fail,
            Standing.Unknown => Verdict.Unknown,
        };
        return new(new(school.Id, school.County, GapKind.Indicator, figure.Indicator, part.Level), year, figure.Value?.Value, figure.Threshold, verdict, part.Excluded ?? figure.Missing);
    }

    /// <summary>
    /// The data names one largest class, whatever its level: where a school's levels have different limits and it lies between them, the number of large
    /// classes decides.
    /// </summary>
    private static GapFinding ClassSize(StandardSet set, School school, SchoolRecord record)
    {
        var limits = SchoolTypes.JudgedLevels(record.Type).Select(l => set.Number("guarantee", "5", l)).Order().ToList();
        var (least, most) = (limits[0], limits[^1]);
        var verdict = (record.LargestClass, record.LargeClasses) switch
        {
            ({ } largest, _) when largest > most => Verdict.Fail,
            ({ } largest, _) when largest <= least => Verdict.Pass,
            (not null, 0) => Verdict.Pass,
            (_, > 0) => Verdict.Fail,
            _ => Verdict.Unknown,
        };
        var missing = record.LargestClass is null ? new Remark("缺少{0}", SchoolColumns.LargestClass) : new Remark("缺少{0}", SchoolColumns.LargeClasses);
        return new(
            new(school.Id, school.County, GapKind.ClassSize, 0, null), record.Year, record.LargestClass, verdict == Verdict.Pass ? most : least, verdict, verdict == Verdict.Unknown ? missing : null);
    }

    private static GapFinding SchoolSize(StandardSet set, School school, SchoolRecord record, SchoolFigures figures)
    {
        var pupils = SchoolGuarantees.CompulsoryPupils(figures);
        var verdict = SchoolGuarantees.FitsSize(set, figures, record.BuiltIn) switch
        {
            true => Verdict.Pass,
            false => Verdict.Fail,
            null => Verdict.Unknown,
        };
        return new(
            new(school.Id, school.County, GapKind.SchoolSize, 0, null), record.Year, pupils, SchoolGuarantees.MostPupils(set, figures.Type, record.BuiltIn, migrantShare: null), verdict,
            pupils is null ? new Remark("缺少在校生数")
                : verdict == Verdict.Unknown ? new Remark("随迁子女是否过半未知，上限可能放宽至 {0} 人", SchoolGuarantees.MostPupils(set, figures.Type, record.BuiltIn, migrantShare: 1))
                : null);
    }
}
