using Equalization.Workflow.Core.Tables;

namespace Equalization.Workflow.Web.Ui;

/// <summary>One page of a dry run as the screen shows it: the tab chosen, its rows, and how columns and missing things are worded and linked.</summary>
public sealed class TableLook
{
    public const int PageSize = 100;

    /// <summary>The tab of what the file does not name.</summary>
    public const string MissingTab = "Missing";

    public TableLook(TableCheck check, string? tab, int number)
    {
        Check = check;
        Tab = tab ?? Enum.GetValues<RowChange>().FirstOrDefault(c => check.Count(c) > 0).ToString();
        Number = Math.Max(1, number);
        if (Enum.TryParse<RowChange>(Tab, out var change))
        {
            var lines = check.Lines.Where(l => l.Change == change).ToList();
            (Lines, Total) = ([.. lines.Skip((Number - 1) * PageSize).Take(PageSize)], lines.Count);
        }
        else
        {
            (Missing, Total) = ([.. check.Missing.Skip((Number - 1) * PageSize).Take(PageSize)], check.Missing.Count);
        }
    }

    public TableCheck Check { get; }

    public string Tab { get; }

    public int Number { get; }

    /// <summary>Rows of the tab, for leafing.</summary>
    public int Total { get; }

    public IReadOnlyList<CheckedRow> Lines { get; } = [];

    public IReadOnlyList<TableMissing> Missing { get; } = [];

    /// <summary>The text key of a column's name.</summary>
    public required Func<string, string> ColumnWord { get; init; }

    /// <summary>What to do about things that the file does not name, in the reader's language.</summary>
    public required string MissingNote { get; init; }

    /// <summary>Where one of them is dealt with; null for no link.</summary>
    public Func<TableMissing, string?> MissingPage { get; init; } = _ => null;

    public bool HasSheets => Check.Sheets.Count > 1;

    public int WouldTake => Check.Count(RowChange.Added) + Check.Count(RowChange.Changed);

    /// <summary>False once the file was taken.</summary>
    public bool MayConfirm { get; init; }

    /// <summary>What the form under it posts.</summary>
    public required TableConfirmation Input { get; init; }
}
