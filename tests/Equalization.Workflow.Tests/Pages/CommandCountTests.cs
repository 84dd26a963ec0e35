using Equalization.Workflow.Infrastructure.Databases;
using Equalization.Workflow.Tests.Permissions;
using Equalization.Workflow.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equalization.Workflow.Tests.Pages;

/// <summary>A page asks the database the same number of times however much there is: counted over HTTP, warm, for whoever gets in first.</summary>
public sealed class CommandCountTests
{
    [Fact]
    public async Task Every_page_sends_as_many_commands_for_many_rows_as_for_few()
    {
        var few = await Count(_ => Task.CompletedTask);
        var many = await Count(Manifold.Multiply);
        foreach (var (page, count) in few)
        {
            Console.WriteLine($"{page}: {count} commands, {many[page]} with many rows");
        }

        Assert.NotEmpty(few);
        Assert.Equal([], few.Where(p => many[p.Key] != p.Value).Select(p => $"{p.Key}: {p.Value}, {many[p.Key]} with many rows"));
    }

    [Fact]
    public async Task There_are_many_rows_of_each()
    {
        await using var story = await StoryCity.Create();
        var before = await Rows(story);
        await Manifold.Multiply(story.City);
        var after = await Rows(story);

        Assert.All(before.Zip(after), rows => Assert.True(rows.Second >= rows.First * 10));
    }

    [Fact]
    public async Task A_query_in_a_loop_is_seen()
    {
        var counter = new CommandCount();
        await using var story = await StoryCity.Create();
        await using var services = story.City.ServicesAnew(s => s.ConfigureDbContext<SqliteWorkflowDb>(o => o.AddInterceptors(counter)));
        await using var db = await services.GetRequiredService<IDbContextFactory<Core.WorkflowDb>>().CreateDbContextAsync(TestCity.Ct);
        foreach (var id in await db.Units.Select(u => u.Id).Take(5).ToListAsync(TestCity.Ct))
        {
            await db.Units.AnyAsync(u => u.Id == id, TestCity.Ct);
        }

        Assert.Equal(6, counter.Count);
    }

    private static Task<int[]> Rows(StoryCity story) => story.City.Read(async db => new[]
    {
        await db.Units.CountAsync(), await db.AnnualTasks.CountAsync(), await db.ProgressReports.CountAsync(), await db.Stories.CountAsync(),
        await db.Notices.CountAsync(), await db.AuditEntries.CountAsync(), await db.Measures.CountAsync(), await db.EvidenceVersions.CountAsync(),
    });

    private static async Task<Dictionary<string, int>> Count(Func<TestCity, Task> grow)
    {
        var counter = new CommandCount();
        await using var story = await StoryCity.Create();
        await using var site = await TestSite.Start(story.City, b => b.Services.ConfigureDbContext<SqliteWorkflowDb>(o => o.AddInterceptors(counter)));
        var addresses = new List<(Door Door, string Address)>();
        // Lists go out as workbooks a page of rows at a time, while they are sent: more rows are more pages there.
        foreach (var door in Doors.All.Where(d => !d.IsPost && !d.Endpoint.StartsWith("GET Lists.", StringComparison.Ordinal) && d.Signs.Contains(Door.In, StringComparison.Ordinal)))
        {
            addresses.Add((door, await door.Address(story)));
        }

        await grow(story.City);
        var counts = new Dictionary<string, int>();
        foreach (var (door, address) in addresses)
        {
            var person = Walker.All.Index().Where(w => door.Signs[w.Index] == Door.In).Select(w => w.Item.Person(story)).First(p => p is not null || door.Signs[0] == Door.In);
            using var client = person is { } id ? await site.SignedIn(id) : site.Visitor();
            using var cold = await client.GetAsync(address, TestCity.Ct);
            var before = counter.Count;
            using var warm = await client.GetAsync(address, TestCity.Ct);
            counts[door.Endpoint] = counter.Count - before;
        }

        return counts;
    }
}
