using System.Diagnostics;
using System.Globalization;
using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Lights;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Infrastructure.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Benchmarks;

/// <summary>
/// A unit's 500 reports of “no change” sent in one batch by its contact and approved in one by its head, each an act with its own transaction, history,
/// notices and audit; beside it as many bare report rows inserted through EF Core, a transaction each, into the same file.
/// </summary>
internal static class BatchBenchmark
{
    private const string UnitName = "市教育局";
    private const double MostSeconds = 3;
    private const double MostRatio = 12;

    private static readonly DateOnly SignedOn = new(2018, 1, 2);
    private static readonly DateOnly FirstReports = new(2018, 3, 28);
    private static readonly DateOnly Today = new(2018, 6, 28);

    public static async Task<int> Run(string[] args)
    {
        var count = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : BatchService.MostAtOnce;
        var bounds = new Bounds();
        var folder = Places.Kept("batch");
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        try
        {
            await using var city = await City.Make(folder, PlanReader.Read($"测试市行动计划（2018—2020年）\n一、主要措施\n1.扩建学校。（牵头单位：{UnitName}）\n"), SignedOn);
            var (unitId, parts) = await Fill(city, folder, count);
            city.Clock.Day = Today;
            // Both acts once beforehand, so that neither pays for the first query's compilation.
            var warm = await NoChange(city, unitId, parts[..1]);
            await Approve(city, unitId, await Sent(city));
            var bare = await Bare(folder, parts[1]);
            var rest = parts[1..];
            var sending = await NoChange(city, unitId, rest);
            var picks = await Sent(city);
            var approving = await Approve(city, unitId, picks);
            bounds.Exactly("reports sent and approved", picks.Count, count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the first alone, unprepared: {warm:0.00} s"));
            bounds.AtMost($"{count} reports “no change” in one batch", sending, MostSeconds, " s");
            bounds.AtMost($"{count} reports approved in one batch", approving, MostSeconds, " s");
            bounds.AtMost($"the slower against {count} bare report rows, a transaction each ({bare.ToString("0.00", CultureInfo.InvariantCulture)} s)", Math.Max(sending, approving) / bare, MostRatio, "×");

            async Task<double> Bare(string at, TaskUnit part)
            {
                var period = ReportPeriod.Containing(FirstReports, Rules.ReportCycle);
                var watch = Stopwatch.StartNew();
                for (var n = 0; n < count; n++)
                {
                    period = period.Previous(Rules.ReportCycle);
                    await using var db = Open(at);
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    db.Add(Report(part, period, n + 1, city.Contact(unitId).PersonId));
                    await db.SaveChangesAsync();
                    await transaction.CommitAsync();
                }

                return watch.Elapsed.TotalSeconds;
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        return bounds.ExitCode;
    }

    private static RuleSet Rules { get; } = new();

    private static async Task<double> NoChange(City city, Guid unitId, IReadOnlyList<TaskUnit> parts)
    {
        var period = ReportPeriod.Containing(Today, Rules.ReportCycle).Code;
        return await Time(city, city.Contact(unitId), new BatchOrder(BatchAct.NoChange, [.. parts.Select(p => new BatchPick(p.Id, null, period))]));
    }

    private static Task<double> Approve(City city, Guid unitId, IReadOnlyList<BatchPick> picks) =>
        Time(city, city.Head(unitId), new BatchOrder(BatchAct.ApproveReport, picks));

    private static async Task<double> Time(City city, Actor actor, BatchOrder order)
    {
        var watch = Stopwatch.StartNew();
        var results = await city.Get<BatchService>().Run(actor, order, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        return results.FirstOrDefault(r => r.Refusal is not null) is { } refused ? throw refused.Refusal! : seconds;
    }

    private static async Task<List<BatchPick>> Sent(City city)
    {
        await using var db = await city.Context();
        return await db.ProgressReports.Where(r => r.State == ReportState.WithHead).Select(r => new BatchPick(r.Id, r.Version, null)).ToListAsync();
    }

    /// <summary>Signed parts of one unit, each with an approved first report.</summary>
    private static async Task<(Guid UnitId, List<TaskUnit> Parts)> Fill(City city, string folder, int count)
    {
        var office = city.Office;
        var at = ChinaTime.StartOf(SignedOn);
        var plan = new Plan(office.JurisdictionId, "测试行动计划", 2018, 2022);
        var version = new PlanVersion(plan, 1, "plan.txt", null, "一、扩建学校。");
        var measure = new Measure(version, 1, "一", "扩建学校", "", "扩建学校。", 0, 7);
        var parts = new List<TaskUnit>();
        await using var bare = Open(folder);
        var unitId = await bare.Units.Where(u => u.Name == UnitName).Select(u => u.Id).SingleAsync();
        bare.AddRange(plan, version, measure);
        for (var n = 0; n <= count; n++)
        {
            var task = new AnnualTask(
                plan.JurisdictionId, plan.Id, measure.Id, 1, new LedgerNumber(2018, n + 1), $"扩建第{n}所学校", "扩建学校。", "建成。", unitId, SignedOn,
                new DateOnly(2018, 12, 31), 1, at);
            var part = new TaskUnit(task, unitId, UnitRole.Lead, "扩建学校", new DateOnly(2018, 1, 9));
            part.SignFor("联络员", at);
            var report = Report(part, ReportPeriod.Containing(FirstReports, Rules.ReportCycle), 40, city.Contact(unitId).PersonId);
            part.BookReport(report.Period, report.Percent, report.OwnWord);
            task.Add(part);
            task.Begin();
            parts.Add(part);
            bare.AddRange(task, report);
        }

        await bare.SaveChangesAsync();
        return (unitId, parts);
    }

    private static ProgressReport Report(TaskUnit part, ReportPeriod period, int percent, Guid writtenBy)
    {
        var report = new ProgressReport(part, period);
        var at = ChinaTime.StartOf(FirstReports);
        report.Write(Percent.Of(percent % 100), OwnWord.OnSchedule, "已完成选址。", null, null, noChange: false, writtenBy, "联络员");
        report.Submit(at, period.LastDay.AddDays(5), part.DueOn);
        report.Approve("负责人", at);
        return report;
    }

    private static SqliteWorkflowDb Open(string folder) =>
        new(new DbContextOptionsBuilder<SqliteWorkflowDb>().UseSqlite($"Data Source={City.FileIn(folder)}").Options);
}
