namespace Equalization.Workflow.Core.Tables;

/// <summary>A file of tables as it was read: .xlsx, .xls or .csv. Reading changes nothing and drops nothing; what is hidden is said to be so.</summary>
public sealed record TableFile(string Name, IReadOnlyList<TableSheet> Sheets)
{
    /// <summary>Sheets that show and have something in them.</summary>
    public IEnumerable<TableSheet> Shown => Sheets.Where(s => !s.IsHidden && s.Rows.Count > 0);
}

/// <summary>One sheet: its rows that are not wholly empty, in order.</summary>
public sealed record TableSheet(string Name, bool IsHidden, IReadOnlyList<TableRow> Rows);

/// <summary>A row with the number the spreadsheet program shows beside it, from 1. Cells past the last written one are empty.</summary>
public sealed record TableRow(int Number, bool IsHidden, IReadOnlyList<TableCell> Cells)
{
    public TableCell this[int column] => column < Cells.Count ? Cells[column] : default;
}

/// <summary>Reads a file's bytes into rows; refuses what is no table (codes table-file-…, field File).</summary>
public delegate TableFile ReadTable(string fileName, byte[] content, CancellationToken ct);
