using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Timed jobs, the calendar and its import.</summary>
public static partial class Doors
{
    private const string AdminOnly = "s - - - - - - + - - - - p";

    private static IEnumerable<Door> Systems =>
    [
        At("GET /Jobs/Index", AdminOnly, "/Jobs"),
        Form("POST /Jobs/Index?handler=Run", AdminOnly, "/Jobs?handler=Run", _ => [("Input.Name", "prune-runs")]),
    ];
}
