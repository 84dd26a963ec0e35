using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Definitions that start others.</summary>
public sealed class ChildTests
{
    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    public async Task A_parent_waits_for_its_child(string type)
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("x")), "child"), Definition(Chart("c>z", Child("c", "child", type: type), Mark("z"))));
        var parent = await file.Start();

        await Follow(file, parent, "? c", "!x", "= c z", "finished");
    }

    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    public async Task A_parent_that_does_not_wait_goes_on(string type)
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("x")), "child"), Definition(Chart("c>z", Child("c", "child", wait: false, type: type), Mark("z"))));
        var parent = await file.Start();

        await Follow(file, parent, "= c z", "finished");
        Assert.Equal("x", await Waiting(file, await ChildOf(file, parent)));
    }

    [Fact]
    public async Task A_child_that_never_waits_is_over_in_the_same_transaction()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Mark("x")), "child"), Definition(Chart("c>z", Child("c", "child"), Mark("z"))));

        await Follow(file, await file.Start(), "= c z", "finished");
    }

    [Fact]
    public async Task A_child_belongs_to_whom_its_parent_belongs()
    {
        var tenant = Guid.CreateVersion7();
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("x>y", Event("x"), Event("y")), "child"), Definition(Chart("c>z", Child("c", "child"), Mark("z"))));
        var parent = await file.Act(db => file.Engine.Start(db, new StartRequest("flow", "测试") { TenantId = tenant }, default));
        await file.Raise("x");

        await using var db = file.Open();
        Assert.Equal([tenant, tenant], await db.Set<Instance>().Select(i => i.TenantId).ToListAsync());
        Assert.Equal(parent, await db.Set<Instance>().Where(i => i.ParentId != null).Select(i => i.ParentId).SingleAsync());
    }

    [Fact]
    public async Task A_child_gets_inputs_and_correlation_and_gives_back_its_outputs()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("x>s", Event("x"), SetOutput("s", "Sum", Input("Amount"))), "child", inputs: ["Amount:Int32"], outputs: ["Sum"]),
            Definition(
                Chart("c>w", Child("c", "child", input: "{\"Amount\":7}", result: "v", correlation: "k"), Activity("Probe.Write", "w", ("text", Variable("v")))),
                variables: Variables(("v", "JSON", null))));
        await file.Start();
        Assert.Equal(1, await file.Raise("x", "k"));

        await using var db = file.Open();
        Assert.Equal("{\"Sum\":7}", (await db.Entries.SingleAsync()).Text);
    }

    [Fact]
    public async Task A_child_knows_its_parent()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("", Activity("Probe.Write", "w", ("text", Input("ParentInstanceId")))), "child", inputs: ["ParentInstanceId:String"]),
            Definition(Chart("", Child("c", "child"))));
        var parent = await file.Start();

        await using var db = file.Open();
        Assert.Equal(parent.ToString(), (await db.Entries.SingleAsync()).Text);
    }

    [Fact]
    public async Task A_child_that_is_not_published_is_an_incident_of_the_parent()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Child("c", "nobody"))));
        var parent = await file.Start();

        await Follow(file, parent, "faulted");
        Assert.Equal((EngineRefused.DefinitionUnknown, "c"), ((await Incident(file, parent)).Code, (await Incident(file, parent)).ActivityId));
    }

    [Fact]
    public async Task A_child_takes_the_version_published_when_it_starts()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("old")), "child"), Definition(Chart("e>c", Event("e"), Child("c", "child"))));
        var parent = await file.Start();
        await file.Publish(Definition(Chart("", Event("new")), "child", version: 2));
        await file.Raise("e");

        Assert.Equal("new", await Waiting(file, await ChildOf(file, parent)));
    }

    [Fact]
    public async Task WaitAny_cancels_a_child_that_is_waited_for_and_its_children_too()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("", Event("x")), "grandchild"), Definition(Chart("", Child("g", "grandchild")), "child"),
            Definition(Chart("f.A>a f.B>c a>j c>j", Fork("f", "A", "B"), Event("a"), Child("c", "child"), Join("j", "WaitAny"))));
        var parent = await file.Start();
        var child = await ChildOf(file, parent);
        var grandchild = await ChildOf(file, child);
        await file.Raise("a");

        await Follow(file, parent, "finished");
        Assert.Equal((InstanceStatus.Cancelled, InstanceStatus.Cancelled), (await Status(file, child), await Status(file, grandchild)));
        Assert.Equal(0, await Count<Bookmark>(file));
    }

    [Fact]
    public async Task WaitAny_leaves_a_child_that_is_not_waited_for()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("", Event("x")), "child"),
            Definition(Chart("f.A>a f.B>c c>b a>j b>j", Fork("f", "A", "B"), Event("a"), Child("c", "child", wait: false), Event("b"), Join("j", "WaitAny"))));
        var parent = await file.Start();
        await file.Raise("a");

        Assert.Equal(InstanceStatus.Running, await Status(file, await ChildOf(file, parent)));
    }

    [Fact]
    public async Task A_child_started_and_given_up_in_one_burst_never_starts()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("", Activity("Probe.Write", "w", ("text", Literal("x")))), "child"),
            Definition(Chart("f.A>c f.B>a a>j c>j", Fork("f", "A", "B"), Child("c", "child"), Mark("a"), Join("j", "WaitAny"))));

        await Follow(file, await file.Start(), "finished");
        Assert.Equal(0, await Count<Entry>(file));
    }

    [Fact]
    public async Task Finish_cancels_the_children_waited_for()
    {
        await using var file = new EngineFile();
        await file.Publish(
            Definition(Chart("", Event("x")), "child"),
            Definition(Chart("s>c s>a a>finish", Start("s"), Child("c", "child"), Event("a"), Finish())));
        var parent = await file.Start();
        var child = await ChildOf(file, parent);
        await file.Raise("a");

        Assert.Equal(InstanceStatus.Cancelled, await Status(file, child));
    }

    [Fact]
    public async Task Cancelling_a_child_stops_its_parent_with_an_incident_and_a_retry_goes_on_without_a_result()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("x")), "child"), Definition(Chart("c>z", Child("c", "child"), Mark("z"))));
        var parent = await file.Start();
        var child = await ChildOf(file, parent);
        await file.Act(db => file.Engine.Cancel(db, child, "管理员", "不再需要", default));

        await Follow(file, parent, "faulted", "? c");
        Assert.Equal("child-cancelled", (await Incident(file, parent)).Code);
        await file.Act(db => file.Engine.Retry(db, parent, "管理员", default));
        await Follow(file, parent, "= c z", "finished");
    }

    private static async Task<Guid> ChildOf(EngineFile file, Guid parent)
    {
        await using var db = file.Open();
        return await db.Set<Instance>().Where(i => i.ParentId == parent).Select(i => i.Id).SingleAsync();
    }
}
