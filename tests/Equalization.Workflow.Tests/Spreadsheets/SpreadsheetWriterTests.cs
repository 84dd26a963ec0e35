using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Tests.Support;
using Sheet = Equalization.Workflow.Infrastructure.Spreadsheets.Sheet;

namespace Equalization.Workflow.Tests.Spreadsheets;

public sealed class SpreadsheetWriterTests
{
    private static readonly Sheet Frame = new("台账", [new("编号", 12), new("任务", 40), new("期限", 13), new("进度", 9), new("次数", 9)]);

    [Fact]
    public async Task LibreOffice_reads_text_days_shares_and_numbers_as_what_they_are()
    {
        Assert.SkipUnless(Office.HasCalc, Office.CalcIsAbsent);
        var csv = await Office.Csv(await Bytes(["2018-0042", "𠮷县<学校>&\"附属\"", new DateOnly(2018, 12, 31), SheetCell.Percent(62.5m), 3]));

        Assert.Equal("编号,任务,期限,进度,次数\n2018-0042,\"𠮷县<学校>&\"\"附属\"\"\",2018-12-31,62.5%,3\n", csv.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    public async Task What_begins_like_a_formula_stays_text(string text)
    {
        var bytes = await Bytes([text, default, default, default, default]);
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var cell = Cells(file).Single(c => c.CellReference == "A2");

        Assert.Null(cell.CellFormula);
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.Equal(text, cell.InnerText);
        var formats = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.True(formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value);
    }

    [Theory]
    [InlineData("甲\u0001乙\u0000丙", "甲乙丙")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("第一行\n第二行\t完", "第一行\n第二行\t完")]
    [InlineData("a_b", "a_b")]
    public async Task What_a_file_cannot_carry_is_left_out_and_the_rest_stays(string text, string expected)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(await Bytes([text, default, default, default, default])), isEditable: false);

        Assert.Equal(expected, Cells(file).Single(c => c.CellReference == "A2").InnerText);
    }

    [Fact]
    public async Task Half_a_character_becomes_the_mark_for_one_that_cannot_be_shown()
    {
        // Not as a case of its own: an attribute's text would be mended on its way into the assembly.
        using var file = SpreadsheetDocument.Open(new MemoryStream(await Bytes(["半个" + (char)0xD842 + "字", default, default, default, default])), isEditable: false);

        Assert.Equal("半个\uFFFD字", Cells(file).Single(c => c.CellReference == "A2").InnerText);
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_is_cut_with_a_mark()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(await Bytes([new string('字', 40_000), default, default, default, default])), isEditable: false);
        var text = Cells(file).Single(c => c.CellReference == "A2").InnerText;

        Assert.Equal(32_767, text.Length);
        Assert.EndsWith("字…", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_keeps_to_the_format_and_its_head_stays()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(await Bytes(["a", "b", new DateOnly(2018, 1, 1), SheetCell.Percent(1), 1])), isEditable: false);
        var pane = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Pane>().Single();

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(file).Select(e => $"{e.Description} {e.Path?.XPath}"));
        Assert.Equal((1.0, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
    }

    [Theory]
    [InlineData("台账", "台账")]
    [InlineData("2018/2019 [甲]:*?\\", "2018 2019  甲")]
    [InlineData("'引号'", "引号")]
    [InlineData("", "Sheet1")]
    [InlineData("history", "Sheet1")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public void A_sheets_name_keeps_to_what_spreadsheets_allow(string name, string expected) => Assert.Equal(expected, new Sheet(name, []).SafeName);

    [Fact]
    public void A_day_before_the_spreadsheets_own_calendar_is_text() => Assert.Equal(SheetKind.Text, ((SheetCell)new DateOnly(1899, 12, 31)).Kind);

    [Fact]
    public async Task Rows_leave_while_later_ones_are_still_to_come()
    {
        var line = new CountingStream();
        var leftBeforeLast = 0L;
        await SpreadsheetWriter.Write(line, Frame, Rows(50_000, last => leftBeforeLast = last ? line.Written : leftBeforeLast), TestCity.Ct);

        Assert.True(leftBeforeLast > line.Written / 2, $"{leftBeforeLast} of {line.Written} bytes had left before the last row was made.");
    }

    [Fact]
    public async Task A_row_that_does_not_fit_the_head_is_a_fault() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Bytes(["a", "b"]));

    private static async IAsyncEnumerable<SheetCell[]> Rows(int count, Action<bool> before, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var i = 0; i < count; i++)
        {
            ct.ThrowIfCancellationRequested();
            before(i == count - 1);
            yield return [$"2018-{i:0000}", Guid.CreateVersion7().ToString(), new DateOnly(2018, 1, 1).AddDays(i % 365), SheetCell.Percent(i % 100), i];
        }

        await Task.CompletedTask;
    }

    private static async Task<byte[]> Bytes(params SheetCell[] row)
    {
        using var bytes = new MemoryStream();
        await SpreadsheetWriter.Write(bytes, Frame, new[] { row }.ToAsyncEnumerable(), TestCity.Ct);
        return bytes.ToArray();
    }

    private static IEnumerable<Cell> Cells(SpreadsheetDocument file) => file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>();

    /// <summary>Takes bytes in like a line: it can neither seek nor read.</summary>
    private sealed class CountingStream : Stream
    {
        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written += count;
    }
}
