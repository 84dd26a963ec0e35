using System.Runtime.CompilerServices;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.Ui;
using Microsoft.Extensions.Localization;

namespace Equalization.Workflow.Web.Controllers;

/// <summary>
/// Sheets that may come back: fixed columns grey, the row's seal last, and a sheet that says what each column is for. Headings stay as the import knows them,
/// whatever language the page is read in.
/// </summary>
public static class RoundSheets
{
    private const double SealWidth = 8;

    /// <summary>A table as a sheet; without seals where it cannot come back.</summary>
    public static (Sheet Sheet, IAsyncEnumerable<SheetCell[]> Rows) Of(RoundTable table, IAsyncEnumerable<RoundRow> rows, bool mayComeBack, CancellationToken ct) =>
        (new Sheet(table.Name,
            [
                .. table.Columns.Select(c => new SheetColumn(c.Name, c.Width, mayComeBack && c.IsFixed ? SheetLook.Fixed : SheetLook.Open)),
                .. mayComeBack ? [new SheetColumn(RowSeal.Column, SealWidth, SheetLook.Mark)] : Array.Empty<SheetColumn>(),
            ]),
            Cells(table, rows, mayComeBack, ct));

    /// <summary>What may be changed in each column of these tables, and how.</summary>
    public static (Sheet Sheet, IAsyncEnumerable<SheetCell[]> Rows) Notes(IStringLocalizer l, Func<string, string> hintOf, params RoundTable[] tables) =>
        (new Sheet(l["填写说明"], [new(l["工作表"], 10), new(l["列"], 16), new(l["能否修改"], 12), new(l["怎样填写"], 70)]),
            Sending.Rows(tables.SelectMany(t => t.Columns
                .Select(c => new SheetCell[] { t.Name, c.Name, c.IsFixed ? l["只供查看"].Value : l["可以修改"].Value, l[c.FixedBecause ?? hintOf(c.Name)].Value })
                .Append([t.Name, RowSeal.Column, l["不要改动"].Value, l[RoundWords.SealHint].Value]))));

    public static IEnumerable<SheetCell> Cells(RoundTable table, RoundRow row) => row.Cells.Select((cell, i) => Cell(table.Columns[i].Kind, cell));

    private static async IAsyncEnumerable<SheetCell[]> Cells(
        RoundTable table, IAsyncEnumerable<RoundRow> rows, bool mayComeBack, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.WithCancellation(ct))
        {
            yield return mayComeBack ? [.. Cells(table, row), table.Seal(row)] : [.. Cells(table, row)];
        }
    }

    private static SheetCell Cell(RoundKind kind, TableCell cell) => cell switch
    {
        { IsEmpty: true } => default,
        { Kind: CellKind.Day } => cell.Day!.Value,
        { Kind: CellKind.Number } when kind == RoundKind.Percent => SheetCell.Percent(cell.Number!.Value * 100),
        { Kind: CellKind.Number } => cell.Number!.Value,
        _ => cell.Text,
    };
}
