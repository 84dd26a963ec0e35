using System.Globalization;
using System.Text;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Sheets;
using Equalization.Workflow.Web.Ui;

namespace Equalization.Workflow.Web.Cli;

/// <summary>A county's indicators for reading in a terminal. Values that miss their threshold bear a mark; every value shows the digits its verdict needs.</summary>
internal static class IndicatorsTable
{
    private const int Column = 12;
    private const int CoefficientDigits = 6;

    public static string Write(SchoolChoice choice, CountyIndicators result, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        text.AppendLine($"{choice.County ?? "全部学校"} {(choice.Year is { } year ? SchoolYear.WordOf(year) : "")}".TrimEnd());
        foreach (var level in Levels.Judged.Where(l => result.Parts.Any(p => p.Level == l)))
        {
            Level(text, result, level);
        }

        text.AppendLine().AppendLine("说明：");
        foreach (var note in notes)
        {
            text.Append("  ").AppendLine(note);
        }

        return text.Append("符号：* 未达到标准，! 低于标准的下限，— 没有数据。").ToString();
    }

    private static void Level(StringBuilder text, CountyIndicators result, Level level)
    {
        text.AppendLine().AppendLine(Levels.WordOf(level));
        foreach (var indicator in result.Standard.Indicators)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  指标 {indicator.Number} {indicator.Name}，标准 {result.Standard.Threshold(indicator.Number, level)} {indicator.Unit}");
        }

        Row(text, ["指标", .. result.Standard.Indicators.Select(i => $"{i.Number}"), "达标", "结论"], "代码  学校");
        foreach (var part in result.Parts.Where(p => p.Level == level))
        {
            Row(text, ["", .. part.Figures.Select(Value), $"{part.Met}", part.Excluded is null ? Word(part.Verdict) : "不计入"], $"{part.School.Code}  {part.School.Name}");
        }

        var coefficients = result.Coefficients.Where(c => c.Level == level).ToList();
        Row(text, ["平均值", .. coefficients.Select(c => Number(c.Coefficient?.Mean))], "全县");
        Row(text, ["标准差", .. coefficients.Select(c => Number((decimal?)c.Coefficient?.Deviation))], "");
        Row(text, ["差异系数", .. coefficients.Select(Coefficient)], "");
        Row(text, [$"不超过 {result.Standard.Limit(level)}", .. coefficients.Select(c => Word(c.Verdict))], "");
    }

    private static string Value(IndicatorFigure figure) => SchoolDigits.Of(figure) + figure.Standing switch
    {
        Standing.AboveFloor => "*",
        Standing.BelowFloor => "!",
        Standing.Reached or Standing.Unknown => "",
    };

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "通过",
        Verdict.Fail => "不通过",
        Verdict.Unknown => "未知",
    };

    private static string Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "—";

    private static string Coefficient(CountyCoefficient one) => SchoolDigits.OfCoefficient(one.Coefficient?.Value, one.Limit, one.Verdict, CoefficientDigits);

    private static void Row(StringBuilder text, IReadOnlyList<string> cells, string end)
    {
        foreach (var cell in cells)
        {
            // A Chinese character is two columns wide in a terminal.
            text.Append(' ', Math.Max(1, Column - cell.Sum(c => c > '\u2e7f' ? 2 : 1))).Append(cell);
        }

        text.Append("  ").AppendLine(end.TrimEnd());
    }
}
