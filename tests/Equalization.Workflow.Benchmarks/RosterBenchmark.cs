using System.Diagnostics;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Core.Tables;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A workbook of people read, checked against what is there, and taken in one durable transaction with its audit chain; against the same people and posts
/// stored by the same transaction without a file. Then the same workbook once more, where nothing changes.
/// </summary>
public static class RosterBenchmark
{
    private const int People = 5000;
    private const double Bound = 5;
    private const double RatioBound = 4;

    private const string Plan = "校园建设方案（2018—2020年）\n一、主要措施\n1.扩建学校。新建学校6所。（牵头单位：市教育局）\n";

    public static async Task<int> Run()
    {
        var bounds = new Bounds();
        var folder = Directory.CreateTempSubdirectory("equalization-roster-").FullName;
        try
        {
            var bare = await Bare(Path.Combine(folder, "bare"));
            var import = await Import(Path.Combine(folder, "import"), bounds);
            bounds.AtMost($"{People} people: upload, dry run and import", import.TotalSeconds, Bound, " s");
            bounds.AtMost("To the same rows stored without a file", import / bare, RatioBound, "×");
            return bounds.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> Bare(string folder)
    {
        await using var city = await Make(folder);
        var unit = await UnitId(city);
        var watch = Stopwatch.StartNew();
        await city.Get<Transact>().Run(city.Office, "基准数据", (db, act) =>
        {
            for (var i = 0; i < People; i++)
            {
                var person = new Person($"人员{i}", $"p{i}@example.gov.cn", $"{13800000000 + i}");
                person.SignInAs($"ren{i}");
                db.AddRange(person, new Membership(act.Actor.JurisdictionId, person.Id, unit, Role.Contact, "联络员", act.Actor.Day));
            }

            return Task.CompletedTask;
        }, CancellationToken.None);
        return watch.Elapsed;
    }

    private static async Task<TimeSpan> Import(string folder, Bounds bounds)
    {
        await using var city = await Make(folder);
        var file = await Workbook();
        var (first, taken) = await Once(city, file);
        bounds.Exactly("Rows taken", taken!.Added, People);
        var (second, _) = await Once(city, file);
        Console.WriteLine($"The same workbook again, nothing to change: {second.TotalSeconds:0.###} s");
        return first;
    }

    private static async Task<(TimeSpan, TableOutcome?)> Once(City city, byte[] file)
    {
        var service = city.Get<RosterService>();
        var watch = Stopwatch.StartNew();
        var id = await service.Bring(city.Office, RosterKind.People, "人员.xlsx", new MemoryStream(file), CancellationToken.None);
        var look = await service.Preview(city.Office, id, TableReading.Plain, CancellationToken.None);
        Console.WriteLine($"Uploaded and checked: {watch.Elapsed.TotalSeconds:0.###} s");
        var taken = look.Check!.Count(RowChange.Added) == 0 ? null : await service.Take(city.Office, id, TableReading.Plain, look.Mark, false, CancellationToken.None);
        return (watch.Elapsed, taken);
    }

    private static async Task<byte[]> Workbook()
    {
        var columns = RosterColumns.Of(RosterKind.People);
        using var to = new MemoryStream();
        await SpreadsheetWriter.Write(to, new Sheet("人员", [.. columns.Select(c => new SheetColumn(c.Name, 20))]), Rows(), CancellationToken.None);
        return to.ToArray();
    }

    private static async IAsyncEnumerable<SheetCell[]> Rows()
    {
        for (var i = 0; i < People; i++)
        {
            yield return [$"人员{i}", "市教育局", "联络员", "联络员", $"{13800000000 + i}", $"p{i}@example.gov.cn", new DateOnly(2018, 3, 1), $"ren{i}"];
        }

        await Task.CompletedTask;
    }

    private static Task<City> Make(string folder)
    {
        Directory.CreateDirectory(folder);
        return City.Make(folder, PlanReader.Read(Plan), new DateOnly(2018, 3, 1));
    }

    private static async Task<Guid> UnitId(City city)
    {
        await using var db = await city.Context();
        return await db.Units.Where(u => u.Name == "市教育局").Select(u => u.Id).SingleAsync();
    }
}
