using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Equalization.Workflow.Infrastructure.Documents;
using Equalization.Workflow.Infrastructure.Spreadsheets;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A task table of 20,000 rows read into a draft, against reading the same cells alone, and a Word plan of 1,000 measures on 300 pages. Each reads in a process
/// of its own, so that its time has the start of the runtime in it and its peak of memory is its own.
/// </summary>
public static class ReadingBenchmark
{
    private const int Rows = 20_000;
    private const int Measures = 1_000;
    private const int Times = 3;

    private static readonly SheetColumn[] Heads =
        [.. new[] { "序号", "重点任务", "工作目标", "牵头单位", "配合单位", "分管领导", "完成时限", "备注" }.Select(head => new SheetColumn(head, 16))];

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("reading");
        try
        {
            var (table, plan) = (Path.Combine(folder.FullName, "任务.xlsx"), Path.Combine(folder.FullName, "方案.docx"));
            await using (var to = File.Create(table))
            {
                await SpreadsheetWriter.Write(to, new Sheet("任务", Heads), Cells().ToAsyncEnumerable(), CancellationToken.None);
            }

            await File.WriteAllBytesAsync(plan, Document());
            var draft = await Least("reading-draft", table);
            var cells = await Least("reading-cells", table);
            var word = await Least("reading-draft", plan);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Table of {Rows} rows: {draft.Count} measures in {draft.Seconds:0.00} s, peak {draft.MiB:0} MiB; its cells alone: {cells.Seconds:0.00} s, peak {cells.MiB:0} MiB"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Word plan: {word.Count} measures in {word.Seconds:0.00} s, peak {word.MiB:0} MiB"));
            var bounds = new Bounds();
            bounds.AtMost("Dry run of the table", draft.Seconds, 5, " s");
            bounds.AtMost("Dry run, to reading its cells", draft.Seconds / cells.Seconds, 6, "×");
            bounds.AtMost("Word plan of 300 pages", word.Seconds, 3, " s");
            bounds.AtMost("Word plan of 300 pages, peak memory", word.MiB, 300, " MiB");
            return bounds.ExitCode;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The other process: reads one file and prints what it took.</summary>
    public static async Task<int> Read(string file, bool cellsOnly)
    {
        var time = Stopwatch.StartNew();
        await using var content = File.OpenRead(file);
        var count = cellsOnly
            ? (await TableFileReader.Read(file, content, CancellationToken.None)).Sheets.Sum(sheet => sheet.Rows.Count)
            : (await PlanDocumentReader.Read(file, content, withHidden: false, CancellationToken.None)).Read().Measures.Count;
        var seconds = time.Elapsed.TotalSeconds;
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {own.PeakWorkingSet64 / (1024.0 * 1024.0)} {count}"));
        return 0;
    }

    private static IEnumerable<SheetCell[]> Cells()
    {
        for (var i = 1; i <= Rows; i++)
        {
            yield return
            [
                i, $"新建改扩建义务教育学校第{i}项，优化城乡布局", $"新增学位{(i % 900) + 10}个以上", "市教育局", "市财政局、市自然资源和规划局\n市住建局", "张三",
                $"{2022 + (i % 3)}年{(i % 12) + 1}月底前", "按季调度",
            ];
        }
    }

    /// <summary>A thousand measures of some 180 characters, with automatic numbers, as Word keeps them; 600 characters make a page.</summary>
    private static byte[] Document()
    {
        const string main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var body = new StringBuilder($"<w:document xmlns:w=\"{main}\"><w:body>{Paragraph("某市义务教育优质均衡发展实施方案")}{Paragraph("（2021—2025年）")}");
        for (var i = 0; i < Measures; i++)
        {
            body.Append(i % 100 == 0 ? Numbered(0, $"第{(i / 100) + 1}类措施") : "").Append(i % 10 == 0 ? Numbered(1, $"第{(i / 10) + 1}项工作") : "").Append(Numbered(
                2,
                $"完善第{i}所学校布局规划。优化城乡义务教育学校布局，消除大班额，改善寄宿制学校和小规模学校的办学条件，配齐教学仪器设备，补充紧缺学科教师，落实教师待遇，加强校长教师交流轮岗，推进集团化办学，提高课后服务水平。"
                + $"{2021 + (i % 5)}年底前新增学位{(i % 700) + 20}个以上，{60 + (i % 40)}%以上学校达到国家标准。（牵头单位：市教育局，配合单位：市财政局、市自然资源和规划局、市住房和城乡建设局、各区县（市）政府）"));
        }

        body.Append("</w:body></w:document>");
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>");
            Part(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Part(zip, "word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>");
            Part(zip, "word/numbering.xml", $"<w:numbering xmlns:w=\"{main}\"><w:abstractNum w:abstractNumId=\"1\">{Level(0, "chineseCounting", "%1、")}{Level(1, "chineseCounting", "（%2）")}{Level(2, "decimal", "%3.")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>");
            Part(zip, "word/document.xml", body.ToString());
        }

        return bytes.ToArray();
    }

    private static string Level(int level, string format, string text) => $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>";

    private static string Numbered(int level, string words) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>";

    private static string Paragraph(string words) => $"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(xml);
    }

    private static async Task<Took> Least(params string[] command)
    {
        var all = new List<Took>();
        for (var i = 0; i < Times; i++)
        {
            await using var sibling = Sibling.Start(command);
            var (output, code) = await sibling.Finish();
            var parts = output.Trim().Split(' ');
            all.Add(code == 0 && parts.Length == 3
                ? new Took(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture))
                : throw new InvalidOperationException($"{command[0]} ended with {code}: {output}"));
        }

        return new Took(all.Min(took => took.Seconds), all.Min(took => took.MiB), all[0].Count);
    }

    private sealed record Took(double Seconds, double MiB, int Count);
}
