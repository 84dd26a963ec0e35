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

    /// <summary>What the task is about: a problem that was found, an indicator of the standard. It is the task where a table has no other.</summary>
    Subject,
    Other,
}

/// <summary>A column; Label is the header's word where it holds units.</summary>
internal readonly record struct Column(ColumnKind Kind, LabelKind Role, string Label)
{
    private static readonly string[] Tasks = ["任务", "措施", "内容", "事项", "项目", "举措", "工作", "实事", "目标"];

    /// <summary>The year that the column's goals are for (2025年目标); null when its name has none.</summary>
    public int? Year { get; init; }

    /// <summary>Beside a column of tasks these say something about it: 工作标准, 任务来源.</summary>
    private static readonly string[] Asides = ["标准", "依据", "来源", "要求", "方式", "资金", "投资", "进度", "频次", "成效", "性质", "阶段", "步骤", "情况"];

    private static readonly string[] Persons = ["领导", "责任人", "负责人", "牵头人", "联系人", "包联人", "负责同志", "牵头同志", "责任同志"];

    // Every row is held against the head; a longer cell is a task and no name of a column.
    private const int LongestName = 40;

    public bool IsClass => Kind is ColumnKind.Category or ColumnKind.Subject or ColumnKind.Task;

    /// <summary>The columns as they stand together: of several that could be the task, those that only say more about it; and what is the task where none is called so.</summary>
    public static List<Column> Settled(List<Column> columns)
    {
        for (var i = columns.Count - 1; i >= 0 && columns.Count(column => column.Kind == ColumnKind.Task) > 1; i--)
        {
            columns[i] = columns[i].Kind == ColumnKind.Task && Beside(columns[i].Label) is { } other ? columns[i] with { Kind = other } : columns[i];
        }

        if (columns.Exists(column => column.Kind == ColumnKind.Task))
        {
            return columns;
        }

        var subject = columns.FindLastIndex(column => column.Kind == ColumnKind.Subject);
        return [.. columns.Select((column, i) => i == subject || (subject < 0 && column.Kind == ColumnKind.Target) ? column with { Kind = ColumnKind.Task } : column)];
    }

    /// <summary>What a column is that could be the task, beside another that is; null for one that says nothing of the kind.</summary>
    public static ColumnKind? Beside(string name) =>
        name.EndsWith("目标", StringComparison.Ordinal) || name.StartsWith("目标要求", StringComparison.Ordinal) || name.StartsWith("目标值", StringComparison.Ordinal) ? ColumnKind.Target
        : Array.Exists(Asides, aside => name.EndsWith(aside, StringComparison.Ordinal)) ? ColumnKind.Other
        : null;

    public static Column Of(string header)
    {
        var name = string.Concat(header.Where(c => !char.IsWhiteSpace(c)));
        if (name.Length > LongestName)
        {
            return new Column(ColumnKind.Other, default, name);
        }

        if (name is "序号" or "编号" or "号" or "项目编号")
        {
            return new Column(ColumnKind.Number, default, name);
        }

        if (name.Contains("完成情况", StringComparison.Ordinal) || name.Contains("进展", StringComparison.Ordinal)
            || name.Contains("落实情况", StringComparison.Ordinal) || name is "备注")
        {
            return new Column(ColumnKind.Other, default, name);
        }

        if (IsSubject(name))
        {
            return new Column(ColumnKind.Subject, default, name);
        }

        if (IsPerson(name))
        {
            return new Column(ColumnKind.Person, LabelKind.Person, name);
        }

        if (name is "问题类别" or "问题类型" or "指标类别" or "类别" or "分类" or "领域" or "板块" or "任务类别" or "项目类别" or "工作类别")
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

    /// <summary>反馈问题, 一级指标; but 问题类别 is a class and 年度指标 a goal.</summary>
    private static bool IsSubject(string name) =>
        name.EndsWith("问题", StringComparison.Ordinal) || name.EndsWith("级指标", StringComparison.Ordinal)
        || name is "问题描述" or "问题表现" or "问题清单" or "反馈意见" or "督导意见" or "指标名称" or "评估指标" or "监测指标" or "评价指标" or "考核指标" or "创建指标";

    /// <summary>牵头市领导 and 牵头人 are persons; 责任单位及责任人 is a column of units.</summary>
    private static bool IsPerson(string name) =>
        Array.Exists(Persons, word => name.EndsWith(word, StringComparison.Ordinal)) && !name.Contains("单位", StringComparison.Ordinal) && !name.Contains("部门", StringComparison.Ordinal);

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
