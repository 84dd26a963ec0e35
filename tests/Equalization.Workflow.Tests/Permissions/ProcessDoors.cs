using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Processes: what they are is open to all; an instance to whoever sees its matter; a stopped one is moved by the administrator alone.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Processes =>
    [
        At("GET /Processes/Index", SignedIn, "/Processes"),
        At("GET /Processes/Definition", SignedIn, "/Processes/Definition/help-request"),
        At("GET /Processes/Incidents", "s + - - - + + + - - + - p", "/Processes/Incidents"),
        new("GET /Processes/Instance", "s + + + 0 + + + 0 0 0 0 p", async s => $"/Processes/Instance/{(await s.HelpProcess()).Id}"),
        new("POST /Processes/Instance?handler=Retry", "s - 0 0 0 - - + 0 0 0 0 p", async s => $"/Processes/Instance/{(await s.StoppedProcess()).Id}?handler=Retry"),
        new("POST /Processes/Instance?handler=Cancel", "s - 0 0 0 - - + 0 0 0 0 p", async s => $"/Processes/Instance/{(await s.StoppedProcess()).Id}?handler=Cancel", _ =>
            Fields(("Input.Reason", "数据已由人工更正。"))),
    ];
}
