using Equalization.Workflow.Core.Duplicates;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>A task of another plan that the lead unit has beside the story's signed one, with the bystander unit cooperating, and the link between the two.</summary>
internal static class StorySharedReports
{
    public static async Task<Guid> DuplicateTask(this StoryCity story)
    {
        var plan = (await story.Plan()).Id;
        var other = await story.City.Read(db => db.AnnualTasks.Where(t => t.PlanId != plan && t.Title == "消除大班额").Select(t => (Guid?)t.Id).FirstOrDefaultAsync(TestCity.Ct));
        return other ?? (await story.City.LayTask(lead: StoryCity.Lead, cooperating: StoryCity.Bystander)).Id;
    }

    public static async Task<SharedReport> SharedReport(this StoryCity story)
    {
        Task<SharedReport?> Find() => story.City.Read(db => db.SharedReports.AsNoTracking().Where(s => s.EndedAt == null).FirstOrDefaultAsync(TestCity.Ct));
        if (await Find() is { } there)
        {
            return there;
        }

        var task = await story.Task(StoryCity.Signed);
        await story.City.Get<SharedReportService>().Accept(story.City.Office, task.Id, await story.DuplicateTask(), task.LeadUnitId, TestCity.Ct);
        return (await Find())!;
    }
}
