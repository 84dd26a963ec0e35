using Equalization.Workflow.Core.Instructions;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Instructions: read by whoever reads all and the unit that owns one, answered by that unit, ended by the leader who wrote it.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Instructions =>
    [
        At("GET /Instructions/Index", Ledger, "/Instructions"),
        OnTask("GET /Instructions/New", "s - - - - + - - - - - - p", StoryCity.Signed, "/Instruction"),
        new("POST /Instructions/New", "s - - - - + - - - - - - p", async s => $"/Tasks/{(await s.Task(StoryCity.Signed)).Id}/Instruction", async s =>
            [("Input.Text", "请抓紧。"), ("Input.AnswerDueOn", "2018-12-01"), ("Input.OwnerUnitId", $"{(await s.Task(StoryCity.Signed)).LeadUnitId}")]),
        new("GET /Instructions/One", "s + + + 0 + + - 0 0 0 0 p", async s => $"/Instructions/{(await s.Instruction(InstructionState.Open)).Id}"),
        OnInstruction("Answer", "s - + + 0 - - - 0 0 0 0 p", InstructionState.Open, ("Input.Answer", "已落实。")),
        OnInstruction("Close", "s - - - 0 + - - 0 0 0 0 p", InstructionState.Answered),
        OnInstruction("Again", "s - - - 0 + - - 0 0 0 0 p", InstructionState.Answered, ("Input.Words", "再报一次。"), ("Input.AnswerDueOn", "2018-12-01")),
        OnInstruction("Withdraw", "s - - - 0 + - - 0 0 0 0 p", InstructionState.Open, ("Input.Words", "另行安排。")),
    ];

    private static Door OnInstruction(string handler, string who, InstructionState state, params (string, string)[] fields) =>
        new($"POST /Instructions/One?handler={handler}", who, async s => $"/Instructions/{(await s.Instruction(state)).Id}?handler={handler}", async s =>
            [("Input.Version", $"{(await s.Instruction(state)).Version}"), .. fields]);
}
