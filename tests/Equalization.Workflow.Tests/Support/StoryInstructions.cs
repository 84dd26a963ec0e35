using Equalization.Workflow.Core.Instructions;
using Microsoft.EntityFrameworkCore;

namespace Equalization.Workflow.Tests.Support;

/// <summary>Instructions of the story city, laid down through the services when a test asks for one in a state that there is not.</summary>
internal static class StoryInstructions
{
    public static async Task<Instruction> Instruction(this StoryCity story, InstructionState state)
    {
        Task<Instruction?> Find() => story.City.Read(db => db.Instructions.AsNoTracking().Where(i => i.State == state).OrderBy(i => i.GivenAt).FirstOrDefaultAsync(TestCity.Ct));
        if (await Find() is { } there)
        {
            return there;
        }

        var task = await story.Task(StoryCity.Signed);
        var service = story.City.Get<InstructionService>();
        var id = await service.Give(story.City.Leader, task.Id, task.LeadUnitId, "请抓紧推进。", StoryCity.Today.AddDays(20), TestCity.Ct);
        if (state == InstructionState.Answered)
        {
            var version = await story.City.Read(db => db.Instructions.Where(i => i.Id == id).Select(i => i.Version).SingleAsync(TestCity.Ct));
            await service.Answer(story.City.Contact(StoryCity.Lead), id, version, "已开工。", TestCity.Ct);
        }

        return (await Find())!;
    }
}
