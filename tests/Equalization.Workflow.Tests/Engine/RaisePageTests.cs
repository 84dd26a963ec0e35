using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>An event for thousands, brought page by page in transactions of their own.</summary>
public sealed class RaisePageTests
{
    /// <summary>Waits for the event again each time it has come.</summary>
    private static readonly string Listens = Definition(Chart("s>a a>w w>a", Start("s"), Event("a"), Activity("Probe.Write", "w", ("text", Literal("x")))), "listens");

    [Fact]
    public async Task Pages_reach_every_instance_once_though_each_waits_again()
    {
        await using var file = new EngineFile();
        await file.Publish(Listens);
        for (var i = 0; i < 25; i++)
        {
            await file.Start("listens");
        }

        Assert.Equal([10, 10, 5], await RaiseAll(file, new RaisedEvent("a", null, null, "测试"), 10));
        Assert.Equal((25, 25), (await Count<Entry>(file), await Count<Bookmark>(file)));
        Assert.All(await Turns(file), turn => Assert.Equal(1, turn));
    }

    [Fact]
    public async Task A_last_page_that_is_full_is_followed_by_an_empty_one()
    {
        await using var file = new EngineFile();
        await file.Publish(Listens);
        for (var i = 0; i < 4; i++)
        {
            await file.Start("listens");
        }

        Assert.Equal([2, 2, 0], await RaiseAll(file, new RaisedEvent("a", null, null, "测试"), 2));
        Assert.Equal(0, await Count<UnheardEvent>(file));
    }

    [Fact]
    public async Task An_instance_with_many_waits_for_the_event_is_never_split()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("f.A>a f.B>b f.C>c", Fork("f", "A", "B", "C"), Event("a", "go"), Event("b", "go"), Event("c", "go"))));
        await file.Start();
        await file.Start();

        Assert.Equal([3, 3, 0], await RaiseAll(file, new RaisedEvent("go", null, null, "测试"), 1));
        Assert.Equal(0, await Count<Bookmark>(file));
    }

    [Fact]
    public async Task Pages_of_one_correlation_reach_no_other()
    {
        await using var file = new EngineFile();
        await file.Publish(Listens);
        for (var i = 0; i < 6; i++)
        {
            await file.Start("listens", i % 2 == 0 ? "even" : "odd");
        }

        Assert.Equal([2, 1], await RaiseAll(file, new RaisedEvent("a", "odd", null, "测试"), 2));
    }

    [Fact]
    public async Task An_event_nobody_hears_is_written_down_once()
    {
        await using var file = new EngineFile();

        Assert.Equal([0], await RaiseAll(file, new RaisedEvent("a", null, null, "测试"), 2));
        Assert.Equal(1, await Count<UnheardEvent>(file));
    }

    [Fact]
    public async Task A_poisoned_instance_does_not_stop_the_page_it_stands_on()
    {
        await using var file = new EngineFile();
        await file.Publish(Listens, Definition(Chart("a>t", Event("a"), Activity("Probe.Throw", "t")), "poisoned"));
        await file.Start("listens");
        await file.Start("poisoned");
        await file.Start("listens");

        Assert.Equal([3], await RaiseAll(file, new RaisedEvent("a", null, null, "测试"), 10));
        Assert.Equal((2, 1), (await Count<Entry>(file), await Count<Incident>(file)));
    }

    private static async Task<List<int>> RaiseAll(EngineFile file, RaisedEvent raised, int most)
    {
        var reached = new List<int>();
        Guid? next = null;
        do
        {
            var page = await file.Act(db => file.Engine.RaisePage(db, raised, next, most, default));
            reached.Add(page.Reached);
            next = page.Next;
        }
        while (next is not null);

        return reached;
    }

    private static async Task<List<int>> Turns(EngineFile file)
    {
        await using var db = file.Open();
        return await db.Set<Bookmark>().Select(b => b.Iteration).ToListAsync();
    }
}
