using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Core.Rosters;

/// <summary>What a row of the file would do. Wrong rows do nothing.</summary>
public enum RosterChange
{
    Wrong,
    Added,
    Changed,
    Unchanged,
}

/// <summary>A value that would change: what is there now and what the file says. Before is null where there is nothing yet.</summary>
public sealed record RosterCell(string Column, string? Before, string After);

/// <summary>What is wrong in a row, at its column, with what the cell says.</summary>
public sealed record RosterFault(string Column, string Written, RuleBroken Refusal);

/// <summary>One row of the file under its true number, checked against what is there.</summary>
public sealed class RosterLine(TableHeads heads, TableRow row, string title)
{
    private const string Formula = "roster-formula";
    private const string ErrorCell = "roster-error-cell";

    private readonly List<RosterFault> faults = [];
    private readonly List<RosterCell> cells = [];

    public int Row => row.Number;

    /// <summary>What the row is about, as it is written: a name.</summary>
    public string Title { get; } = title;

    public IReadOnlyList<RosterFault> Faults => faults;

    public IReadOnlyList<RosterCell> Cells => cells;

    public RosterChange Change => faults.Count > 0 ? RosterChange.Wrong : IsNew ? RosterChange.Added : cells.Count > 0 ? RosterChange.Changed : RosterChange.Unchanged;

    internal bool IsNew { get; set; }

    internal bool IsRight => faults.Count == 0;

    /// <summary>Writes the row; asked only of a right one, on what was loaded for writing.</summary>
    internal Action<WorkflowDb> Apply { get; set; } = _ => { };

    internal string Text(string column) => heads.Cell(row, column).Text;

    internal bool Has(string column) => !heads.Cell(row, column).IsEmpty;

    internal void Sets(string column, string? before, string? after)
    {
        if (after is not null && before != after)
        {
            cells.Add(new RosterCell(column, before, after));
        }
    }

    /// <summary>What else is wrong with a cell that has no value is not worth telling.</summary>
    internal void Refuse(string column, RuleBroken refusal)
    {
        if (!faults.Exists(f => f.Column == column && f.Refusal.Code is (Formula or ErrorCell)))
        {
            faults.Add(new RosterFault(column, Text(column), refusal));
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

    /// <summary>As <see cref="Holds"/>, for a rule that asks of several columns: the refusal's field says which.</summary>
    internal void Holds(Func<string?, string> columnOf, Action rule)
    {
        try
        {
            rule();
        }
        catch (RuleBroken broken)
        {
            Refuse(columnOf(broken.Field), broken);
        }
    }

    /// <summary>The day of a cell; the other day where it is empty, null where it is no day (noted).</summary>
    internal DateOnly? Day(string column, DateOnly whenEmpty)
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
            Refuse(column, new RuleBroken("roster-day", "这不是日期。请写成 2026-09-01 或 2026年9月1日。"));
        }

        return null;
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

/// <summary>Something that is there and that the file does not name. It is never deleted; who has left is ended on the unit's page.</summary>
public sealed record RosterMissing(Guid UnitId, string Title, string Detail);

/// <summary>What came of a dry run: every row, what the file does not name, and what of the file was not looked at.</summary>
public sealed record RosterCheck(
    string Sheet, int HeadRow, IReadOnlyList<RosterLine> Lines, IReadOnlyList<RosterMissing> Missing, IReadOnlyList<string> UnknownHeadings, int HiddenRows, IReadOnlyList<string> HiddenSheets)
{
    public int Count(RosterChange change) => Lines.Count(l => l.Change == change);
}
