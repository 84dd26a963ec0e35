using System.Text;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Plans.Breakdowns;

/// <summary>An exported breakdown as a person's spreadsheet program holds it: cells are set, rows moved, and it is saved as .xlsx by the product's own writer.</summary>
internal sealed class Book
{
    public List<(string Name, List<string?[]> Rows)> Sheets { get; } = [];

    public static Book Read(byte[] xlsx)
    {
        var book = new Book();
        foreach (var sheet in TableFileReader.Read("表.xlsx", xlsx).Sheets)
        {
            var width = sheet.Rows.Max(r => r.Cells.Count);
            book.Sheets.Add((sheet.Name, [.. sheet.Rows.Select(r => Enumerable.Range(0, width).Select(i => (string?)r[i].Text).ToArray())]));
        }

        return book;
    }

    /// <summary>A cell by the row number a person sees; row 1 is the head.</summary>
    public Book Set(string sheet, int row, string column, string? value)
    {
        this[sheet][row - 1][Place(sheet, column)] = value;
        return this;
    }

    public string? Get(string sheet, int row, string column) => this[sheet][row - 1][Place(sheet, column)];

    public List<string?[]> this[string sheet] => Sheets.Find(s => s.Name == sheet).Rows;

    /// <summary>A new row under another, with these cells filled.</summary>
    public Book Insert(string sheet, int after, params (string Column, string Value)[] cells)
    {
        var row = new string?[this[sheet][0].Length];
        foreach (var (column, value) in cells)
        {
            row[Place(sheet, column)] = value;
        }

        this[sheet].Insert(after, row);
        return this;
    }

    public Book Change(Action<Book> change)
    {
        change(this);
        return this;
    }

    public async Task<byte[]> Xlsx()
    {
        using var to = new MemoryStream();
        await SpreadsheetWriter.WriteAll(
            to, [.. Sheets.Select(s => (new Sheet(s.Name, [.. s.Rows[0].Select(h => new SheetColumn(h ?? "", 10))]), Cells(s.Rows.Skip(1))))], TestCity.Ct);
        return to.ToArray();
    }

    /// <summary>The first sheet.</summary>
    public byte[] Csv() => Encoding.UTF8.GetBytes(string.Join('\n', Sheets[0].Rows.Select(r => string.Join(',', r.Select(c => $"\"{c}\"")))));

    private static async IAsyncEnumerable<SheetCell[]> Cells(IEnumerable<string?[]> rows)
    {
        foreach (var row in rows)
        {
            yield return [.. row.Select(c => (SheetCell)c)];
        }

        await Task.CompletedTask;
    }

    private int Place(string sheet, string column) => Array.IndexOf(this[sheet][0], column);
}

internal static class BookDesk
{
    /// <summary>A version's breakdown as the export writes it, all cells as texts.</summary>
    public static async Task<Book> Book(this TestCity city, Guid versionId)
    {
        var book = new Book();
        foreach (var part in Enum.GetValues<BreakdownPart>())
        {
            var table = BreakdownTables.Of(part);
            var rows = new List<string?[]> { table.Columns.Select(c => (string?)c.Name).Append(RowSeal.Column).ToArray() };
            await foreach (var row in city.Get<BreakdownQueries>().All(city.Office, versionId, part, TestCity.Ct))
            {
                rows.Add([.. row.Cells.Select(c => c.Text), table.Seal(row)]);
            }

            book.Sheets.Add((table.Name, rows));
        }

        return book;
    }

    public static async Task<Guid> Bring(this TestCity city, Guid versionId, Book book) => await city.Bring(versionId, await book.Xlsx());

    public static async Task<Guid> Bring(this TestCity city, Guid versionId, byte[] content) =>
        await city.Get<BreakdownService>().Bring(city.Office, versionId, "分解表.xlsx", new MemoryStream(content), TestCity.Ct);

    public static Task<BreakdownPreview> Look(this TestCity city, Actor actor, Guid file, TableReading? reading = null) =>
        city.Get<BreakdownService>().Preview(actor, file, reading ?? TableReading.Plain, TestCity.Ct);

    public static async Task<BreakdownResult> Compare(this TestCity city, Guid versionId, Book book) => (await city.Look(city.Office, await city.Bring(versionId, book))).Result!;

    public static async Task<TableOutcome> Import(this TestCity city, Guid versionId, Book book, bool rightRowsOnly = false)
    {
        var file = await city.Bring(versionId, book);
        var look = await city.Look(city.Office, file);
        return await city.Get<BreakdownService>().Take(city.Office, file, TableReading.Plain, look.Mark, rightRowsOnly, TestCity.Ct);
    }

    /// <summary>Sheet, row, column, old and new value of every change.</summary>
    public static IReadOnlyList<string> Changes(this TableCheck check) =>
        [.. check.Lines.SelectMany(l => l.Cells, (l, c) => $"{l.Sheet} {l.Row} {c.Column}: {c.Before}→{c.After}")];

    public static IReadOnlyList<string> Faults(this TableCheck check) =>
        [.. check.Lines.SelectMany(l => l.Faults, (l, f) => $"{l.Sheet} {l.Row} {f.Column} {f.Refusal.Code}")];
}
