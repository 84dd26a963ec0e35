namespace Equalization.Workflow.Core.Tables.RoundTrips;

/// <summary>A row as it is now, for going out and for comparing with what came back. Cells follow the table's columns.</summary>
public sealed record RoundRow(Guid Id, string Title, IReadOnlyList<TableCell> Cells);

/// <summary>A row whose source was changed here after it went out, in these columns; what the file left alone stays as it is now.</summary>
public sealed record MovedRow(string Sheet, int Row, string Title, IReadOnlyList<string> Columns);

/// <summary>A table that goes out as a sheet and comes back: its columns, and how its rows are told apart.</summary>
/// <param name="letter">Stands first in each row's seal, so that a row pasted into another table is told.</param>
/// <param name="titles">The column that says what a row is about.</param>
public sealed class RoundTable(string name, char letter, string titles, IReadOnlyList<RoundColumn> columns)
{
    /// <summary>Longer texts do not fit a cell whole.</summary>
    public const int LongestText = 32_000;

    private readonly IReadOnlyList<TableColumn> asked =
        [.. columns.Select(c => new TableColumn(c.Name, c.Name == titles)), new TableColumn(RowSeal.Column, true)];

    public string Name => name;

    public IReadOnlyList<RoundColumn> Columns => columns;

    public RoundColumn Column(string name) => columns.First(c => c.Name == name);

    /// <summary>The last cell of a row that goes out.</summary>
    public string Seal(RoundRow row) => RowSeal.Of(letter, row.Id, row.Cells.Select((cell, i) => columns[i].Said(cell)));

    /// <summary>The sheet of this table, whatever it is called now. Null where no sheet has a column that only this table has; refuses one without title or seal (table-head).</summary>
    public TableHeads? Find(TableFile file, IReadOnlyCollection<string> shared)
    {
        var loose = file.Sheets.Any(s => !s.IsHidden && s.Rows.Count > 0) ? TableHeads.Find(file, [.. asked.Select(a => a with { IsNeeded = false })]) : null;
        return loose is null || loose.Columns.Keys.All(shared.Contains) ? null : TableHeads.Find(file, asked);
    }

    /// <summary>
    /// Compares each row with what it was and with what is there now. A cell that the person left alone is never a change, whatever became of it here; one
    /// that both changed is a fault, and so is a change of a fixed column. What is left of a row are the cells to be checked and taken.
    /// </summary>
    public IReadOnlyList<ReturnedRow> Compare(TableHeads heads, IEnumerable<TableRow> rows, IReadOnlyDictionary<Guid, RoundRow> known)
    {
        var first = new Dictionary<Guid, int>();
        return [.. rows.Select(r => One(heads, r, known, first))];
    }

    /// <summary>All rows that the sheet names, hidden ones too.</summary>
    public IReadOnlySet<Guid> Ids(TableHeads heads) =>
        heads.Rows(withHidden: true).Select(r => RowSeal.Read(letter, heads.Cell(r, RowSeal.Column).Text)?.Id).OfType<Guid>().ToHashSet();

    private ReturnedRow One(TableHeads heads, TableRow row, IReadOnlyDictionary<Guid, RoundRow> known, Dictionary<Guid, int> first)
    {
        var written = heads.Cell(row, RowSeal.Column);
        var seal = RowSeal.Read(letter, written.Text);
        var now = seal is null ? null : known.GetValueOrDefault(seal.Id);
        var line = new CheckedRow(heads, row, now?.Title ?? heads.Cell(row, titles).Text);
        if (written.IsEmpty)
        {
            line.IsNew = true;
            line.CheckCells(heads.Columns.Keys);
            return new ReturnedRow(this, line, null, [.. columns.Where(c => !c.IsFixed && line.Has(c.Name)).Select(c => c.Name)], []);
        }

        if (seal is null || seal.Count != columns.Count)
        {
            line.Refuse(RowSeal.Column, new RuleBroken("row-seal", "这一行的校验码不完整，或者是从别的表复制来的。请恢复导出时的校验码；要作为新增的行，请清空这一格。"));
        }
        else if (!first.TryAdd(seal.Id, row.Number))
        {
            line.Refuse(RowSeal.Column, new RuleBroken("row-twice", "与第 {0} 行是同一条记录。请删去其中一行；要作为新增的行，请清空校验码。", first[seal.Id]));
        }
        else if (now is null)
        {
            line.Refuse(RowSeal.Column, new RuleBroken("row-gone", "这一行对应的记录已不在现在的内容中，可能已被删除、合并，或者属于另一版。请删去这一行，或重新导出。"));
        }
        else
        {
            return Compared(line, seal, now);
        }

        return new ReturnedRow(this, line, null, [], []);
    }

