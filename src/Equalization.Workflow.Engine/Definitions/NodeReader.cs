using System.Text.Json;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>Reads activities with everything inside them. A member that nobody reads is refused: it is a slip of the pen or asks for something absent here.</summary>
internal sealed class NodeReader(ActivityRegistry activities, FlawList flaws)
{
    private static readonly HashSet<string> Common = ["type", "version", "id", "nodeId", "name", "customProperties", "metadata"];

    private readonly List<Node> nodes = [];
    private readonly HashSet<string> ids = [];

    /// <summary>The root and all it holds, outermost first.</summary>
    public IReadOnlyList<Node> Read(JsonElement root, Scope scope)
    {
        var node = Node(root, "$.root", null, scope);
        if (node is { Activity: not (Flowchart or Sequence) })
        {
            flaws.Add("$.root", node.Id, "流程的根应为 Elsa.Flowchart 或 Elsa.Sequence。");
        }

        return nodes;
    }

    private Node? Node(JsonElement json, string place, Node? parent, Scope outer)
    {
        var id = json.TextOf("id");
        var type = json.TextOf("type");
        if (string.IsNullOrWhiteSpace(id) || id.Length > Storage.Bookmark.LongestActivityId || !ids.Add(id))
        {
            flaws.Add($"{place}.id", id, $"活动的 id 为空、重复或超过 {Storage.Bookmark.LongestActivityId} 个字符。");
            return null;
        }

        if (type is null || activities.Find(type) is not { } activity)
        {
            flaws.Add($"{place}.type", id, type?.Contains("JavaScript", StringComparison.Ordinal) == true
                ? $"不运行脚本：请把 {type} 改成带结果端口的业务活动。"
                : $"没有名为“{type}”的活动类型，可用的类型见 workflows/README.md。");
            return null;
        }

        json.Has("metadata", out var metadata);
        metadata.Has("designer", out var designer);
        var node = new Node
        {
            Id = id,
            Name = json.TextOf("name") ?? id,
            DisplayText = metadata.TextOf("displayText") ?? designer.TextOf("displayText"),
            Description = metadata.TextOf("description"),
            Activity = activity,
            Parent = parent,
            Place = place,
        };
        if (node.Path.Length > Storage.Bookmark.LongestScopePath)
        {
            flaws.Add(place, id, $"活动嵌套过深：从外到内各级 id 连起来超过 {Storage.Bookmark.LongestScopePath} 个字符。");
        }

        if (nodes.Count == DefinitionReader.MostActivities)
        {
            flaws.Add(place, id, $"流程超过 {DefinitionReader.MostActivities} 个活动，请拆成子流程。");
            return null;
        }

        nodes.Add(node);
        var scope = outer;
        if (activity is Container)
        {
            scope = outer.Inner();
            scope.Declare(json, place, id, flaws);
            node.Variables = scope.Own;
        }

        ReadCustom(json, node);
        ReadSlots(json, node, scope);
        ReadChildren(json, node, scope);
        RefuseUnread(json, node);
        foreach (var message in activity.Check(node))
        {
            flaws.Add(place, id, message);
        }

        if (activity.OnlyInFlowchart && parent?.Activity is not Flowchart)
        {
            flaws.Add(place, id, $"{activity.Type} 只能直接放在流程图里。");
        }

        return node;
    }

    private void ReadSlots(JsonElement json, Node node, Scope scope)
    {
        var reader = new ExpressionReader(node.Id, scope, flaws);
        var inputs = new Dictionary<string, Expression>();
        foreach (var slot in node.Activity.Inputs)
        {
            var place = $"{node.Place}.{slot.Name}";
            if (!json.Has(slot.Name, out var member))
            {
                if (slot.IsRequired)
                {
                    flaws.Add(place, node.Id, $"缺少输入 {slot.Name}。");
                }
            }
            else if (reader.Input(member, slot, place) is { } expression)
            {
                if (slot.IsRequired && expression is Constant { Value: null or "" })
                {
                    flaws.Add(place, node.Id, $"输入 {slot.Name} 为空。");
                }

                inputs[slot.Name] = expression;
            }
        }

        var outputs = new Dictionary<string, Variable>();
        foreach (var slot in node.Activity.Outputs)
        {
            if (json.Has(slot.Name, out var member) && reader.Output(member, slot.Name, $"{node.Place}.{slot.Name}") is { } variable)
            {
                outputs[slot.Name] = variable;
            }
        }

        node.Inputs = inputs;
        node.Outputs = outputs;
        node.Settings = node.Activity.ReadSettings(new SettingsReader(json, node, reader, scope, flaws));
    }

    private void ReadChildren(JsonElement json, Node node, Scope scope)
    {
        if (node.Activity is not Container container)
        {
            return;
        }

        var children = new List<Node>();
        foreach (var member in container.ChildMembers)
        {
            if (!json.Has(member, out var value))
            {
                continue;
            }

            if (value.ValueKind == JsonValueKind.Array)
            {
                children.AddRange(value.EnumerateArray().Select((item, i) => Node(item, $"{node.Place}.{member}[{i}]", node, scope)).OfType<Node>());
            }
            else if (Node(value, $"{node.Place}.{member}", node, scope) is { } child)
            {
                children.Add(child);
            }
        }

        node.Children = children;
        if (container is Flowchart && !flaws.Any)
        {
            node.Chart = new ChartReader(node, flaws).Read(json);
        }
    }

    private void ReadCustom(JsonElement json, Node node)
    {
        if (!json.Has("customProperties", out var custom))
        {
            return;
        }

        foreach (var (name, words) in new[]
                 {
                     ("canStartWorkflow", "流程由业务操作发起，活动不能自行触发流程；请取消 canStartWorkflow。"),
                     ("runAsynchronously", "活动都在同一事务中运行；请取消 runAsynchronously。"),
                 })
        {
            if (custom.Has(name, out var value) && value.ValueKind == JsonValueKind.True)
            {
                flaws.Add($"{node.Place}.customProperties.{name}", node.Id, words);
            }
        }

        if (custom.Has("notFoundConnections", out var lost) && lost.ValueKind == JsonValueKind.Array && lost.GetArrayLength() > 0)
        {
            flaws.Add($"{node.Place}.customProperties.notFoundConnections", node.Id, "有连线指向不存在的活动，请在设计器中删除或重新连接。");
        }
    }

    private void RefuseUnread(JsonElement json, Node node)
    {
        var known = Common
            .Concat(node.Activity.Inputs.Select(i => i.Name))
            .Concat(node.Activity.Outputs.Select(o => o.Name))
            .Concat(node.Activity.OwnMembers)
            .ToHashSet();
        foreach (var member in json.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null && !known.Contains(m.Name)))
        {
            flaws.Add($"{node.Place}.{member.Name}", node.Id, $"{node.Activity.Type} 没有名为“{member.Name}”的属性。");
        }
    }
}
