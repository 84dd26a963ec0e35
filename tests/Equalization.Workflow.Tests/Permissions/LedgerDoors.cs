using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>
/// The ledger of gaps: whoever reads all sees it all, a unit sees the schools it keeps (here the lead unit) and the gaps its tasks are to close (here the cooperating
/// unit too); the keeper writes measures, the office decides.
/// </summary>
public static partial class Doors
{
    private const string DecidesGap = "s + - - - - - - 0 0 0 0 p";
    private const string TiesGaps = "s + - - - - - - - - 0 - p";

    private static IEnumerable<Door> Ledgers =>
    [
        At("GET /Ledgers/Index", Ledger, "/Ledgers"),
        At("GET Lists.Gaps", Ledger, "/Ledgers/List.xlsx"),
        Form("POST /Ledgers/Index?handler=Register", "s + - - - - - - - - + - p", "/Ledgers?handler=Register", _ => [("Input.Data", "2023 无")]) with { OnlyRefused = true },
        At("POST /Ledgers/Index?handler=Tie", "s + - - - - - - - - + - p", "/Ledgers?handler=Tie") with { OnlyRefused = true },
        new("GET /Ledgers/One", "s + + + + + + - 0 0 0 0 p", async s => $"/Ledgers/{(await s.Gap()).Id}"),
        OnGap("Measure", "s + + + - - - - 0 0 0 0 p"),
        OnGap("WriteOff", DecidesGap),
        OnGap("WithReason", DecidesGap),
        OnGap("TakeBack", DecidesGap),
        OnGap("Tie", TiesGaps, ("Input.TaskNumber", "1900-0001")),
        new("POST /Ledgers/One?handler=Untie", "s + - - - - - - - - 0 0 p", async s => $"/Ledgers/{(await s.Gap()).Id}?handler=Untie", async s => [("Input.TieId", $"{(await s.Tie()).Id}")]) { OnlyRefused = true },
        At("GET /Ledgers/New", EntersSchools, "/Ledgers/New"),
        At("POST /Ledgers/New", EntersSchools, "/Ledgers/New") with { OnlyRefused = true },
        At("GET /Ledgers/Keepers", EntersSchools, "/Ledgers/Keepers"),
        Form("POST /Ledgers/Keepers", EntersSchools, "/Ledgers/Keepers", _ => [("Input.County", "无")]),
        new("GET /Ledgers/Keeping", EntersSchool, async s => $"/Ledgers/Schools/{(await s.Gap()).SchoolId}"),
        new("POST /Ledgers/Keeping?handler=Keep", EntersSchool, async s => $"/Ledgers/Schools/{(await s.Gap()).SchoolId}?handler=Keep", _ => Fields(("Input.UnitId", $"{Guid.NewGuid()}"))) { OnlyRefused = true },
        new("POST /Ledgers/Keeping?handler=Close", EntersSchool, async s => $"/Ledgers/Schools/{(await s.Gap()).SchoolId}?handler=Close", _ => Fields(("Input.From", "2030"))) { OnlyRefused = true },
        new("POST /Ledgers/Keeping?handler=Restore", EntersSchool, async s => $"/Ledgers/Schools/{(await s.Gap()).SchoolId}?handler=Restore", _ => Fields(("Input.Reason", "登记有误"))) { OnlyRefused = true },
        At("GET /Ledgers/Chain", "s + - - - + + - - - + - p", "/Ledgers/Chain"),
        At("GET /Ledgers/Reductions", Ledger, "/Ledgers/Reductions"),
        Form("POST /Ledgers/Reductions", "s + - - - - - - - - + - p", "/Ledgers/Reductions?county=x", _ => [("Input.Year", "2024"), ("Input.Most", "3")]) with { OnlyRefused = true },
    ];

    private static Door OnGap(string handler, string who, params (string, string)[] fields) =>
        new($"POST /Ledgers/One?handler={handler}", who, async s => $"/Ledgers/{(await s.Gap()).Id}?handler={handler}", async s => [("Input.Version", $"{(await s.Gap()).Version}"), .. fields]) { OnlyRefused = true };
}
