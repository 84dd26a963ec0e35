using Equalization.Workflow.Core.Rosters;
using Equalization.Workflow.Tests.Rosters;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Imports from tables, and sign-ins for many.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Rosters =>
    [
        At("GET /Units/Rosters/Index", EditsOwnList, "/Units/Rosters"),
        At("POST /Units/Rosters/Index", EditsOwnList, "/Units/Rosters") with { OnlyRefused = true },
        At("GET Rosters.Template", EditsOwnList, "/Units/Rosters/Template-People.xlsx"),
        new("GET /Units/Rosters/Check", EditsUnit, async s => $"/Units/Rosters/{await Brought(s)}"),
        new("POST /Units/Rosters/Check", EditsUnit, async s => $"/Units/Rosters/{await Brought(s)}", _ => Fields(("Input.Mark", "another"))) { OnlyRefused = true },
        At("GET /Units/SignIns/Index", EditsOwnList, "/Units/SignIns"),
        At("POST /Units/SignIns/Index?handler=Ask", EditsOwnList, "/Units/SignIns?handler=Ask") with { OnlyRefused = true },
        At("GET /Units/SignIns/Print", EditsOwnList, $"/Units/SignIns/{Guid.Empty}/Print"),
        At("POST /Units/SignIns/Print", "s 0 - - - - - 0 - - 0 - p", $"/Units/SignIns/{Guid.Empty}/Print"),
    ];

    private static Task<Guid> Brought(StoryCity story) => story.City.Bring(RosterKind.Units, "市体育局,,部门,,");
}
