using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Units, people and their sign-ins.</summary>
public static partial class Doors
{
    private const string SeesUnit = "s + + + + + + + + + 0 0 p";

    /// <summary>Pages behind the fence of office and administrator: another city's office is past the fence and finds nothing.</summary>
    private const string EditsUnit = "s + - - - - - + - - 0 - p";
    private const string EditsOwnList = "s + - - - - - + - - + - p";

    /// <summary>Acts on a page that everybody of the city sees.</summary>
    private const string ActsOnUnit = "s + - - - - - + - - 0 0 p";

    /// <summary>The same, but asked first of the role: a contact of any city hears no.</summary>
    private const string ActsOnAccount = "s + - - - - - + - - 0 - p";

    private static IEnumerable<Door> Units =>
    [
        At("GET /Units/Index", SignedIn, "/Units"),
        At("GET /Units/Groups", SignedIn, "/Units/Groups"),
        Unit("GET /Units/Unit", SeesUnit, ""),
        Unit("GET /Units/Appoint", EditsUnit, "/Appoint"),
        Unit("POST /Units/Appoint", EditsUnit, "/Appoint", _ => Fields(
            ("Input.PersonName", "新任联络员"), ("Input.Role", nameof(Role.Contact)), ("Input.Post", "联络员"), ("Input.FromOn", Day))),
        Unit("GET /Units/Entrust", EditsUnit, "/Entrust"),
        Unit("POST /Units/Entrust", EditsUnit, "/Entrust", s => Fields(("Input.MembershipId", $"{s.City.Leader.MembershipId}"), ("Input.FromOn", Day))),
        new("GET /Units/Edit", EditsUnit, s => Task.FromResult($"/Units/Edit/{s.City.Unit(StoryCity.Bystander).Id}")),
        Form("POST /Units/Edit", EditsOwnList, "/Units/Edit", _ => [("Input.Name", "市体育局"), ("Input.Kind", nameof(UnitKind.Department))]),
        new("GET /Units/GroupEdit", EditsUnit, async s => $"/Units/Groups/Edit/{(await s.Group()).Id}"),
        new("POST /Units/GroupEdit", EditsUnit, async s => $"/Units/Groups/Edit/{(await s.Group()).Id}", async s =>
            [("Input.Name", CityPeople.CountyGroup), ("Input.UnitIds", $"{s.City.Unit(CityPeople.Counties[0]).Id}"), ("Input.Version", $"{(await s.Group()).Version}")]),
        Unit("POST /Units/Unit?handler=Open", ActsOnAccount, "?handler=Open", async s =>
            [("Input.PersonId", $"{(await s.Newcomer()).Id}"), ("Input.UserName", "newcomer"), ("Input.LastDay", Day)]),
        Unit("POST /Units/Unit?handler=Reset", ActsOnAccount, "?handler=Reset", async s => [("Input.PersonId", $"{(await s.Newcomer()).Id}"), ("Input.LastDay", Day)]),
        Unit("POST /Units/Unit?handler=Close", ActsOnAccount, "?handler=Close", async s => [("Input.PersonId", $"{(await s.Newcomer()).Id}"), ("Input.LastDay", Day)]),
        Unit("POST /Units/Unit?handler=Reopen", ActsOnAccount, "?handler=Reopen", async s => [("Input.PersonId", $"{(await s.Newcomer()).Id}"), ("Input.LastDay", Day)]),
        Unit("POST /Units/Unit?handler=EndPost", ActsOnUnit, "?handler=EndPost", async s =>
        {
            var post = await s.PostOf((await s.Newcomer()).Id);
            return [("Input.RowId", $"{post.Id}"), ("Input.LastDay", Day), ("Input.Version", $"{post.Version}")];
        }),
        Unit("POST /Units/Unit?handler=Relieve", ActsOnUnit, "?handler=Relieve", async s => [("Input.RowId", $"{(await s.Charge()).Id}"), ("Input.LastDay", Day)]),
        new("POST /Units/Unit?handler=EndUnit", ActsOnUnit, s => Task.FromResult($"/Units/{s.City.Unit(StoryCity.EmptyUnit).Id}?handler=EndUnit"), s => Fields(
            ("Input.LastDay", Day), ("Input.Version", $"{s.City.Unit(StoryCity.EmptyUnit).Version}"))),
    ];

    private static string Day => StoryCity.Today.ToString("O");

    private static Task<(string Name, string Value)[]> Fields(params (string Name, string Value)[] fields) => Task.FromResult(fields);

    private static Door Unit(string endpoint, string expected, string rest, Func<StoryCity, Task<(string Name, string Value)[]>>? fields = null) =>
        new(endpoint, expected, s => Task.FromResult($"/Units/{s.City.Unit(StoryCity.Bystander).Id}{rest}"), fields);
}
