using Equalization.Workflow.Core.Plans.Reading.Goals;
using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// A table with cells parted by "|". An empty cell under a merged one takes what stands above; a row with a single
/// filled cell is a section of the table.
/// </summary>
internal static class BarTables
{
    // Sixty columns and more; a task is longer than a heading.
    private const int LongestHeader = 600;

    public static List<PlanTable> In(SourceView view)
    {
        var tables = new List<PlanTable>();
        var lines = Lines(view);
        for (var i = 0; i < lines.Count; i++)
        {
            if (Header(view, lines[i]) is not { } columns)
            {
                continue;
            }

            var rows = new List<TableRow>();
            var next = Rows(view, lines, i + 1, columns, view[lines[i].Start] == '|', rows);
            if (rows.Count > 0)
            {
                tables.Add(new PlanTable(lines[i].Start, lines[next - 1].End, rows));
            }

            i = next - 1;
        }

        return tables;
    }

    /// <summary>Whole lines: two spaces inside a cell do not part it.</summary>
    private static List<TextLine> Lines(SourceView view)
    {
        var lines = new List<TextLine>();
        for (var start = 0; start < view.Length; start = view.LineEnd(start) + 1)
        {
            var (a, b) = view.Trim(start, view.LineEnd(start));
            if (a < b)
            {
                lines.Add(new TextLine(a, b));
            }
        }

        return lines;
    }

    private static List<Column>? Header(SourceView view, TextLine line)
    {
        if (line.Length > LongestHeader)
        {
            return null;
        }

        var cells = Cells(view, line, view[line.Start] == '|');
        if (cells.Count < 3)
        {
            return null;
        }

        var columns = Column.Settled([.. cells.Select(cell => Column.Of(view.Name(cell.Start, cell.End)))]);
        return columns.Exists(column => column.Kind == ColumnKind.Units) && columns.Exists(column => column.Kind == ColumnKind.Task) ? columns : null;
    }

    /// <param name="edged">The table's lines begin with a bar, so that the first one parts nothing.</param>
    private static int Rows(SourceView view, List<TextLine> lines, int next, List<Column> columns, bool edged, List<TableRow> rows)
    {
        // Of two task columns the first is the class of work, the last is the task.
        var task = columns.FindLastIndex(column => column.Kind == ColumnKind.Task);
        var section = "";
        var classes = new RowClasses(columns, task);
        for (; next < lines.Count; next++)
        {
            var cells = Cells(view, lines[next], edged);
            if (cells.Count < 2)
            {
                // A cell merged over the whole row stands alone in its line; anything longer is text after the table.
                if (lines[next].Length > 60 || next + 1 >= lines.Count || Cells(view, lines[next + 1], edged).Count < 2)
                {
                    break;
                }

                section = view.Name(lines[next].Start, lines[next].End);
                classes.Clear();
                continue;
            }

            var filled = cells.Where(cell => cell.Length > 0).ToList();
            if (filled.TrueForAll(cell => IsRule(view, cell)) || Header(view, lines[next]) is not null)
            {
                continue;
            }

            if (filled.Count == 1 && filled[0].Length <= 60)
            {
                section = view.Name(filled[0].Start, filled[0].End);
                classes.Clear();
                continue;
            }

            var category = classes.Of(view, cells);
            if (task >= cells.Count || cells[task].Length == 0)
            {
                continue;
            }

            rows.Add(Row(view, lines[next], cells, columns, task, string.Join('/', new[] { section, category }.Where(part => part.Length > 0)), rows.LastOrDefault()));
        }

        return next;
    }

    public static TableRow Row(SourceView view, TextLine line, List<TextLine> cells, List<Column> columns, int task, string section, TableRow? above)
    {
        var number = columns.FindIndex(column => column.Kind == ColumnKind.Number);
        var written = number >= 0 && number < cells.Count && !SaysSame(view, cells[number]) ? view.Name(cells[number].Start, cells[number].End) : "";
        var row = new TableRow
        {
            Number = written.Length > 0 ? written : above?.Number,
            Title = above is not null && SaysSame(view, cells[task]) ? above.Title : cells[task],
            Section = section,
            Start = line.Start,
            End = line.End,
        };
        for (var i = 0; i < Math.Min(cells.Count, columns.Count); i++)
        {
            var same = SaysSame(view, cells[i]);
            if (columns[i].Kind == ColumnKind.Units)
            {
                row.SharesUnits |= same;
                if (same && above is not null)
                {
                    row.Units.AddRange(above.Units.Where(unit => unit.Column == columns[i]));
                }
                else if (cells[i].Length > 0)
                {
                    row.Units.Add((columns[i], cells[i]));
                }
            }
            else if (cells[i].Length > 0 && columns[i].Kind == ColumnKind.Deadline)
            {
                row.Times.AddRange(same && above is not null ? above.Times : [cells[i]]);
            }
            else if (cells[i].Length > 0 && columns[i].Kind == ColumnKind.Target)
            {
                row.Targets.Add((cells[i], columns[i].Year));
            }
        }

        // Without numbers nothing tells a merged cell from an empty one.
        row.SharesUnits |= row.Units.Count == 0 && written.Length == 0 && number >= 0;
        return row;
    }

    /// <summary>The line under a header: | --- | --- |.</summary>
    private static bool IsRule(SourceView view, TextLine cell) => view.Folded.AsSpan(cell.Start, cell.Length).Trim("-: ").IsEmpty;

    internal static bool SaysSame(SourceView view, TextLine cell) => view.Name(cell.Start, cell.End) is "同上" or "〃";

    private static List<TextLine> Cells(SourceView view, TextLine line, bool edged)
    {
        var cells = new List<TextLine>();
        var from = edged && view[line.Start] == '|' ? line.Start + 1 : line.Start;
        var end = edged && line.End > from && view[line.End - 1] == '|' ? line.End - 1 : line.End;
        for (var i = from; i <= end; i++)
        {
            if (i == end || view[i] == '|')
            {
                var (a, b) = view.Trim(from, i);
                cells.Add(new TextLine(a, Math.Max(a, b)));
                from = i + 1;
            }
        }

        return cells;
    }
}
