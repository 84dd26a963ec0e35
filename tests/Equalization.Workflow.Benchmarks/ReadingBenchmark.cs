using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Infrastructure.Documents;
using Equalization.Workflow.Infrastructure.Spreadsheets;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A task table of 20,000 rows read into a draft, against reading the same cells alone. Each reads in a process of its own, so that its time has the
/// compiling in it and its peak of memory is its own.
/// </summary>
public static class ReadingBenchmark
{
    private const int Rows = 20_000;
    private const int Times = 3;

    private static readonly SheetColumn[] Heads =
        [.. new[] { "序号", "重点任务", "工作目标", "牵头单位", "配合单位", "分管领导", "完成时限", "备注" }.Select(head => new SheetColumn(head, 16))];

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("reading");
        try
        {
            var table = Path.Combine(folder.FullName, "任务.xlsx");
            await using (var to = File.Create(table))
            {
                await SpreadsheetWriter.Write(to, new Sheet("任务", Heads), Cells().ToAsyncEnumerable(), CancellationToken.None);
            }

            var draft = await Least("reading-draft", table);
            var cells = await Least("reading-cells", table);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Table of {Rows} rows: {draft.Count} measures in {draft.Seconds:0.00} s, peak {draft.MiB:0} MiB; its cells alone: {cells.Seconds:0.00} s, peak {cells.MiB:0} MiB"));
            var bounds = new Bounds();
            bounds.AtMost("Dry run of the table", draft.Seconds, 5, " s");
            bounds.AtMost("Dry run, to reading its cells", draft.Seconds / cells.Seconds, 6, "×");
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
