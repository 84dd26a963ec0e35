using System.Text;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Plans.Reading;
using Equalization.Workflow.Core.Progress;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Lays tasks into the test city and takes them to where a test begins.</summary>
internal static class CityTasks
{
    public const string Lead = "市教育局";
    public const string Cooperating = "市财政局";
    public const string Stranger = "市人社局";

    public static readonly DateOnly StartOn = new(2018, 1, 1);
    public static readonly DateOnly DueOn = new(2018, 12, 31);

    private static CancellationToken Ct => TestCity.Ct;

    /// <summary>A task of 2018, unless named otherwise led by the education bureau with the finance bureau beside it, nobody signed.</summary>
    public static async Task<AnnualTask> LayTask(
        this TestCity city, DateOnly? dueOn = null, string[]? required = null, bool withTarget = false, string lead = Lead, string cooperating = Cooperating)
    {
        var plan = new Plan(city.Jurisdiction.Id, "测试行动计划", 2018, 2022);
        var version = new PlanVersion(plan, 1, "plan.txt", null, "一、消除大班额。");
        var measure = new Measure(version, 1, "一", "消除大班额", "", "消除大班额。", 0, 8);
        var number = new LedgerNumber(2018, 1 + await city.Read(db => db.AnnualTasks.CountAsync(Ct)));
        var task = new AnnualTask(
            city.Jurisdiction.Id, plan.Id, measure.Id, 1, number, "消除大班额", "消除大班额。", "56人以上大班额全部消除。",
            city.Unit(lead).Id, StartOn, dueOn ?? DueOn, 1, city.Clock.Now);
        task.Add(new TaskUnit(task, city.Unit(lead).Id, UnitRole.Lead, "消除大班额", new DateOnly(2018, 3, 8)));
        task.Add(new TaskUnit(task, city.Unit(cooperating).Id, UnitRole.Cooperating, "安排资金", new DateOnly(2018, 3, 8)));
        foreach (var kind in required ?? [])
        {
            task.Add(new RequiredEvidence { JurisdictionId = task.JurisdictionId, TaskId = task.Id, Kind = kind });
        }

        if (withTarget)
        {
            task.Add(new TaskTarget
            {
                JurisdictionId = task.JurisdictionId,
                TaskId = task.Id,
                AsWritten = "消除56人以上的大班额",
                Metric = "大班额",
                Comparator = Comparator.AtMost,
                Value = 0,
                Unit = "个",
            });
        }

        await city.Lay(db =>
        {
            db.AddRange(plan, version, measure);
            db.Add(task);
        });
        return task;
    }

    /// <summary>As <see cref="LayTask"/>, signed by both units.</summary>
    public static async Task<AnnualTask> LaySignedTask(this TestCity city, DateOnly? dueOn = null, string[]? required = null, bool withTarget = false)
    {
        var task = await city.LayTask(dueOn, required, withTarget);
        foreach (var unit in new[] { Lead, Cooperating })
        {
            var part = (await city.Task(task.Id)).PartOf(city, unit);
            await city.Get<SignForService>().SignFor(city.Contact(unit), part.Id, part.Version, Ct);
        }

        return await city.Task(task.Id);
    }

    public static TaskUnit PartOf(this AnnualTask task, TestCity city, string unitName) => task.Units.Single(u => u.UnitId == city.Unit(unitName).Id);

    /// <summary>The task as it stands now.</summary>
    public static Task<AnnualTask> Task(this TestCity city, Guid taskId) => city.Read(db => db.AnnualTasks.AsNoTracking()
        .Include(t => t.Units).Include(t => t.Targets).Include(t => t.Required).SingleAsync(t => t.Id == taskId, Ct));

    public static Task<ProgressReport> Report(this TestCity city, Guid reportId) => city.Read(db => db.ProgressReports.AsNoTracking()
        .Include(r => r.Metrics).Include(r => r.Evidence).SingleAsync(r => r.Id == reportId, Ct));

    /// <summary>A report of the unit, submitted by its contact and approved by its head.</summary>
    public static async Task<Guid> ReportApproved(this TestCity city, AnnualTask task, string unit, decimal percent, params MetricValue[] metrics)
    {
        var service = city.Get<ReportService>();
        var id = await service.Submit(city.Contact(unit), task.PartOf(city, unit).Id, null, Draft(percent) with { Metrics = metrics }, Ct);
        await service.Approve(city.Head(unit), id, (await city.Report(id)).Version, Ct);
        return id;
    }

    public static ReportDraft Draft(decimal percent, string narrative = "已完成两所学校的改扩建。") =>
        new(null, percent, OwnWord.OnSchedule, narrative, null, null, [], null, []);

    /// <summary>Puts a PDF into the lead unit's library; answers with the version's id.</summary>
    public static Task<Guid> Upload(this TestCity city, string unit, string kind, string fileName = "验收报告.pdf", string content = "%PDF-1.7 一") =>
        city.Get<EvidenceService>().Upload(
            city.Contact(unit), new EvidenceUpload(fileName, kind, null, null), new MemoryStream(Encoding.UTF8.GetBytes(content)), Ct);

    public static Task<List<string>> Story(this TestCity city, Guid taskId) =>
        city.Read(db => db.Stories.Where(s => s.TaskId == taskId).OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => s.Format).ToListAsync(Ct));
}
