using System.Text.Json.Nodes;
using Equalization.Workflow.Engine;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using static Equalization.Workflow.Tests.Engine.Draw;
using static Equalization.Workflow.Tests.Engine.Scenario;

namespace Equalization.Workflow.Tests.Engine;

/// <summary>Published versions, and instances pinned to theirs.</summary>
public sealed class VersionTests
{
    [Fact]
    public async Task An_instance_runs_to_its_end_on_the_version_it_started_with()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>b", Event("a"), Mark("b"))));
        var old = await file.Start();
        await file.Publish(Definition(Chart("a>c", Event("a"), Mark("c")), version: 2));
        var young = await file.Start();
        file.Restart();
        await file.Raise("a");

        Assert.Equal(("a b", "a c"), (await Steps(file, old), await Steps(file, young)));
    }

    [Fact]
    public async Task A_version_once_published_cannot_change()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("a>b", Event("a"), Mark("b"))));

        var refused = await Assert.ThrowsAsync<EngineRefused>(() => file.Publish(Definition(Chart("a>c", Event("a"), Mark("c")))));
        Assert.Equal(EngineRefused.DefinitionChanged, refused.Code);
        Assert.Contains("version 改为 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_the_same_version_again_changes_nothing()
    {
        await using var file = new EngineFile();
        var definition = Definition(Chart("a>b", Event("a"), Mark("b")));
        await file.Publish(definition);
        await file.Publish(definition.Replace("\"root\":", "\n  \"createdAt\": \"2026-01-01T00:00:00Z\", \"root\":", StringComparison.Ordinal));

        Assert.Equal(1, await Count<DefinitionVersion>(file));
    }

    [Fact]
    public async Task The_words_on_a_box_follow_the_file_without_a_new_version()
    {
        static string Named(string text) => Definition(Chart("a>b", Activity("Elsa.Event", "a", ("eventName", Literal("a")), ("metadata", new JsonObject { ["displayText"] = text })), Mark("b")));

        await using var file = new EngineFile();
        await file.Publish(Named("等待材料"));
        await file.Publish(Named("等待办结材料"));

        await using var db = file.Open();
        var stored = new DefinitionReader(file.Activities).Read("stored", (await db.Set<DefinitionVersion>().SingleAsync()).Json);
        Assert.Equal("等待办结材料", stored.NodeOf("a").DisplayText);
    }

    [Fact]
    public async Task A_version_that_is_not_published_is_not_started()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Event("a"))));
        await file.Publish(Definition(Chart("", Event("b")), version: 2).Replace("\"isPublished\":true", "\"isPublished\":false", StringComparison.Ordinal));

        Assert.Equal("a", await Waiting(file, await file.Start()));
    }

    [Fact]
    public async Task What_was_never_published_is_not_started()
    {
        await using var file = new EngineFile();

        Assert.Equal(EngineRefused.DefinitionUnknown, (await Assert.ThrowsAsync<EngineRefused>(() => file.Start("nobody"))).Code);
    }

    [Fact]
    public async Task A_live_version_whose_activity_is_gone_is_found_at_start_up()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("e>w", Event("e"), Activity("Probe.Write", "w", ("text", Literal("x"))))));
        var instance = await file.Start();
        Assert.Empty(await file.Act(db => file.Engine.CheckLive(db, default)));
        file.Restart(new ActivityRegistry());

        var flaw = Assert.Single(await file.Act(db => file.Engine.CheckLive(db, default)));
        Assert.Equal("w", flaw.ActivityId);
        await file.Raise("e");
        Assert.Equal("definition-refused", (await Incident(file, instance)).Code);
        file.Restart();
        await file.Act(db => file.Engine.Retry(db, instance, "管理员", default));
        await Follow(file, instance, "= e w", "finished");
    }

    [Fact]
    public async Task An_instance_whose_activity_is_gone_can_be_cancelled()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("e>w", Event("e"), Activity("Probe.Write", "w", ("text", Literal("x"))))));
        var instance = await file.Start();
        file.Restart(new ActivityRegistry());
        await file.Act(db => file.Engine.Cancel(db, instance, "管理员", "活动已停用", default));

        await Follow(file, instance, "cancelled", "? ");
    }

    [Fact]
    public async Task A_version_without_live_instances_is_not_asked_about()
    {
        await using var file = new EngineFile();
        await file.Publish(Definition(Chart("", Activity("Probe.Write", "w", ("text", Literal("x"))))));
        await file.Start();
        file.Restart(new ActivityRegistry());

        Assert.Empty(await file.Act(db => file.Engine.CheckLive(db, default)));
    }
}
