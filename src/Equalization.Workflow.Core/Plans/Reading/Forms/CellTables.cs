using Equalization.Workflow.Core.Plans.Reading.Bodies;
using Equalization.Workflow.Core.Plans.Reading.Sources;
using Equalization.Workflow.Core.Plans.Reading.Times;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// A table flattened to one cell a line: header words 序号 / 任务 / 责任单位 / 完成时限, then the cells row by row. Several
/// units are several lines; a second task in a row shares the row's number and, if it names none, its units.
/// </summary>
internal static class CellTables
{
    private const int MostColumns = 10;
    private const int LongestCategory = 10;
    private const int LongestSubject = 120;

    public static IEnumerable<PlanTable> In(SourceView view, List<TextLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Header(view, lines, i) is not { } columns)
            {
                continue;
            }

            var rows = new List<TableRow>();
            var next = Rows(view, lines, i + columns.Count, columns, rows);
            if (rows.Count > 0)
            {
                yield return new PlanTable(lines[i].Start, lines[next - 1].End, rows);
            }

            i = next - 1;
        }
    }

    private static List<Column>? Header(SourceView view, List<TextLine> lines, int first)
    {
        if (!view.StartsWith(lines[first].Start, "序") || Column.Of(Cell(view, lines[first])).Kind != ColumnKind.Number)
        {
            return null;
        }

        var columns = new List<Column>();
        for (var i = first; i < lines.Count && columns.Count < MostColumns && lines[i].Length <= 16 && !IsNumber(view, lines[i]) && !IsChapter(view, lines[i]); i++)
        {
            columns.Add(Column.Of(Cell(view, lines[i])));
        }

        columns = Column.Settled(columns);
        var row = first + columns.Count;
        return row < lines.Count && (IsNumber(view, lines[row]) || IsSectionRow(view, lines, row))
            && columns.Exists(column => column.Kind == ColumnKind.Units) && columns.Exists(column => column.Kind == ColumnKind.Task)
            ? columns
            : null;
    }

    private static int Rows(SourceView view, List<TextLine> lines, int next, List<Column> columns, List<TableRow> rows)
    {
        var units = columns.FindAll(column => column.Kind == ColumnKind.Units);
        var section = "";
        var category = "";
        var first = columns.FindIndex(column => column.Kind == ColumnKind.Units);
        var hasProgress = columns.FindIndex(Math.Max(first, 0), column => column.Kind == ColumnKind.Other) > first;
        var before = columns.Take(columns.FindLastIndex(column => column.Kind == ColumnKind.Task)).Where(column => column.Kind is ColumnKind.Category or ColumnKind.Subject).ToList();
        var longest = before.Exists(column => column.Kind == ColumnKind.Subject) ? LongestSubject : LongestCategory;
        var classes = 0;
        var persons = columns.Exists(column => column.Kind == ColumnKind.Person);
        string? number = null;
        var numberStart = 0;
        TableRow? row = null;
        for (; next < lines.Count && (!IsChapter(view, lines[next]) || IsSectionRow(view, lines, next)); next++)
        {
            var line = lines[next];
            if (Header(view, lines, next) is { } again)
            {
                // The header is printed once more at the top of the next page.
                next += again.Count - 1;
            }
            else if (IsChapter(view, line))
            {
                (section, category) = (Cell(view, line), "");
                row = null;
            }
            else if (IsNumber(view, line))
            {
                (number, numberStart, row, classes) = (view.Name(line.Start, line.End).TrimEnd('.', '、', '．'), line.Start, null, 0);
            }
            else if (row is not null && TimePhrases.IsDeadlinePhrase(view, line.Start, line.End))
            {
                row.Times.Add(line);
                row.End = line.End;
            }
            else if (row is not null && UnitCell(view, line) is { } cell)
            {
                // Of two columns of units the first has one line; what follows belongs to the second.
                row.Units.Add((units[Math.Min(row.Units.Count, units.Count - 1)], cell));
                row.End = line.End;
            }
            else if (row is not null && persons && line.Length <= 4)
            {
                row.End = line.End;
            }
            else if (hasProgress && row is { Units.Count: > 0 })
            {
                // What has been done so far stands behind the units and is no task.
                row.End = line.End;
            }
            else if (classes < before.Count && row is null && IsCategory(view, lines, next, longest))
            {
                category = classes > 0 ? $"{category}/{Cell(view, line)}" : Cell(view, line);
                classes++;
            }
            else if (row is { Units.Count: 0, Times.Count: 0 })
            {
                row.Title = new TextLine(row.Title.Start, line.End);
                row.End = line.End;
            }
            else
            {
                var above = row;
                row = new TableRow { Number = number, Title = line, Section = string.Join('/', new[] { section, category }.Where(part => part.Length > 0)), Start = above is null ? numberStart : line.Start, End = line.End };
                if (above is not null)
                {
                    row.SharesUnits = true;
                }

                rows.Add(row);
            }
        }

        return next;
    }

    /// <summary>A line with nothing but units. One that ends in 。 must show the level of its units, since tasks end so too.</summary>
    private static TextLine? UnitCell(SourceView view, TextLine line)
    {
        var stopped = view[line.End - 1] == '。';
        var cell = stopped ? new TextLine(line.Start, line.End - 1) : line;
        if (cell.Length is < 2 or > 200 || UnitList.Read(view, cell.Start, cell.End) is not { IsPure: true } list)
        {
            return null;
        }

        return !stopped || list.Units.All(unit => UnitNames.LevelOf(unit.ResolvedName) is not null || UnitNames.IsCollective(unit.ResolvedName)) || list.Units.Count > 2 ? cell : null;
    }

    /// <summary>A short word before the task; where the cell is merged, only the first of its rows has it.</summary>
    private static bool IsCategory(SourceView view, List<TextLine> lines, int index, int longest) =>
        lines[index].Length <= longest && !Signs.EndsSentence(view[lines[index].End - 1]) && index + 1 < lines.Count && !IsNumber(view, lines[index + 1])
        && UnitCell(view, lines[index + 1]) is null;

    /// <summary>一、… between the rows is a section of the table when a row follows it.</summary>
    private static bool IsSectionRow(SourceView view, List<TextLine> lines, int index)
    {
        for (var last = index + MostColumns; index < Math.Min(lines.Count, last) && IsChapter(view, lines[index]);)
        {
            index++;
        }

        return index < lines.Count && IsNumber(view, lines[index]);
    }

    /// <summary>1 alone in its line, also as 1. and 1、.</summary>
    private static bool IsNumber(SourceView view, TextLine line) =>
        line.Length <= 4 && Numerals.DigitsAt(view, line.Start, out var end) is >= 0 and < 1000 && (end == line.End || (end == line.End - 1 && view[end] is '.' or '、'));

    private static bool IsChapter(SourceView view, TextLine line) =>
        Numerals.IsNumeral(view[line.Start]) && line.Length > 2 && (view[line.Start + 1] == '、' || view[line.Start + 2] == '、');

    private static string Cell(SourceView view, TextLine line) => view.Name(line.Start, line.End);
}
