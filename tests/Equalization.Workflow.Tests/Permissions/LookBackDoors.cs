using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Look-backs: read by whoever reads the whole jurisdiction, done by the office.</summary>
public static partial class Doors
{
    private const string OfficeAct = "s + - - - - - - - - + - p";

    private static IEnumerable<Door> LookBacks =>
    [
        At("GET /LookBacks/Index", "s + - - - + + - - - + - p", "/LookBacks"),
        // The quarter has not ended.
        Form("POST /LookBacks/Index?handler=Draw", OfficeAct, "/LookBacks?handler=Draw", _ => [("Input.FirstDay", "2018-04-01")]) with { OnlyRefused = true },
        Form("POST /LookBacks/Index?handler=Rules", OfficeAct, "/LookBacks?handler=Rules", _ =>
            [("Input.Number", "1"), ("Input.Cycle", "Quarter"), ("Input.SharePercent", "0"), ("Input.Least", "1"), ("Input.TermWorkingDays", "20")]) with { OnlyRefused = true },
        new Door("GET /LookBacks/Draw", "s + - - - + + - - - 0 - p", async s => $"/LookBacks/Draw/{(await s.LookBack()).DrawId}"),
        new Door("GET /LookBacks/One", "s + - - - + + - - - 0 - p", async s => $"/LookBacks/{(await s.LookBack()).Id}"),
        // The walker of the office reviewed the completion.
        new Door("POST /LookBacks/One", "s + - - - - - - - - 0 - p", async s => $"/LookBacks/{(await s.LookBack()).Id}", async s =>
            [("Input.Version", $"{(await s.LookBack()).Version}"), ("Input.IsSound", "true"), ("Input.Finding", "现场核对属实。")]) with { OnlyRefused = true },
    ];
}
