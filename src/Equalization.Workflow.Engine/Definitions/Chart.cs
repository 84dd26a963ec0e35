namespace Equalization.Workflow.Engine.Definitions;

/// <summary>
/// The connections of one flowchart as a graph, with all that the engine asks of it at run time computed once. A connection leads back when
/// every path from the start to its source passes its target; the activities such a connection spans are a loop.
/// </summary>
public sealed class Chart
{
    private readonly Connection[][] outbound;
    private readonly Connection[][] inbound;
    private readonly Connection[][] before;
    private readonly bool[][] dominators;
    private readonly Dictionary<int, bool[]> loops = [];
    private readonly Dictionary<int, bool[]> feeders = [];

    internal Chart(IReadOnlyList<Node> nodes, IReadOnlyList<Connection> connections, int start)
    {
        Nodes = nodes;
        Connections = connections;
        Start = start;
        outbound = [.. nodes.Select((_, n) => connections.Where(c => c.Source == n).ToArray())];
        before = [.. nodes.Select((_, n) => connections.Where(c => c.Target == n).ToArray())];
        dominators = Dominators();
        foreach (var back in connections.Where(c => Dominates(c.Target, c.Source)))
        {
            loops[back.Index] = ReachBack(back.Source, _ => true, avoid: back.Target, include: back.Target);
        }

        inbound = [.. nodes.Select((_, n) => connections.Where(c => c.Target == n && !IsBack(c)).ToArray())];
        foreach (var connection in connections.Where(c => !IsBack(c)))
        {
            feeders[connection.Index] = ReachBack(connection.Source, c => !IsBack(c) || !loops[c.Index][connection.Target], avoid: connection.Target);
        }
    }

    public IReadOnlyList<Node> Nodes { get; }

    public IReadOnlyList<Connection> Connections { get; }

    public int Start { get; }

    public bool IsBack(Connection connection) => loops.ContainsKey(connection.Index);

    public IReadOnlyList<Connection> Outbound(int node) => outbound[node];

    /// <summary>The connections a join waits for: those that lead back are none of them.</summary>
    public IReadOnlyList<Connection> Inbound(int node) => inbound[node];

    /// <summary>Whether every path from the start to <paramref name="node"/> passes <paramref name="gate"/>.</summary>
    public bool Dominates(int gate, int node) => dominators[node][gate];

    /// <summary>Whether an activity lies in the loop that a back connection closes.</summary>
    public bool InLoop(Connection back, int node) => loops[back.Index][node];

    /// <summary>
    /// Whether whatever is at <paramref name="node"/> may still arrive over the connection in this turn: loops that hold the target are not
    /// gone round, since that would be another turn. The relation has no circles between joins, so one of several waiting joins can always decide.
    /// </summary>
    public bool MayFeed(int node, Connection connection) => feeders[connection.Index][node];

    public int PlaceOf(Node node)
    {
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (ReferenceEquals(Nodes[i], node))
            {
                return i;
            }
        }

        throw new ArgumentException($"{node.Id} is not in this chart.");
    }

    /// <summary>Activities reachable from one, itself included, over the connections allowed and not through the activity to avoid.</summary>
    internal bool[] Reach(int from, Func<Connection, bool> allowed, int avoid = -1)
    {
        var seen = new bool[Nodes.Count];
        var work = new Stack<int>([from]);
        while (work.TryPop(out var node))
        {
            if (node == avoid || seen[node])
            {
                continue;
            }

            seen[node] = true;
            foreach (var next in outbound[node].Where(allowed))
            {
                work.Push(next.Target);
            }
        }

        return seen;
    }

    private bool[] ReachBack(int to, Func<Connection, bool> allowed, int avoid, int include = -1)
    {
        var seen = new bool[Nodes.Count];
        var work = new Stack<int>([to]);
        while (work.TryPop(out var node))
        {
            if (node == avoid || seen[node])
            {
                continue;
            }

            seen[node] = true;
            foreach (var connection in before[node].Where(allowed))
            {
                work.Push(connection.Source);
            }
        }

        if (include >= 0)
        {
            seen[include] = true;
        }

        return seen;
    }

    // Cutting a node out leaves unreachable exactly what it dominates; charts are small enough for the plain way.
    private bool[][] Dominators()
    {
        var result = Nodes.Select(_ => new bool[Nodes.Count]).ToArray();
        var all = Reach(Start, _ => true);
        for (var gate = 0; gate < Nodes.Count; gate++)
        {
            var without = Reach(Start, _ => true, avoid: gate);
            for (var node = 0; node < Nodes.Count; node++)
            {
                result[node][gate] = all[node] && !without[node];
            }
        }

        return result;
    }
}
