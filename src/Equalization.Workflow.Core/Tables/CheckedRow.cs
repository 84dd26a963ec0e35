namespace Equalization.Workflow.Core.Tables;

/// <summary>What a row of the file would do. Wrong rows do nothing.</summary>
public enum RowChange
{
    Wrong,
    Added,
    Changed,
    Unchanged,
}

/// <summary>A value that would change: what is there now and what the file says. Before is null where there is nothing yet.</summary>
public sealed record CellChange(string Column, string? Before, string After);

/// <summary>What is wrong in a row, at its column, with what the cell says.</summary>
public sealed record CellFault(string Column, string Written, RuleBroken Refusal);

/// <summary>One row of the file under its true number, checked against what is there.</summary>
public sealed class CheckedRow(TableHeads heads, TableRow row, string title)
{
    private const string Formula = "table-formula";
    private const string ErrorCell = "table-error-cell";

    private readonly List<CellFault> faults = [];
    private readonly List<CellChange> cells = [];

    public int Row => row.Number;

    public string Sheet => heads.Sheet.Name;

    /// <summary>What the row is about, as it is written: a name.</summary>
    public string Title { get; } = title;

    public IReadOnlyList<CellFault> Faults => faults;

    public IReadOnlyList<CellChange> Cells => cells;

    public RowChange Change => faults.Count > 0 ? RowChange.Wrong : IsNew ? RowChange.Added : cells.Count > 0 ? RowChange.Changed : RowChange.Unchanged;

    internal bool IsNew { get; set; }

    internal bool IsRight => faults.Count == 0;

    /// <summary>Writes the row; asked only of a right one, on what was loaded for writing.</summary>
    internal Action<WorkflowDb> Apply { get; set; } = _ => { };

    internal TableCell Cell(string column) => heads.Cell(row, column);

    internal string Text(string column) => heads.Cell(row, column).Text;

    internal bool Has(string column) => !heads.Cell(row, column).IsEmpty;

    /// <summary>Whether the sheet has the column at all.</summary>
    internal bool Knows(string column) => heads.Columns.ContainsKey(column);

    internal void Sets(string column, string? before, string? after)
    {
        if (after is not null && before != after)
        {
            cells.Add(new CellChange(column, before, after));
        }
    }

    /// <summary>What else is wrong with a cell that has no value is not worth telling.</summary>
    internal void Refuse(string column, RuleBroken refusal)
    {
        if (!faults.Exists(f => f.Column == column && f.Refusal.Code is (Formula or ErrorCell)))
        {
            faults.Add(new CellFault(column, Text(column), refusal));
        }
    }

    /// <summary>Runs a rule; what it refuses is noted at the column.</summary>
    internal bool Holds(string column, Action rule)
    {
        try
        {
            rule();
            return true;
        }
        catch (RuleBroken broken)
        {
            Refuse(column, broken);
            return false;
        }
    }

    /// <summary>As <see cref="Holds(string, Action)"/>, for a rule that asks of several columns: the refusal's field says which.</summary>
    internal bool Holds(Func<string?, string> columnOf, Action rule)
    {
        try
        {
            rule();
            return true;
        }
        catch (RuleBroken broken)
        {
            Refuse(columnOf(broken.Field), broken);
            return false;
        }
    }

    /// <summary>The day of a cell; the other day where it is empty, null where it is no day (noted).</summary>
    internal DateOnly? Day(string column, DateOnly? whenEmpty)
    {
        var cell = heads.Cell(row, column);
        if (cell.IsEmpty)
        {
            return whenEmpty;
        }

        if (cell.Day is { Year: >= 1900 and <= 2200 } day)
        {
            return day;
        }

        if (cell.Kind is not (CellKind.Uncalculated or CellKind.Error))
        {
            Refuse(column, new RuleBroken("table-day", "这不是日期。请写成 2026-09-01 或 2026年9月1日。"));
        }

        return null;
    }

    /// <summary>The number of a cell; null where it is empty, and where it is no number (noted).</summary>
    internal decimal? Number(string column)
    {
        var cell = heads.Cell(row, column);
        if (cell.Number is null && cell.Kind is not (CellKind.Empty or CellKind.Uncalculated or CellKind.Error))
        {
            Refuse(column, new RuleBroken("table-number", "这不是数。请只写数字，单位另写在计量单位一列。"));
        }

        return cell.Number;
    }

    /// <summary>Notes every cell that a spreadsheet program left without a value.</summary>
    internal void CheckCells(IEnumerable<string> columns)
    {
        foreach (var column in columns)
        {
            switch (heads.Cell(row, column).Kind)
            {
                case CellKind.Uncalculated:
                    Refuse(column, new RuleBroken(Formula, "这一格是公式，文件里没有它的结果。请在 Excel 或 WPS 中打开并保存一次，或者改成文字。"));
                    break;
                case CellKind.Error:
                    Refuse(column, new RuleBroken(ErrorCell, "这一格是公式错误。请改正公式，或者直接填写内容。"));
                    break;
                default:
                    break;
            }
        }
    }
}

/// <summary>Something that is there and that the file does not name; it is never deleted. Id says where its page is.</summary>
public sealed record TableMissing(Guid Id, string Title, string Detail);
