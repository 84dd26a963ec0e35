using System.Net;
using System.Text;
using Equalization.Workflow.Tests.Support;
using Equalization.Workflow.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Equalization.Workflow.Tests.Permissions;

/// <summary>Every endpoint of the real program, over HTTP, tried by everybody: <see cref="Doors"/> says who may.</summary>
public sealed class PermissionWalkTests
{
    private const string TokenPage = "/Accounts/Password";

    [Fact]
    public async Task Everybody_gets_in_where_they_may_and_nowhere_else()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var names = await EndpointNames.Of(site.Endpoints, site.Services);
        var walks = new List<Walk>();
        foreach (var door in Doors.All)
        {
            walks.Add(await Try(story, site, door));
        }

        // To the console, so that the table stands in the output of every run.
        Console.WriteLine(Table(walks));
        var known = Doors.All.Select(d => d.Endpoint).ToList();
        List<string> wrong =
        [
            .. names.Except(known).Select(n => "No expectation: " + n),
            .. known.Except(names).Select(n => "No such endpoint: " + n),
            .. walks.SelectMany(w => w.Wrong),
        ];
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_endpoint_names_a_policy()
    {
        await using var city = await TestCity.Create();
        await using var site = await TestSite.Start(city);

        Assert.Empty(EndpointNames.NamingNoPolicy(site.Endpoints, Known));
    }

    [Fact]
    public void An_endpoint_without_a_policy_is_found()
    {
        var open = new Endpoint(null, new EndpointMetadataCollection(), "open");
        var invented = new Endpoint(null, new EndpointMetadataCollection(new AuthorizeAttribute("Invented")), "invented");
        var fine = new Endpoint(null, new EndpointMetadataCollection(new AuthorizeAttribute(Policies.Office)), "fine");

        Assert.Equal(["open", "invented"], EndpointNames.NamingNoPolicy([open, invented, fine], Known));
    }

    [Fact]
    public async Task A_door_that_lets_the_wrong_one_in_is_found()
    {
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City);
        var wrong = new Door("GET /Board/Index", "- + - - - - - - - - - - -", _ => Task.FromResult("/Board"));

        var walk = await Try(story, site, wrong);

        Assert.Contains("GET /Board/Index: leader got +, expected -", walk.Wrong);
    }

    private static HashSet<string> Known => [.. Policies.Roles.Keys, Policies.Anyone, Policies.Account];

    private static async Task<Walk> Try(StoryCity story, TestSite site, Door door)
    {
        Assert.True(door.Signs.Length == Walker.All.Count, $"{door.Endpoint} needs {Walker.All.Count} signs.");
        var got = new char[Walker.All.Count];
        var details = new List<string>();
        var succeeded = false;

        // Those who may come last: the first of them changes what the door leads to.
        foreach (var (index, walker) in Walker.All.Index().OrderBy(w => door.Signs[w.Index] == Door.In))
        {
            using var client = walker.Person(story) is { } person ? await site.SignedIn(person) : site.Visitor();
            using var answer = await Knock(story, client, door);
            got[index] = SignOf(answer);
            succeeded |= got[index] == Door.In && (int)answer.StatusCode < 400;
            if (got[index] != door.Signs[index])
            {
                details.Add($"{door.Endpoint}: {walker.Name} got {got[index]}, expected {door.Signs[index]}" + (got[index] == '?' ? $" ({(int)answer.StatusCode})" : ""));
            }
        }

        if (!succeeded && !door.OnlyRefused && door.Signs.Contains(Door.In, StringComparison.Ordinal))
        {
            details.Add($"{door.Endpoint}: nobody succeeded, so the case proves nothing.");
        }

        return new Walk(door, new string(got), details);
    }

    private static async Task<HttpResponseMessage> Knock(StoryCity story, HttpClient client, Door door)
    {
        var address = await door.Address(story);
        if (!door.IsPost)
        {
            return await client.GetAsync(address, TestCity.Ct);
        }

        using var page = await client.GetAsync(TokenPage, TestCity.Ct);
        var token = page.IsSuccessStatusCode ? TestSite.TokenOf(await page.Content.ReadAsStringAsync(TestCity.Ct)) : await VisitorsToken(client);
        return await TestSite.PostWith(client, token, address, door.Fields is null ? [] : await door.Fields(story));
    }

    private static async Task<string> VisitorsToken(HttpClient client) => TestSite.TokenOf(await client.GetStringAsync("/Accounts/SignIn", TestCity.Ct));

    private static char SignOf(HttpResponseMessage answer)
    {
        var target = answer.Headers.Location?.ToString() ?? "";
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect when target.Contains("/Accounts/SignIn?", StringComparison.Ordinal) => 's',
            HttpStatusCode.Redirect when target.Contains("/Accounts/NoPost", StringComparison.Ordinal) => 'p',
            HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.Redirect or HttpStatusCode.SeeOther => Door.In,
            HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict => Door.In,
            HttpStatusCode.Unauthorized => 's',
            HttpStatusCode.Forbidden => '-',
            HttpStatusCode.NotFound => '0',
            _ => '?',
        };
    }

    private static string Table(IReadOnlyList<Walk> walks)
    {
        var text = new StringBuilder();
        foreach (var (index, walker) in Walker.All.Index())
        {
            text.AppendLine($"{index + 1,2} {walker.Name}");
        }

        var width = walks.Max(w => w.Door.Endpoint.Length);
        text.AppendLine(new string(' ', width) + string.Concat(Walker.All.Select((_, i) => $"{i + 1,3}")));
        foreach (var walk in walks)
        {
            text.AppendLine(walk.Door.Endpoint.PadRight(width) + string.Concat(walk.Got.Select(c => $"  {c}")));
        }

        return text.ToString();
    }

    private sealed record Walk(Door Door, string Got, IReadOnlyList<string> Wrong);
}
