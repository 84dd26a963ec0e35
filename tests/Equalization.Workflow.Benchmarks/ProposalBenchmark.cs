using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Escalations;
using Equalization.Workflow.Core.Escalations.Ladders;
using Equalization.Workflow.Core.Notifications;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Processes;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// The morning on which the ladders of many overdue tasks propose at once: each checked, its facts read and frozen, its proposal, notice, audit and process rows
/// written. Beside it a tenth of them in the same run, since the time may grow only with their number.
/// </summary>
internal static class ProposalBenchmark
{
    private const int Batch = 500;
    private const int Units = 60;
    private const double MostSeconds = 20;
    private const double MostGrowth = 13;

    private static readonly DateOnly IssuedOn = new(2018, 1, 2);
    private static readonly DateOnly DueOn = new(2018, 6, 15);
    private static readonly DateOnly OpenedOn = new(2018, 6, 16);

    public static async Task<int> Run(string[] args)
    {
        var parts = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 20_000;
        var bounds = new Bounds();
        var few = await Measure(parts / 10, bounds);
        var many = await Measure(parts, bounds);
        bounds.AtMost($"proposals for {parts} overdue task units", many, MostSeconds, " s");
        bounds.AtMost("time for ten times the tasks", many / few, MostGrowth, "×");
        return bounds.ExitCode;
    }

    private static async Task<double> Measure(int parts, Bounds bounds)
    {
        var folder = Places.Kept($"proposals-{parts}");
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        try
        {
            await using var city = await City.Make(folder, PlanReader.Read("测试市行动计划（2018—2020年）\n一、主要措施\n1.扩建学校。（牵头单位：市教育局）\n"), IssuedOn);
            // The urge is another rung: here the first is the notice that a person signs.
            var ladder = new LadderRules([.. LadderRules.Default.Rules.Select(r => r.Rung == Rung.Urge ? r with { Runs = false } : r)]).Pack();
            await using (var db = await city.Context())
            {
                await db.RuleSets.ExecuteUpdateAsync(s => s.SetProperty(r => r.Ladder, ladder));
            }

            var tasks = await Fill(city, folder, parts);
            city.Clock.Day = OpenedOn;
            var watch = Stopwatch.StartNew();
            foreach (var some in tasks.Chunk(Batch))
            {
                await city.Get<Transact>().Run(Actor.System(city.Office.JurisdictionId, OpenedOn), "任务逾期", (db, _) =>
                {
                    foreach (var id in some)
                    {
                        db.StartProcess("escalation", id, ("taskId", id));
                    }

                    return Task.CompletedTask;
                }, CancellationToken.None);
            }

            var opening = watch.Elapsed.TotalSeconds;
            city.Clock.Day = OpenedOn.AddDays(3);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            watch.Restart();
            await city.Get<ProcessTimers>().FireDue(CancellationToken.None);
            var proposing = watch.Elapsed.TotalSeconds;
            var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            await using var read = await city.Context();
            var proposed = await read.EscalationSteps.CountAsync(s => s.State == StepState.Proposed && s.Rung == Rung.Supervision);
            var frozen = await read.StepFacts.CountAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{parts} task units: ladders opened in {opening:0.0} s, {proposed} proposals in {proposing:0.0} s, {processor:0.0} s of the processor ({1000 * processor / parts:0.00} ms each)"));
            bounds.Exactly("  proposed", proposed, parts);
            bounds.Exactly("  with their facts", frozen, parts);
            bounds.AtLeast("  notices", await read.Notices.CountAsync(n => n.Kind == NoticeKind.SupervisionProposed), 1);
            return proposing;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Tasks past their day with a lead unit and its history of issue and signature, laid down as rows.</summary>
    private static async Task<List<Guid>> Fill(City city, string folder, int parts)
    {
        var office = city.Office;
        var at = ChinaTime.StartOf(IssuedOn);
        var plan = new Plan(office.JurisdictionId, "测试行动计划", 2018, 2022);
        var version = new PlanVersion(plan, 1, "plan.txt", null, "一、扩建学校。");
        var measure = new Measure(version, 1, "一", "扩建学校", "", "扩建学校。", 0, 7);
        var units = Enumerable.Range(0, Units).Select(i => new Unit(office.JurisdictionId, $"第{i}单位", UnitKind.Department)).ToList();
        var ids = new List<Guid>(parts);
        foreach (var batch in Enumerable.Range(0, parts).Chunk(Batch))
        {
            await using var bare = new SqliteWorkflowDb(new DbContextOptionsBuilder<SqliteWorkflowDb>().UseSqlite($"Data Source={City.FileIn(folder)}").Options);
            if (batch[0] == 0)
            {
                bare.AddRange(plan, version, measure);
                bare.AddRange(units);
            }

            foreach (var n in batch)
            {
                var task = new AnnualTask(
                    plan.JurisdictionId, plan.Id, measure.Id, 1, new LedgerNumber(2018, n + 1), $"扩建第{n}所学校", "扩建学校。", "建成。", units[n % Units].Id, IssuedOn, DueOn, 1, at);
                var part = new TaskUnit(task, units[n % Units].Id, UnitRole.Lead, "扩建学校", new DateOnly(2018, 1, 9));
                part.SignFor("联络员", at.AddDays(3));
                task.Add(part);
                task.Begin();
                bare.Add(task);
                bare.AddRange(
                    Line(task, at, ActKind.Issue, null, "下达任务，期限 {0}，签收期限 {1}", DueOn, new DateOnly(2018, 1, 9)),
                    Line(task, at.AddDays(3), ActKind.SignFor, part.Id, "签收任务"));
                ids.Add(task.Id);
            }

            await bare.SaveChangesAsync();
        }

        return ids;
    }

    private static StoryEntry Line(AnnualTask task, DateTime at, ActKind kind, Guid? document, string format, params object[] arguments) => new()
    {
        JurisdictionId = task.JurisdictionId, TaskId = task.Id, At = at, Kind = kind, PersonName = "张三", Post = "联络员", UnitName = "某单位", Format = format,
        Arguments = TextArguments.Pack(arguments), DocumentId = document,
    };
}
