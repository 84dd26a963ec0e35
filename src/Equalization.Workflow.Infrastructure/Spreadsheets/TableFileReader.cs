using System.Globalization;
using System.Text;
using System.Xml;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Infrastructure.Documents;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Equalization.Workflow.Infrastructure.Spreadsheets;

/// <summary>
/// Reads .xlsx, .xls and .csv into plain rows with their true numbers. What a file is, its first bytes say, not its name. Merged cells all say what the
/// first says; a formula counts with the result the file carries, and one whose result is an error is an error. Refuses with a code that
/// begins with table-file-, at field File.
/// </summary>
public static class TableFileReader
{
    public const int LargestFileInMegabytes = 30;
    public const int MostCells = 4_000_000;

    private const int LargestFile = LargestFileInMegabytes * 1024 * 1024;
    private const int MostColumns = 1000;
    private const long LargestUnpacked = 400L * 1024 * 1024;

    private static readonly (byte[] Magic, string Kind)[] Foreign =
    [
        ("%PDF"u8.ToArray(), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "图片"), ([0xFF, 0xD8, 0xFF], "图片"), ("GIF8"u8.ToArray(), "图片"),
        ("Rar!"u8.ToArray(), "压缩包"), ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"), ([0x1F, 0x8B], "压缩包"), ("{\\rtf"u8.ToArray(), "RTF"),
    ];

    // The library asks for old code pages by number, which .NET knows only once told.
    static TableFileReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads no more of the stream than the limit allows.</summary>
    public static async Task<TableFile> Read(string fileName, Stream content, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        while (await content.ReadAsync(buffer, ct) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            CheckSize(bytes.Length);
        }

        return Read(fileName, bytes.ToArray(), ct);
    }

    public static TableFile Read(string fileName, byte[] content, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        CheckSize(content.Length);
        var name = Path.GetFileName(fileName);
        try
        {
            if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
            {
                if (!UnpackedSize.IsWithin(content, LargestUnpacked))
                {
                    throw Refusal("table-file-too-large", "这份表格解开后超过 {0} MB，没有读取。请删去空白行列和图片，或者分成几个文件导入。", LargestUnpacked / (1024 * 1024));
                }

                var marks = WorkbookCells.Of(content, ct);
                using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false), Old);
                return Read(name, workbook, marks, isText: false, ct);
            }

            if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            {
                if (content.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
                {
                    throw Locked();
                }

                using var workbook = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(content, writable: false), Old);
                return Read(name, workbook, WorkbookCells.WithErrors(OldWorkbookErrors.In(content, ct)), isText: false, ct);
            }
        }
        catch (InvalidPasswordException)
        {
            throw Locked();
        }
        // The reading library answers a malformed file with whatever its parsing trips over.
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or XmlException or IOException or FormatException or OverflowException
            or InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException)
        {
            throw Refusal("table-file-broken", "文件“{0}”已损坏，或者不是表格文件，打不开。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。", name);
        }

        foreach (var (magic, kind) in Foreign)
        {
            if (content.AsSpan().StartsWith(magic))
            {
                throw Refusal("table-file-kind", "这是{0}文件，不能导入。请选择表格文件（.xlsx、.xls 或 .csv）。", kind);
            }
        }

        var text = TextBytes.Decode(content)
            ?? throw Refusal("table-file-kind", "“{0}”不是表格文件，读不出内容。请选择 .xlsx、.xls 或 .csv 文件。", name);
        using var lines = ExcelReaderFactory.CreateCsvReader(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8, AutodetectSeparators = [',', ';', '\t', '，', '；'] });
        return Read(name, lines, WorkbookCells.None, isText: true, ct);
    }

    /// <summary>Old .xls files name their code page; where they do not, it is the Chinese one.</summary>
    private static ExcelReaderConfiguration Old => new() { FallbackEncoding = CodePagesEncodingProvider.Instance.GetEncoding("GB18030") };

    private static TableFile Read(string name, IExcelDataReader workbook, WorkbookCells marks, bool isText, CancellationToken ct)
    {
        var sheets = new List<TableSheet>();
        var left = MostCells;
        do
        {
            var rows = new List<TableRow>();
            var merges = new Merges(workbook.MergeCells ?? []);
            for (var number = 1; workbook.Read(); number++)
            {
                ct.ThrowIfCancellationRequested();
                left -= workbook.FieldCount;
                if (workbook.FieldCount > MostColumns || left < 0)
                {
                    throw Refusal("table-file-too-large", "工作表“{0}”太大：最多 {1} 列，整个文件最多 {2} 个单元格。请删去空白行列，或者分成几个文件导入。", workbook.Name ?? name, MostColumns, MostCells);
                }

                var cells = Cells(workbook, (sheets.Count, number), marks);
                merges.Spread(cells, number - 1);
                if (Array.Exists(cells, c => !c.IsEmpty))
                {
                    rows.Add(new TableRow(number, IsHidden: marks.IsHidden(sheets.Count, number) || (!isText && workbook.RowHeight <= 0), Trim(cells)));
                }
            }

            sheets.Add(new TableSheet(workbook.Name ?? name, workbook.VisibleState is not (null or "visible"), rows));
        }
        while (workbook.NextResult());
        return new TableFile(name, sheets);
    }

    private static TableCell[] Cells(IExcelDataReader workbook, (int Sheet, int Row) at, WorkbookCells marks)
    {
        var cells = new TableCell[workbook.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = workbook.GetValue(i) switch
            {
                null => marks.At(at.Sheet, at.Row, i),
                string text => TableCell.Of(text),
                DateTime instant => TableCell.Of(DateOnly.FromDateTime(instant)),
                double number when Math.Abs(number) < 1e27 => TableCell.Of((decimal)number, IsPercent(workbook, i)),
                int number => TableCell.Of((decimal)number, IsPercent(workbook, i)),
                bool yes => TableCell.Of(yes ? "是" : "否"),
                var other => TableCell.Of(Convert.ToString(other, CultureInfo.InvariantCulture)),
            };
        }

        return cells;
    }

    private static bool IsPercent(IExcelDataReader workbook, int column) => workbook.GetNumberFormatString(column)?.Contains('%', StringComparison.Ordinal) == true;

    private static TableCell[] Trim(TableCell[] cells)
    {
        var last = Array.FindLastIndex(cells, c => !c.IsEmpty);
        return last == cells.Length - 1 ? cells : cells[..(last + 1)];
    }

    private static void CheckSize(long length)
    {
        if (length == 0)
        {
            throw Refusal("table-file-empty", "文件是空的。请选择填写好的表格后重新导入。");
        }

        if (length > LargestFile)
        {
            throw Refusal("table-file-too-large", "文件超过 {0} MB 的上限。请去掉图片和附件，或者分成几个文件导入。", LargestFileInMegabytes);
        }
    }

    private static RuleBroken Locked() => Refusal("table-file-password", "这份文件有打开密码，读不出内容。请在 Excel 或 WPS 中去掉密码另存后重新导入。");

    private static RuleBroken Refusal(string code, string message, params object[] arguments) => new(code, message, arguments) { Field = "File" };

    /// <summary>The merged cells of a sheet, met from the top down.</summary>
    private sealed class Merges(CellRange[] ranges)
    {
        private readonly Queue<CellRange> ahead = new(ranges.OrderBy(r => r.FromRow));
        private readonly List<(CellRange Range, TableCell First)> open = [];

        public void Spread(TableCell[] cells, int row)
        {
            while (ahead.TryPeek(out var next) && next.FromRow <= row)
            {
                ahead.Dequeue();
                open.Add((next, next.FromColumn < cells.Length ? cells[next.FromColumn] : default));
            }

            open.RemoveAll(o => o.Range.ToRow < row);
            foreach (var (range, first) in open)
            {
                for (var i = range.FromColumn; i <= Math.Min(range.ToColumn, cells.Length - 1); i++)
                {
                    cells[i] = row == range.FromRow && i == range.FromColumn ? first : first.Spread();
                }
            }
        }
    }
}
