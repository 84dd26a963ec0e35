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
        At("GET /Calendar/Index", SignedIn, "/Calendar"),
        At("GET /Calendar/Import", AdminOnly, "/Calendar/Import"),
        Form("POST /Calendar/Import?handler=Preview", AdminOnly, "/Calendar/Import?handler=Preview", _ =>
            [("Input.OnlyAdd", "true")]) with { OnlyRefused = true },
        Form("POST /Calendar/Import?handler=Save", AdminOnly, "/Calendar/Import?handler=Save", _ =>
            [("Input.Text", "2031-01-01,holiday,元旦"), ("Input.FileName", "2031.csv"), ("Input.OnlyAdd", "true")]) with { OnlyRefused = true },
    ];
}
