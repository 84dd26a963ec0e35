using System.Globalization;
using Equalization.Workflow.Core.Indicators;
using Equalization.Workflow.Core.Indicators.Standards;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>
/// A county's indicators as a workbook, a sheet for each level: what is known stands as numbers, what is reckoned as formulas without results, so that the
/// spreadsheet program reckons by itself. A sheet more lists what is left out.
/// </summary>
public static class IndicatorWorkbook
{
    private const int FirstRow = 2;
    private const int Fixed = 5;

    private const string Pupils = "C";
    private const string OwnWeighted = "D";
    private const string AllWeighted = "E";

    public static Task Write(Stream to, CountyIndicators county, CancellationToken ct)
    {
        var sheets = Levels.Judged.Where(l => county.Counted(l).Any()).Select(l => Level(county, l)).ToList();
        sheets.Add((new Sheet("不计入", [new("学校", 30), new("学校代码", 16), new("学段", 8), new("原因", 60)]), Rows(county.Parts.Where(p => p.Excluded is not null)
            .Select(p => new SheetCell[] { p.School.Name, p.School.Code, Levels.WordOf(p.Level), p.Excluded!.ToString() }))));
        return SpreadsheetWriter.WriteAll(to, sheets, ct);
    }

    private static (Sheet, IAsyncEnumerable<SheetCell[]>) Level(CountyIndicators county, Level level)
    {
        var indicators = county.Standard.Indicators;
        var parts = county.Counted(level).ToList();
        SheetColumn[] columns =
        [
            new("学校", 30), new("学校代码", 16), new("在校生数", 12), new("本学段折算学生数", 14), new("全校折算学生数", 14),
            .. indicators.Select(i => new SheetColumn($"指标{i.Number}资源量", 14)), .. indicators.Select(i => new SheetColumn($"指标{i.Number}", 14)),
        ];
        var schools = parts.Select((p, at) => School(p, indicators, FirstRow + at));
        return (new Sheet(Levels.WordOf(level), columns), Rows(schools.Concat(Sums(county, level, FirstRow + parts.Count - 1))));
    }

    private static SheetCell[] School(SchoolPart part, IReadOnlyList<IndicatorRule> indicators, int row)
    {
        var share = part.Figures.Select(f => f.Share).FirstOrDefault(s => s is not null);
        SheetCell Value(IndicatorFigure figure, int at)
        {
            var amount = $"{Letters(Fixed + at)}{row}";
            var scale = indicators[at].Scale.ToString(CultureInfo.InvariantCulture);
            return figure.Value is null ? default
                : SheetCell.Formula(figure.Share is null ? $"{amount}*{scale}/{Pupils}{row}" : $"{amount}*{OwnWeighted}{row}/{AllWeighted}{row}*{scale}/{Pupils}{row}");
        }

        return
        [
            part.School.Name, part.School.Code, part.Pupils!.Value, share is { } own ? own.Numerator : default(SheetCell), share is { } all ? all.Denominator : default(SheetCell),
            .. part.Figures.Select(f => f.Amount is { } amount ? amount : default(SheetCell)), .. part.Figures.Select(Value),
        ];
    }

    private static IEnumerable<SheetCell[]> Sums(CountyIndicators county, Level level, int last)
    {
        var indicators = county.Standard.Indicators;
        var weights = county.Standard.Method switch
        {
            CoefficientMethod.Weighted => $"${Pupils}${FirstRow}:${Pupils}${last},",
            CoefficientMethod.Plain => "",
        };
        SheetCell[] Row(string name, Func<string, string, SheetCell> cell) =>
        [
            name, .. Enumerable.Repeat(default(SheetCell), Fixed - 1 + indicators.Count),
            .. indicators.Select((i, at) => county.Of(i.Number, level).Coefficient is null ? default : cell(Letters(Fixed + indicators.Count + at), Range(Fixed + indicators.Count + at, last))),
        ];

        // An empty cell is zero to a product; where it is no number it has no weight.
        string Sum(string values) => $"SUMPRODUCT({weights}--ISNUMBER({values}))";
        yield return Row("平均值", (_, values) => SheetCell.Formula($"SUMPRODUCT({weights}{values})/{Sum(values)}"));
        yield return Row("标准差", (column, values) => SheetCell.Formula($"SQRT(SUMPRODUCT({weights}--ISNUMBER({values}),({values}-{column}{last + 1})^2)/{Sum(values)})"));
        yield return Row("差异系数", (column, _) => SheetCell.Formula($"IF({column}{last + 1}=0,\"\",{column}{last + 2}/{column}{last + 1})"));
        yield return Row("不超过", (_, _) => county.Standard.Limit(level));
    }

    private static string Range(int column, int last) => $"{Letters(column)}${FirstRow}:{Letters(column)}${last}";

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static async IAsyncEnumerable<SheetCell[]> Rows(IEnumerable<SheetCell[]> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }
}
