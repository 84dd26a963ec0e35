using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>
/// Which sets of a join's inbound connections can be followed in one turn, seen from an activity before it. A set is a bit mask; the walk
/// multiplies over parallel branches and unites over decisions, so it sees every outcome without trying them one by one.
/// </summary>
internal sealed class Arrivals
{
    // Where a branch ends its whole chart nothing is left waiting, whatever the other branches did.
    private const ulong Ended = 1UL << 63;
    private const int MostInbound = 62;

    // Branches with a decision each double the sets; a chart that needs more than these is not one that people can read either.
    private const int MostSets = 1024;

    private readonly Chart chart;
    private readonly int join;
    private readonly Dictionary<int, HashSet<ulong>> known = [];
    private readonly Dictionary<int, ulong> bits = [];

    public Arrivals(Chart chart, int join)
    {
        this.chart = chart;
        this.join = join;
        IsTooMuch = chart.Inbound(join).Count > MostInbound;
        foreach (var connection in chart.Inbound(join).Take(MostInbound))
        {
            bits[connection.Index] = 1UL << bits.Count;
        }
    }

    /// <summary>Whether the walk was given up: what it found is not all there is.</summary>
    public bool IsTooMuch { get; private set; }

    public ulong All => bits.Values.Aggregate(0UL, (all, bit) => all | bit);

    public HashSet<ulong> From(int node) => [.. Of(node).Where(set => (set & Ended) == 0)];

    private HashSet<ulong> Of(int place)
    {
        if (known.TryGetValue(place, out var found))
        {
            return found;
        }

        var node = chart.Nodes[place];
        return known[place] = node.Activity is End or Finish or Fault ? [Ended] : OfPorts(place, node.Activity.PortsOf(node));
    }

    private HashSet<ulong> OfPorts(int place, Ports ports)
    {
        var alternatives = ports.Names.Select(port => OfPort(place, port)).ToList();
        switch (ports.Choice)
        {
            case PortChoice.One:
                return Bound(alternatives.OfType<HashSet<ulong>>().SelectMany(sets => sets));
            case PortChoice.All:
                return alternatives.OfType<HashSet<ulong>>().Aggregate(new HashSet<ulong> { 0 }, Product);
            default:
                return alternatives.OfType<HashSet<ulong>>().Aggregate(new HashSet<ulong> { 0 }, (all, sets) => Product(all, [.. sets, 0]));
        }
    }

    // Null for a port that only goes round a loop before the join: sooner or later another port is taken.
    private HashSet<ulong>? OfPort(int place, string port)
    {
        var connections = chart.Outbound(place).Where(c => c.Port == port).ToList();
        if (connections.Count > 0 && connections.TrueForAll(c => chart.IsBack(c) && !chart.InLoop(c, join)))
        {
            return null;
        }

        return connections.Select(Over).Aggregate(new HashSet<ulong> { 0 }, Product);
    }

    private HashSet<ulong> Over(Connection connection) =>
        chart.IsBack(connection) ? [0]
        : connection.Target == join ? [bits.GetValueOrDefault(connection.Index)]
        : Of(connection.Target);

    private HashSet<ulong> Product(HashSet<ulong> left, HashSet<ulong> right) => Bound(left.SelectMany(_ => right, (a, b) => a | b));

    private HashSet<ulong> Bound(IEnumerable<ulong> sets)
    {
        var bound = new HashSet<ulong>();
        foreach (var set in sets)
        {
            if (bound.Count == MostSets && !bound.Contains(set))
            {
                IsTooMuch = true;
                break;
            }

            bound.Add(set);
        }

        return bound;
    }
}
