using System.Text.Json;
using System.Text.Json.Nodes;
using Equalization.Workflow.Engine.Activities;
using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Storage;

namespace Equalization.Workflow.Engine.Runtime;

/// <summary>
/// Fits one instance's state to another version of its definition. Whatever it stands at must be there too, in the same place and of the same
/// type; what lies ahead of it may differ. Nothing is carried out: it goes on waiting for what it waits for.
/// </summary>
/// <param name="from">Null when this program cannot read the old version any more.</param>
internal sealed class Migration(Definition? from, Definition to)
{
    /// <summary>The state to go on with; throws <see cref="BurstStopped"/> with the reason why the instance must stay.</summary>
    public string Fit(Instance instance, IReadOnlyList<Bookmark> waiting)
    {
        foreach (var bookmark in waiting)
        {
            Fit(bookmark);
        }

        var state = JsonNode.Parse(instance.State)!.AsObject();
        Declare(state, to.Variables);
        foreach (var frame in state["frames"]!.AsArray())
        {
            Fit(frame!.AsObject());
        }

        var written = state.ToJsonString(Json.Options);
        try
        {
            // What the next burst will do, done here once, so that a value of the wrong type stays a refusal.
            return InstanceState.Read(written, to).Write();
        }
        catch (InvalidCastException e)
        {
            throw Stays($"变量的值与新版不符：{e.Message}");
        }
    }

    private void Fit(Bookmark bookmark)
    {
        var node = Find(bookmark.ActivityId);
        if (node.Parent?.Path != bookmark.ScopePath)
        {
            throw Stays($"等待中的活动 {bookmark.ActivityId} 在新版中换了位置");
        }

        var isSame = bookmark.Kind switch
        {
            BookmarkKind.Event => node.Activity is Event && (node.Inputs.GetValueOrDefault("eventName") is not Constant { Value: string name } || name == bookmark.EventName),
            BookmarkKind.Timer => node.Activity is not Event and not DispatchWorkflow && node.Activity.Waits(node),
            _ => node.Activity is DispatchWorkflow && node.Activity.Waits(node),
        };
        if (!isSame)
        {
            throw Stays($"活动 {bookmark.ActivityId} 在新版中等待的已不是同一件事");
        }
    }

    private void Fit(JsonObject frame)
    {
        var id = (string)frame["node"]!;
        var node = Find(id);
        if (from?.Find(id) is { } before && (before.Path != node.Path || before.Activity.Type != node.Activity.Type))
        {
            throw Stays($"进行中的 {id} 在新版中换了位置或类型");
        }

        foreach (var faulted in frame["faulted"]?.AsArray() ?? [])
        {
            Find((string)faulted!);
        }

        Declare(frame, node.Variables);
        Passed(frame, node);
        Arrived(frame, node);
    }

    // The children of a sequence are counted: those passed and the present one must be the same.
    private void Passed(JsonObject frame, Node node)
    {
        if (node.Activity is not Sequence)
        {
            return;
        }

        var position = (int)frame["position"]!;
        var passed = from?.Find(node.Id)?.Children.Take(position).Select(c => c.Id) ?? throw Stays($"顺序 {node.Id} 的旧版已无法读取");
        if (!passed.SequenceEqual(node.Children.Take(position).Select(c => c.Id)))
        {
            throw Stays($"顺序 {node.Id} 中已走过的活动在新版中不同");
        }
    }

    // Arrivals are kept by the number of the connection, which is another one in another file.
    private void Arrived(JsonObject frame, Node node)
    {
        if (frame["arrived"] is not JsonArray arrived)
        {
            return;
        }

        var (was, now) = (from?.Find(node.Id)?.Chart ?? throw Stays($"流程图 {node.Id} 的旧版已无法读取"), node.Chart!);
        var moved = new JsonArray();
        foreach (var pair in arrived.Select(n => (int)n!).Chunk(2))
        {
            var old = was.Connections[pair[0]];
            var (source, target) = (was.Nodes[old.Source].Id, was.Nodes[old.Target].Id);
            var same = now.Connections.FirstOrDefault(c => now.Nodes[c.Source].Id == source && c.Port == old.Port && now.Nodes[c.Target].Id == target)
                ?? throw Stays($"已走到汇合 {target} 的连线（来自 {source}）在新版中不存在");
            moved.Add(same.Index);
            moved.Add(pair[1]);
        }

        frame["arrived"] = moved;
    }

    private static void Declare(JsonObject holder, IReadOnlyList<Variable> declared)
    {
        var had = holder["variables"] as JsonObject ?? [];
        var has = new JsonObject();
        foreach (var variable in declared)
        {
            has[variable.Id] = had.TryGetPropertyValue(variable.Id, out var value) ? value?.DeepClone() : JsonSerializer.SerializeToNode(variable.Initial, Json.Options);
        }

        holder["variables"] = has;
    }

    private Node Find(string id) => to.Find(id) ?? throw Stays($"所处的活动 {id} 在新版中不存在");

    private BurstStopped Stays(string reason) => new("stays", $"{reason}，实例仍按原版运行。");
}
