using Equalization.Workflow.Engine.Activities;

namespace Equalization.Workflow.Engine.Definitions;

/// <summary>Refuses flowcharts that could get stuck, spin, or mean something else on another turn or another engine.</summary>
internal sealed class ChartChecks(Node flowchart, FlawList flaws)
{
    private readonly Chart chart = flowchart.Chart!;

    public void Run()
    {
        if (!Reachability() || !BackConnections())
        {
            return;
        }

        Spinning();
        foreach (var join in Places.Where(n => chart.Nodes[n].Activity is FlowJoin && FlowJoin.ModeOf(chart.Nodes[n]) == FlowJoinMode.WaitAll))
        {
            WaitAll(join);
        }

        foreach (var back in chart.Connections.Where(chart.IsBack))
        {
            LeavesParallelBranch(back);
        }
    }

    private IEnumerable<int> Places => Enumerable.Range(0, chart.Nodes.Count);

    private bool Reachability()
    {
        var reached = chart.Reach(chart.Start, _ => true);
        foreach (var node in Places.Where(n => !reached[n]))
        {
            Refuse(node, $"从起点 {chart.Nodes[chart.Start].Id} 走不到这个活动，请连接或删除。");
        }

        return reached.All(r => r);
    }

    // Without its back connections a sound chart has no circle left; what is left closes a circle that can be entered in its middle.
    private bool BackConnections()
    {
        var sound = true;
        foreach (var connection in chart.Connections.Where(c => !chart.IsBack(c)))
        {
            if (chart.Reach(connection.Target, c => !chart.IsBack(c))[connection.Source])
            {
                sound = false;
                flaws.Add(connection.Place, chart.Nodes[connection.Source].Id,
                    $"这条连线与其他连线围成一圈，而这一圈不只有一个入口。回头的连线只能指向每条路都要经过的活动，请改为先汇合再进入 {chart.Nodes[connection.Target].Id}。");
            }
        }

        return sound;
    }

    private void Spinning()
    {
        var reported = new HashSet<int>();
        foreach (var node in Places.Where(n => !Waits(n)))
        {
            if (reported.Contains(node) || !chart.Outbound(node).Any(c => !Waits(c.Target) && SyncReach(c.Target)[node]))
            {
                continue;
            }

            var circle = SyncReach(node);
            reported.UnionWith(Places.Where(n => circle[n]));
            Refuse(node, "经过这个活动的一圈里没有任何等待，会一直空转。请在圈里加入等待事件或等待时间的活动。");
        }
    }

    private bool[] SyncReach(int from) => chart.Reach(from, c => !Waits(c.Target));

    private void WaitAll(int join)
    {
        if (join == chart.Start)
        {
            return;
        }

        var split = Places.Where(n => n != join && chart.Dominates(n, join)).MaxBy(n => Places.Count(d => chart.Dominates(d, n)));
        var arrivals = new Arrivals(chart, join);
        var together = arrivals.From(split);
        if (arrivals.IsTooMuch)
        {
            Refuse(join, "这个 WaitAll 汇合之前的分支和判断太多，无法判明能否等齐。请把一部分移到子流程，或改用 WaitAllActive。");
        }
        else if (!together.Contains(arrivals.All))
        {
            Refuse(join, "这个 WaitAll 汇合永远等不齐：它的入线不会在同一轮里都走到。请改用 WaitAny，或让它们来自同一个分叉。");
        }
        else if (together.Any(a => a != 0 && a != arrivals.All))
        {
            Refuse(join, "这个 WaitAll 汇合之前有判断，某些情况下等不齐，流程会无声停止。请改用 WaitAllActive，或让判断的每个出口都通向汇合。");
        }
    }

    // A turn that begins while another branch of the last one still waits would leave that branch behind, running twice.
    private void LeavesParallelBranch(Connection back)
    {
        foreach (var split in Places.Where(n => chart.InLoop(back, n)))
        {
            foreach (var together in Together(split).Where(group => group.Count > 1))
            {
                if (LeftBehind(back, together) is { } left)
                {
                    flaws.Add(back.Place, chart.Nodes[back.Source].Id,
                        $"回头时并行分支里的 {chart.Nodes[left].Id} 可能仍在等待。请先用 FlowJoin 汇合 {chart.Nodes[split].Id} 的各个分支，再回到 {chart.Nodes[back.Target].Id}。");
                    return;
                }
            }
        }
    }

    private int? LeftBehind(Connection back, IReadOnlyList<Connection> together)
    {
        var forward = (Connection c) => !chart.IsBack(c);
        int? gate = null;
        if (!together.Contains(back))
        {
            var starts = together.Where(forward).Select(c => c.Target).ToList();
            var gates = Places.Where(x => starts.TrueForAll(s => !chart.Reach(s, forward, avoid: x)[back.Source])).ToList();
            if (!starts.Exists(s => chart.Reach(s, forward)[back.Source]))
            {
                return null;
            }

            gate = gates.First(g => gates.TrueForAll(other => chart.Reach(g, forward)[other]));
        }

        var alive = together.Where(forward).Select(c => chart.Reach(c.Target, forward, avoid: gate ?? -1)).ToList();
        var next = gate is { } on ? chart.Reach(on, forward) : chart.Reach(back.Target, forward, avoid: back.Source);
        return Places.Where(n => alive.Exists(a => a[n]) && (MayWait(chart.Nodes[n]) || (next[n] && HoldsArrivals(n))))
            .Where(n => gate is null || !chart.Reach(n, forward)[gate.Value])
            .Select(n => (int?)n).FirstOrDefault();
    }

    // A join reached by what was left behind and by what goes on would count arrivals of two turns as one.
    private bool HoldsArrivals(int node) =>
        chart.Inbound(node).Count > 1 && !(chart.Nodes[node].Activity is FlowJoin && FlowJoin.ModeOf(chart.Nodes[node]) == FlowJoinMode.WaitAny);

    /// <summary>Groups of connections that one completion follows at the same time.</summary>
    private IEnumerable<IReadOnlyList<Connection>> Together(int node)
    {
        var ports = chart.Nodes[node].Activity.PortsOf(chart.Nodes[node]);
        return ports.Choice == PortChoice.One
            ? chart.Outbound(node).GroupBy(c => c.Port).Select(g => (IReadOnlyList<Connection>)[.. g])
            : [chart.Outbound(node)];
    }

    private bool Waits(int node) => chart.Nodes[node].Activity.Waits(chart.Nodes[node]);

    private static bool MayWait(Node node) => node.Activity.Waits(node) || node.Children.Any(MayWait);

    private void Refuse(int node, string message) => flaws.Add(chart.Nodes[node].Place, chart.Nodes[node].Id, message);
}
