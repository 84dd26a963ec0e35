using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>
/// Writes sheets as .xlsx straight to a stream that need not seek, row by row: memory does not grow with the rows. Texts stand in their
/// cells, not in a shared table, which would have to be kept until the end.
/// </summary>
public static class SpreadsheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The most rows a sheet holds, its head included.</summary>
    public const int MostRows = 1_048_576;

    private const int Chunk = 64 * 1024;
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly DateTimeOffset PartDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Each row has as many cells as the sheet has columns. Throws <see cref="InvalidOperationException"/> for a row too many.</summary>
    public static Task Write(Stream to, Sheet sheet, IAsyncEnumerable<SheetCell[]> rows, CancellationToken ct) => WriteAll(to, [(sheet, rows)], ct);

    /// <summary>Several sheets one after another; their names differ.</summary>
    public static async Task WriteAll(Stream to, IReadOnlyList<(Sheet Sheet, IAsyncEnumerable<SheetCell[]> Rows)> sheets, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await Part(zip, "[Content_Types].xml", ContentTypes(sheets.Count), ct);
        await Part(zip, "_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>", ct);
        await Part(zip, "xl/workbook.xml", Workbook([.. sheets.Select(s => s.Sheet)]), ct);
        await Part(zip, "xl/_rels/workbook.xml.rels",
            $"<Relationships xmlns=\"{Relations}\">"
            + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
            + $"<Relationship Id=\"rId{sheets.Count + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>", ct);
        await Part(zip, "xl/styles.xml", SheetStyles.Xml, ct);
        for (var i = 0; i < sheets.Count; i++)
        {
            await using var content = await Open(zip, $"xl/worksheets/sheet{i + 1}.xml", ct);
            await Content(content, sheets[i].Sheet, sheets[i].Rows, isFirst: i == 0, ct);
        }
    }

    private static async Task Content(Stream content, Sheet sheet, IAsyncEnumerable<SheetCell[]> rows, bool isFirst, CancellationToken ct)
    {
        var buffer = new SheetBuffer(Chunk);
        buffer.Raw(Head + $"<worksheet xmlns=\"{Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView{(isFirst ? " tabSelected=\"1\"" : "")} workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        var names = new byte[sheet.Columns.Count][];
        var looks = sheet.Columns.Select(c => c.Look).ToArray();
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            names[i] = Encoding.ASCII.GetBytes(Letters(i));
            buffer.Raw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{sheet.Columns[i].Width}\" customWidth=\"1\"/>"));
        }

        buffer.Raw("</cols><sheetData>");
        var count = 1;
        Row(buffer, names, count, [.. sheet.Columns.Select(c => (SheetCell)c.Head)], looks: null);
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (++count > MostRows || row.Length != names.Length)
            {
                throw new InvalidOperationException($"Row {count} does not fit a sheet of {names.Length} columns and {MostRows} rows.");
            }

            Row(buffer, names, count, row, looks);
            if (buffer.IsFull)
            {
                await buffer.Flush(content, ct);
            }
        }

        buffer.Raw(string.Create(CultureInfo.InvariantCulture,
            $"</sheetData><autoFilter ref=\"A1:{Letters(names.Length - 1)}{count}\"/><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"));
        buffer.Raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter></worksheet>");
        await buffer.Flush(content, ct);
    }

    /// <summary>The head has no looks: it is the head.</summary>
    private static void Row(SheetBuffer buffer, byte[][] names, int number, SheetCell[] cells, SheetLook[]? looks)
    {
        buffer.Raw("<row r=\""u8);
        buffer.Number(number);
        buffer.Raw("\">"u8);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Kind != SheetKind.Empty)
            {
                buffer.Cell(names[i], number, cells[i], looks is null ? SheetStyles.Head : SheetStyles.Of(cells[i], looks[i]));
            }
        }

        buffer.Raw("</row>"u8);
    }

    private static async Task Part(ZipArchive zip, string name, string xml, CancellationToken ct)
    {
        await using var content = await Open(zip, name, ct);
        await content.WriteAsync(Encoding.UTF8.GetBytes(Head + xml), ct);
    }

    private static async Task<Stream> Open(ZipArchive zip, string name, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = PartDate;
        return await entry.OpenAsync(ct);
    }

    /// <summary>0 is A, 26 is AA.</summary>
    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Workbook(IReadOnlyList<Sheet> sheets)
    {
        var written = sheets.Select(s => System.Security.SecurityElement.Escape(s.SafeName)!).ToList();
        return $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
            + string.Concat(written.Select((name, i) => $"<sheet name=\"{name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>")) + "</sheets><definedNames>"
            + string.Concat(written.Select((name, i) => Printed(sheets[i], i, name.Replace("&apos;", "&apos;&apos;", StringComparison.Ordinal)))) + "</definedNames></workbook>";
    }

    /// <summary>The head repeats on each page; marks at the end are not printed.</summary>
    private static string Printed(Sheet sheet, int index, string name)
    {
        var shown = sheet.Columns.TakeWhile(c => c.Look != SheetLook.Mark).Count();
        return (shown < sheet.Columns.Count ? $"<definedName name=\"_xlnm.Print_Area\" localSheetId=\"{index}\">'{name}'!$A:${Letters(shown - 1)}</definedName>" : "")
            + $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{index}\">'{name}'!$1:$1</definedName>";
    }

    private static string ContentTypes(int sheets) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
        + string.Concat(Enumerable.Range(1, sheets).Select(i =>
            $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
}
