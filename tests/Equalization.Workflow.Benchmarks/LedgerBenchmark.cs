using System.Diagnostics;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Breakdowns;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Tables.RoundTrips;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Equalization.Workflow.Web.Controllers;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// The breakdown of a draft with 20,000 measures goes out and comes back with every tenth title changed: the dry run (read, compare with the draft, check by the
/// forms' rules) against reading the same file alone.
/// </summary>
public static class LedgerBenchmark
{
    private const int Rows = 20_000;
    private const int EveryNth = 10;
    private const double Bound = 5;
    private const double RatioBound = 4;

    private const string Plan = "校园建设方案（2018—2020年）\n一、主要措施\n1.扩建学校。新建学校6所。（牵头单位：市教育局）\n";

    public static async Task<int> Run()
    {
        var bounds = new Bounds();
        var folder = Directory.CreateTempSubdirectory("equalization-ledger-").FullName;
        try
        {
            await using var city = await City.Make(folder, PlanReader.Read(Plan), new DateOnly(2018, 3, 1));
            var draft = await Fill(city);
            var watch = Stopwatch.StartNew();
            var file = await Workbook(city, draft);
            Console.WriteLine($"Exported: {watch.Elapsed.TotalSeconds:0.###} s, {file.Length / 1024 / 1024.0:0.#} MiB");

            watch.Restart();
            TableFileReader.Read("分解表.xlsx", file);
            var read = watch.Elapsed;
            var service = city.Get<BreakdownService>();
            var id = await service.Bring(city.Office, draft, "分解表.xlsx", new MemoryStream(file), CancellationToken.None);
            watch.Restart();
            var look = await service.Preview(city.Office, id, TableReading.Plain, CancellationToken.None);
            var dryRun = watch.Elapsed;

            bounds.Exactly("Rows compared", look.Result!.Table.Lines.Count, Rows);
            bounds.Exactly("Rows that change", look.Result.Table.Count(RowChange.Changed), Rows / EveryNth);
            bounds.AtMost($"Dry run of {Rows} rows", dryRun.TotalSeconds, Bound, " s");
            bounds.AtMost("To reading the same file", dryRun / read, RatioBound, "×");
            Console.WriteLine($"Memory held at the end: {GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MiB");
            return bounds.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Guid> Fill(City city)
    {
        await using var db = await city.Context();
        var unit = await db.Units.Where(u => u.Name == "市教育局").Select(u => u.Id).SingleAsync();
        return await city.Get<Transact>().Run(city.Office, "基准数据", (to, act) =>
        {
            var plan = new Plan(act.Actor.JurisdictionId, "基准方案", 2018, 2020);
            var version = new PlanVersion(plan, 1, "基准方案.txt", null, Plan);
            to.AddRange(plan, version);
            for (var i = 1; i <= Rows; i++)
            {
                var measure = new Measure(version, i, $"{i}", $"扩建学校第{i}批", "一、主要措施", $"第{i}批新建学校6所，改善办学条件，配齐设备，保障师资，按期投入使用。", 0, 10);
                var lead = new MeasureUnit(act.Actor.JurisdictionId, DraftUnitRole.Lead, 0, "市教育局", 0, 0);
                lead.MatchUnit(unit);
                measure.Add(lead);
                to.Add(measure);
            }

            return Task.FromResult(version.Id);
        }, CancellationToken.None);
    }

    private static async Task<byte[]> Workbook(City city, Guid draft)
    {
        var table = BreakdownTables.Measures;
        var rows = city.Get<BreakdownQueries>().All(city.Office, draft, BreakdownPart.Measures, CancellationToken.None);
        var (sheet, cells) = RoundSheets.Of(table, rows, mayComeBack: true, CancellationToken.None);
        using var to = new MemoryStream();
        await SpreadsheetWriter.Write(to, sheet, Edited(cells), CancellationToken.None);
        return to.ToArray();
    }

    private static async IAsyncEnumerable<SheetCell[]> Edited(IAsyncEnumerable<SheetCell[]> rows)
    {
        var count = 0;
        await foreach (var row in rows)
        {
            row[3] = ++count % EveryNth == 0 ? row[3].Text + "（改）" : row[3];
            yield return row;
        }
    }
}
