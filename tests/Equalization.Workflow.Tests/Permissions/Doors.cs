using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>
/// Who may knock where. Columns as in <see cref="Walker.All"/>: visitor · office · lead contact · lead head · cooperating contact · leader ·
/// auditor · admin · contact, head of another unit · office, contact of another city · contact whose post ended.
/// </summary>
public static class Doors
{
    private const string Everyone = "+ + + + + + + + + + + + +";
    private const string Closed = "s s s s s s s s s s s s s";
    private const string SignedIn = "s + + + + + + + + + + + p";
    private const string Ledger = "s + + + + + + - + + + + p";

    public static IReadOnlyList<Door> All { get; } =
    [
        At(EndpointNames.StaticFiles, Everyone, "/favicon.svg"),
        At("GET /Index", SignedIn, "/"),
        At("GET /Board/Index", "s + - - - + + - - - + - p", "/Board"),
        At("GET /Leader/Index", "s - - - - + - - - - - - p", "/Leader"),
        At("GET /Tasks/Index", Ledger, "/Tasks"),
        At("GET /Work/Index", Ledger, "/Work"),
        .. AccountDoors,
    ];

    private static IEnumerable<Door> AccountDoors =>
    [
        At("GET /Accounts/SignIn", Everyone, "/Accounts/SignIn"),
        At("GET /Setup", Closed, "/Setup"),
        At("POST /Setup", Closed, "/Setup", ("Input.Code", "x")),
        At("POST /Accounts/SignIn", Everyone, "/Accounts/SignIn", ("Input.UserName", "x"), ("Input.Password", "x")),
        At("POST /Accounts/Password", "s + + + + + + + + + + + +", "/Accounts/Password", ("Input.Current", "x")),
        Where("POST /Accounts/ActAs", "s + - - - - - - - - - - p", s => Own(s, "/Accounts/ActAs")),
        At("GET /Denied", "- - - - - - - - - - - - -", "/problems/403"),
        At("POST /Denied", "- - - - - - - - - - - - -", "/problems/403"),
        At("GET /NotFound", "0 0 0 0 0 0 0 0 0 0 0 0 0", "/problems/404"),
        At("POST /NotFound", "0 0 0 0 0 0 0 0 0 0 0 0 0", "/problems/404"),
        At("GET /Error", Everyone, "/problems/409"),
        At("POST /Error", Everyone, "/problems/409"),
        At("GET /Accounts/Password", "s + + + + + + + + + + + +", "/Accounts/Password"),
        At("GET /Accounts/NoPost", "s + + + + + + + + + + + +", "/Accounts/NoPost"),
        At("GET /Accounts/ActAs", SignedIn, "/Accounts/ActAs"),
        At("GET /Accounts/SignOut", "s + + + + + + + + + + + +", "/Accounts/SignOut"),
    ];

    internal static Door At(string endpoint, string expected, string address, params (string Name, string Value)[] fields) =>
        new(endpoint, expected, _ => Task.FromResult(address), _ => Task.FromResult(fields));
}
