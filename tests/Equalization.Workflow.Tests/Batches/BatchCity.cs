using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Batches;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Batches;

/// <summary>Many tasks of one county, nobody signed.</summary>
internal static class BatchCity
{
    public const string County = "浏阳市政府";

    public static async Task<List<AnnualTask>> LayTasks(this TestCity city, int count)
    {
        var plan = new Plan(city.Jurisdiction.Id, "测试行动计划", 2018, 2022);
        var version = new PlanVersion(plan, 1, "plan.txt", null, "一、消除大班额。");
        var tasks = new List<AnnualTask>();
        await city.Lay(db =>
        {
            db.AddRange(plan, version);
            foreach (var n in Enumerable.Range(1, count))
            {
                var measure = new Measure(version, n, $"{n}", $"扩建第{n}所学校", "", "扩建学校。", 0, 5);
                var task = new AnnualTask(
                    city.Jurisdiction.Id, plan.Id, measure.Id, n, new LedgerNumber(2018, n), $"扩建第{n}所学校", "扩建学校。", "建成投用。", city.Unit(County).Id,
                    CityTasks.StartOn, CityTasks.DueOn, 1, city.Clock.Now);
                task.Add(new TaskUnit(task, city.Unit(County).Id, UnitRole.Lead, "扩建学校", new DateOnly(2018, 3, 8)));
                task.Add(new TaskUnit(task, city.Unit(CityTasks.Cooperating).Id, UnitRole.Cooperating, "安排资金", new DateOnly(2018, 3, 8)));
                db.AddRange(measure, task);
                tasks.Add(task);
            }
        });
        return tasks;
    }

    public static BatchPick Pick(this TaskUnit part) => new(part.Id, part.Version);
}
