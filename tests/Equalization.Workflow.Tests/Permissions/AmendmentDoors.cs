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
        OnTask("GET /Tasks/Contents", SeesTask, StoryCity.Signed, "/Contents"),
        OnVersion("POST /Tasks/Change?handler=Content", ReviewOffice, StoryCity.Counties, "/Change?handler=Content",
            ("Input.Reason", "口径调整。"), ("Input.Title", StoryCity.Counties), ("Input.Content", "新的任务内容。"), ("Input.Criteria", "新的验收标准。")),
        new("POST /Tasks/Change?handler=Lead", ReviewOffice, s => PageOf(s, StoryCity.Counties, "/Change?handler=Lead"), async s =>
            [("Input.Version", $"{(await s.Task(StoryCity.Counties)).Version}"), ("Input.Reason", "职能划转。"), ("Input.UnitId", $"{s.City.Unit(StoryCity.Bystander).Id}")]),
        OnTask("GET /Tasks/Replace", ReviewOffice, StoryCity.Counties, "/Replace?into=2"),
        new("POST /Tasks/Replace", ReviewOffice, s => PageOf(s, StoryCity.Drafted, "/Replace"), async s =>
        [
            ("Input.Version", $"{(await s.Task(StoryCity.Drafted)).Version}"), ("Input.Reason", "更正。"), ("Input.Tasks[0].Title", "更正后的任务"), ("Input.Tasks[0].Content", "内容。"),
            ("Input.Tasks[0].Criteria", "标准。"), ("Input.Tasks[0].LeadUnitId", $"{s.City.Unit(StoryCity.Lead).Id}"), ("Input.Tasks[0].DueOn", "2018-12-31"),
        ]) { OnlyRefused = true },
        OnVersion("POST /Tasks/Change?handler=Withdraw", ReviewOffice, StoryCity.Counties, "/Change?handler=Withdraw", ("Input.Reason", "并入其他任务。")),
        new("POST /Tasks/Change?handler=UndoExtension", ReviewOffice, s => PageOf(s, StoryCity.Approved, "/Change?handler=UndoExtension"), async s =>
            [("Input.Version", $"{(await s.Task(StoryCity.Approved)).Version}"), ("Input.Reason", "误批。")]) { OnlyRefused = true },
        OnVersion("POST /Tasks/Change?handler=UndoWriteOff", ReviewOffice, StoryCity.WrittenOff, "/Change?handler=UndoWriteOff", ("Input.Reason", "误销。"), ("Input.NewDueOn", "2018-12-31")),
    ];
}
