using Equalization.Workflow.Engine.Definitions;
using Equalization.Workflow.Engine.Runtime;

namespace Equalization.Workflow.Engine.Activities;

/// <summary>
/// Activities joined by connections. Its whole state is what waits in it and the arrivals at joins not yet decided. A join over a connection
/// nobody can arrive by any more does not wait for it; that is decided when all else has come to rest.
/// </summary>
public sealed class Flowchart : Container
{
    public override string Type => "Elsa.Flowchart";

    public override IReadOnlyList<string> ChildMembers { get; } = ["activities"];

    public override IReadOnlyList<string> OwnMembers => [.. base.OwnMembers, "connections"];

    /// <summary>Whether every way through it waits somewhere.</summary>
    public override bool Waits(Node node)
    {
        if (node.Chart is not { } chart)
        {
            return false;
        }

        var waits = chart.Nodes.Select(n => n.Activity.Waits(n)).ToList();
        if (waits[chart.Start])
        {
            return true;
        }

        var reached = chart.Reach(chart.Start, c => !waits[c.Target]);
        return !Enumerable.Range(0, chart.Nodes.Count).Any(n => reached[n] && MayStopAt(chart, n));
    }

    internal override void Begin(Burst burst, Frame frame) => burst.Schedule(frame, frame.Chart.Nodes[frame.Chart.Start]);

    internal override void ChildDone(Burst burst, Frame frame, Node child, IReadOnlyList<string> ports)
    {
        var chart = frame.Chart;
        var followed = chart.Outbound(chart.PlaceOf(child)).Where(c => ports.Contains(c.Port)).ToList();
        foreach (var back in followed.Where(chart.IsBack))
        {
            BeginTurn(burst, frame, back);
        }

        foreach (var connection in followed.Where(c => !chart.IsBack(c)))
        {
            Arrive(burst, frame, connection);
        }
    }

    internal override bool Settle(Burst burst, Frame frame)
    {
        var alive = burst.AliveIn(frame).Select(frame.Chart.PlaceOf).ToHashSet();
        var waiting = frame.Arrived.Keys.Select(index => frame.Chart.Connections[index].Target).Distinct().Order().ToList();
        var decided = waiting.Where(join => IsDecided(frame, join, alive.Concat(waiting))).ToList();
        foreach (var join in decided)
        {
            Consume(frame, join);
            var node = frame.Chart.Nodes[join];
            if (node.Activity is FlowJoin && FlowJoin.ModeOf(node) == FlowJoinMode.WaitAll)
            {
                burst.Note(frame, node, "Skipped");
            }
            else
            {
                burst.Schedule(frame, node);
            }
        }

        if (alive.Count == 0 && waiting.Count == 0)
        {
            burst.CompleteFrame(frame);
            return true;
        }

        return decided.Count > 0;
    }

    private static bool MayStopAt(Chart chart, int node)
    {
        var activity = chart.Nodes[node].Activity;
        return activity is End or Finish || (activity is not Fault && activity.PortsOf(chart.Nodes[node]).Names.Any(port => chart.Outbound(node).All(c => c.Port != port)));
    }

    // What the last turn left behind in the loop must not be counted in this one.
    private static void BeginTurn(Burst burst, Frame frame, Connection back)
    {
        var chart = frame.Chart;
        burst.CancelIn(frame, node => chart.InLoop(back, chart.PlaceOf(node)));
        foreach (var index in frame.Arrived.Keys.Where(i => chart.InLoop(back, chart.Connections[i].Target)).ToList())
        {
            frame.Arrived.Remove(index);
        }

        frame.Turn++;
        burst.Schedule(frame, chart.Nodes[back.Target]);
    }

    private static void Arrive(Burst burst, Frame frame, Connection connection)
    {
        var chart = frame.Chart;
        var target = chart.Nodes[connection.Target];
        if (target.Activity is FlowJoin && FlowJoin.ModeOf(target) == FlowJoinMode.WaitAny)
        {
            ArriveFirst(burst, frame, connection.Target);
            return;
        }

        if (chart.Inbound(connection.Target).Count == 1)
        {
            burst.Schedule(frame, target);
            return;
        }

        frame.Arrived[connection.Index] = frame.Arrived.GetValueOrDefault(connection.Index) + 1;
        if (chart.Inbound(connection.Target).All(c => frame.Arrived.ContainsKey(c.Index)))
        {
            Consume(frame, connection.Target);
            burst.Schedule(frame, target);
        }
    }

    private static void ArriveFirst(Burst burst, Frame frame, int join)
    {
        var chart = frame.Chart;
        if (burst.IsScheduled(frame, chart.Nodes[join]))
        {
            return;
        }

        bool OnTheWay(int node) => node != join && chart.Inbound(join).Any(c => chart.MayFeed(node, c));
        burst.CancelIn(frame, node => OnTheWay(chart.PlaceOf(node)));
        foreach (var index in frame.Arrived.Keys.Where(i => OnTheWay(chart.Connections[i].Target)).ToList())
        {
            frame.Arrived.Remove(index);
        }

        burst.Schedule(frame, chart.Nodes[join]);
    }

    private static bool IsDecided(Frame frame, int join, IEnumerable<int> alive) =>
        frame.Chart.Inbound(join)
            .Where(c => !frame.Arrived.ContainsKey(c.Index))
            .All(missing => alive.All(node => node == join || !frame.Chart.MayFeed(node, missing)));

    private static void Consume(Frame frame, int join)
    {
        foreach (var connection in frame.Chart.Inbound(join))
        {
            switch (frame.Arrived.GetValueOrDefault(connection.Index))
            {
                case 0:
                    break;
                case 1:
                    frame.Arrived.Remove(connection.Index);
                    break;
                case var many:
                    frame.Arrived[connection.Index] = many - 1;
                    break;
            }
        }
    }
}
