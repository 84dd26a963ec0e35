using System.IO.Compression;
using System.Text;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Tables;

public sealed class TableFileReaderTests
{
    /// <summary>Written by LibreOffice: merged cells down and across, a hidden row, a hidden sheet, formulas, a day, a percentage, a rare character.</summary>
    private const string Book = """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
          xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
         <office:automatic-styles>
          <number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
          <style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>
          <style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>
         </office:automatic-styles>
         <office:body><office:spreadsheet>
          <table:table table:name="任务分解">
           <table:table-row><table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="1"><text:p>任务分解表</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>
           <table:table-row/>
           <table:table-row><table:table-cell><text:p>措施</text:p></table:table-cell><table:table-cell><text:p>单位</text:p></table:table-cell><table:table-cell><text:p>期限</text:p></table:table-cell><table:table-cell><text:p>数量</text:p></table:table-cell></table:table-row>
           <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>改造学校</text:p></table:table-cell><table:table-cell><text:p>𠮷县教育局</text:p></table:table-cell><table:table-cell table:style-name="day" office:value-type="date" office:date-value="2026-09-01"/><table:table-cell office:value-type="float" office:value="12"/></table:table-row>
           <table:table-row table:visibility="collapse"><table:covered-table-cell/><table:table-cell><text:p>市财政局</text:p></table:table-cell><table:table-cell/><table:table-cell table:formula="of:=[.D4]*2" office:value-type="float" office:value="24"/></table:table-row>
           <table:table-row><table:table-cell><text:p>０１２</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.625"/><table:table-cell table:formula="of:=1/0"/></table:table-row>
          </table:table>
          <table:table table:name="旧表" table:style-name="hid"><table:table-row><table:table-cell><text:p>作废</text:p></table:table-cell></table:table-row></table:table>
         </office:spreadsheet></office:body>
        </office:document>
        """;

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    public async Task A_workbook_of_another_program_is_read_with_true_row_numbers(string format)
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var file = TableFileReader.Read("分解表." + format, await Office.Saved(Encoding.UTF8.GetBytes(Book), "fods", format));

        Assert.Equal([("任务分解", false), ("旧表", true)], file.Sheets.Select(s => (s.Name, s.IsHidden)));
        var rows = file.Shown.Single().Rows;
        Assert.Equal([1, 3, 4, 5, 6], rows.Select(r => r.Number));
        Assert.Equal(["任务分解表", "任务分解表", "任务分解表"], rows[0].Cells.Take(3).Select(c => c.Text));
        Assert.Equal([false, true, true], rows[0].Cells.Take(3).Select(c => c.IsSpread));
        Assert.Equal(("改造学校", "𠮷县教育局", new DateOnly(2026, 9, 1), 12m), (rows[2][0].Text, rows[2][1].Text, rows[2][2].Day!.Value, rows[2][3].Number!.Value));
        Assert.Equal(("改造学校", true, "市财政局", 24m), (rows[3][0].Text, rows[3][0].IsSpread, rows[3][1].Text, rows[3][3].Number!.Value));
        Assert.Equal([false, false, false, true, false], rows.Select(r => r.IsHidden));
        Assert.Equal(("０１２", 12m), (rows[4][0].Text, rows[4][0].Number!.Value));
        Assert.Equal(0.625m, rows[4][1].Number);
        Assert.Equal((CellKind.Error, "#DIV/0!"), (rows[4][2].Kind, rows[4][2].Text));
    }

    [Fact]
    public async Task A_formula_without_a_saved_result_is_not_empty()
    {
        var sheet = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>数</t></is></c></row><row r=\"2\"><c r=\"A2\"><f>1+1</f></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>";
        var file = TableFileReader.Read("x.xlsx", await Altered(sheet));

        Assert.Equal((CellKind.Uncalculated, 2m), (file.Sheets[0].Rows[1][0].Kind, file.Sheets[0].Rows[1][1].Number!.Value));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public void A_csv_is_read_in_any_encoding(string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var file = TableFileReader.Read("学校.csv", bytes.GetBytes("学校代码,学校名称,人数\r\n001,\"第一小学,东校区\",１２\r\n\r\n002,\"二\n小\",30\r\n"));

        var rows = file.Sheets.Single().Rows;
        Assert.Equal(["001", "第一小学,东校区", "１２"], rows[1].Cells.Select(c => c.Text));
        Assert.Equal("002", rows[^1][0].Text);
        Assert.DoesNotContain(rows, r => r.IsHidden);
    }

    [Theory]
    [InlineData("%PDF-1.7", "table-file-kind")]
    [InlineData("{\\rtf1", "table-file-kind")]
    [InlineData("PK\u0003\u0004 broken", "table-file-broken")]
    [InlineData("", "table-file-empty")]
    public void What_is_no_table_is_refused_with_a_way_out(string content, string code)
    {
        var refusal = Assert.Throws<RuleBroken>(() => TableFileReader.Read("x.xlsx", Encoding.Latin1.GetBytes(content)));

        Assert.Equal((code, "File"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void A_broken_old_workbook_is_refused() =>
        Assert.Equal("table-file-broken", Assert.Throws<RuleBroken>(() => TableFileReader.Read("x.xls", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]])).Code);

    [Fact]
    public void The_wrapping_of_a_locked_workbook_is_known()
    {
        byte[] locked = [0xD0, 0xCF, 0x11, 0xE0, .. new byte[508], .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        Assert.Equal("table-file-password", Assert.Throws<RuleBroken>(() => TableFileReader.Read("x.xlsx", locked)).Code);
    }

    /// <summary>A real .xls, and behind the record that begins it the one that announces a password.</summary>
    [Fact]
    public async Task An_old_workbook_with_a_password_is_refused()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var book = await Office.Saved(Encoding.UTF8.GetBytes(Book), "fods", "xls");
        var begin = book.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00]);
        new byte[] { 0x2F, 0x00, 0x06, 0x00, 0x00, 0x00, 0x11, 0x22, 0x33, 0x44 }.CopyTo(book, begin + 20);

        Assert.Equal("table-file-password", Assert.Throws<RuleBroken>(() => TableFileReader.Read("x.xls", book)).Code);
    }

    [Fact]
    public void An_error_that_was_saved_as_words_is_an_error_still()
    {
        var rows = TableFileReader.Read("学校.csv", "学校,人数\r\n一小,#REF!\r\n#1班,2\r\n"u8.ToArray()).Sheets.Single().Rows;

        Assert.Equal([CellKind.Error, CellKind.Text], [rows[1][1].Kind, rows[2][0].Kind]);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_gigabytes_is_refused()
    {
        using var bomb = new MemoryStream();
        await using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var part = await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).OpenAsync(TestContext.Current.CancellationToken);
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 401; i++)
            {
                await part.WriteAsync(zeros, TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal("table-file-too-large", Assert.Throws<RuleBroken>(() => TableFileReader.Read("x.xlsx", bomb.ToArray())).Code);
    }

    /// <summary>A workbook of ours with the rows of its sheet put in by hand.</summary>
    private static async Task<byte[]> Altered(string rows)
    {
        using var book = new MemoryStream();
        await SpreadsheetWriter.Write(book, new Sheet("表", [new("列", 9)]), AsyncEnumerable.Empty<SheetCell[]>(), TestContext.Current.CancellationToken);
        await using (var zip = new ZipArchive(book, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            await using var part = await zip.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(TestContext.Current.CancellationToken);
            await part.WriteAsync(Encoding.UTF8.GetBytes(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows + "</sheetData></worksheet>"), TestContext.Current.CancellationToken);
        }

        return book.ToArray();
    }
}
