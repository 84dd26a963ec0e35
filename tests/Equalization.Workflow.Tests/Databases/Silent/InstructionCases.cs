using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Databases.Silent;

/// <summary>Cases of instructions.</summary>
public static class InstructionCases
{
    public static IEnumerable<Case> All =>
    [
        Case.Of<InstructionService>(nameof(InstructionService.Give), async s =>
        {
            var task = await s.Task(StoryCity.Signed);
            return [s.City.Leader, task.Id, task.LeadUnitId, "请抓紧推进。", StoryCity.Today.AddDays(20)];
        }),
        Case.Of<InstructionService>(nameof(InstructionService.Answer), s => Of(s, s.City.Contact(StoryCity.Lead), InstructionState.Open, "已落实。")),
        Case.Of<InstructionService>(nameof(InstructionService.Close), s => Of(s, s.City.Leader, InstructionState.Answered, "已阅。")),
        Case.Of<InstructionService>(nameof(InstructionService.AskAgain), s => Of(s, s.City.Leader, InstructionState.Answered, "再报一次。", StoryCity.Today.AddDays(30))),
        Case.Of<InstructionService>(nameof(InstructionService.Withdraw), s => Of(s, s.City.Leader, InstructionState.Open, "另行安排。")),
        Case.Of<InstructionQueries>(nameof(InstructionQueries.Page), s => TaskCases.Now(s.City.Office, null, 1, 20)),
        Case.Of<InstructionQueries>(nameof(InstructionQueries.OfTask), async s => [s.City.Contact(StoryCity.Lead), (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<InstructionQueries>(nameof(InstructionQueries.Form), async s => [s.City.Leader, (await s.Task(StoryCity.Signed)).Id]),
        Case.Of<InstructionQueries>(nameof(InstructionQueries.One), async s => [s.City.Leader, (await s.Instruction(InstructionState.Answered)).Id]),
    ];

    private static async Task<object?[]> Of(StoryCity story, Core.Units.Actor actor, InstructionState state, params object?[] rest)
    {
        var instruction = await story.Instruction(state);
        return [actor, instruction.Id, instruction.Version, .. rest];
    }
}
