using Equalization.Workflow.Core.Requests;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Requests of the story city's lead unit, asked through the service when a test wants one that there is not. Help is asked of the cooperating unit.</summary>
internal static class StoryRequests
{
    public static async Task<UnitRequest> Request(this StoryCity story, RequestKind kind, RequestState state = RequestState.Open)
    {
        var task = await story.Task(StoryCity.Signed);
        Task<UnitRequest?> Find() => story.City.Read(db => db.UnitRequests.AsNoTracking()
            .Where(r => r.TaskId == task.Id && r.Kind == kind && r.State == state).OrderBy(r => r.AskedAt).FirstOrDefaultAsync(TestCity.Ct));
        if (await Find() is { } there)
        {
            return there;
        }

        var (service, contact) = (story.City.Get<RequestService>(), story.City.Contact(StoryCity.Lead));
        var id = kind == RequestKind.Dispute
            ? await service.RaiseDispute(contact, task.Id, "该项工作属其他部门职责。", TestCity.Ct)
            : await service.AskHelp(contact, task.Id, story.City.Unit(StoryCity.Cooperating).Id, "请安排专项资金。", StoryCity.Today.AddDays(20), TestCity.Ct);
        if (state == RequestState.Answered)
        {
            var version = await story.City.Read(db => db.UnitRequests.Where(r => r.Id == id).Select(r => r.Version).SingleAsync(TestCity.Ct));
            await service.Answer(story.City.Contact(StoryCity.Cooperating), id, version, "可以安排。", TestCity.Ct);
        }

        return (await Find())!;
    }
}
