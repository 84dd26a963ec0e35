using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>What a column of a table of tasks holds.</summary>
internal enum ColumnKind
{
    Number,
    Task,
    Units,
    Deadline,
    Target,
    Person,

    /// <summary>The class of work that a row belongs to; a merged cell covers several rows.</summary>
    Category,
    Other,
}

/// <summary>A column; Label is the header's word where it holds units.</summary>
internal readonly record struct Column(ColumnKind Kind, LabelKind Role, string Label)
{
    private static readonly string[] Tasks = ["任务", "措施", "内容", "事项", "项目", "举措", "工作", "实事", "目标"];

    /// <summary>The year that the column's goals are for (2025年目标); null when its name has none.</summary>
    public int? Year { get; init; }

    /// <summary>A goal is the task where a table has no other column for it.</summary>
    public static List<Column> Settled(List<Column> columns) =>
        columns.Exists(column => column.Kind == ColumnKind.Task)
            ? columns
            : columns.ConvertAll(column => column.Kind == ColumnKind.Target ? column with { Kind = ColumnKind.Task } : column);

    public static Column Of(string header)
    {
        var name = string.Concat(header.Where(c => !char.IsWhiteSpace(c)));
        if (name is "序号" or "编号" or "号" or "项目编号")
        {
            return new Column(ColumnKind.Number, default, name);
        }

        if (name.Contains("完成情况", StringComparison.Ordinal) || name.Contains("进展", StringComparison.Ordinal)
            || name.Contains("落实情况", StringComparison.Ordinal) || name is "备注")
        {
            return new Column(ColumnKind.Other, default, name);
        }

        if (name is "类别" or "分类" or "领域" or "板块" or "任务类别" or "项目类别" or "工作类别")
        {
            return new Column(ColumnKind.Category, default, name);
        }

        return UnitLabels.Column(name) switch
        {
            LabelKind.Deadline => new Column(ColumnKind.Deadline, LabelKind.Deadline, name),
            LabelKind.Person => new Column(ColumnKind.Person, LabelKind.Person, name),
            { } role => new Column(ColumnKind.Units, role, name),
            null when name.EndsWith("时间", StringComparison.Ordinal) || name.EndsWith("时限", StringComparison.Ordinal) => new Column(ColumnKind.Deadline, default, name),
            null when name.Contains("领导", StringComparison.Ordinal) => new Column(ColumnKind.Person, default, name),
            null when YearOfGoal(name) is { } year => new Column(ColumnKind.Target, default, name) { Year = year },
            null when name is "目标" or "年度目标" or "指标" or "目标值" or "目标要求" or "工作目标" or "主要目标" or "量化目标" or "具体目标" => new Column(ColumnKind.Target, default, name),
            null when Tasks.Any(word => name.Contains(word, StringComparison.Ordinal)) => new Column(ColumnKind.Task, default, name),
            null => new Column(ColumnKind.Other, default, name),
        };
    }

    /// <summary>2025年目标, 2025年度指标.</summary>
    private static int? YearOfGoal(string name) =>
        name.Length is > 5 and <= 10 && name.StartsWith("20", StringComparison.Ordinal) && name[4] == '年' && int.TryParse(name.AsSpan(0, 4), out var year)
        && name[5..].TrimStart('度') is "目标" or "目标值" or "指标" or "指标值" or "计划" or "目标任务" or "工作目标" or "底目标"
            ? year
            : null;
}

/// <summary>One row of a table of tasks, in view positions.</summary>
internal sealed class TableRow
{
    public string? Number { get; init; }

    public required TextLine Title { get; set; }

    public string Section { get; init; } = "";

    public List<(Column Column, TextLine Place)> Units { get; } = [];

    public List<TextLine> Times { get; } = [];

    public List<(TextLine Place, int? Year)> Targets { get; } = [];

    public int Start { get; init; }

    public int End { get; set; }

    public bool SharesUnits { get; set; }
}

/// <summary>A table found in the text. A table whose columns are lost has no rows, and Problem says so.</summary>
internal sealed record PlanTable(int Start, int End, IReadOnlyList<TableRow> Rows, string? Problem = null)
{
    /// <summary>The short line above the table; null where there is none.</summary>
    public TextLine? Title { get; init; }
}

/// <summary>Finds the tables of a plan in each of the shapes that they are handed on in.</summary>
internal static class PlanTables
{
    private const int LongestTitle = 60;
    private const int MostNotes = 3;

    private static readonly string[] Notes =
        ["填报", "填表", "制表", "报送单位", "上报单位", "报告单位", "单位:", "单位(", "日期:", "时间:", "盖章", "公章", "审核", "联系人", "联系电话", "负责人:", "主要负责人", "统计时间", "截至", "截止"];

    public static List<PlanTable> In(SourceView view)
    {
        var lines = TextLine.Of(view, 0, view.Length);
        var tables = BarTables.In(view);
        tables.AddRange(FlatBarTables.In(view, lines).Where(table => !tables.Exists(other => Overlap(table, other))));
        tables.AddRange(CellTables.In(view, lines).Where(table => !tables.Exists(other => Overlap(table, other))));
        tables.AddRange(LostTables.In(view, lines).Where(table => !tables.Exists(other => Overlap(table, other))));
        return [.. tables.OrderBy(table => table.Start).Select(table => table with { Title = TitleOf(view, lines, table) })];
    }

    private static TextLine? TitleOf(SourceView view, List<TextLine> lines, PlanTable table)
    {
        var above = lines.FindLastIndex(line => line.End <= table.Start && !IsNote(view, line));
        above = above >= 0 && lines.FindLastIndex(line => line.End <= table.Start) - above <= MostNotes ? above : -1;
        return above >= 0 && AfterAnnex(view, lines[above]) is { Length: > 0 and <= LongestTitle } line && !Signs.EndsClause(view[line.End - 1]) ? line : null;
    }

    /// <summary>附件1:任务分工表 is the table's title behind the annex's number; 附件1 alone is none.</summary>
    private static TextLine AfterAnnex(SourceView view, TextLine line)
    {
        if (!view.StartsWith(line.Start, "附件") && !view.StartsWith(line.Start, "附表"))
        {
            return line;
        }

        var start = line.Start + 2;
        while (start < line.End && (Signs.IsDigit(view[start]) || Numerals.IsNumeral(view[start]) || view[start] is ':' or ' ' or '-'))
        {
            start++;
        }

        return new TextLine(start, line.End);
    }

    /// <summary>填报单位:…, 单位:万元, (盖章), (2025年度): who filled the table in, what its numbers count, and its year.</summary>
    private static bool IsNote(SourceView view, TextLine line)
    {
        if (view[line.Start] == '(' && view.Brackets.CloseOf(line.Start) == line.End - 1)
        {
            return true;
        }

        var start = line.Start + (view[line.Start] == '(' ? 1 : 0);
        return Array.Exists(Notes, note => view.StartsWith(start, note));
    }

    private static bool Overlap(PlanTable one, PlanTable other) => one.Start < other.End && other.Start < one.End;
}
