using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Changing what was issued is the office's; the three acts follow each other on one task.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Amendments =>
    [
        OnTask("GET /Tasks/Change", ReviewOffice, StoryCity.Counties, "/Change"),
        OnVersion("POST /Tasks/Change?handler=Hold", ReviewOffice, StoryCity.Counties, "/Change?handler=Hold", ("Input.Reason", "等待省级资金。"), ("Input.AwaitedBody", "省财政厅")),
        OnVersion("POST /Tasks/Change?handler=Resume", ReviewOffice, StoryCity.Counties, "/Change?handler=Resume", ("Input.Reason", "资金已到位。")),
        OnVersion("POST /Tasks/Change?handler=Withdraw", ReviewOffice, StoryCity.Counties, "/Change?handler=Withdraw", ("Input.Reason", "并入其他任务。")),
        new("POST /Tasks/Change?handler=UndoExtension", ReviewOffice, s => PageOf(s, StoryCity.Approved, "/Change?handler=UndoExtension"), async s =>
            [("Input.Version", $"{(await s.Task(StoryCity.Approved)).Version}"), ("Input.Reason", "误批。")]) { OnlyRefused = true },
        OnVersion("POST /Tasks/Change?handler=UndoWriteOff", ReviewOffice, StoryCity.WrittenOff, "/Change?handler=UndoWriteOff", ("Input.Reason", "误销。"), ("Input.NewDueOn", "2018-12-31")),
    ];
}
