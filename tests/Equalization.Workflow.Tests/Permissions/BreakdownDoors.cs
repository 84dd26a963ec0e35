using Equalization.Workflow.Tests.Desks;
using Equalization.Workflow.Tests.Plans.Breakdowns;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>A draft's breakdown and the ledger out and back, and the lists out.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Breakdowns =>
    [
        new("GET Breakdowns.Download", "s + 0 0 0 + + - 0 0 0 0 p", async s => $"/Plans/Versions/{(await Latest(s)).Id}/Breakdown.xlsx"),
        new("GET /Plans/Breakdowns/Index", ReviewOffice, async s => $"/Plans/Versions/{(await Latest(s)).Id}/Breakdown"),
        new("POST /Plans/Breakdowns/Index", ReviewOffice, async s => $"/Plans/Versions/{(await Latest(s)).Id}/Breakdown") { OnlyRefused = true },
        new("GET /Plans/Breakdowns/Check", ReviewOffice, async s => $"/Plans/Breakdowns/{await Returned(s)}"),
        new("POST /Plans/Breakdowns/Check", ReviewOffice, async s => $"/Plans/Breakdowns/{await Returned(s)}", _ => Fields(("Input.Mark", "another"))) { OnlyRefused = true },
        At("GET /Tasks/Returns/Index", OwnOffice, "/Tasks/Returns"),
        At("POST /Tasks/Returns/Index", OwnOffice, "/Tasks/Returns") with { OnlyRefused = true },
        new("GET /Tasks/Returns/Check", ReviewOffice, async s => $"/Tasks/Returns/{await LedgerBack(s)}"),
        new("POST /Tasks/Returns/Check", ReviewOffice, async s => $"/Tasks/Returns/{await LedgerBack(s)}", _ => Fields(("Input.Mark", "another"))) { OnlyRefused = true },
        At("GET Lists.Plans", Ledger, "/Plans/List.xlsx"),
        At("GET Lists.Units", SignedIn, "/Units/List.xlsx"),
        At("GET Lists.Work", Ledger, "/Work/List.xlsx"),
        At("GET Lists.Supervision", Ledger, "/Supervision/List.xlsx?show=all"),
        At("GET Lists.Proposals", "s + - - - + - - - - + - p", "/Supervision/Proposals.xlsx"),
        At("GET Lists.Bulletins", Ledger, "/Bulletins/List.xlsx"),
        At("GET Lists.Instructions", Ledger, "/Instructions/List.xlsx"),
        At("GET Lists.Requests", Ledger, "/Requests/List.xlsx"),
        At("GET Lists.Recurrences", Ledger, "/Recurrences/List.xlsx"),
        At("GET Lists.LookBacks", "s + - - - + + - - - + - p", "/LookBacks/List.xlsx"),
        At("GET Lists.Handovers", SignedIn, "/Handovers/List.xlsx"),
        At("GET Lists.Deputies", SignedIn, "/Deputies/List.xlsx"),
        At("GET Lists.Accreditations", Ledger, "/Accreditations/List.xlsx"),
        At("GET Lists.Problems", Ledger, "/Accreditations/Problems/List.xlsx"),
    ];

    private static async Task<Guid> LedgerBack(StoryCity story) => await story.City.Bring(await story.City.LedgerBook());

    private static async Task<Guid> Returned(StoryCity story) => await story.City.Bring((await Latest(story)).Id, await story.City.Book((await Latest(story)).Id));
}
