using Equalization.Workflow.Core.Plans.Reading.Sources;

namespace Equalization.Workflow.Core.Plans.Reading.Forms;

/// <summary>
/// A table whose cells end in "|" and stand one a line, with words broken by lines: 序号 | / 任务 | / 责任单位 | / 1 | / … The
/// bars count the cells, so that each falls into its column.
/// </summary>
internal static class FlatBarTables
{
    private const int MostColumns = 10;
    private const int LongestCell = 3000;

    public static List<PlanTable> In(SourceView view, List<TextLine> lines)
    {
        var tables = new List<PlanTable>();
        var done = 0;
        foreach (var line in lines)
        {
            if (line.Start < done || line.Length > 6 || view[line.End - 1] != '|' || Column.Of(view.Name(line.Start, line.End - 1)).Kind != ColumnKind.Number)
            {
                continue;
            }

            var width = Cells(view, line.Start, MostColumns + 1).FindIndex(cell => IsNumber(view, cell));
            if (width is < 3 or > MostColumns)
            {
                continue;
            }

            var columns = Column.Settled([.. Cells(view, line.Start, width).Select(cell => Column.Of(view.Name(cell.Start, cell.End)))]);
            var task = columns.FindLastIndex(column => column.Kind == ColumnKind.Task);
            if (task < 0 || !columns.Exists(column => column.Kind == ColumnKind.Units))
            {
                continue;
            }

            var rows = new List<TableRow>();
            var classes = new RowClasses(columns, task);
            done = EndOf(view, line.Start, width);
            for (var row = Cells(view, done, width); row.Count == width && IsNumber(view, row[0]); row = Cells(view, done, width))
            {
                rows.Add(BarTables.Row(view, new TextLine(row[0].Start, row[^1].End), row, columns, task, classes.Of(view, row), rows.LastOrDefault()));
                done = EndOf(view, done, width);
            }

            if (rows.Count > 0)
            {
                tables.Add(new PlanTable(line.Start, done, rows));
            }
        }

        return tables;
    }

    /// <summary>The next cells, fewer where the text has no more bars.</summary>
    private static List<TextLine> Cells(SourceView view, int start, int count)
    {
        var cells = new List<TextLine>();
        for (var bar = NextBar(view, start); bar >= 0 && cells.Count < count; bar = NextBar(view, start))
        {
            var (a, b) = view.Trim(start, bar);
            cells.Add(new TextLine(a, Math.Max(a, b)));
            start = bar + 1;
        }

        return cells;
    }

    private static int EndOf(SourceView view, int start, int count)
    {
        for (var bar = NextBar(view, start); bar >= 0 && count > 0; bar = NextBar(view, start))
        {
            start = bar + 1;
            count--;
        }

        return start;
    }

    /// <summary>A cell is a few sentences; without a bar in that distance there is no table any more.</summary>
    private static int NextBar(SourceView view, int start) =>
        start < view.Length ? view.Folded.IndexOf('|', start, Math.Min(LongestCell, view.Length - start)) : -1;

    private static bool IsNumber(SourceView view, TextLine cell) =>
        cell.Length is > 0 and <= 3 && Numerals.DigitsAt(view, cell.Start, out var end) >= 0 && end == cell.End;
}
