using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Deadlines.Reminders;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A morning's reminders over 24,000 and over 240,000 task units, due days spread over a year, and then the worst morning: the day after the last day
/// to report, when everybody's report is late. Ten times the parts may take ten times the time and a bit, and no more memory to speak of.
/// </summary>
internal static class ReminderBenchmark
{
    private const int PartsATask = 3;
    private const int PartsAUnit = 600;
    private const int Batch = 500;
    private const double MostSeconds = 60;
    private const double MostGrowth = 12;
    private const double MostMegabytes = 150;

    private static readonly DateOnly OrdinaryDay = new(2018, 6, 20);
    private static readonly DateOnly ReportsLate = new(2018, 7, 9);
    private static readonly DateOnly FirstDue = new(2018, 2, 1);

    public static async Task<int> Run(string[] args)
    {
        var parts = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 240_000;
        var bounds = new Bounds();
        var few = await Measure(parts / 10);
        var many = await Measure(parts);
        foreach (var (what, less, more) in new[] { ("an ordinary morning", few.Ordinary, many.Ordinary), ("the morning after the last day to report", few.Worst, many.Worst) })
        {
            bounds.AtMost($"{what}, {parts} task units ({more.Reminders} reminders in {more.Digests} digests)", more.Seconds, MostSeconds, " s");
            bounds.AtMost($"{what}, time for ten times the parts", more.Seconds / less.Seconds, MostGrowth, "×");
            bounds.AtMost($"{what}, memory over that for a tenth", more.Megabytes - less.Megabytes, MostMegabytes, " MiB");
        }

        return bounds.ExitCode;
    }

    private static async Task<(Morning Ordinary, Morning Worst)> Measure(int parts)
    {
        var folder = Places.Kept($"reminders-{parts}");
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        try
        {
            await using var city = await City.Make(folder, PlanReader.Read("测试市行动计划（2018—2020年）\n一、主要措施\n1.扩建学校。（牵头单位：市教育局）\n"), new DateOnly(2018, 1, 2));
            await Fill(city, folder, parts);
            return (await Time(city, OrdinaryDay), await Time(city, ReportsLate));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Morning> Time(City city, DateOnly day)
    {
        city.Clock.Day = day;
        GC.Collect();
        var most = 0L;
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
                await Task.Delay(50);
            }
        });
        var watch = Stopwatch.StartNew();
        var result = await city.Get<ReminderService>().Run(CancellationToken.None);
        watch.Stop();
        await stop.CancelAsync();
        await watching;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{day:yyyy-MM-dd}: {result.Digests} digests, {result.Reminders} reminders in {watch.Elapsed.TotalSeconds:0.0} s, at most {most / 1048576.0:0} MiB"));
        return new Morning(watch.Elapsed.TotalSeconds, most / 1048576.0, result.Digests, result.Reminders);
    }

    /// <summary>Signed parts, laid down as rows: a lead and two cooperating units a task, each unit with a contact and a head, one leader for ten units.</summary>
    private static async Task Fill(City city, string folder, int parts)
    {
        var transact = city.Get<Transact>();
        var office = city.Office;
        var at = ChinaTime.StartOf(new DateOnly(2018, 1, 2));
        var plan = new Plan(office.JurisdictionId, "测试行动计划", 2018, 2022);
        var version = new PlanVersion(plan, 1, "plan.txt", null, "一、扩建学校。");
        var measure = new Measure(version, 1, "一", "扩建学校", "", "扩建学校。", 0, 7);
        var units = await transact.Run(office, "基准数据", (db, _) =>
        {
            db.AddRange(plan, version, measure);
            return Task.FromResult(Staff(db, office.JurisdictionId, Math.Max(PartsATask, parts / PartsAUnit)));
        }, CancellationToken.None);
        foreach (var batch in Enumerable.Range(0, parts / PartsATask).Chunk(Batch))
        {
            // Laid down without the audit of 240,000 rows, which is not what is measured.
            await using var bare = new SqliteWorkflowDb(new DbContextOptionsBuilder<SqliteWorkflowDb>().UseSqlite($"Data Source={City.FileIn(folder)}").Options);
            bare.AddRange(batch.Select(n => TaskOf(n, plan, measure, units, at)));
            await bare.SaveChangesAsync();
        }
    }

    private static List<Guid> Staff(WorkflowDb db, Guid jurisdiction, int count)
    {
        var units = new List<Guid>();
        Membership? leader = null;
        for (var i = 0; i < count; i++)
        {
            var unit = new Unit(jurisdiction, $"第{i}单位", UnitKind.Department);
            db.Add(unit);
            leader = i % 10 == 0 ? Post(db, unit, Role.Leader) : leader!;
            db.Add(new Portfolio(jurisdiction, leader.Id, unit.Id, new DateOnly(2010, 1, 1)));
            Post(db, unit, Role.Contact);
            Post(db, unit, Role.UnitHead);
            units.Add(unit.Id);
        }

        return units;
    }

    private static Membership Post(WorkflowDb db, Unit unit, Role role)
    {
        var person = new Person($"{unit.Name}{role}");
        var post = new Membership(unit.JurisdictionId, person.Id, unit.Id, role, role.ToString(), new DateOnly(2010, 1, 1));
        db.AddRange(person, post);
        return post;
    }

    private static AnnualTask TaskOf(int n, Plan plan, Measure measure, List<Guid> units, DateTime at)
    {
        var task = new AnnualTask(
            plan.JurisdictionId, plan.Id, measure.Id, 1, new LedgerNumber(2018, n + 1), "扩建学校", "扩建学校。", "建成。", units[n % units.Count],
            new DateOnly(2018, 1, 2), FirstDue.AddDays(n % 330), 1, at);
        for (var i = 0; i < PartsATask; i++)
        {
            var part = new TaskUnit(task, units[(n + i) % units.Count], i == 0 ? UnitRole.Lead : UnitRole.Cooperating, "扩建学校", new DateOnly(2018, 1, 9));
            part.SignFor("联络员", at);
            task.Add(part);
        }

        task.Begin();
        return task;
    }

    private sealed record Morning(double Seconds, double Megabytes, int Digests, int Reminders);
}
