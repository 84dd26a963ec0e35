using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Recurring tasks: read by whoever sees the task, set and stopped by the office.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Recurrences =>
    [
        new("GET /Recurrences/Index", Ledger, async s => (await s.Recurrence()).LastTaskId == Guid.Empty ? "" : "/Recurrences"),
        new("GET /Recurrences/One", SeesTask, async s => $"/Tasks/{(await s.Recurrence()).LastTaskId}/Recurrence"),
        OnVersion("POST /Recurrences/One?handler=Set", TaskOffice, StoryCity.Late, "/Recurrence?handler=Set", ("Input.Cycle", "Monthly"), ("Input.FirstOn", "2018-12-03")),
        new("POST /Recurrences/One?handler=Stop", "s + 0 0 0 - - - 0 0 0 0 p", async s => $"/Tasks/{(await s.Task(StoryCity.Signed)).Id}/Recurrence?handler=Stop", async s =>
        {
            var rule = await s.Recurrence();
            return [("Input.RecurrenceId", $"{rule.Id}"), ("Input.Version", $"{rule.Version}"), ("Input.Reason", "不再重复。")];
        }),
        OnVersion("POST /Tasks/One?handler=Class", TaskOffice, StoryCity.Late, "?handler=Class", ("Input.Class", "Pilot"), ("Input.Reason", "列入试点。")),
    ];
}
