using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Equalization.Workflow.Infrastructure.Spreadsheets;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A ledger of 20,000 rows and 14 columns as .xlsx, against a bare streaming writer (ZipArchive and XmlWriter, no styles) of the same cells in the same run.
/// Each writes in a process of its own, in turn, so that its peak of memory is its own.
/// </summary>
public static class SpreadsheetBenchmark
{
    public const int Rows = 20_000;

    private const int Times = 5;
    private const double Bound = 2;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Heads = ["编号", "任务", "措施", "牵头单位", "配合单位", "年度目标", "首次期限", "现行期限", "进度", "亮灯", "状态", "延期次数", "销账编号", "备注"];

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("xlsx");
        try
        {
            var runs = new List<(Measure Ours, Measure Bare)>();
            for (var i = 0; i < Times; i++)
            {
                runs.Add((await Apart("xlsx-ours", Path.Combine(folder.FullName, "ours.xlsx")), await Apart("xlsx-bare", Path.Combine(folder.FullName, "bare.xlsx"))));
            }

            var ours = Least(runs.Select(r => r.Ours));
            var bare = Least(runs.Select(r => r.Bare));
            Console.WriteLine($"Ours: {ours.Seconds:0.000} s, peak {ours.MiB:0} MiB, {ours.Bytes / 1024} KiB; bare writer: {bare.Seconds:0.000} s, peak {bare.MiB:0} MiB, {bare.Bytes / 1024} KiB");
            var bounds = new Bounds();
            bounds.AtMost("Time, to the bare writer's", ours.Seconds / bare.Seconds, Bound, "×");
            bounds.AtMost("Peak memory, to the bare writer's", ours.MiB / bare.MiB, Bound, "×");
            return bounds.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The other process: writes one file and prints what it took.</summary>
    public static async Task<int> Write(string file, bool bare)
    {
        var time = Stopwatch.StartNew();
        await using (var to = File.Create(file))
        {
            if (bare)
            {
                WriteBare(to);
            }
            else
            {
                await SpreadsheetWriter.Write(to, new Sheet("台账", [.. Heads.Select(h => new SheetColumn(h, 16))]), Cells().ToAsyncEnumerable(), CancellationToken.None);
            }
        }

        var seconds = time.Elapsed.TotalSeconds;
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {own.PeakWorkingSet64 / (1024.0 * 1024.0)} {new FileInfo(file).Length}"));
        return 0;
    }

    private static IEnumerable<SheetCell[]> Cells()
    {
        for (var i = 0; i < Rows; i++)
        {
            var due = new DateOnly(2018, 1, 1).AddDays(i % 1800);
            yield return
            [
                $"2018-{i:0000}", $"新建改扩建义务教育学校第{i}项", "优化城乡义务教育学校布局，消除大班额", "市教育局", "市财政局、市自然资源和规划局、市住建局", $"新增学位{i * 10}个\n标准班额达到95%以上",
                due, due.AddDays(30), SheetCell.Percent(i % 101), "逾期", "办理中", i % 3, $"销2018-{i:0000}", $"期限已过 {i % 90} 个工作日，仍未办结",
            ];
        }
    }

    private static void WriteBare(Stream to)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        using var content = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(content);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        Row(xml, [.. Heads.Select(h => (SheetCell)h)]);
        foreach (var row in Cells())
        {
            Row(xml, row);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, SheetCell[] row)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in row)
        {
            xml.WriteStartElement("c", Main);
            if (cell.Kind == SheetKind.Text)
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteElementString("t", Main, cell.Text);
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteStartElement("v", Main);
                xml.WriteValue(cell.Number);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(xml);
    }

    private static async Task<Measure> Apart(params string[] command)
    {
        await using var sibling = Sibling.Start(command);
        var (output, code) = await sibling.Finish();
        var parts = output.Trim().Split(' ');
        return code == 0 && parts.Length == 3
            ? new Measure(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{command[0]} ended with {code}: {output}");
    }

    private static Measure Least(IEnumerable<Measure> all)
    {
        var list = all.ToList();
        return new Measure(list.Min(m => m.Seconds), list.Min(m => m.MiB), list[0].Bytes);
    }

    private sealed record Measure(double Seconds, double MiB, long Bytes);
}
