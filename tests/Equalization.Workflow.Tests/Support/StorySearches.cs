using Equalization.Workflow.Core;
using Equalization.Workflow.Core.AnnualTasks;
using Equalization.Workflow.Core.Plans;
using Equalization.Workflow.Core.Progress;
using Equalization.Workflow.Core.Searches;
using Equalization.Workflow.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>What the search finds in the story city, and one change of each thing that it follows.</summary>
internal static class StorySearches
{
    public static Task<SearchResult> Find(this StoryCity story, Actor actor, string? query, SearchKind? kind = null, int page = 1, int size = 50) =>
        story.City.Get<SearchQueries>().Find(actor, query, kind, page, size, TestCity.Ct);

    public static Task<int> Index(this StoryCity story) => story.City.Get<SearchIndexService>().Run(TestCity.Ct);

    /// <summary>So many tasks of the lead unit that what it may find is no longer listed beforehand.</summary>
    public static async Task LayManyTasks(this StoryCity story)
    {
        var model = await story.Task(StoryCity.Signed);
        await story.City.Lay(db =>
        {
            for (var i = 1; i <= 1001; i++)
            {
                var task = new AnnualTask(
                    model.JurisdictionId, model.PlanId, model.MeasureId, 1, new LedgerNumber(2017, i), "甲", "甲", "甲", model.LeadUnitId, model.StartOn, model.CurrentDueOn, 1, story.City.Clock.UtcNow());
                task.Add(new TaskUnit(task, model.LeadUnitId, UnitRole.Lead, "甲", model.StartOn));
                db.Add(task);
            }
        });
    }

    public static async Task ChangeEverythingFound(this StoryCity story)
    {
        await story.Photo();
        var version = await story.DraftVersion();
        await story.City.Lay(db =>
        {
            var unit = db.Units.Include(u => u.Aliases).First(u => u.Aliases.Any());
            unit.RemoveAlias(unit.Aliases[0]);
            unit.AddAlias("改名后的别名");
            var measure = db.Measures.First(m => m.PlanVersionId == version.Id);
            measure.Reword("改过的措施名称", measure.Body);
            var plan = db.Plans.First(p => p.Title == StoryCity.PlanTitle);
            plan.Describe("改过的方案名称", plan.DocumentNumber, plan.Issuer, plan.IssuedOn, plan.PeriodFrom, plan.PeriodTo);
            db.Remove(db.EvidenceCitations.First());
            db.Entry(db.ProgressReports.First(r => r.State == ReportState.WithHead)).Property(r => r.State).CurrentValue = ReportState.Approved;
            db.Entry(db.PlanVersions.First(v => v.Id == version.Id)).Property(v => v.Doubts).CurrentValue = "改过。";
            var task = db.AnnualTasks.First(t => t.Title == StoryCity.Issued);
            db.Entry(task).Property(t => t.Title).CurrentValue = "改过的任务名称";
            db.Entry(task).Property(t => t.Content).CurrentValue = "改过的内容。";
        });
    }
}