    private ReturnedRow Compared(CheckedRow line, RowSeal seal, RoundRow now)
    {
        var changed = new List<string>();
        var moved = new List<string>();
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var there = column.Said(now.Cells[i]);
            if (!column.IsOfTheDay && !seal.Said(i, there))
            {
                moved.Add(column.Name);
            }

            if (!line.Knows(column.Name))
            {
                continue;
            }

            var says = column.Said(line.Cell(column.Name));
            if (says == there || seal.Said(i, says))
            {
                continue;
            }

            if (line.Cell(column.Name).Kind is CellKind.Uncalculated or CellKind.Error)
            {
                line.CheckCells([column.Name]);
            }
            else if (line.Cell(column.Name).IsSpread)
            {
                line.Refuse(column.Name, new RuleBroken("row-merged", "这一格与相邻的单元格合并，分不清是哪一行的内容。请取消合并，逐行填写。"));
            }
            else if (column.FixedBecause is { } reason)
            {
                line.Refuse(column.Name, new RuleBroken("row-fixed", reason));
            }
            else if (moved.Count > 0 && moved[^1] == column.Name)
            {
                line.Refuse(column.Name, new RuleBroken("row-moved", "导出之后，这一格已改为“{0}”。请核对：改成与现在相同，或者重新导出后再改。", there.Length == 0 ? "（空）" : there));
            }
            else
            {
                changed.Add(column.Name);
            }
        }

        return new ReturnedRow(this, line, now, changed, moved);
    }
}

/// <summary>A row that came back. Known is null for a new row and for one that cannot be told; Changed are the cells that a person changed and that may be changed here.</summary>
public sealed class ReturnedRow(RoundTable table, CheckedRow line, RoundRow? known, IReadOnlyList<string> changed, IReadOnlyList<string> moved)
{
    public CheckedRow Line => line;

    public RoundRow? Known => known;

    public IReadOnlyList<string> Changed => changed;

    public bool IsNew => line.IsNew;

    /// <summary>Null where nothing was changed here since the row went out.</summary>
    public MovedRow? Moved => moved.Count == 0 ? null : new MovedRow(line.Sheet, line.Row, line.Title, moved);

    internal bool Has(string column) => changed.Contains(column);

    /// <summary>What the row means in a column: the file's word where it was changed, else what is there now.</summary>
    internal string Says(string column) =>
        known is null || Has(column) ? table.Column(column).Said(line.Cell(column)) : table.Column(column).Said(known.Cells[Place(column)]);

    internal TableCell Cell(string column) => known is null || Has(column) ? line.Cell(column) : known.Cells[Place(column)];

    /// <summary>Notes each changed cell as it was and as the file has it.</summary>
    internal void Note()
    {
        foreach (var column in changed)
        {
            Note(column, Says(column));
        }
    }

    /// <summary>As <see cref="Note()"/>, for a cell whose words were understood as something else.</summary>
    internal void Note(string column, string after) =>
        line.Sets(column, known is null ? null : table.Column(column).Said(known.Cells[Place(column)]), after);

    private int Place(string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == column)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(column), column, null);
    }
}
