using System.Text.Json.Nodes;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Moving running instances onto another version: only by an explicit call, only where all they stand at is found again.</summary>
public sealed class MigrationTests
{
    [Fact]
    public async Task A_moved_instance_goes_on_by_the_new_version_and_its_history_says_so()
    {
        await using var file = new EngineFile();
        await file.Publish(Version(1, Chart("a>b", Event("a"), Mark("b"))));
        var instance = await file.Start();
        await file.Publish(Version(2, Chart("a>c", Event("a"), Mark("c"))));

        Assert.Equal([instance], (await Migrate(file)).Moved);
        await Follow(file, instance, "? a", "!a", "= a c", "finished");
        var row = Assert.Single(await History(file, instance), h => h.Outcome == HistoryStep.Migrated);
        Assert.Equal("迁移（管理员）：第 1 版改为第 2 版", row.Cause);
        await using var db = file.Open();
        Assert.Equal(2, (await db.Set<Instance>().SingleAsync()).DefinitionVersion);
    }

    [Fact]
    public async Task An_instance_that_waits_for_what_the_new_version_has_not_stays_with_the_reason()
    {
        await using var file = new EngineFile();
        await file.Publish(Version(1, Chart("a>b", Event("a"), Mark("b"))));
        var instance = await file.Start();
        await file.Publish(Version(2, Chart("x>b", Event("x"), Mark("b"))));

        var refused = Assert.Single((await Migrate(file)).Refused);
        Assert.Equal((instance, "所处的活动 a 在新版中不存在，实例仍按原版运行。"), (refused.InstanceId, refused.Reason));
        await Follow(file, instance, "!a", "= a b", "finished");
    }

    [Fact]
    public async Task An_arrival_at_a_join_is_kept_though_the_connections_stand_in_another_order()
    {
        await using var file = new EngineFile();
        JsonObject[] Activities() => [Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAll"), Mark("z")];
        await file.Publish(Version(1, Chart("f.A>a f.B>b a>j b>j j>z", Activities())));
        var instance = await file.Start();
        await file.Raise("a");
        await file.Publish(Version(2, Chart("n>z j>n b>j a>j f.B>b f.A>a", [.. Activities(), Mark("n")])));

        Assert.Equal([instance], (await Migrate(file)).Moved);
        await Follow(file, instance, "? b", "!b", "= f a b j n z", "finished");
    }

    [Fact]
    public async Task An_arrival_over_a_connection_that_is_gone_stays()
    {
        await using var file = new EngineFile();
        await file.Publish(Version(1, Chart("f.A>a f.B>b a>j b>j", Fork("f", "A", "B"), Event("a"), Event("b"), Join("j", "WaitAll"))));
        await file.Start();
        await file.Raise("a");
        await file.Publish(Version(2, Chart("f.A>a f.B>b a>m m>j b>j", Fork("f", "A", "B"), Event("a"), Event("b"), Mark("m"), Join("j", "WaitAll"))));

        Assert.Contains("连线", Assert.Single((await Migrate(file)).Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_became_another_one_stays()
    {
        await using var file = new EngineFile();
        await file.Publish(Version(1, Chart("", Event("a", "old"))));
        await file.Start();
        await file.Publish(Version(2, Chart("", Event("a", "new"))), Version(3, Chart("", Delay("a", "01:00:00"))), Version(4, Chart("", Inner("n", "", Event("a", "old")))));

        Assert.Contains("同一件事", Assert.Single((await Migrate(file)).Refused).Reason, StringComparison.Ordinal);
        Assert.Contains("同一件事", Assert.Single((await Migrate(file, to: 3)).Refused).Reason, StringComparison.Ordinal);
        Assert.Contains("换了位置", Assert.Single((await Migrate(file, to: 4)).Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_keep_their_values_and_new_ones_begin_as_written()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("s>a a>w", Set("s", "v", Literal("kept")), Event("a"), Activity("Probe.Write", "w", ("text", Variable("v")))), variables: Variables(("v", "String", null))));
        var instance = await file.Start();
        await file.Publish(Definition(
            Chart("s>a a>w w>x", Set("s", "v", Literal("kept")), Event("a"), Activity("Probe.Write", "w", ("text", Variable("v"))), Activity("Probe.Write", "x", ("text", Variable("n")))),
            version: 2, variables: Variables(("v", "String", null), ("n", "String", "new"))));
        await Migrate(file);
        await Follow(file, instance, "!a", "finished");

        await using var db = file.Open();
        Assert.Equal(["kept", "new"], await db.Entries.OrderBy(e => e.Id).Select(e => e.Text).ToListAsync());
    }

    [Fact]
    public async Task A_value_that_does_not_fit_the_new_type_stays()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a")), variables: Variables(("v", "String", "ten"))));
        await file.Start();
        await file.Publish(Definition(Chart("", Event("a")), version: 2, variables: Variables(("v", "Int32", "1"))));

        Assert.Contains("变量的值", Assert.Single((await Migrate(file)).Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_may_change_ahead_but_not_behind()
    {
        await using var file = new EngineFile();
        await file.Publish(Version(1, Sequence("root", Mark("a"), Event("b"), Mark("c"))));
        var instance = await file.Start();
        await file.Publish(Version(2, Sequence("root", Mark("x"), Event("b"), Mark("c"))), Version(3, Sequence("root", Mark("a"), Event("b"), Mark("d"), Mark("e"))));

        Assert.Contains("已走过", Assert.Single((await Migrate(file)).Refused).Reason, StringComparison.Ordinal);
        Assert.Equal([instance], (await Migrate(file, to: 3)).Moved);
        await Follow(file, instance, "!b", "= a b d e", "finished");
    }

    [Fact]
    public async Task A_stopped_instance_whose_version_can_no_longer_be_read_is_rescued_by_a_new_one()
    {
        await using var file = new EngineFile();
        await file.Publish(Version(1, Chart("a>t", Event("a"), Activity("Probe.Wreck", "t"))));
        var instance = await file.Start();
        file.Restart(new Workflow.Engine.Activities.ActivityRegistry());
        await file.Raise("a");
        await IsAt(file, instance, InstanceStatus.Faulted);
        await file.Publish(Version(2, Chart("a>b", Event("a"), Mark("b"))));

        Assert.Equal([instance], (await Migrate(file)).Moved);
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));
        await IsAt(file, instance, InstanceStatus.Finished);
    }

    [Fact]
    public async Task What_is_over_or_unknown_is_not_moved()
    {
        await using var file = new EngineFile();
        await file.Publish(Version(1, Chart("", Mark("a"))));
        var over = await file.Start();
        await file.Publish(Version(2, Chart("", Mark("a"))));

        Assert.Empty((await Migrate(file)).Moved);
        Assert.Equal([over, Guid.Empty], (await Migrate(file, instances: [over, Guid.Empty])).Refused.Select(r => r.InstanceId).OrderDescending());
        Assert.Equal(EngineRefused.DefinitionUnknown, (await Assert.ThrowsAsync<EngineRefused>(() => Migrate(file, to: 9))).Code);
    }

    private static string Version(int number, JsonObject root) => Definition(root, version: number);

    private static Task<MigrationResult> Migrate(EngineFile file, int to = 2, IReadOnlyList<Guid>? instances = null) =>
        file.Act(db => file.Engine.Migrate(db, new MigrationRequest("flow", 1, to, "管理员") { Instances = instances }, default));

    // Scenario's script restarts the engine with all activities; here they are gone for good.
    private static async Task IsAt(EngineFile file, Guid instance, InstanceStatus status) => Assert.Equal(status, await Status(file, instance));
}
