using Equalization.Workflow.Core.Plans.Reading.Forms;
using Equalization.Workflow.Core.Tables;
using TableRow = Equalization.Workflow.Core.Tables.TableRow;

namespace Equalization.Workflow.Core.Plans.Files;

/// <summary>The head of a sheet's table of tasks: which rows it takes, and which columns go into the text.</summary>
/// <param name="Written">What stands in the head, column by column; a group's name before the name under it.</param>
/// <param name="Columns">The columns of the text in order, with the kind the reader knows each by.</param>
internal sealed record SheetHead(int Row, int LastRow, IReadOnlyList<string> Written, string Line, IReadOnlyList<(int At, ColumnKind Kind)> Columns)
{
    /// <summary>What comes first in each line: the number of the row, which no column of a plan is called.</summary>
    private const string RowColumn = "行";

    // The reader takes no longer line for a head; of a wider table the columns without a meaning of their own stay out of it.
    private const int LongestLine = 180;

    // A line of notes above the head names no columns.
    private const int FewestNames = 3;

    public int Task { get; } = Columns.Last(column => column.Kind == ColumnKind.Task).At;

    /// <summary>The head that begins at this row, if one does.</summary>
    public static SheetHead? At(IReadOnlyList<TableRow> rows, int at)
    {
        var top = Names(rows[at]);
        if (top.Distinct().Count(name => name.Length > 0) >= FewestNames && at + 1 < rows.Count && rows[at + 1].Number == rows[at].Number + 1)
        {
            var below = Names(rows[at + 1]);
            if (TaskHeads.Joined(Grouped(top, below), below) is { } joined && TaskHeads.Known(joined) is { } both)
            {
                return Of(rows[at].Number, rows[at + 1].Number, joined, both);
            }
        }

        return TaskHeads.Known(top) is { } known ? Of(rows[at].Number, rows[at].Number, top, known) : null;
    }

    /// <summary>The head is printed once more at the top of a page.</summary>
    public bool IsRepeatedBy(TableRow row) => row[Task].Text == Written[Task] && Names(row).SequenceEqual(Written);

    private static SheetHead Of(int row, int last, IReadOnlyList<string> written, IReadOnlyList<string> known)
    {
        var settled = Column.Settled([.. known.Select(Column.Of)]);
        var columns = known.Select((name, i) => (At: i, settled[i].Kind, Name: name)).Where(column => column.Name.Length > 0).ToList();
        if (columns.Sum(column => column.Name.Length + 1) > LongestLine)
        {
            columns = columns.FindAll(column => column.Kind != ColumnKind.Other);
        }

        return new SheetHead(
            row, last, written, string.Join('|', columns.Select(column => column.Name).Prepend(RowColumn)), columns.ConvertAll(column => (column.At, column.Kind)));
    }

    private static List<string> Names(TableRow row) => [.. row.Cells.Select(cell => string.Concat(cell.Text.Where(c => !char.IsWhiteSpace(c))))];

    /// <summary>A group's name may stand in its first column alone, with the cells beside it left empty.</summary>
    private static List<string> Grouped(List<string> top, List<string> below)
    {
        var grouped = new List<string>(top);
        grouped.AddRange(Enumerable.Repeat("", Math.Max(0, below.Count - top.Count)));
        for (var i = 1; i < below.Count; i++)
        {
            if (grouped[i].Length == 0 && below[i].Length > 0)
            {
                grouped[i] = grouped[i - 1];
            }
        }

        return grouped;
    }
}
