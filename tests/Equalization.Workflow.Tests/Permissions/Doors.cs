using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>
/// Who may knock where. Columns as in <see cref="Walker.All"/>: visitor · office · lead contact · lead head · cooperating contact · leader ·
/// auditor · admin · contact, head of another unit · office, contact of another city · contact whose post ended.
/// </summary>
public static partial class Doors
{
    private const string Everyone = "+ + + + + + + + + + + + +";
    private const string Account = "s + + + + + + + + + + + +";
    private const string SignedIn = "s + + + + + + + + + + + p";
    private const string Ledger = "s + + + + + + - + + + + p";

    public static IReadOnlyList<Door> All { get; } =
    [
        .. Frame, .. Desks, .. Units, .. Rosters, .. Schools, .. Ledgers, .. Deputies, .. Handovers, .. Tasks, .. Papers, .. Bulletins, .. Accountabilities, .. Interviews, .. Assessments, .. Breakdowns, .. Editions, .. Revisions, .. Plans, .. Reminders, .. LookBacks, .. Mail, .. Processes, .. Systems, .. Instructions, .. Amendments, .. Recurrences, .. Searches, .. Requests, .. Duplicates, .. Accreditations, .. SignOut,
    ];

    private static IEnumerable<Door> Frame =>
    [
        At(EndpointNames.StaticFiles, Everyone, "/favicon.svg"),
        At("GET /Denied", "- - - - - - - - - - - - -", "/problems/403"),
        At("POST /Denied", "- - - - - - - - - - - - -", "/problems/403"),
        At("GET /NotFound", "0 0 0 0 0 0 0 0 0 0 0 0 0", "/problems/404"),
        At("POST /NotFound", "0 0 0 0 0 0 0 0 0 0 0 0 0", "/problems/404"),
        At("GET /Error", Everyone, "/problems/409") with { OnlyRefused = true },
        At("POST /Error", Everyone, "/problems/409") with { OnlyRefused = true },
        At("GET /Index", SignedIn, "/"),
        At("GET /Setup", Everyone, "/Setup"),
        At("POST /Setup", Everyone, "/Setup"),
        At("GET /Accounts/SignIn", Everyone, "/Accounts/SignIn"),
        Form("POST /Accounts/SignIn", Everyone, "/Accounts/SignIn", s =>
            [("Input.UserName", TestSite.UserNameOf(s.City.Admin.PersonId)), ("Input.Password", "wrong")]) with { OnlyRefused = true },
        At("GET /Accounts/Password", Account, "/Accounts/Password"),
        At("POST /Accounts/Password", Account, "/Accounts/Password") with { OnlyRefused = true },
        At("GET /Accounts/NoPost", Account, "/Accounts/NoPost"),
        At("GET /Accounts/ActAs", SignedIn, "/Accounts/ActAs"),
        Form("POST /Accounts/ActAs", "s + 0 0 0 0 0 0 0 0 0 0 p", "/Accounts/ActAs", s => [("membershipId", $"{s.City.Office.MembershipId}")]),
        At("GET /Accounts/SignOut", Account, "/Accounts/SignOut"),
    ];

    private static IEnumerable<Door> Desks =>
    [
        At("GET /Board/Index", "s + - - - + + - - - + - p", "/Board"),
        At("GET /Leader/Index", "s - - - - + - - - - - - p", "/Leader"),
        At("GET /Tasks/Index", Ledger, "/Tasks"),
        At("GET Ledger.Download", Ledger, "/Tasks/Ledger.xlsx"),
        At("GET /Packs/Index", "s + - - - + + - - - + - p", "/Packs"),
        At("GET Packs.Download", "s + - - - + + - - - 0 - p", "/Packs/2018.zip"),
        At("GET Packs.SelfInspection", "s + - - - + + - - - + - p", "/Packs/2018.docx"),
        At("GET Packs.Period", "s + - - - + + - - - + - p", "/Packs/periods/2018Q1.docx"),
        At("GET Packs.Monitoring", "s + - - - + + - - - + - p", "/Packs/2018-monitoring.docx"),
        At("GET /Help/Index", SignedIn, "/Help"),
        At("GET /Work/Index", Ledger, "/Work"),
        At("GET /Work/Index?handler=Progress", Ledger, $"/Work?handler=Progress&batch={Guid.Empty}"),
        new("POST /Work/Index?handler=Sign", "s - + + - - - - 0 0 0 0 p", _ => Task.FromResult("/Work?handler=Sign"), async s =>
        {
            var part = await s.Part(StoryCity.Issued, StoryCity.Lead);
            return [("Input.TaskUnitId", $"{part.Id}"), ("Input.Version", $"{part.Version}")];
        }),
        // A unit's person may post rows that are not the unit's; each is then refused by itself.
        new("POST /Work/Index?handler=Batch", "s - + + + - - - + + - + p", _ => Task.FromResult("/Work?handler=Batch"), async s =>
        {
            var part = await s.Part(StoryCity.Issued, StoryCity.Lead);
            return [("Input.Act", "SignFor"), ("Input.Picked", $"{part.Id}:{part.Version}:")];
        }),
        new("POST /Tasks/Index?handler=Urge", "s + - - - - - - - - + - p", _ => Task.FromResult("/Tasks?handler=Urge"), async s =>
            [("Input.Picked", $"{(await s.Task(StoryCity.Late)).Id}::"), ("Input.Text", "请于本周内报送进展。")]),
        At("GET /Notices/Index", SignedIn, "/Notices"),
        new("POST /Notices/Index?handler=Open", "s 0 + 0 0 0 0 0 0 0 0 0 p", async s =>
            $"/Notices?handler=Open&id={(await s.NoticeTo(s.City.Contact(StoryCity.Lead).PersonId)).Id}"),
        At("POST /Notices/Index?handler=ReadAll", SignedIn, "/Notices?handler=ReadAll"),
        At("GET /Audit/Index", "s + - - - - + - - - + - p", "/Audit"),
        At("POST /Audit/Index?handler=Verify", "s + - - - - + - - - + - p", "/Audit?handler=Verify"),
    ];

    /// <summary>Last: it takes the sign-ins with it.</summary>
    private static IEnumerable<Door> SignOut => [At("POST /Accounts/SignOut", Account, "/Accounts/SignOut")];

    private static Door At(string endpoint, string expected, string address) => new(endpoint, expected, _ => Task.FromResult(address));

    private static Door Form(string endpoint, string expected, string address, Func<StoryCity, (string Name, string Value)[]> fields) =>
        new(endpoint, expected, _ => Task.FromResult(address), s => Task.FromResult(fields(s)));
}
