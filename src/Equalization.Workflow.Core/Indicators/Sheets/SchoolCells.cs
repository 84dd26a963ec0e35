using System.Globalization;
using System.Text;
using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Indicators.Sheets;

/// <summary>
/// Reads the numbers of one row as people write them: 1,200、１２０、120人、3.5万元. An empty cell and a dash are not known. What is no number, below zero or
/// beyond belief is noted at its column and not known either.
/// </summary>
internal sealed class SchoolCells(CheckedRow line, IReadOnlyDictionary<string, decimal> units)
{
    internal const int FirstBuilt = 1700;
    internal const int LastBuilt = 2100;

    private static readonly HashSet<string> Blank = ["-", "--", "—", "——", "－", "/", "\\", "…", "……", "缺", "暂缺", "缺失", "不详", "未知", "无数据", "N/A", "n/a", "NA", "null", "NULL", "None", "nan", "NaN"];

    // Longer ones first: 万元 is not 元.
    private static readonly (string Word, decimal Times)[] Units =
    [
        ("亿元", 100_000_000), ("万元", 10_000), ("千元", 1_000), ("元", 1), ("万平方米", 10_000), ("万", 10_000), ("平方米", 1), ("平米", 1), ("m2", 1), ("㎡", 1),
        ("人", 1), ("名", 1), ("间", 1), ("个", 1), ("班", 1),
    ];

    /// <summary>Whole things: pupils, teachers, rooms. A part of one is noted as a doubt and counted as it is.</summary>
    public decimal? Count(string column)
    {
        var number = Number(column);
        if (number is { } said && said != decimal.Truncate(said))
        {
            Doubts.Add(new CellDoubt(column, new Remark("第 {0} 行“{1}”是 {2}，人数和间数应为整数，请核对", line.Row, column, said)));
        }

        return number;
    }

    /// <summary>An amount, in the heading's unit unless the cell names its own.</summary>
    public decimal? Number(string column)
    {
        var cell = line.Cell(column);
        if (cell.Kind is CellKind.Empty or CellKind.Uncalculated or CellKind.Error || Blank.Contains(cell.Text))
        {
            return null;
        }

        var (text, unit) = cell.Kind == CellKind.Number ? (cell.Text, null) : WithoutUnit(cell.Text);
        var plain = cell.Kind == CellKind.Day || text.EndsWith('%') ? null : cell.Kind == CellKind.Number ? cell.Number : Parse(text);
        if (plain is null)
        {
            line.Refuse(column, new RuleBroken("school-number", "这不是数。请只写数字；没有数据的请留空。"));
            return null;
        }

        if (plain < 0)
        {
            line.Refuse(column, new RuleBroken("school-negative", "数值不能小于零。请核对后改正；没有数据的请留空。"));
            return null;
        }

        var times = unit ?? units.GetValueOrDefault(column, 1);
        if (plain > SchoolFigures.Largest / times)
        {
            line.Refuse(column, new RuleBroken("school-too-large", "数值过大。请核对数字和单位。"));
            return null;
        }

        return plain * times;
    }

    /// <summary>A school year such as 2023-2024 or 2023学年, or the one in which a day lies.</summary>
    public int? SchoolYearOf(string column) => YearOf(column, SchoolYear.Of, day => SchoolYear.On(day) is var year && SchoolYear.IsYear(year) ? year : null);

    /// <summary>The year something was built: 1958, 2009年, or a day of it.</summary>
    public int? YearBuilt(string column) =>
        YearOf(column, written => int.TryParse(WithoutUnit(written).Text.TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? Built(year) : null, day => Built(day.Year));

    private static int? Built(int year) => year is >= FirstBuilt and <= LastBuilt ? year : null;

    private int? YearOf(string column, Func<string, int?> read, Func<DateOnly, int?> on)
    {
        var cell = line.Cell(column);
        var isUnknown = cell.IsEmpty || Blank.Contains(cell.Text);
        var written = isUnknown || cell.Kind == CellKind.Day ? null : read(cell.Text);
        var year = written ?? (!isUnknown && cell.Day is { } day ? on(day) : null);
        if (year is null && !isUnknown && cell.Kind is not (CellKind.Uncalculated or CellKind.Error))
        {
            line.Refuse(column, new RuleBroken("school-year", "这不是年份。请写成 2023 或 2023-2024。"));
        }

        return year;
    }

    public List<CellDoubt> Doubts { get; } = [];

    /// <summary>By what a column's numbers are multiplied, as its heading says; null for a unit that is not known here.</summary>
    public static decimal? UnitOf(string heading, decimal usual)
    {
        var plain = heading.Normalize(NormalizationForm.FormKC);
        var unit = Units.Where(u => u.Word is not ("万" or "人" or "名" or "间" or "个" or "班")).FirstOrDefault(u => plain.Contains(u.Word, StringComparison.Ordinal));
        return unit.Word is not null ? unit.Times : plain.Contains('亩') || plain.Contains("公顷", StringComparison.Ordinal) ? null : usual;
    }

    private static (string Text, decimal? Unit) WithoutUnit(string written)
    {
        var plain = written.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        var unit = Units.FirstOrDefault(u => plain.EndsWith(u.Word, StringComparison.Ordinal));
        return unit.Word is null ? (plain, null) : (plain[..^unit.Word.Length], unit.Times);
    }

    private static decimal? Parse(string plain) =>
        decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var said)
            ? said
            : null;
}
