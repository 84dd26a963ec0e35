using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Deputies: everybody sees those that concern them; for another's post only whoever keeps the list of people.</summary>
public static partial class Doors
{
    private static IEnumerable<Door> Deputies =>
    [
        At("GET /Deputies/Index", SignedIn, "/Deputies"),
        new("POST /Deputies/Index?handler=Withdraw", "s 0 0 0 0 0 0 0 0 0 0 0 p", _ => Task.FromResult("/Deputies?handler=Withdraw"), _ => Fields(("Input.Id", $"{Guid.Empty}"))),
        new("GET /Deputies/Set", "s + - + - - - + - - 0 0 p", s => Task.FromResult(ForHead(s))),
        new("POST /Deputies/Set", "s + - + - - - + - - 0 0 p", s => Task.FromResult(ForHead(s)), s => Fields(
            ("Input.PersonId", $"{s.City.Contact(StoryCity.Lead).PersonId}"), ("Input.FromOn", Day), ("Input.ToOn", Day))) { OnlyRefused = true },
    ];

    private static string ForHead(StoryCity story) => $"/Deputies/Set/{story.City.Head(StoryCity.Lead).MembershipId}";
}
