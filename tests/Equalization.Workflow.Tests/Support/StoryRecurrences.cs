using Equalization.Workflow.Core.AnnualTasks.Recurrences;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>A recurrence of the story city, set through the service when a test first asks for one.</summary>
internal static class StoryRecurrences
{
    public static async Task<Recurrence> Recurrence(this StoryCity story)
    {
        Task<Recurrence?> Find() => story.City.Read(db => db.Recurrences.AsNoTracking().Where(r => r.EndedOn == null).OrderBy(r => r.SetAt).FirstOrDefaultAsync(TestCity.Ct));
        if (await Find() is { } there)
        {
            return there;
        }

        var input = new RecurrenceInput(RecurrenceCycle.Monthly, StoryCity.Today.AddDays(30), null, null);
        var task = await story.Task(StoryCity.Signed);
        await story.City.Get<RecurrenceService>().Set(story.City.Office, task.Id, task.Version, input, TestCity.Ct);
        return (await Find())!;
    }
}
