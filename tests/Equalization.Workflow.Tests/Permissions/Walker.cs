using Equalization.Workflow.Core.Units;
using Equalization.Workflow.Tests.Support;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Somebody who tries every door. Person is null for a visitor who has not signed in.</summary>
public sealed record Walker(string Name, Func<StoryCity, Guid?> Person)
{
    /// <summary>In the order of the columns of <see cref="Doors"/>.</summary>
    public static readonly IReadOnlyList<Walker> All =
    [
        new("visitor", _ => null),
        new("office", s => s.City.Office.PersonId),
        new("lead contact", s => s.City.Contact(StoryCity.Lead).PersonId),
        new("lead head", s => s.City.Head(StoryCity.Lead).PersonId),
        new("cooperating contact", s => s.City.Contact(StoryCity.Cooperating).PersonId),
        new("leader", s => s.City.Leader.PersonId),
        new("auditor", s => s.City.Auditor.PersonId),
        new("admin", s => s.City.Admin.PersonId),
        new("contact of another unit", s => s.City.Contact(StoryCity.Bystander).PersonId),
        new("head of another unit", s => s.City.Head(StoryCity.Bystander).PersonId),
        new("office of another city", s => s.City.AsNeighbour(Role.Office, TestCity.OfficeUnit).PersonId),
        new("contact of another city", s => s.City.AsNeighbour(Role.Contact, StoryCity.Lead).PersonId),
        new("contact whose post ended", s => s.City.Departed.Person.Id),
    ];
}

/// <summary>One door: a page's handler or an action, with an address and fields that are right for whoever may, and who may.</summary>
/// <param name="Endpoint">As <see cref="EndpointNames"/> gives it.</param>
/// <param name="Expected">
/// One sign a walker: + let in (or refused by a rule of the field only), - not allowed (403), 0 hidden (404), s asked to sign in, p holds no
/// post.
/// </param>
public sealed record Door(string Endpoint, string Expected, Func<StoryCity, Task<string>> Address, Func<StoryCity, Task<(string Name, string Value)[]>>? Fields = null)
{
    public const char In = '+';

    public string Signs { get; } = Expected.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Even those who get in are refused by a rule: the case shows that the door opens, not what lies behind it.</summary>
    public bool OnlyRefused { get; init; }

    public bool IsPost => Endpoint.StartsWith("POST", StringComparison.Ordinal);
}
