using System.Text.Json;
using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>Reads the connections of a flowchart, in Elsa's present form and in the older flat one.</summary>
internal sealed class ChartReader(Node flowchart, FlawList flaws)
{
    public Chart? Read(JsonElement json)
    {
        if (flowchart.Children.Count == 0)
        {
            flaws.Add($"{flowchart.Place}.activities", flowchart.Id, "流程图里没有活动。");
            return null;
        }

        var connections = new List<Connection>();
        if (json.Has("connections", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in list.EnumerateArray())
            {
                if (Connection(item, connections.Count, $"{flowchart.Place}.connections[{index++}]") is not { } connection)
                {
                    continue;
                }

                if (connections.Exists(c => (c.Source, c.Port, c.Target) == (connection.Source, connection.Port, connection.Target)))
                {
                    flaws.Add(connection.Place, flowchart.Id, "这条连线与前面的一条重复。");
                }

                connections.Add(connection);
            }
        }

        return flaws.Any ? null : new Chart(flowchart.Children, connections, Start(connections));
    }

    private Connection? Connection(JsonElement item, int index, string place)
    {
        var (source, port) = End(item, "source", "sourcePort");
        var (target, inPort) = End(item, "target", "targetPort");
        var from = IndexOf(source);
        var to = IndexOf(target);
        if (from < 0 || to < 0)
        {
            flaws.Add(place, flowchart.Id, $"连线的一端“{(from < 0 ? source : target)}”不在这张流程图里。");
            return null;
        }

        port ??= Ports.DoneName;
        var node = flowchart.Children[from];
        if (!node.Activity.PortsOf(node).Names.Contains(port))
        {
            flaws.Add(place, node.Id, $"活动没有名为“{port}”的端口，可用 {string.Join("、", node.Activity.PortsOf(node).Names.DefaultIfEmpty("（无）"))}。");
        }

        if (inPort is not (null or "" or "In"))
        {
            flaws.Add(place, target, $"连线只能进入 In 端口，不能进入“{inPort}”。");
        }

        return new Connection(index, from, port, to, place);
    }

    private static (string? Activity, string? Port) End(JsonElement item, string side, string flatPort) =>
        item.Has(side, out var end) && end.ValueKind == JsonValueKind.Object
            ? (end.TextOf("activity"), end.TextOf("port"))
            : (item.TextOf(side), item.TextOf(flatPort));

    private int IndexOf(string? id)
    {
        for (var i = 0; i < flowchart.Children.Count; i++)
        {
            if (flowchart.Children[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    // Elsa's order: an Elsa.Start, else the first without an inbound connection, else the first in the list.
    private int Start(List<Connection> connections)
    {
        var places = Enumerable.Range(0, flowchart.Children.Count).ToList();
        var start = places.FindIndex(i => flowchart.Children[i].Activity is Start);
        var free = places.FindIndex(i => !connections.Exists(c => c.Target == i));
        return start >= 0 ? start : free >= 0 ? free : 0;
    }
}
