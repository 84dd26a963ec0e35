using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Bulletins;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Snapshots;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A bulletin that names 200 units, with its items and its table of all units, drafted from a sealed day of 18,000 parts of 6,000 overdue tasks and read back
/// as its page shows it; beside it the sealing of that day, which reads the same parts, in the same run.
/// </summary>
internal static class BulletinBenchmark
{
    private const int Units = 200;
    private const int PartsATask = 3;
    private const double MostSeconds = 3;

    /// <summary>Drafting leaves an audited row for each item; sealing leaves packed pages.</summary>
    private const double MostRatio = 8;

    private static readonly DateOnly Day = new(2018, 6, 20);

    public static async Task<int> Run(string[] args)
    {
        var parts = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 18_000;
        var bounds = new Bounds();
        var folder = Places.Kept("bulletin");
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        try
        {
            await using var city = await City.Make(folder, PlanReader.Read("测试市行动计划（2018—2020年）\n一、主要措施\n1.扩建学校。（牵头单位：市教育局）\n"), new DateOnly(2018, 1, 2));
            await Fill(city, folder, parts);
            city.Clock.Day = Day.AddDays(1);
            var watch = Stopwatch.StartNew();
            await city.Get<SnapshotService>().Run(CancellationToken.None);
            var sealing = watch.Elapsed.TotalSeconds;
            watch.Restart();
            var id = await city.Get<BulletinService>().Draft(city.Office, BulletinKind.Criticism, Day, CancellationToken.None);
            var view = await city.Get<BulletinQueries>().One(city.Office, id, CancellationToken.None);
            var drafting = watch.Elapsed.TotalSeconds;
            bounds.AtLeast("units named", view.Lines.Select(l => l.Line.UnitId).Distinct().Count(), Units);
            bounds.AtMost($"a bulletin of {view.Units.Count} units and {view.Lines.Count} items drafted and read", drafting, MostSeconds, " s");
            bounds.AtMost($"against sealing its day of {parts} parts ({sealing.ToString("0.00", CultureInfo.InvariantCulture)} s)", drafting / sealing, MostRatio, "×");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        return bounds.ExitCode;
    }

    /// <summary>Signed parts of overdue tasks, each held late by the unit that leads it, spread so that every unit has some.</summary>
    private static async Task Fill(City city, string folder, int parts)
    {
        var office = city.Office;
        var at = ChinaTime.StartOf(new DateOnly(2018, 1, 2));
        var plan = new Plan(office.JurisdictionId, "测试行动计划", 2018, 2022);
        var version = new PlanVersion(plan, 1, "plan.txt", null, "一、扩建学校。");
        var measure = new Measure(version, 1, "一", "扩建学校", "", "扩建学校。", 0, 7);
        var units = Enumerable.Range(0, Units).Select(i => new Unit(office.JurisdictionId, $"第{i}单位", UnitKind.Department)).ToList();
        await using var bare = new SqliteWorkflowDb(new DbContextOptionsBuilder<SqliteWorkflowDb>().UseSqlite($"Data Source={City.FileIn(folder)}").Options);
        bare.AddRange(plan, version, measure);
        bare.AddRange(units);
        foreach (var n in Enumerable.Range(0, parts / PartsATask))
        {
            var task = new AnnualTask(
                plan.JurisdictionId, plan.Id, measure.Id, 1, new LedgerNumber(2018, n + 1), $"扩建第{n}所学校", "扩建学校。", "建成。", units[n % Units].Id,
                new DateOnly(2018, 1, 2), Day.AddDays(-5), 1, at);
            for (var i = 0; i < PartsATask; i++)
            {
                var part = new TaskUnit(task, units[(n + i) % Units].Id, i == 0 ? UnitRole.Lead : UnitRole.Cooperating, "扩建学校", new DateOnly(2018, 1, 9));
                part.SignFor("联络员", at);
                task.Add(part);
            }

            task.Begin();
            bare.Add(task);
        }

        await bare.SaveChangesAsync();
    }
}
