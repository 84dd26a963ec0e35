namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Official papers: read by whoever reads the ledger and by the unit they were served on, which signs for them.</summary>
public static partial class Doors
{
    private const string SeesPaper = "s + + + 0 + + - 0 0 0 0 p";

    private static IEnumerable<Door> Papers =>
    [
        new("GET /Papers/One", SeesPaper, async s => $"/Papers/{(await s.SignedPaper()).Id}"),
        new("GET Papers.Download", SeesPaper, async s => $"/Papers/{(await s.SignedPaper()).Id}/File"),
        new("POST /Papers/One?handler=SignFor", "s 0 + + 0 0 0 - 0 0 0 0 p", async s => $"/Papers/{(await s.SignedPaper()).Id}?handler=SignFor"),
    ];
}
