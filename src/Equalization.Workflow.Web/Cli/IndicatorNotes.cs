using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Schools;
using Equalization.Workflow.Core.Indicators.Sheets;

namespace Equalization.Workflow.Web.Cli;

/// <summary>What a reader of the figures has to know beside them: what was wrong, left out, not known, and by which standard it was reckoned.</summary>
internal static class IndicatorNotes
{
    public static IReadOnlyList<string> Of(SchoolSheet sheet, SchoolChoice choice, CountyIndicators result) =>
    [
        $"按《{result.Standard.Name}》计算",
        .. choice.Notes.Concat(sheet.Notes).Select(n => n.ToString()),
        .. sheet.Lines.SelectMany(Faults),
        .. choice.Lines.SelectMany(l => l.Doubts).Select(d => d.Remark.ToString()),
        .. choice.Lines.SelectMany(Contradictions),
        .. result.Parts.Where(p => p.Excluded is not null).Select(p => $"{Name(p)}没有计入：{p.Excluded}"),
        .. result.Parts.Where(p => p.Excluded is null).SelectMany(Missing),
        .. SchoolFlags.Of(result, YearBefore(sheet, choice)).Select(f => $"{f.Code}：{f.Remark}"),
        .. result.Coefficients.Where(c => c.Verdict == Verdict.Unknown).Select(Uncomputed),
    ];

    /// <summary>The same county's schools a year earlier, where the file holds them: jumps are told from them.</summary>
    private static Dictionary<string, SchoolFigures> YearBefore(SchoolSheet sheet, SchoolChoice choice) =>
        sheet.Lines.Select(l => l.Year == choice.Year - 1 && l.County == choice.County ? l.Figures : null).OfType<SchoolFigures>().DistinctBy(f => f.Code).ToDictionary(f => f.Code);

    private static string Name(SchoolPart part) => $"{part.School.Name}（{part.School.Code}，{Levels.WordOf(part.Level)}）";

    private static IEnumerable<string> Faults(SchoolLine line) => line.Line.Faults.Select(f =>
        $"第 {line.Line.Row} 行“{f.Column}”{(f.Written.Length > 0 ? $"写的是“{f.Written}”" : "")}：{f.Refusal.Message}{(line.Figures is null ? "这一行没有计入" : "这一格按没有数据处理")}");

    /// <summary>Pupils of a level that the school's type does not have are not counted; one of the two is wrong.</summary>
    private static IEnumerable<string> Contradictions(SchoolLine line)
    {
        var school = line.Figures!;
        var levels = SchoolTypes.JudgedLevels(school.Type);
        return Levels.Judged.Where(l => !levels.Contains(l) && school.Of(l).Pupils > 0)
            .Select(l => $"第 {line.Line.Row} 行{school.Name}的办学类型是{SchoolTypes.WordOf(school.Type)}，却有{Levels.WordOf(l)}在校生，这部分没有计入，请核对");
    }

    private static IEnumerable<string> Missing(SchoolPart part) => part.Figures.Where(f => f.Missing is not null)
        .GroupBy(f => f.Missing!.ToString()).Select(g => $"{Name(part)}指标 {string.Join("、", g.Select(f => f.Indicator))} 没有数据（{g.Key}），未计入该指标，结论未知");

    private static string Uncomputed(CountyCoefficient one) => one.Coefficient is null
        ? $"{Levels.WordOf(one.Level)}指标 {one.Indicator} 没有数据，差异系数无法计算"
        : $"{Levels.WordOf(one.Level)}指标 {one.Indicator} 的平均值为 0，差异系数无法计算";
}
